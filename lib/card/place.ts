/** Where the card goes: pure geometry in CSS px of the viewport. Never over the mention, never outside the viewport. */

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

export interface Placement {
  left: number
  top: number
  side: 'below' | 'above'
  /** The card scrolls inside where it is taller than this. */
  maxHeight: number
}

/** Distance between mention and card, and between card and the viewport's edge. */
export const GAP_PX = 6
export const EDGE_PX = 8

/**
 * Places a card of `card` size beside `mention` (the line box under the pointer): below it where it fits, else above,
 * else on the roomier side with its height cut. Horizontally it starts at `x` (the pointer, or the mention's start) and is
 * shifted to stay in view.
 */
export function placeCard(mention: Box, card: Size, viewport: Size, x: number): Placement {
  const below = viewport.height - mention.bottom - GAP_PX - EDGE_PX
  const above = mention.top - GAP_PX - EDGE_PX
  const side = card.height <= below || below >= above ? 'below' : 'above'
  const maxHeight = Math.max(0, side === 'below' ? below : above)
  const height = Math.min(card.height, maxHeight)
  const top = side === 'below' ? mention.bottom + GAP_PX : mention.top - GAP_PX - height
  const farthest = Math.max(EDGE_PX, viewport.width - card.width - EDGE_PX)
  return { left: Math.min(Math.max(x, EDGE_PX), farthest), top, side, maxHeight }
}
