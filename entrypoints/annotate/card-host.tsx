/** The one element that Tradegloss ever adds to a page: holds the card in a closed shadow root, in the top layer. */

import { render } from 'preact'
import { Card, type CardProps } from '../../components/card/Card.tsx'
import { TITLE_ID } from '../../components/card/Head.tsx'
import { isSheetIn, keptInView, placeCard } from '../../lib/card/place.ts'
import { isDarkBehind } from '../../lib/page/background.ts'
import type { Theme } from '../../lib/settings/definition.ts'

const NAME = 'tradegloss-card'

/** The mention's first node, where it is (CSS px of the viewport), whether its line runs from right to left, and whether a finger points. */
export interface Anchor {
  node: Node
  rect: DOMRect
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
  refocus?: string
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

  /** True where the page's modal dialog holds the card. */
  get isInDialog(): boolean {
    return this.#host?.parentElement?.localName === 'dialog'
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
    this.rehost()
    if (!frame.matches(':popover-open')) frame.showPopover()
    if (this.#entry !== entry) frame.scrollTop = 0
    this.#entry = entry
    this.place(anchor)
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
    const frame = this.#frame
    if (!frame) return
    if (this.isMoved) return this.#moveBy(0, 0)
    // Measuring the card at its full height would scroll it to its top.
    const body = frame.querySelector('.body')
    const scrolled = body?.scrollTop ?? 0
    frame.style.maxHeight = 'none'
    const { rect, isRtl, isTouch } = anchor
    const { left, top, maxHeight } = placeCard(
      rect,
      { width: frame.offsetWidth, height: frame.offsetHeight },
      { width: innerWidth, height: innerHeight },
      isRtl ? rect.right - frame.offsetWidth : rect.left,
      // A pointer would have to cross the page to a sheet at its edge.
      isTouch && isSheetIn({ width: innerWidth }),
    )
    frame.style.maxHeight = `${maxHeight}px`
    this.#put(left, top)
    if (body) body.scrollTop = scrolled
  }

  hide(): void {
    const hadFocus = this.#root?.activeElement != null
    this.#anchor = null
    this.#entry = null
    this.#isMoved = false
    this.#corner = 0
    if (this.#frame?.matches(':popover-open')) this.#frame.hidePopover()
    if (this.#frame) render(null, this.#frame)
    if (hadFocus) this.#before?.focus({ preventScroll: true })
    this.#before = null
  }

  /** Moves into an open modal dialog or the full-screen element, outside of which everything is inert or unseen, and back. */
  rehost(): void {
    const host = this.#host
    if (!host) return
    const home = lastModal() ?? fullScreen() ?? document.documentElement
    if (host.parentNode === home) return
    home.append(host)
    if (this.#anchor && this.#frame) {
      this.#frame.showPopover()
      this.place(this.#anchor)
    }
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
    const size = { width, height }
    const kept = keptInView({ left: left + x, top: top + y }, size, { width: innerWidth, height: innerHeight })
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
    root.append(style, frame)
    document.documentElement.append(host)
    this.#host = host
    this.#root = root
    this.#frame = frame
    return frame
  }
}

/**
 * Firefox stops an older copy without a word, and lets its successor see into closed roots: a card that was open then is
 * still there, and nobody's. Elsewhere an older copy takes its card away, and an element of our name is the page's own.
 */
function isOurs(element: Element): boolean {
  const { openOrClosedShadowRoot: root } = element as { openOrClosedShadowRoot?: ShadowRoot | null }
  return root?.querySelector(`.frame[aria-labelledby=${TITLE_ID}]`) != null
}

function lastModal(): Element | null {
  const modals = document.querySelectorAll('dialog:modal')
  return modals[modals.length - 1] ?? null
}

/** The full-screen element, if it can hold the card: a video or frame shows no children. */
function fullScreen(): Element | null {
  const element = document.fullscreenElement
  return element && !element.matches('video, iframe, img, canvas, object, embed') ? element : null
}
