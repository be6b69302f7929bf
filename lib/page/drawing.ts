/** Drawing: which marks are painted, at most some hundred at a time and those near the reader's eyes first. */

import type { Category } from '../detect/types.ts'
import { isShadowRoot, type Owner } from './blocks.ts'
import { HitIndex } from './hit.ts'
import type { Mark } from './marks.ts'
import type { Painter } from './painter.ts'
import { isOver, parentsOf, rangeOf } from './spans.ts'

/** Every live range costs each later change of the page a little; more than this many help no reader. */
const MAX_DRAWN = 400

/** What measuring a box costs, in characters read (`schedule.ts`). */
const BOX = 100

/** How far (CSS px) a box lies above or below what is seen; infinitely far where it takes no room. */
function distanceTo({ top, bottom, width, height }: DOMRect): number {
  return width + height > 0 ? Math.max(0, -bottom, top - innerHeight) : Infinity
}

export class Drawing {
  readonly #painter: Painter
  readonly #onDrawn: (mark: Mark) => void
  readonly #hits = new HitIndex<Mark>()
  readonly #drawn = new Map<Mark, Set<Element>>()
  #categories: ReadonlySet<Category>
  /** Marks wait for room. */
  #isCrowded = false
  /** Others may be nearer now. */
  #isDue = false

  /** `onDrawn` gets every mark that is drawn, or still is. */
  constructor(painter: Painter, categories: ReadonlySet<Category>, onDrawn: (mark: Mark) => void) {
    this.#painter = painter
    this.#categories = categories
    this.#onDrawn = onDrawn
  }

  /** Draws a mark where it stands now, if its category is shown and there is room. */
  draw(mark: Mark): void {
    if (mark.range !== null && isOver(mark.range, mark.span)) return this.#onDrawn(mark)
    this.#erase(mark)
    if (!this.#categories.has(mark.mention.category)) return
    if (this.#drawn.size >= MAX_DRAWN) {
      this.#isCrowded = this.#isDue = true
      return
    }
    const range = rangeOf(mark.span)
    if (range === null) return
    const parents = parentsOf(mark.span)
    mark.range = range
    this.#drawn.set(mark, parents)
    this.#hits.add(mark, parents)
    this.#painter.add(mark.mention.category, range)
    this.#onDrawn(mark)
  }

  /** Takes a mark away for good; there may be room for another. */
  drop(mark: Mark): void {
    this.#erase(mark)
    this.moved()
  }

  /** Shows and hides categories. */
  setCategories(categories: ReadonlySet<Category>, marks: Iterable<Mark>): void {
    this.#categories = categories
    for (const mark of this.#drawn.keys()) if (!categories.has(mark.mention.category)) this.#erase(mark)
    for (const mark of marks) this.draw(mark)
  }

  /** The reader sees another part of the page: true where that calls for {@link follow}. */
  moved(): boolean {
    return (this.#isDue ||= this.#isCrowded)
  }

  /** Where marks wait for room, goes on to those nearest to what is seen. Layout is read, a box at each step. */
  *follow(passages: Iterable<[Owner, { marks: readonly Mark[] }]>): Generator<number> {
    if (!this.#isDue) return
    this.#isDue = false
    const near: [distance: number, mark: Mark][] = []
    for (const [owner, { marks }] of passages) {
      const away = distanceTo((isShadowRoot(owner) ? owner.host : owner).getBoundingClientRect())
      for (const mark of marks) {
        if (!this.#categories.has(mark.mention.category)) continue
        // Of a box in view, or of one without room of its own, each mark is measured.
        const rect = away === 0 || away === Infinity ? rangeOf(mark.span)?.getBoundingClientRect() : null
        near.push([rect ? distanceTo(rect) : away, mark])
        if (rect) yield BOX
      }
      yield BOX
    }
    near.sort(([a], [b]) => a - b)
    this.#isCrowded = near.length > MAX_DRAWN
    const next = new Set(near.slice(0, MAX_DRAWN).map(([, mark]) => mark))
    for (const mark of this.#drawn.keys()) if (!next.has(mark)) this.#erase(mark)
    for (const mark of next) this.draw(mark)
  }

  /** The drawn mark under a point (CSS px of the viewport) of `element`, or null. */
  at(element: Element, x: number, y: number): Mark | null {
    return this.#hits.at(element, x, y)
  }

  /** True where `element` itself holds drawn text. Costs a look-up. */
  holds(element: Element): boolean {
    return this.#hits.has(element)
  }

  #erase(mark: Mark): void {
    const parents = this.#drawn.get(mark)
    if (parents === undefined || mark.range === null) return
    this.#drawn.delete(mark)
    this.#hits.remove(mark, parents)
    this.#painter.remove(mark.mention.category, mark.range)
    mark.range = null
  }
}
