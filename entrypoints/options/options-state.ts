/** What the options page shows by now: what is stored, read again after all that is done, and what came of that. */

import type { OptionsView } from '../../components/options/options-view.ts'
import type { MessageKey } from '../../lib/i18n/t.ts'
import { noting } from '../../lib/platform/errors.ts'
import type { Undo } from '../../lib/settings/undoable.ts'
import { messageOf } from '../../lib/unknown/message.ts'
import { readKnown, type Known } from './known.ts'

/** What the page remembers for as long as it is open. */
type Said = Omit<OptionsView, keyof Known>

export class OptionsState {
  readonly #onChange: () => void
  #known: Known | null = null
  #said: Said = { problem: null, preview: null, done: null }

  constructor(onChange: () => void) {
    this.#onChange = onChange
  }

  /** Null until everything was read once. */
  get view(): OptionsView | null {
    return this.#known && { ...this.#known, ...this.#said }
  }

  /** A text in the page's language; '' before that is known. */
  t(key: MessageKey, values?: Record<string, string>): string {
    return this.#known?.t(key, values) ?? ''
  }

  refreshQuietly(): void {
    void this.#refresh().catch(noting('options'))
  }

  /** Shows what came of something. */
  say(change: Partial<Said>): void {
    this.#said = { ...this.#said, ...change }
    this.#onChange()
  }

  /** Does something and shows what it comes to, or says what kept it from being done. */
  do(work: () => Promise<Partial<Said>>): void {
    work()
      .catch((error: unknown): Partial<Said> => {
        const problem = messageOf(error)
        return { done: { text: this.t('options_not_saved', { problem }), undo: null } }
      })
      .then(async (change) => {
        await this.#refresh()
        this.say(change)
      })
      .catch(noting('options'))
  }

  /** Does something, says `text` of it, and offers to take it back; `change` is what else comes of it. */
  doUndoably(work: () => Promise<Undo>, text: string, change: Partial<Said> = {}): void {
    this.do(async () => {
      const takeBack = await work()
      const undo = () =>
        this.do(async () => {
          await takeBack()
          return { done: { text: this.t('options_undone'), undo: null } }
        })
      return { ...change, done: { text, undo } }
    })
  }

  async #refresh(): Promise<void> {
    if (this.#known === null) {
      this.#known = await readKnown(true)
      this.#onChange()
    }
    this.#known = await readKnown(false)
    this.#onChange()
  }
}
