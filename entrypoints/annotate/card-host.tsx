/** The one element that Tradegloss ever adds to a page: holds the card in a closed shadow root, in the top layer. */

import { options, render } from 'preact'
import { Card, type CardProps } from '../../components/card/Card.tsx'
import { SENTENCE_ID } from '../../components/card/Figure.tsx'
import { TITLE_ID } from '../../components/card/Head.tsx'
import { isSheetIn, keptInView, placeBeside, placeCard } from '../../lib/card/place.ts'
import { elementsAround } from '../../lib/page/around.ts'
import { isDarkBehind } from '../../lib/page/darkness.ts'
import type { Theme } from '../../lib/settings/definition.ts'

const NAME = 'tradegloss-card'

/** In less height than this (CSS px) all of the card scrolls, with its head and its buttons (`card.css`). */
const LOW_PX = 220

/**
 * The mention's first node, where it is (CSS px of the viewport), all of it where its lines run vertically, whether they run
 * from right to left, and whether a finger points.
 */
export interface Anchor {
  node: Node
  rect: DOMRect
  vertical: DOMRect | null
  isRtl: boolean
  isTouch: boolean
}

export interface Showing {
  props: Omit<CardProps, 'onMove' | 'onDock'>
  anchor: Anchor
  theme: Theme
  /** BCP 47 locale of the card's words, which need not be the page's. */
  locale: string
  /** What takes the focus where it was on something of the card that is gone; without it the card does. */
  refocus: string | undefined
}

// Firefox hands pages what lies in closed roots (`originalTarget`): they may press our buttons there, or take them out first.
options.event = (event) => {
  if (!event.isTrusted) throw new Error('not the reader')
  return event
}

export class CardHost {
  #host: HTMLElement | null = null
  #frame: HTMLElement | null = null
  #root: ShadowRoot | null = null
  #anchor: Anchor | null = null
  #entry: string | null = null
  #isMoved = false
  #corner = 0
  /** What had the focus before the card took it. */
  #before: HTMLElement | null = null

  /** Style sheet of the card. */
  readonly #style: string

  constructor(style: string) {
    this.#style = style
    const orphan = document.querySelector(`html > ${NAME}`)
    if (orphan && isOurs(orphan)) orphan.remove()
  }

  /** True while a card is shown that the reader moved: it stays where it was put. */
  get isMoved(): boolean {
    return this.#isMoved && !isSheetIn({ width: innerWidth })
  }

  /** True where the event happened on the card. */
  contains(event: Event): boolean {
    return this.#host !== null && event.composedPath().includes(this.#host)
  }

  /** Shows a card beside its mention; `onMoved` hears that the reader moved it. */
  show({ props, anchor, theme, locale, refocus }: Showing, onMoved: () => void): void {
    const frame = this.#ready()
    const { category, entry } = props.model
    frame.lang = locale
    frame.dataset.category = category ?? ''
    frame.dataset.theme = theme !== 'auto' ? theme : isDarkBehind(anchor.node) ? 'dark' : 'light'
    const hadFocus = this.#root?.activeElement != null
    const moved = (move: () => void) => () => {
      if (isSheetIn({ width: innerWidth })) return
      this.#isMoved = true
      move()
      onMoved()
    }
    render(
      <Card
        key={entry}
        {...props}
        onMove={(x, y) => moved(() => this.#moveBy(x, y))()}
        onDock={moved(() => this.#dock())}
      />,
      frame,
    )
    this.place(anchor)
    if (this.#entry !== entry) frame.scrollTop = 0
    this.#entry = entry
    if (hadFocus && this.#root?.activeElement == null)
      ((refocus && frame.querySelector<HTMLElement>(refocus)) || frame).focus({ preventScroll: !refocus })
  }

  /** Puts the keyboard into the card; it goes back where it was when the card closes. */
  focus(): void {
    if (document.activeElement !== this.#host) this.#before = document.activeElement as HTMLElement | null
    this.#frame?.focus()
  }

  /** Puts the open card beside the mention again, after the page scrolled or was resized. */
  place(anchor: Anchor): void {
    this.#anchor = anchor
    this.rehost()
    const frame = this.#frame
    if (!frame) return
    if (this.isMoved) return this.#moveBy(0, 0)
    // Measuring the card at its full height would scroll it to its top.
    const scrolled = [frame, ...frame.querySelectorAll('.body')].map((each) => [each, each.scrollTop] as const)
    frame.style.maxHeight = 'none'
    const { rect, vertical, isRtl, isTouch } = anchor
    const { offsetWidth: width, offsetHeight: height } = frame
    const card = { width, height }
    const view = viewFor(width)
    const { left, top, maxHeight } =
      (vertical && placeBeside(vertical, card, view)) ??
      placeCard(
        rect,
        card,
        view,
        isRtl ? rect.right - width : rect.left,
        // A pointer would have to cross the page to a sheet at its edge.
        isTouch && isSheetIn({ width: innerWidth }),
      )
    frame.style.maxHeight = `${maxHeight}px`
    frame.dataset.low = `${maxHeight < LOW_PX}`
    this.#put(left, top)
    for (const [each, at] of scrolled) each.scrollTop = at
  }

  hide(): void {
    const hadFocus = this.#root?.activeElement != null
    this.#anchor = null
    this.#entry = null
    this.#isMoved = false
    this.#corner = 0
    if (this.#frame?.matches(':popover-open')) this.#frame.hidePopover()
    if (this.#frame) render(null, this.#frame)
    this.rehost()
    if (hadFocus) this.#before?.focus({ preventScroll: true })
    this.#before = null
  }

  /** Moves an open card to where it can be seen and used, a closed one back to the page. */
  rehost(): void {
    const host = this.#host
    const frame = this.#frame
    // Taken away by the page it comes back with the next card.
    if (!frame || !host?.isConnected) return
    const home = this.#anchor ? homeOf(this.#anchor.node) : document.documentElement
    if (host.parentNode !== home) home.appendChild(host)
    // A page that zooms itself changes neither the card's size nor the px that it is placed by.
    frame.style.zoom = `${1 / (host.currentCSSZoom ?? 1)}`
    if (this.#anchor && !frame.matches(':popover-open')) frame.showPopover()
  }

  destroy(): void {
    this.hide()
    this.#host?.remove()
    this.#host = this.#frame = this.#root = null
  }

  #put(left: number, top: number): void {
    if (!this.#frame) return
    this.#frame.style.left = `${left}px`
    this.#frame.style.top = `${top}px`
  }

  #moveBy(x: number, y: number): void {
    const frame = this.#frame
    if (!frame) return
    const { left, top, width, height } = frame.getBoundingClientRect()
    const kept = keptInView({ left: left + x, top: top + y }, { width, height }, viewFor(width))
    this.#put(kept.left, kept.top)
  }

  /** To the window's corners in turn, clockwise from the top right. */
  #dock(): void {
    const corner = this.#corner++ % 4
    this.#moveBy(corner < 2 ? innerWidth : -innerWidth, corner % 3 === 0 ? -innerHeight : innerHeight)
  }

  #ready(): HTMLElement {
    if (this.#frame && this.#host?.isConnected) return this.#frame
    this.#host?.remove()
    // In a document of its own: a page that has defined an element of our name would be handed this one, and its root.
    const host = document.implementation.createHTMLDocument().createElement(NAME)
    // A page's reset on `*` must not reach the card through its host. Shown by our style sheet, which goes when we go.
    host.style.cssText =
      'all: initial !important; display: var(--tradegloss-shown, none) !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important; height: 0 !important;'
    const root = host.attachShadow({ mode: 'closed' })
    const style = document.createElement('style')
    style.textContent = this.#style
    const frame = document.createElement('div')
    frame.className = 'frame'
    frame.popover = 'manual'
    frame.tabIndex = -1
    frame.setAttribute('role', 'dialog')
    frame.setAttribute('aria-labelledby', TITLE_ID)
    frame.setAttribute('aria-describedby', SENTENCE_ID)
    root.append(style, frame)
    document.documentElement.append(host)
    this.#host = host
    this.#root = root
    this.#frame = frame
    return frame
  }
}

/** What is seen of the window; from side to side all of it where no card of `width` fits: readers can push that about. */
function viewFor(width: number): DOMRect {
  const view = visualViewport ?? { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight }
  return view.width < width
    ? new DOMRect(0, view.offsetTop, innerWidth, view.height)
    : new DOMRect(view.offsetLeft, view.offsetTop, view.width, view.height)
}

/**
 * Firefox stops an older copy without a word, and lets its successor see into closed roots: a card that was open then is
 * still there, and nobody's. Elsewhere an older copy takes its card away, and an element of our name is the page's own.
 */
function isOurs(element: Element): boolean {
  const { openOrClosedShadowRoot: root } = element as { openOrClosedShadowRoot?: ShadowRoot | null }
  return root?.querySelector(`.frame[aria-labelledby=${TITLE_ID}]`) != null
}

/**
 * What holds the card of a mention that stands in `node`: the modal dialog, full-screen element or popover around it, else
 * the modal dialog or full-screen element of the page that is open; a video or frame shows no children. Outside of these
 * everything is inert or unseen, or a click closes them.
 */
function homeOf(node: Node): Node {
  const home =
    [...elementsAround(node)].find((element) => element.matches(':modal, :popover-open')) ??
    [...document.querySelectorAll(':modal:not(video, iframe, img, canvas, object, embed)')].at(-1)
  return home?.shadowRoot ?? home ?? document.documentElement
}
