/**
 * The annotator: keeps the marks of one page true to its text. Has what a follower reads searched, has marks drawn, and lets
 * go of what went. Knows neither storage nor messages nor cards, nor who searches.
 */

import { CATEGORIES, type Category, type Mention } from '../detect/types.ts'
import type { Find } from './asking.ts'
import { isTransparent } from './darkness.ts'
import type { Density } from './density.ts'
import { Drawing } from './drawing.ts'
import { Follower } from './follower.ts'
import { isShown, type Mark } from './marks.ts'
import { inPageOrder } from './order.ts'
import type { Painter } from './painter.ts'
import { Passages } from './passages.ts'

export type Counts = Record<Category, number>

export interface AnnotatorOptions {
  find: Find
  painter: Painter
  categories: ReadonlySet<Category>
  /** How many of an entry's mentions are drawn; all are counted and listed. */
  density: Density
  /** Mentions that the reader wants neither drawn nor counted; asked again whenever categories are set. */
  isUnwanted(mention: Mention): boolean
  /** Called with drawn marks whose sentences were not looked at yet. */
  onMarks(marks: readonly Mark[]): void
  /** Called once: all is read, also where there is nothing on the page. */
  onRead(): void
  /** Called where text came or changed after the page was gone through for the first time. */
  onNews(): void
  /** Called for a mark whose words changed or went. */
  onDropped(mark: Mark): void
  onError(error: unknown): void
}

/** What handing on a mark costs, in characters read (`schedule.ts`). */
const MARK = 500

/** How many marks are handed on at a time. */
const BATCH = 40

const noCounts = () => Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Counts

export class Annotator {
  readonly #options: AnnotatorOptions
  readonly #drawing
  readonly #passages
  readonly #follower
  #isGoneThrough = false
  #hasNews = false

  constructor(options: AnnotatorOptions) {
    const { find, painter, onError, onRead } = options
    this.#options = options
    this.#drawing = new Drawing(painter, options)
    this.#passages = new Passages({
      find,
      onAnswer: () => this.#follower.wake(),
      onGone: (mark) => {
        this.#drawing.erase(mark)
        options.onDropped(mark)
      },
      onError,
    })
    this.#follower = new Follower({
      onText: (owner, blocks) => {
        this.#hasNews = this.#isGoneThrough
        this.#passages.hold(owner, blocks)
      },
      // What is seen is asked about before the rest is read.
      onPart: () => this.#passages.send(),
      isBusy: () => this.#passages.isBusy,
      onRead,
      onError,
      onGone: (owners) => this.#passages.prune(owners),
      onRoot: (root) => painter.adopt(root),
      onScroll: () => this.#drawing.moved(),
      onSeen: () => this.#passages.retry(),
      between: () => this.#settle(),
      after: () => this.#finish(),
      onPulse: () => {
        // Pages clear highlights, and no observer tells.
        painter.restore()
        return this.#passages.hasMarks
      },
    })
  }

  /** Marks the whole page, what is seen of it first, and follows it from now on. */
  start(): void {
    this.#follower.start()
  }

  /** Takes every mark away and goes quiet for good. */
  stop(): void {
    this.#follower.stop()
    this.#passages.stop()
    this.#options.painter.clear()
  }

  /** The page is about something else: decides again on terms that ask for context; nothing is read again. */
  reconsider(): void {
    this.#passages.reconsider()
    this.#follower.wake()
  }

  /** Draws these categories, so densely, at once; nothing is read again. */
  show(categories: ReadonlySet<Category>, density: Density): void {
    this.#drawing.show(categories, density, this.#passages.marks())
    this.#follower.wake()
  }

  /** The mark under a point (CSS px of the viewport) of `element`, or null; what is not drawn cannot be pointed at. */
  markAt(element: Element, x: number, y: number): Mark | null {
    return this.#drawing.at(element, x, y)
  }

  /**
   * The mark that lies at a point of the viewport (CSS px) behind no more than three elements, all of them transparent:
   * a link stretched over a news card. Asks for layout.
   */
  markBehind(x: number, y: number): Mark | null {
    for (const element of document.elementsFromPoint(x, y).slice(0, 4)) {
      const mark = this.markAt(element, x, y)
      if (mark !== null || !isTransparent(element)) return mark
    }
    return null
  }

  /** All marks of the categories shown that a reader can see, in the order of the page. */
  marks(): Mark[] {
    return [...this.#passages.marks()]
      .filter((mark) => this.#drawing.shows(mark) && isShown(mark))
      .sort((a, b) => inPageOrder(a.span, b.span))
  }

  /** Mentions that a reader can see, by category, those of hidden categories too. */
  counts(): Counts {
    const counts = noCounts()
    for (const mark of this.#passages.marks())
      if (isShown(mark) && !this.#options.isUnwanted(mark.mention)) counts[mark.mention.category]++
    return counts
  }

  /** Draws what was found meanwhile. */
  *#settle(): Generator<number> {
    yield* this.#passages.settle((mark) => this.#drawing.draw(mark))
  }

  /** What there is to do once all is read. */
  *#finish(): Generator<number> {
    yield* this.#settle()
    this.#passages.recheck()
    this.#passages.send()
    yield* this.#drawing.follow(this.#passages.all)
    this.#options.painter.restore()
    this.#isGoneThrough = true
    if (this.#hasNews) this.#options.onNews()
    this.#hasNews = false
    yield* this.#tell()
  }

  /** Hands on what is drawn and whose sentence was not looked at yet. */
  *#tell(): Generator<number> {
    const fresh = [...this.#drawing.marks()].filter(({ number }) => number === undefined)
    while (fresh.length > 0) {
      const batch = fresh.splice(0, BATCH)
      for (const mark of batch) mark.number = null
      this.#options.onMarks(batch)
      yield BATCH * MARK
    }
  }
}
