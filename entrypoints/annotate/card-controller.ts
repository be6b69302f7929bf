/** The card of a page: feeds the machine, does what it says, and answers the card's buttons and the reader's commands. */

import type { OpenAction } from '../../components/card/Actions.tsx'
import { citationOf } from '../../lib/card/citation.ts'
import {
  GRACE_MS,
  IDLE,
  REST_MS,
  step,
  type Effect,
  type Event as MachineEvent,
  type Mode,
  type State,
} from '../../lib/card/machine.ts'
import type { CardModel } from '../../lib/card/model.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import type { ListedMention } from '../../lib/messaging/protocol.ts'
import type { Annotator } from '../../lib/page/annotator.ts'
import type { Mark } from '../../lib/page/marks.ts'
import { rangeOf } from '../../lib/page/spans.ts'
import { copyBoth } from '../../lib/platform/copy.ts'
import { noting } from '../../lib/platform/errors.ts'
import { changeSetting } from '../../lib/settings/change.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { withNotThis } from '../../lib/settings/not-this.ts'
import { createBeside, type Beside } from './beside.ts'
import { CardContent, type CardContentOptions, type Subject } from './card-content.ts'
import { CardHost } from './card-host.tsx'
import { CardPointer } from './card-pointer.ts'
import { createMentionWalk, type MentionWalk } from './mention-walk.ts'
import { subjectOfSelection } from './selection.ts'

export interface CardControllerOptions extends CardContentOptions {
  annotator: Annotator
  settings: Settings
}

/** Only Chrome and Edge open their side panel at a page's bidding. */
const HAS_PANEL = import.meta.env.BROWSER === 'chrome' || import.meta.env.BROWSER === 'edge'

export class CardController {
  /** From mention to mention; the card is opened for the keyboard on each. */
  readonly walk: MentionWalk
  readonly #options: CardControllerOptions
  readonly #stop = new AbortController()
  readonly #host: CardHost
  readonly #content: CardContent
  readonly #beside: Beside
  #settings: Settings
  #state: State<Subject> = IDLE
  /** Entries opened one from another inside the card. */
  #trail: string[] = []
  #action: OpenAction = null
  #timers: Partial<Record<'rest' | 'grace', ReturnType<typeof setTimeout>>> = {}

  constructor(options: CardControllerOptions) {
    this.#options = options
    this.#settings = options.settings
    this.#content = new CardContent(options)
    this.#content.economy = options.settings.economy
    this.#host = new CardHost(options.words.style)
    const pointing = {
      annotator: options.annotator,
      isOnCard: (event: Event) => this.#host.contains(event),
      intended: () => (this.#state.kind === 'intending' ? this.#state.mark : undefined),
      isIdle: () => this.#state.kind === 'idle',
      send: (event: MachineEvent<Subject>) => this.#send(event),
      onMoved: () => this.#beside.follow(),
    }
    this.#beside = createBeside(
      this.#host,
      new CardPointer(pointing, this.#stop.signal),
      () => this.#shown(),
      () => this.close(),
    )
    this.walk = createMentionWalk(options.annotator, (mark) => this.#send({ type: 'key-open', mark }))
  }

  close(): void {
    this.#send({ type: 'close' })
  }

  /** The reader changed a setting: a card on show may not be what would open now. "Not this" leaves it, to be taken back. */
  apply(settings: Settings): void {
    const rest = (of: Settings) => JSON.stringify({ ...of, notThis: null })
    const isOther = rest(settings) !== rest(this.#settings)
    this.#settings = settings
    this.#content.economy = settings.economy
    if (isOther) this.close()
  }

  /** Every mention shown, with the figure that its card would open on. */
  list(): Promise<ListedMention[]> {
    return this.#content.list(this.#options.annotator.marks())
  }

  /** Closes the card, or opens that of the mention last gone to. */
  toggle(): void {
    if (this.#shown()) this.close()
    else this.walk.goAgain()
  }

  /** Opens the card of what the selected text names, or one that says that nothing is known of it. True where it is known. */
  async explain(text: string): Promise<boolean> {
    const subject = await subjectOfSelection(text, (asked) => this.#options.finding.ask(asked))
    // The page may have been switched off while the background woke.
    if (this.#stop.signal.aborted) return false
    if (subject) this.#send({ type: 'key-open', mark: subject })
    return subject !== null && subject.mention.entry !== ''
  }

  /** A mark's text changed or went; a card that pointed at it goes with it. */
  drop(mark: Mark): void {
    if (this.#state.kind !== 'idle' && this.#state.mark === mark) this.close()
  }

  /** The text around marks was read, also again: a card on one of them is drawn anew with what is known now. */
  renew(marks: readonly Subject[]): void {
    const subject = this.#shown()
    if (subject && marks.includes(subject)) this.#quietly(this.#show(subject, this.#trail))
  }

  /** Removes card and listeners for good. */
  destroy(): void {
    this.close()
    this.#stop.abort()
    this.#host.destroy()
  }

  #shown(): Subject | null {
    return this.#state.kind === 'open' || this.#state.kind === 'leaving' ? this.#state.mark : null
  }

  #send(event: MachineEvent<Subject>): void {
    const before = this.#shown()
    const { state, effects } = step(this.#state, event)
    this.#state = state
    if (this.#shown() !== before) {
      this.#trail = []
      this.#action = null
    }
    for (const effect of effects) this.#do(effect)
  }

  #do(effect: Effect<Subject>): void {
    switch (effect.type) {
      case 'start-rest':
        if (this.#state.kind === 'intending') void this.#content.read(this.#state.mark.mention.entry)
        return this.#later('rest', REST_MS, { type: 'rested', token: effect.token })
      case 'start-grace':
        return this.#later('grace', GRACE_MS, { type: 'grace-over', token: effect.token })
      case 'hide':
        this.#beside.stop()
        return this.#host.hide()
      case 'show':
        this.#quietly(this.#show(effect.mark, this.#trail, effect.mode))
    }
  }

  #later(timer: 'rest' | 'grace', ms: number, event: MachineEvent<Subject>): void {
    clearTimeout(this.#timers[timer])
    this.#timers[timer] = setTimeout(() => this.#send(event), ms)
  }

  #quietly(work: Promise<void>): void {
    work.catch(noting('card'))
  }

  /** Shows the card of `subject`, or the last of `trail`; `refocus` takes the focus if its holder goes. */
  async #show(subject: Subject, trail: string[], mode: Mode | null = null, refocus?: string): Promise<void> {
    const model = await this.#content.modelOf(subject, trail.at(-1))
    // The pointer may have gone on while storage answered.
    if (this.#shown() !== subject) return
    const range = rangeOf(subject)
    if (model === null || range === null) return this.close()
    this.#trail = trail
    this.#render(subject, model, range, refocus)
    if (mode === 'key') this.#host.focus()
  }

  #render(subject: Subject, model: CardModel, range: Range, refocus?: string): void {
    const { t } = this.#content
    const again = (action: OpenAction, focus?: string) => {
      this.#action = action
      if (this.#shown() === subject) this.#render(subject, model, range, focus)
    }
    const { mention } = subject
    const isOwn = this.#trail.length === 0 && mention.entry !== ''
    this.#host.show(
      {
        props: {
          model,
          isPinned: this.#isPinned(),
          canGoBack: this.#trail.length > 0,
          isUnsigned: this.#options.pointer.isUnsigned === true,
          open: this.#action,
          reason: isOwn ? this.#content.reasonFor(mention) : null,
          host: location.hostname,
          hasPanel: HAS_PANEL && model.entry !== '',
          t,
          onPin: () => this.#send({ type: this.#isPinned() ? 'unpin' : 'pin' }),
          onClose: () => this.close(),
          onOpen: (entry) => {
            this.#action = null
            this.#quietly(this.#show(subject, [...this.#trail, entry]))
          },
          onBack: () => {
            this.#action = null
            // Back on the card that it was opened from, the keyboard is where it left.
            const from = `[data-entry="${this.#trail.at(-1)}"]`
            this.#quietly(this.#show(subject, this.#trail.slice(0, -1), null, from))
          },
          onCopy: () => {
            const { text, html } = citationOf(model, t)
            this.#quietly(copyBoth(text, html).then((isCopied) => again(isCopied ? 'copied' : 'not-copied')))
          },
          onToggle: (action) => again(this.#action === action ? null : action),
          onNotThis: (scope) => this.#quietly(this.#setNotThis(subject, scope, again)),
          onPanel: () =>
            void askBackground({ type: 'panel.open', entry: model.entry, ...this.#content.askedOf(subject) }),
        },
        anchor: this.#beside.anchorOf(range),
        theme: this.#settings.theme,
        locale: this.#options.pointer.locale,
        refocus,
      },
      () => this.#isPinned() || this.#send({ type: 'pin' }),
    )
  }

  #isPinned(): boolean {
    return this.#state.kind === 'open' && this.#state.mode === 'pinned'
  }

  /** Marks these words no more, or (null) takes that back; the card stays, so that it can be. */
  async #setNotThis(
    { mention }: Subject,
    scope: 'here' | 'everywhere' | null,
    again: (action: OpenAction, focus: string) => void,
  ): Promise<void> {
    this.#send({ type: 'pin' })
    await changeSetting('notThis', (now) => withNotThis(now, mention, location.hostname, scope))
    again(scope === null ? 'restored' : 'removed', '.buttons button')
  }
}
