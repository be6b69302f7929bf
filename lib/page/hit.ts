/** Hit-testing: whether a point lies on a range, without highlight APIs that browsers lack. */

/** Marks are as tall as their line: a pointer just below the letters still means them. */
const SLACK_PX = 2

/** The line box of `range` that holds the point (CSS px of the viewport), or null. */
export function rectAt(range: Range, x: number, y: number): DOMRect | null {
  for (const rect of range.getClientRects()) {
    if (x >= rect.left && x <= rect.right && y >= rect.top - SLACK_PX && y <= rect.bottom + SLACK_PX) return rect
  }
  return null
}
