/** Turns what pointers and keys do on the page into events of the card's machine. Touches no page node. */

import { REST_MS, type Event as MachineEvent } from '../../lib/card/machine.ts'
import type { Annotator } from '../../lib/page/annotator.ts'
import { rectAt } from '../../lib/page/hit.ts'
import type { Mark } from '../../lib/page/marks.ts'
import type { Subject } from './card-content.ts'

export interface CardPointerOptions {
  annotator: Annotator
  /** True where an event happened on the card. */
  isOnCard(event: Event): boolean
  /** The mark that the pointer rests on before its card opens; undefined where nothing is intended. */
  intended(): Subject | undefined
  isIdle(): boolean
  send(event: MachineEvent<Subject>): void
  /** The page was scrolled or resized under an open card. */
  onMoved(): void
}

/** A hand at rest still trembles: moves below this (CSS px) do not start the rest anew. */
const TREMBLE_PX = 3

export class CardPointer {
  readonly #options: CardPointerOptions
  #token = 0
  /** Whether text was selected when the button went down. */
  #hadSelection = false
  /** The mark behind a transparent element, such as a link stretched over a news card, that the pointer rested on. */
  #behind: Mark | null = null
  #behindTimer: ReturnType<typeof setTimeout> | undefined
  #last = { x: -1, y: -1 }
  #rest = { x: -1, y: -1 }
  #isTouch = false

  constructor(options: CardPointerOptions, signal: AbortSignal) {
    this.#options = options
    // On the window, past which some pages let no pointer and no key.
    const on = <Type extends keyof DocumentEventMap>(type: Type, listener: (event: DocumentEventMap[Type]) => void) =>
      window.addEventListener(
        type,
        (event: Event) => {
          // Events that a script makes up open nothing.
          if (event.isTrusted) listener(event as DocumentEventMap[Type])
        },
        { capture: true, signal },
      )
    const { onMoved, send } = options
    on('pointermove', (event) => this.#onMove(event))
    on('pointerdown', (event) => this.#onDown(event))
    on('click', (event) => this.#onClick(event))
    on('keydown', (event) => {
      if (event.key !== 'Escape') return
      // Dialogs and popovers of the page stay open: the next Escape is for them.
      if (!options.isIdle()) event.preventDefault()
      send({ type: 'close' })
    })
    on('scroll', (event) => {
      if (options.isOnCard(event)) return
      this.#send({ type: 'interrupt' })
      onMoved()
    })
    on('pointerout', (event) => this.#onOut(event))
    on('visibilitychange', () => this.#send({ type: 'interrupt' }))
    // Of the window, or by fingers that zoom.
    visualViewport?.addEventListener('resize', onMoved, { signal })
  }

  /**
   * As wide as the line box of `range` that the pointer is on, or its first, and as high as all of them, as far as that leaves
   * a card half the window.
   */
  boxOf(range: Range): DOMRect {
    const all = range.getBoundingClientRect()
    const lines = [...range.getClientRects()]
    const line = rectAt(range, this.#last.x, this.#last.y) ?? lines[0] ?? all
    // It goes on at the top of the next column.
    const isInColumns = lines.some(({ bottom }, at) => bottom <= (lines[at - 1]?.top ?? -Infinity))
    const top = Math.min(Math.max(all.top, 0), innerHeight)
    return isInColumns ? line : new DOMRect(line.left, top, line.width, Math.min(all.bottom - top, innerHeight / 2))
  }

  /** True where the reader pointed with a finger last. */
  get isTouch(): boolean {
    return this.#isTouch
  }

  #send(event: MachineEvent<Subject>): void {
    if (event.type === 'interrupt') clearTimeout(this.#behindTimer)
    this.#options.send(event)
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
    this.#send({ type: 'pointer', over: this.#behind, token: ++this.#token })
    this.#send({ type: 'rested', token: this.#token })
  }

  #onMove(event: PointerEvent): void {
    if (event.pointerType === 'touch') return
    this.#isTouch = false
    const { clientX: x, clientY: y } = event
    // The page scrolled or changed under a pointer that lies still.
    if (x === this.#last.x && y === this.#last.y) return
    this.#last = { x, y }
    if (event.buttons !== 0) return this.#send({ type: 'interrupt' })
    const isOnCard = this.#options.isOnCard(event)
    const mark = isOnCard ? null : this.#markUnder(event)
    clearTimeout(this.#behindTimer)
    if (mark === null && !isOnCard) {
      this.#behind = null
      this.#behindTimer = setTimeout(() => this.#lookBehind(x, y), REST_MS)
    }
    const isTrembling = Math.hypot(x - this.#rest.x, y - this.#rest.y) < TREMBLE_PX
    if (mark && isTrembling && this.#options.intended() === mark) return
    if (mark === null && !isOnCard && this.#options.isIdle()) return
    this.#rest = { x, y }
    this.#send({ type: 'pointer', over: isOnCard ? 'card' : mark, token: ++this.#token })
  }

  /** Into a frame or out of the window no move is heard: the pointer is gone all the same. */
  #onOut(event: PointerEvent): void {
    const { relatedTarget } = event
    if (event.pointerType === 'touch' || (relatedTarget !== null && !(relatedTarget instanceof HTMLIFrameElement)))
      return
    this.#last = { x: -1, y: -1 }
    clearTimeout(this.#behindTimer)
    if (!this.#options.isIdle()) this.#send({ type: 'pointer', over: null, token: ++this.#token })
  }

  #onDown(event: PointerEvent): void {
    this.#isTouch = event.pointerType === 'touch'
    this.#hadSelection = hasSelection()
    this.#send({ type: 'interrupt' })
    if (!this.#options.isOnCard(event) && this.#markUnder(event) === null) this.#send({ type: 'close' })
  }

  #onClick(event: MouseEvent): void {
    if (event.button !== 0 || this.#options.isOnCard(event)) return
    const mark = this.#markUnder(event)
    if (mark === null || isInteractive(event)) return
    // The second of a double click, and one that makes or clears a selection, mean the text.
    if (event.detail > 1) return this.#send({ type: 'close' })
    if (this.#hadSelection || hasSelection()) return
    this.#last = { x: event.clientX, y: event.clientY }
    this.#send({ type: (event as PointerEvent).pointerType === 'touch' ? 'tap' : 'click', mark })
  }
}

const hasSelection = (): boolean => !(getSelection()?.isCollapsed ?? true)

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
