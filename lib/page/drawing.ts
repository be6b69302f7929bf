/** Drawing: which marks are painted: as densely as the reader wants, at most some hundred, those near the eyes first. */

import type { Category, Mention } from '../detect/types.ts'
import { isShadowRoot, type Owner } from './blocks.ts'
import { firstOf, type Density } from './density.ts'
import { rectAt } from './hit.ts'
import type { Mark } from './marks.ts'
import type { Painter } from './painter.ts'
import { parentsOf, setRange } from './spans.ts'

/** Every live range costs each later change of the page a little; more than this many help no reader. */
const MAX_DRAWN = 400

/** What measuring a box costs, in characters read (`schedule.ts`). */
const BOX = 100

/** How far (CSS px) a box lies above or below what is seen; infinitely far where it takes no room. */
function distanceTo({ top, bottom, width, height }: DOMRect): number {
  return width + height > 0 ? Math.max(0, -bottom, top - innerHeight) : Infinity
}

/** What the reader wants drawn. */
export interface Wanted {
  categories: ReadonlySet<Category>
  density: Density
  isUnwanted(mention: Mention): boolean
}

export class Drawing {
  readonly #painter: Painter
  /** What is drawn, and the elements that a pointer over it points at. */
  readonly #drawn = new Map<Mark, Set<Element>>()
  #categories: ReadonlySet<Category>
  #density: Density
  readonly #isUnwanted: (mention: Mention) => boolean
  /** Of marks that are to be drawn less densely than `all`, those to draw. */
  #firsts: ReadonlySet<Mark> = new Set()
  /** Marks wait for room. */
  #isCrowded = false
  /** Which marks are drawn is to be chosen anew: others may be nearer to the eyes by now. */
  #isDue = false
  /** Marks that found no room since it was last chosen, and how far (CSS px) the farthest of the chosen was then. */
  readonly #late = new Set<Mark>()
  #reach = 0

  constructor(painter: Painter, { categories, density, isUnwanted }: Wanted) {
    this.#painter = painter
    this.#categories = categories
    this.#density = density
    this.#isUnwanted = isUnwanted
  }

  /** Draws a mark where it stands now, if it is drawn already, or else if it is wanted and there is room. */
  draw(mark: Mark): void {
    const isNew = mark.range === null
    if (isNew && !this.#wants(mark)) return
    if (isNew && this.#drawn.size >= MAX_DRAWN) {
      this.#isDue ||= !this.#isCrowded
      this.#isCrowded = true
      this.#late.add(mark)
      return
    }
    const range = mark.range ?? document.createRange()
    if (!setRange(range, mark.span)) return this.erase(mark)
    this.#drawn.set(mark, parentsOf(mark.span))
    mark.range = range
    if (isNew) this.#painter.add(mark.mention.category, range)
  }

  /** Takes a mark away; there may be room for another. */
  erase(mark: Mark): void {
    this.#late.delete(mark)
    if (mark.range === null) return
    this.#drawn.delete(mark)
    this.#painter.remove(mark.mention.category, mark.range)
    mark.range = null
    this.moved()
  }

  /** Shows and hides categories; fewer of an entry's mentions are for {@link follow} to choose. */
  show(categories: ReadonlySet<Category>, density: Density, marks: Iterable<Mark>): void {
    this.#categories = categories
    this.#density = density
    for (const mark of this.marks()) if (!this.shows(mark)) this.erase(mark)
    for (const mark of marks) this.draw(mark)
  }

  /** The reader sees another part of the page, which may call for {@link follow}. */
  moved(): void {
    this.#isDue ||= this.#isCrowded
  }

  /**
   * Where not all are drawn, chooses; where marks wait for room, goes on to those nearest to what is seen. Layout is read, a
   * box at each step.
   */
  *follow(passages: ReadonlyMap<Owner, { marks: readonly Mark[] }>): Generator<number> {
    if (this.#density !== 'all') {
      const marks = [...passages.values()].flatMap((passage) => passage.marks.filter((mark) => this.shows(mark)))
      this.#firsts = yield* firstOf(marks, this.#density)
      for (const mark of this.marks()) if (!this.#wants(mark)) this.erase(mark)
      for (const mark of this.#firsts) this.draw(mark)
    }
    const late = [...this.#late]
    this.#late.clear()
    const probe = document.createRange()
    const farOf = ({ span }: Mark) => (setRange(probe, span) ? distanceTo(probe.getBoundingClientRect()) : Infinity)
    for (const mark of late) {
      if (this.#isDue) break
      this.#isDue = this.#wants(mark) && farOf(mark) < this.#reach
      yield BOX
    }
    if (!this.#isDue) return
    this.#isDue = false
    const near: [distance: number, mark: Mark][] = []
    for (const [owner, { marks }] of passages) {
      const away = distanceTo((isShadowRoot(owner) ? owner.host : owner).getBoundingClientRect())
      for (const mark of marks) {
        if (!this.#wants(mark)) continue
        // Of a box in view, or of one without room of its own, each mark is measured.
        const isFar = away > 0 && away < Infinity
        near.push([isFar ? away : farOf(mark), mark])
        if (!isFar) yield BOX
      }
      yield BOX
    }
    near.sort(([a], [b]) => a - b)
    const chosen = near.slice(0, MAX_DRAWN)
    const next = new Set(chosen.map(([, mark]) => mark))
    this.#isCrowded = false
    for (const mark of this.marks()) if (!next.has(mark)) this.erase(mark)
    for (const mark of next) this.draw(mark)
    this.#isCrowded = near.length > MAX_DRAWN
    this.#reach = chosen.at(-1)?.[0] ?? 0
  }

  /** True where the mark's category is shown, and the reader did not say "not this". */
  shows({ mention }: Mark): boolean {
    return this.#categories.has(mention.category) && !this.#isUnwanted(mention)
  }

  #wants(mark: Mark): boolean {
    return this.shows(mark) && (this.#density === 'all' || this.#firsts.has(mark))
  }

  /** The marks that are drawn. */
  marks(): Iterable<Mark> {
    return this.#drawn.keys()
  }

  /** The drawn mark under a point (CSS px of the viewport) of `element`, or null. Layout is read only where `element` holds marks. */
  at(element: Element, x: number, y: number): Mark | null {
    for (const [mark, parents] of this.#drawn)
      if (parents.has(element) && mark.range && rectAt(mark.range, x, y)) return mark
    return null
  }
}
