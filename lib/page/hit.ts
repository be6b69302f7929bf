/** Hit-testing: which mention lies under a point, without touching the page and without highlight APIs that browsers lack. */

/** A mark that can be pointed at. */
export interface Target {
  /** Null while it is not drawn. */
  range: Range | null
}

export class HitIndex<T extends Target> {
  readonly #byElement = new WeakMap<Element, Set<T>>()

  add(target: T, parents: Iterable<Element>): void {
    for (const parent of parents) {
      const targets = this.#byElement.get(parent)
      if (targets) targets.add(target)
      else this.#byElement.set(parent, new Set([target]))
    }
  }

  remove(target: T, parents: Iterable<Element>): void {
    for (const parent of parents) this.#byElement.get(parent)?.delete(target)
  }

  /** True where the element holds marked text itself: all that a moving pointer needs to know. */
  has(element: Element): boolean {
    return (this.#byElement.get(element)?.size ?? 0) > 0
  }

  /** The mention of `element` under the point (CSS px of the viewport), or null. */
  at(element: Element, x: number, y: number): T | null {
    for (const target of this.#byElement.get(element) ?? [])
      if (target.range && rectAt(target.range, x, y)) return target
    return null
  }
}

/** Marks are as tall as their line: a pointer just below the letters still means them. */
const SLACK_PX = 2

/** The line box of `range` that holds the point, or null. */
export function rectAt(range: Range, x: number, y: number): DOMRect | null {
  for (const rect of range.getClientRects()) {
    if (x >= rect.left && x <= rect.right && y >= rect.top - SLACK_PX && y <= rect.bottom + SLACK_PX) return rect
  }
  return null
}
