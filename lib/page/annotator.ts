/**
 * The annotator: keeps the marks of one page true to its text. Reads blocks in slices, asks detection, draws through a
 * painter, and follows changes. Knows neither storage nor messages nor cards.
 */

import { candidatesIn, decide, type Candidate } from '../detect/detect.ts'
import type { Lexicon } from '../detect/lexicon.ts'
import { CATEGORIES, type ArticleNumber, type Category, type Mention } from '../detect/types.ts'
import { blocksUnder, isSkipped, type Block } from './blocks.ts'
import { HitIndex } from './hit.ts'
import { observePage, type Changes } from './observe.ts'
import type { Painter } from './painter.ts'
import { parentsIn, rangeIn } from './ranges.ts'
import { createQueue } from './schedule.ts'

/** A mention on the page. */
export interface Mark {
  mention: Mention
  /** Text of the block that holds it; the mention's offsets are in it. */
  text: string
  range: Range
  /** The article's own number tied to it, once read. */
  number: ArticleNumber | null
}

export type Counts = Record<Category, number>

export interface AnnotatorOptions {
  page: Document
  lexicon: Lexicon
  painter: Painter
  /** Headline and lead, for rules that ask what the page is about. */
  lead: string
  categories: ReadonlySet<Category>
  /** Called after every batch with the marks that are new. */
  onMarks(marks: readonly Mark[]): void
  onError(error: unknown): void
}

/** Past this many marks the rest is listed and not drawn: more helps no reader. */
const MAX_PAINTED = 400

interface Placed extends Mark {
  parents: Set<Element>
  block: Element
}

interface Pending {
  block: Block
  candidates: Candidate[]
}

export class Annotator {
  readonly #options: AnnotatorOptions
  readonly #queue
  readonly #observer
  readonly #hits = new HitIndex<Placed>()
  readonly #byBlock = new Map<Element, Placed[]>()
  readonly #roots = new WeakSet<ShadowRoot>()
  readonly #strong = new Set<Category>()
  #categories: ReadonlySet<Category>
  #pending: Pending[] = []
  readonly #painted = new Set<Mark>()

  constructor(options: AnnotatorOptions) {
    this.#options = options
    this.#categories = options.categories
    this.#queue = createQueue(() => this.#settle(), options.onError)
    this.#observer = observePage((changes) => this.#follow(changes))
  }

  /** Reads the whole page and follows it from now on. */
  start(): void {
    const { page } = this.#options
    this.#observer.watch(page.documentElement)
    if (page.body) this.#read(page.body, true)
  }

  /** Takes every mark away and goes quiet for good. */
  stop(): void {
    this.#queue.stop()
    this.#observer.stop()
    this.#byBlock.clear()
    this.#options.painter.clear()
  }

  /** Shows and hides categories at once; nothing is read again. */
  setCategories(categories: ReadonlySet<Category>): void {
    for (const mark of this.#placed()) this.#unpaint(mark)
    this.#categories = categories
    for (const mark of this.#placed()) this.#paint(mark)
  }

  /** The mark under a point (CSS px of the viewport) of `element`, or null; hidden categories have none. */
  markAt(element: Element, x: number, y: number): Mark | null {
    const mark = this.#hits.at(element, x, y)
    return mark && this.#categories.has(mark.mention.category) ? mark : null
  }

  /** True where `element` itself holds marked text. Costs a look-up. */
  holdsMarks(element: Element): boolean {
    return this.#hits.has(element)
  }

  /** All marks of the categories shown, in the order of the page. */
  marks(): Mark[] {
    return [...this.#placed()]
      .filter(({ mention, range }) => this.#categories.has(mention.category) && !range.collapsed)
      .sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
  }

  /** Mentions of the page by category, those of hidden categories too. */
  counts(): Counts {
    const counts = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Counts
    for (const { mention } of this.#placed()) counts[mention.category]++
    return counts
  }

  *#placed(): Generator<Placed> {
    for (const marks of this.#byBlock.values()) yield* marks
  }

  #read(root: Element | ShadowRoot, isDeep: boolean): void {
    this.#queue.push(this.#reading(root, isDeep))
  }

  *#reading(root: Element | ShadowRoot, isDeep: boolean): Generator<void> {
    for (const block of blocksUnder(root, isDeep, (shadow) => this.#enter(shadow))) {
      const candidates = candidatesIn(this.#options.lexicon, block.text)
      if (candidates.length > 0) {
        this.#pending.push({ block, candidates })
        for (const { term } of candidates) if (term.rule === '') this.#strong.add(term.category)
      }
      yield
    }
  }

  #enter(shadow: ShadowRoot): void {
    if (this.#roots.has(shadow)) return
    this.#roots.add(shadow)
    this.#observer.watch(shadow)
    this.#options.painter.adopt(shadow)
    this.#read(shadow, true)
  }

  /** Everything queued is read: what the page is about is known, so doubtful terms can be decided. */
  #settle(): void {
    const fresh: Placed[] = []
    const { lexicon, lead, painter, onMarks } = this.#options
    for (const { block, candidates } of this.#pending) {
      this.#forget(block.element)
      const placed: Placed[] = []
      for (const mention of decide(lexicon, block.text, candidates, { lead, strong: this.#strong })) {
        const range = rangeIn(block, mention.start, mention.end)
        if (range === null) continue
        const parents = parentsIn(block, mention.start, mention.end)
        placed.push({ mention, text: block.text, range, number: null, parents, block: block.element })
      }
      if (placed.length === 0) continue
      // Two runs of one element (text before and after a nested block) share its list.
      const known = this.#byBlock.get(block.element)
      if (known) known.push(...placed)
      else this.#byBlock.set(block.element, placed)
      fresh.push(...placed)
    }
    this.#pending = []
    this.#seen.clear()
    painter.restore()
    for (const mark of fresh) {
      this.#hits.add(mark, mark.parents)
      this.#paint(mark)
    }
    onMarks(fresh)
  }

  /** Elements whose old marks were dropped in this batch already. */
  readonly #seen = new Set<Element>()

  #forget(element: Element): void {
    if (this.#seen.has(element)) return
    this.#seen.add(element)
    for (const mark of this.#byBlock.get(element) ?? []) this.#drop(mark)
    this.#byBlock.delete(element)
  }

  #drop(mark: Placed): void {
    this.#unpaint(mark)
    this.#hits.remove(mark, mark.parents)
  }

  #paint(mark: Placed): void {
    if (!this.#categories.has(mark.mention.category) || this.#painted.size >= MAX_PAINTED) return
    this.#options.painter.add(mark.mention.category, mark.range)
    this.#painted.add(mark)
  }

  #unpaint(mark: Placed): void {
    if (this.#painted.delete(mark)) this.#options.painter.remove(mark.mention.category, mark.range)
  }

  #follow({ added, changed, hasRemovals }: Changes): void {
    this.#options.painter.restore()
    if (hasRemovals) {
      for (const [element, marks] of this.#byBlock) {
        if (element.isConnected) continue
        for (const mark of marks) this.#drop(mark)
        this.#byBlock.delete(element)
      }
    }
    for (const element of changed) {
      // A block that lost its last mention yields no candidates, so its old marks go now.
      for (const mark of this.#byBlock.get(element) ?? []) this.#drop(mark)
      this.#byBlock.delete(element)
      this.#read(element, false)
    }
    for (const element of added) if (element.isConnected && !isInSkipped(element)) this.#read(element, true)
  }
}

function isInSkipped(element: Element): boolean {
  for (let up: Node | null = element; up !== null; up = up.parentNode)
    if (up.nodeType === Node.ELEMENT_NODE && isSkipped(up as Element)) return true
  return false
}
