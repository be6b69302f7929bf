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
import { elementAround } from '../../lib/page/around.ts'
import { bringIntoView, isInView } from '../../lib/page/into-view.ts'
import type { Mark } from '../../lib/page/marks.ts'
import { rangeOf } from '../../lib/page/spans.ts'
import { copyBoth } from '../../lib/platform/copy.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { changeSetting } from '../../lib/settings/change.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { withNotThis } from '../../lib/settings/not-this.ts'
import { CardContent, type CardContentOptions, type Subject } from './card-content.ts'
import { CardHost } from './card-host.tsx'
import { CardPointer } from './card-pointer.ts'
import { subjectOfSelection } from './selection.ts'

export interface CardControllerOptions extends CardContentOptions {
  annotator: Annotator
  settings: Settings
}

/** Only Chrome and Edge open their side panel at a page's bidding. */
const HAS_PANEL = import.meta.env.BROWSER === 'chrome' || import.meta.env.BROWSER === 'edge'

/** How often an open card looks where its mention is (ms). */
const WATCH_MS = 200

/** Where a mention is, and whether it is seen there, to be compared. */
const whereIs = (range: Range): string => JSON.stringify([range.getBoundingClientRect(), isInView(range)])

export class CardController {
  readonly #options: CardControllerOptions
  readonly #stop = new AbortController()
  readonly #host: CardHost
  readonly #content: CardContent
  readonly #pointer: CardPointer
  #settings: Settings
  #state: State<Subject> = IDLE
  /** Entries opened one from another inside the card. */
  #trail: string[] = []
  #action: OpenAction = null
  /** The mention last gone to. */
  #last: Mark | null = null
  #timers: Partial<Record<'rest' | 'grace', ReturnType<typeof setTimeout>>> = {}
  /** Looks after the mention while a card is shown. */
  #watch: ReturnType<typeof setInterval> | undefined
  /** Where its mention was when it was placed last. */
  #placedAt = ''

  constructor(options: CardControllerOptions) {
    this.#options = options
    this.#settings = options.settings
    this.#content = new CardContent(options)
    this.#content.economy = options.settings.economy
    this.#host = new CardHost(options.words.style)
    const pointer = {
      annotator: options.annotator,
      isOnCard: (event: Event) => this.#host.contains(event),
      intended: () => (this.#state.kind === 'intending' ? this.#state.mark : undefined),
      isIdle: () => this.#state.kind === 'idle',
      send: (event: MachineEvent<Subject>) => this.#send(event),
      onMoved: () => this.#follow(),
    }
    this.#pointer = new CardPointer(pointer, this.#stop.signal)
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

  /** Brings a mention of the list into view and opens its card for the keyboard. */
  goTo(index: number): void {
    const mark = this.#options.annotator.marks()[index]
    const range = mark && rangeOf(mark)
    if (!range) return
    this.#last = mark
    bringIntoView(range)
    // The scroll that we caused must not close the card.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#send({ type: 'key-open', mark })))
  }

  /** The next mention, or with -1 the previous one; from the last to the first and back. */
  go(by: 1 | -1): void {
    const { length } = this.#options.annotator.marks()
    if (length > 0) this.goTo((Math.max(this.#lastAt(), by === 1 ? -1 : 0) + by + length) % length)
  }

  /** Closes the card, or opens that of the mention last gone to. */
  toggle(): void {
    if (this.#shown() === null) this.goTo(Math.max(0, this.#lastAt()))
    else this.close()
  }

  /** Where the mention last gone to stands in the list by now, or -1 where it is gone. */
  #lastAt(): number {
    return this.#last === null ? -1 : this.#options.annotator.marks().indexOf(this.#last)
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

  /** Pictures that come in above a mention move it without a scroll; dialogs, menus and folds take it away, or cover it. */
  #watchMention(): void {
    const subject = this.#shown()
    const range = subject && rangeOf(subject)
    // Words just replaced leave it empty; whether they are still there is known when they were read.
    if (range?.collapsed === false && whereIs(range) !== this.#placedAt) this.#follow()
    this.#host.rehost()
  }

  /** Keeps an open card beside its mention; closes it when the mention is gone, or out of sight of a card not moved away from it. */
  #follow(): void {
    const subject = this.#shown()
    if (subject === null) return
    const range = rangeOf(subject)
    if (range && isInView(range)) this.#host.place(this.#anchorOf(range))
    else if (!range || !this.#host.isMoved) this.close()
  }

  #anchorOf(range: Range) {
    this.#placedAt = whereIs(range)
    const node = range.startContainer
    return {
      node,
      rect: this.#pointer.boxOf(range),
      isRtl: getComputedStyle(elementAround(node)).direction === 'rtl',
      isTouch: this.#pointer.isTouch,
    }
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
        clearTimeout(this.#timers.rest)
        if (this.#state.kind === 'intending') void this.#content.read(this.#state.mark.mention.entry)
        this.#timers.rest = setTimeout(() => this.#send({ type: 'rested', token: effect.token }), REST_MS)
        return
      case 'start-grace':
        clearTimeout(this.#timers.grace)
        this.#timers.grace = setTimeout(() => this.#send({ type: 'grace-over', token: effect.token }), GRACE_MS)
        return
      case 'hide':
        clearInterval(this.#watch)
        this.#watch = undefined
        return this.#host.hide()
      case 'show':
        this.#quietly(this.#show(effect.mark, this.#trail, effect.mode))
    }
  }

  #quietly(work: Promise<void>): void {
    work.catch((error: unknown) => noteError('card', error))
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
    this.#watch ??= setInterval(() => this.#watchMention(), WATCH_MS)
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
          onPin: () => this.#togglePin(),
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
        anchor: this.#anchorOf(range),
        theme: this.#settings.theme,
        locale: this.#options.pointer.locale,
        ...(refocus !== undefined && { refocus }),
      },
      () => this.#isPinned() || this.#send({ type: 'pin' }),
    )
  }

  #isPinned(): boolean {
    return this.#state.kind === 'open' && this.#state.mode === 'pinned'
  }

  #togglePin(): void {
    this.#send({ type: this.#isPinned() ? 'unpin' : 'pin' })
  }

  /** Marks these words no more, or (null) takes that back; the card stays, so that it can be. */
  async #setNotThis(
    { mention }: Subject,
    scope: 'here' | 'everywhere' | null,
    again: (action: OpenAction, focus: string) => void,
  ): Promise<void> {
    this.#send({ type: 'pin' })
    await changeSetting('notThis', (now) => withNotThis(now, mention, location.hostname, scope))
    again(scope === null ? null : 'removed', '.buttons button')
  }
}
