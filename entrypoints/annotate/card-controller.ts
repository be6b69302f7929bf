/** Connects pointer, keyboard and touch with the card: feeds the machine, does what it says. Touches no page node. */

import {
  IDLE,
  REST_MS,
  GRACE_MS,
  step,
  type Effect,
  type Event as MachineEvent,
  type Mode,
  type State,
} from '../../lib/card/machine.ts'
import { buildCard, figureLine, type CardModel } from '../../lib/card/model.ts'
import type { CardFacts } from '../../lib/dataset/facts.ts'
import { economiesIn, economyOfArticle, economyOfSentence } from '../../lib/detect/economy.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import type { Pointer } from '../../lib/editions/keys.ts'
import { readCard, type Words } from '../../lib/editions/read.ts'
import type { ListedMention } from '../../lib/messaging/protocol.ts'
import type { Annotator } from '../../lib/page/annotator.ts'
import type { Article } from '../../lib/page/article.ts'
import { rectAt } from '../../lib/page/hit.ts'
import type { Mark } from '../../lib/page/marks.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { numbersLocale } from '../../lib/i18n/locale.ts'
import { createTranslate, type Translate } from '../../lib/i18n/t.ts'
import { browser } from '../../lib/platform/browser.ts'
import { CardHost } from './card-host.tsx'

export interface CardControllerOptions {
  annotator: Annotator
  lexicon: Lexicon
  words: Words
  pointer: Pointer
  /** The article that the page shows now. */
  article(): Article
}

/** A hand at rest still trembles: moves below this (CSS px) do not start the rest anew. */
const TREMBLE_PX = 3

/** Words shown around a mention in a list (UTF-16 units to either side). */
const AROUND = 30
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

const isoToday = (): string => {
  const now = new Date()
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

export class CardController {
  readonly #options: CardControllerOptions
  readonly #stop = new AbortController()
  readonly #host: CardHost
  readonly #t: Translate
  readonly #locale: string
  readonly #facts = new Map<string, Promise<CardFacts | null>>()
  #state: State<Mark> = IDLE
  #token = 0
  /** Index of the mention last gone to. */
  #at = -1
  /** Whether text was selected when the button went down. */
  #hadSelection = false
  /** The mark behind a transparent element, such as a link stretched over a news card, that the pointer rested on. */
  #behind: Mark | null = null
  #last = { x: -1, y: -1, time: 0 }
  #rest = { x: -1, y: -1 }
  #timers: Partial<Record<'rest' | 'grace' | 'behind', ReturnType<typeof setTimeout>>> = {}

  constructor(options: CardControllerOptions) {
    this.#options = options
    this.#t = createTranslate(options.words.messages)
    this.#locale = numbersLocale(options.pointer.locale, browser.i18n.getUILanguage())
    this.#host = new CardHost({ onPin: () => this.#togglePin(), onClose: () => this.close() })
    this.#listen()
  }

  close(): void {
    this.#send({ type: 'close' })
  }

  /** Every mention shown, with the figure that its card would open on. */
  async list(): Promise<ListedMention[]> {
    return Promise.all(
      this.#options.annotator.marks().map(async (mark) => {
        const { category, entry, confidence, term, start, end } = mark.mention
        const facts = await this.#factsOf(mark)
        const figure = facts && this.#modelOf(mark, facts).figure
        return {
          category,
          entry,
          text: oneLine(mark.mention.text),
          before: oneLine(mark.text.slice(Math.max(0, start - AROUND), start)),
          after: oneLine(mark.text.slice(end, end + AROUND)),
          figure: figure ? figureLine(figure) : '',
          economy: this.#economyOf(mark),
          confidence,
          term,
        }
      }),
    )
  }

  /** Brings a mention of the list into view and opens its card, as a key does. */
  goTo(index: number): void {
    const mark = this.#options.annotator.marks()[index]
    if (mark === undefined) return
    this.#at = index
    mark.span.nodes[0]?.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
    // A scroll that we caused closes no card; marks out of sight may be drawn only now.
    requestAnimationFrame(() => requestAnimationFrame(() => this.#send({ type: 'key-open', mark })))
  }

  /** The next mention, or with -1 the previous one; from the last to the first and back. */
  go(by: 1 | -1): void {
    const { length } = this.#options.annotator.marks()
    if (length > 0) this.goTo((Math.max(this.#at, by === 1 ? -1 : 0) + by + length) % length)
  }

  /** Closes the card, or opens that of the mention last gone to. */
  toggle(): void {
    if (this.#state.kind === 'open' || this.#state.kind === 'leaving') this.close()
    else this.goTo(Math.max(0, this.#at))
  }

  /** Explains a selection by the first mention whose words it holds; false where there is none. */
  explain(text: string): boolean {
    const index = this.#options.annotator
      .marks()
      .findIndex(({ mention }) => text.toLowerCase().includes(mention.text.toLowerCase()))
    this.goTo(index)
    return index >= 0
  }

  /** A mark's text changed or went; a card that pointed at it goes with it. */
  drop(mark: Mark): void {
    if (this.#state.kind !== 'idle' && this.#state.mark === mark) this.close()
  }

  /** Removes card and listeners for good. */
  destroy(): void {
    this.close()
    this.#stop.abort()
    this.#host.destroy()
  }

  #listen(): void {
    const { signal } = this.#stop
    const on = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void) =>
      document.addEventListener(
        type,
        (event) => {
          // Events that a script makes up open nothing.
          if (event.isTrusted) listener(event)
        },
        { capture: true, passive: true, signal },
      )
    on('pointermove', (event) => this.#onMove(event))
    on('pointerdown', (event) => this.#onDown(event))
    on('click', (event) => this.#onClick(event))
    on('keydown', (event) => event.key === 'Escape' && this.close())
    on('scroll', (event) => this.#onScroll(event))
    on('fullscreenchange', () => this.#host.rehost())
    // A dialog of the page opens over the card, or closes with the card inside.
    on('toggle', () => this.#host.rehost())
    document.addEventListener('close', () => this.#host.rehost(), { capture: true, signal })
    on('pointerout', (event) => this.#onOut(event))
    on('visibilitychange', () => this.#send({ type: 'interrupt' }))
    window.addEventListener('resize', () => this.#follow(), { passive: true, signal })
  }

  #markUnder(event: PointerEvent | MouseEvent): Mark | null {
    const target = event.composedPath()[0]
    const { clientX: x, clientY: y } = event
    if (!(target instanceof Element)) return null
    const behind = this.#behind?.range && rectAt(this.#behind.range, x, y) ? this.#behind : null
    return this.#options.annotator.markAt(target, x, y) ?? behind
  }

  /** The pointer rested on nothing of ours; what lies behind a transparent element counts as if it were under the pointer. */
  #lookBehind(x: number, y: number): void {
    this.#behind = this.#options.annotator.markBehind(x, y)
    if (this.#behind === null) return
    this.#send({ type: 'pointer', over: this.#behind, speed: 0, token: ++this.#token })
    this.#send({ type: 'rested', token: this.#token })
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return
    const { clientX: x, clientY: y, timeStamp: time } = event
    // The page scrolled or changed under a pointer that lies still.
    if (x === this.#last.x && y === this.#last.y) return
    const elapsed = Math.max(1, time - this.#last.time)
    const speed = this.#last.x < 0 ? 0 : Math.hypot(x - this.#last.x, y - this.#last.y) / elapsed
    this.#last = { x, y, time }
    if (event.buttons !== 0) return this.#send({ type: 'interrupt' })
    const isOnCard = this.#host.contains(event)
    const mark = isOnCard ? null : this.#markUnder(event)
    clearTimeout(this.#timers.behind)
    if (mark === null && !isOnCard) {
      this.#behind = null
      this.#timers.behind = setTimeout(() => this.#lookBehind(x, y), REST_MS)
    }
    if (
      mark &&
      this.#state.kind === 'intending' &&
      this.#state.mark === mark &&
      Math.hypot(x - this.#rest.x, y - this.#rest.y) < TREMBLE_PX
    )
      return
    if (mark === null && !isOnCard && this.#state.kind === 'idle') return
    this.#rest = { x, y }
    this.#send({ type: 'pointer', over: isOnCard ? 'card' : mark, speed, token: ++this.#token })
  }

  /** Into a frame or out of the window no move is heard: the pointer is gone all the same. */
  #onOut(event: PointerEvent): void {
    const { relatedTarget } = event
    if (event.pointerType === 'touch' || (relatedTarget !== null && !(relatedTarget instanceof HTMLIFrameElement)))
      return
    this.#last = { x: -1, y: -1, time: event.timeStamp }
    clearTimeout(this.#timers.behind)
    if (this.#state.kind !== 'idle') this.#send({ type: 'pointer', over: null, speed: 0, token: ++this.#token })
  }

  #onDown(event: PointerEvent): void {
    this.#hadSelection = !(getSelection()?.isCollapsed ?? true)
    this.#send({ type: 'interrupt' })
    if (!this.#host.contains(event) && this.#markUnder(event) === null) this.close()
  }

  #onClick(event: MouseEvent): void {
    if (event.button !== 0 || this.#host.contains(event)) return
    const mark = this.#markUnder(event)
    if (mark === null || isInteractive(event)) return
    // A click that makes or clears a selection, and the second of a double click, mean the text.
    if (this.#hadSelection || !(getSelection()?.isCollapsed ?? true)) return
    if (event.detail > 1) return this.close()
    this.#last = { x: event.clientX, y: event.clientY, time: event.timeStamp }
    const isTouch = (event as PointerEvent).pointerType === 'touch'
    this.#send({ type: isTouch ? 'tap' : 'click', mark })
  }

  #onScroll(event: Event): void {
    if (this.#host.contains(event)) return
    this.#send({ type: 'interrupt' })
    this.#follow()
  }

  /** Keeps an open card beside its mention; closes it when the mention is gone or out of sight. */
  #follow(): void {
    if (this.#state.kind !== 'open' && this.#state.kind !== 'leaving') return
    const { range } = this.#state.mark
    const rect = range?.getBoundingClientRect()
    if (
      !range ||
      !rect ||
      rect.bottom < 0 ||
      rect.top > innerHeight ||
      rect.right < 0 ||
      rect.left > innerWidth ||
      rect.width === 0
    )
      this.close()
    else this.#host.place(this.#anchor(range))
  }

  /** The line box of the mention that the pointer is on, and where along it the card should begin. */
  #anchor(range: Range): { rect: DOMRect; x: number } {
    const under = rectAt(range, this.#last.x, this.#last.y)
    const rect = under ?? range.getClientRects()[0] ?? range.getBoundingClientRect()
    return { rect, x: rect.left }
  }

  #togglePin(): void {
    const isPinned = this.#state.kind === 'open' && this.#state.mode === 'pinned'
    this.#send({ type: isPinned ? 'unpin' : 'pin' })
  }

  #send(event: MachineEvent<Mark>): void {
    if (event.type === 'interrupt') clearTimeout(this.#timers.behind)
    const { state, effects } = step(this.#state, event)
    this.#state = state
    for (const effect of effects) this.#do(effect)
  }

  #do(effect: Effect<Mark>): void {
    switch (effect.type) {
      case 'start-rest':
        clearTimeout(this.#timers.rest)
        if (this.#state.kind === 'intending') void this.#factsOf(this.#state.mark)
        this.#timers.rest = setTimeout(() => this.#send({ type: 'rested', token: effect.token }), REST_MS)
        return
      case 'start-grace':
        clearTimeout(this.#timers.grace)
        this.#timers.grace = setTimeout(() => this.#send({ type: 'grace-over', token: effect.token }), GRACE_MS)
        return
      case 'hide':
        return this.#host.hide()
      case 'show':
        void this.#show(effect.mark, effect.mode).catch((error: unknown) => noteError('card', error))
    }
  }

  #factsOf(mark: Mark): Promise<CardFacts | null> {
    const { entry } = mark.mention
    const known = this.#facts.get(entry)
    if (known) return known
    const reading = readCard(this.#options.pointer, entry).catch(() => {
      // Storage may answer the next time.
      this.#facts.delete(entry)
      return null
    })
    this.#facts.set(entry, reading)
    return reading
  }

  async #show(mark: Mark, mode: Mode): Promise<void> {
    const facts = await this.#factsOf(mark)
    // The pointer may have gone on while storage answered.
    if (this.#state.kind !== 'open' || this.#state.mark !== mark) return
    if (facts === null || mark.range === null) return this.close()
    this.#host.show(
      { model: this.#modelOf(mark, facts), isPinned: mode === 'pinned', t: this.#t },
      this.#anchor(mark.range),
      mark.range.startContainer.parentElement,
    )
  }

  #modelOf(mark: Mark, facts: CardFacts): CardModel {
    const { article, words } = this.#options
    const request = {
      economy: this.#economyOf(mark),
      articleDate: article().date,
      today: isoToday(),
      number: mark.number ?? null,
    }
    return buildCard(facts, request, { t: this.#t, locale: this.#locale, economies: words.economies })
  }

  #economyOf({ mention, text }: Mark): string {
    const { lexicon, article } = this.#options
    const named = economyOfSentence(lexicon, text, mention.start, mention.end, economiesIn(lexicon, text))
    const { headline, lead } = article()
    return named ?? economyOfArticle(lexicon, headline, lead) ?? 'WLD'
  }
}

/** True where a click belongs to the page: a link, a button, a field. */
function isInteractive(event: Event): boolean {
  return event
    .composedPath()
    .some(
      (node) =>
        node instanceof Element &&
        node.matches(
          'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [onclick]',
        ),
    )
}
