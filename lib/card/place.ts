/** Where the card goes: pure geometry in CSS px of the window. Never over the mention, never outside of what is seen. */

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Size {
  width: number
  height: number
}

/** What is seen of the window: less than all of it where a scrollbar stands, and where fingers zoomed in. */
export type View = Box & Size

export interface Placement {
  left: number
  top: number
  /** The card scrolls inside where it is taller than this. */
  maxHeight: number
}

/** Distance between mention and card, and between card and the edge of what is seen. */
export const GAP_PX = 6
export const EDGE_PX = 8
/** Viewports up to this wide have the card as a sheet at their edge (`card.css` says so too). */
export const SHEET_PX = 420
/** A sheet has its place: nobody moves it. */
export const isSheetIn = ({ width }: Pick<Size, 'width'>): boolean => width <= SHEET_PX
/** A sheet leaves the rest of what is seen to the page. */
const SHEET_SHARE = 0.66

/**
 * Places a card of `card` size beside `mention` (all its lines): below it where it fits, else above,
 * else on the roomier side with its height cut. Horizontally it starts at `x` (the mention's start) and is shifted to stay
 * in view. As a sheet, on a narrow viewport, it lies along the edge that is farther from the mention.
 */
export function placeCard(mention: Box, card: Size, view: View, x: number, isSheet = isSheetIn(view)): Placement {
  const edge = isSheet ? 0 : EDGE_PX
  const below = view.bottom - mention.bottom - GAP_PX - edge
  const above = mention.top - view.top - GAP_PX - edge
  const side = (!isSheet && card.height <= below) || below >= above ? 'below' : 'above'
  const room = Math.max(0, side === 'below' ? below : above)
  const maxHeight = isSheet ? Math.min(room, view.height * SHEET_SHARE) : room
  const height = Math.min(card.height, maxHeight)
  if (isSheet) return { left: view.left, top: side === 'below' ? view.bottom - height : view.top, maxHeight }
  const top = side === 'below' ? mention.bottom + GAP_PX : mention.top - GAP_PX - height
  const margin = card.width >= view.width ? 0 : EDGE_PX
  const nearest = view.left + margin
  const farthest = Math.max(nearest, view.right - card.width - margin)
  return { left: Math.min(Math.max(x, nearest), farthest), top, maxHeight }
}

/**
 * Places a card to the right of `mention`, whose lines run vertically, else to its left: the next of them begins far above or
 * below. Null where there is room on neither side.
 */
export function placeBeside(mention: Box, card: Size, view: View): Placement | null {
  const right = mention.right + GAP_PX
  const left = right + card.width + EDGE_PX <= view.right ? right : mention.left - GAP_PX - card.width
  if (left < view.left + EDGE_PX) return null
  const maxHeight = view.height - 2 * EDGE_PX
  const height = Math.min(card.height, maxHeight)
  return { left, top: keptInView({ left, top: mention.top }, { width: card.width, height }, view).top, maxHeight }
}

/** `at`, moved so that as much as can be of a card of `card` size stays in view. */
export function keptInView(at: { left: number; top: number }, card: Size, view: View) {
  const within = (value: number, size: number, start: number, end: number) =>
    Math.max(start + EDGE_PX, Math.min(value, end - size - EDGE_PX))
  return {
    left: within(at.left, card.width, view.left, view.right),
    top: within(at.top, card.height, view.top, view.bottom),
  }
}
