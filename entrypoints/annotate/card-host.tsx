/** The one element that Tradegloss ever adds to a page: holds the card in a closed shadow root, in the top layer. */

import { render } from 'preact'
import { Card, TITLE_ID, type CardProps } from '../../components/card/Card.tsx'
import cardCss from '../../components/card/card.css?inline'
import tokensCss from '../../components/ui/tokens.css?inline'
import { placeCard } from '../../lib/card/place.ts'
import { isDarkBehind } from '../../lib/page/background.ts'

const NAME = 'tradegloss-card'

type Shown = Omit<CardProps, 'onPin' | 'onClose'>
type Anchor = { rect: DOMRect; x: number }

export class CardHost {
  readonly #actions: Pick<CardProps, 'onPin' | 'onClose'>
  #host: HTMLElement | null = null
  #frame: HTMLElement | null = null
  #anchor: Anchor | null = null
  #entry: string | null = null

  constructor(actions: Pick<CardProps, 'onPin' | 'onClose'>) {
    this.#actions = actions
    // Firefox stops an older copy without a word: a card that was open then is still there, and nobody's.
    document.querySelector(`html > ${NAME}`)?.remove()
  }

  /** True where the event happened on the card. */
  contains(event: Event): boolean {
    return this.#host !== null && event.composedPath().includes(this.#host)
  }

  /** Shows a card beside `anchor`; `behind` is the page's element whose background decides light or dark. */
  show(shown: Shown, anchor: Anchor, behind: Element | null): void {
    const frame = this.#ready()
    frame.dataset.category = shown.model.category
    frame.dataset.theme = behind && isDarkBehind(behind) ? 'dark' : 'light'
    render(
      <Card key={shown.model.entry} {...shown} onPin={this.#actions.onPin} onClose={this.#actions.onClose} />,
      frame,
    )
    this.rehost()
    if (!frame.matches(':popover-open')) frame.showPopover()
    if (this.#entry !== shown.model.entry) frame.scrollTop = 0
    this.#entry = shown.model.entry
    this.place(anchor)
  }

  /** Puts the open card beside the mention again, after the page scrolled or was resized. */
  place(anchor: Anchor): void {
    this.#anchor = anchor
    const frame = this.#frame
    if (!frame) return
    frame.style.maxHeight = 'none'
    const { left, top, maxHeight } = placeCard(
      anchor.rect,
      { width: frame.offsetWidth, height: frame.offsetHeight },
      { width: innerWidth, height: innerHeight },
      anchor.x,
    )
    frame.style.maxHeight = `${maxHeight}px`
    frame.style.left = `${left}px`
    frame.style.top = `${top}px`
  }

  hide(): void {
    this.#anchor = null
    this.#entry = null
    if (this.#frame?.matches(':popover-open')) this.#frame.hidePopover()
    if (this.#frame) render(null, this.#frame)
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
    this.#host = null
    this.#frame = null
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
    style.textContent = tokensCss + cardCss
    const frame = document.createElement('div')
    frame.className = 'frame'
    frame.popover = 'manual'
    frame.tabIndex = -1
    frame.setAttribute('role', 'dialog')
    frame.setAttribute('aria-labelledby', TITLE_ID)
    root.append(style, frame)
    document.documentElement.append(host)
    this.#host = host
    this.#frame = frame
    return frame
  }
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
