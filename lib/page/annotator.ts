/**
 * The annotator: keeps the marks of one page true to its text. Reads blocks in slices, asks detection, draws through a
 * painter, and follows changes. Knows neither storage nor messages nor cards.
 */

import { candidatesIn, decide, strongCategories, type Candidate } from '../detect/detect.ts'
import type { Lexicon } from '../detect/lexicon.ts'
import { CATEGORIES, type ArticleNumber, type Category, type Mention } from '../detect/types.ts'
import { blocksUnder, isShadowRoot, isSkipped, type Block, type Owner } from './blocks.ts'
import { HitIndex } from './hit.ts'
import { observePage, type Changes } from './observe.ts'
import { inPageOrder } from './order.ts'
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
  /** Called for a mark whose text changed or went. */
  onDropped(mark: Mark): void
  onError(error: unknown): void
}

/** Past this many marks the rest is listed and not drawn: more helps no reader. */
const MAX_PAINTED = 400

interface Placed extends Mark {
  parents: Set<Element>
}

/** A block as one reading saw it. */
interface Read {
  /** Readings are numbered; of two of the same owner the later one counts. */
  reading: number
  block: Block
  candidates: Candidate[]
}

interface Annotated {
  reading: number
  marks: Placed[]
}

export class Annotator {
  readonly #options: AnnotatorOptions
  readonly #queue
  readonly #observer
  readonly #hits = new HitIndex<Placed>()
  readonly #byOwner = new Map<Owner, Annotated>()
  readonly #roots = new WeakSet<ShadowRoot>()
  readonly #strong = new Set<Category>()
  readonly #painted = new Set<Mark>()
  #lead: string
  #categories: ReadonlySet<Category>
  #readings = 0
  /** The newest reading of each owner: what an older one found is not there any more. */
  readonly #latest = new WeakMap<Owner, number>()
  #pending: Read[] = []
  /** Blocks with terms that the page did not vouch for, so far. */
  #doubtful: Read[] = []
  /** How many categories the page was known to be about when terms were last decided. */
  #strongSettled = 0
  /** A page without any mention is settled once, too. */
  #isSettled = false

  constructor(options: AnnotatorOptions) {
    this.#options = options
    this.#lead = options.lead
    this.#categories = options.categories
    this.#queue = createQueue(() => this.#drained(), options.onError)
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
    this.#byOwner.clear()
    this.#painted.clear()
    this.#options.painter.clear()
  }

  /** The page became another article; what is read from now on is judged by its headline and lead. */
  setLead(lead: string): void {
    this.#lead = lead
  }

  /** Shows and hides categories at once; nothing is read again. */
  setCategories(categories: ReadonlySet<Category>): void {
    for (const mark of this.#placed()) this.#unpaint(mark)
    this.#categories = categories
    this.#paintWaiting()
  }

  /** The mark under a point (CSS px of the viewport) of `element`, or null; what is not drawn cannot be pointed at. */
  markAt(element: Element, x: number, y: number): Mark | null {
    const mark = this.#hits.at(element, x, y)
    return mark && this.#painted.has(mark) ? mark : null
  }

  /** True where `element` itself holds marked text. Costs a look-up. */
  holdsMarks(element: Element): boolean {
    return this.#hits.has(element)
  }

  /** All marks of the categories shown that a reader can see, in the order of the page. */
  marks(): Mark[] {
    return [...this.#placed()]
      .filter((mark) => this.#categories.has(mark.mention.category) && isShown(mark))
      .sort((a, b) => inPageOrder(a.range, b.range))
  }

  /** Mentions that a reader can see, by category, those of hidden categories too. */
  counts(): Counts {
    const counts = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Counts
    for (const mark of this.#placed()) if (isShown(mark)) counts[mark.mention.category]++
    return counts
  }

  *#placed(): Generator<Placed> {
    for (const { marks } of this.#byOwner.values()) yield* marks
  }

  #read(root: Owner, isDeep: boolean): void {
    this.#queue.push(this.#reading(root, isDeep, ++this.#readings))
  }

  *#reading(root: Owner, isDeep: boolean, reading: number): Generator<void> {
    let hasText = false
    this.#latest.set(root, reading)
    for (const block of blocksUnder(root, isDeep, (shadow) => this.#enter(shadow))) {
      hasText ||= block.owner === root
      this.#latest.set(block.owner, reading)
      const candidates = candidatesIn(this.#options.lexicon, block.text)
      if (candidates.length > 0 || this.#byOwner.has(block.owner)) this.#pending.push({ reading, block, candidates })
      for (const category of strongCategories(candidates)) this.#strong.add(category)
      yield
    }
    // A block that has lost all its text was not among them, and its old marks must go all the same.
    if (!hasText && this.#byOwner.has(root))
      this.#pending.push({ reading, block: { owner: root, text: '', nodes: [], offsets: [] }, candidates: [] })
  }

  #enter(shadow: ShadowRoot): void {
    if (this.#roots.has(shadow)) return
    this.#roots.add(shadow)
    this.#observer.watch(shadow)
    this.#options.painter.adopt(shadow)
    this.#read(shadow, true)
  }

  /** Everything queued is read: what the page is about is known, so doubtful terms can be decided. */
  #drained(): void {
    if (this.#pending.length > 0) this.#queue.push(this.#settling(this.#pending.splice(0)))
    else if (!this.#isSettled) {
      this.#isSettled = true
      this.#options.onMarks([])
    }
  }

  *#settling(batch: Read[]): Generator<void> {
    const fresh: Placed[] = []
    // A later block told what the page is about: terms left out before it are looked at again.
    const again = this.#strong.size > this.#strongSettled ? this.#doubtful.splice(0) : []
    this.#strongSettled = this.#strong.size
    for (const read of [...again, ...batch]) {
      fresh.push(...this.#settle(read))
      yield
    }
    this.#isSettled = true
    this.#options.painter.restore()
    this.#paintWaiting()
    this.#options.onMarks(fresh)
  }

  /** Marks of one block, old ones kept where they still hold; returns the new ones. */
  #settle(read: Read): Placed[] {
    const { reading, block, candidates } = read
    const { lexicon } = this.#options
    const known = this.#byOwner.get(block.owner)
    // Read once more since: this is text that no longer stands there.
    if (this.#latest.get(block.owner) !== reading) return []
    // Two runs of one reading (text before and after a nested block) share a list; an older reading's is replaced.
    const old = known && known.reading < reading ? known.marks : []
    const mentions = decide(lexicon, block.text, candidates, { lead: this.#lead, strong: this.#strong })
    if (mentions.length < candidates.length) this.#doubtful.push(read)
    const marks = known && known.reading === reading ? known.marks : []
    const fresh: Placed[] = []
    for (const mention of mentions) {
      const same =
        old.find((mark) => isSame(mark, mention, block)) ?? marks.find((mark) => isSame(mark, mention, block))
      if (same) {
        if (!marks.includes(same)) marks.push(same)
        continue
      }
      const range = rangeIn(block, mention.start, mention.end)
      if (range === null) continue
      const placed = {
        mention,
        text: block.text,
        range,
        number: null,
        parents: parentsIn(block, mention.start, mention.end),
      }
      this.#hits.add(placed, placed.parents)
      marks.push(placed)
      fresh.push(placed)
    }
    for (const mark of old) if (!marks.includes(mark)) this.#drop(mark)
    if (marks.length > 0) this.#byOwner.set(block.owner, { reading, marks })
    else this.#byOwner.delete(block.owner)
    return fresh
  }

  #drop(mark: Placed): void {
    this.#unpaint(mark)
    this.#hits.remove(mark, mark.parents)
    this.#options.onDropped(mark)
  }

  /** Paints what is not painted yet, as far as there is room. */
  #paintWaiting(): void {
    for (const mark of this.#placed()) {
      if (this.#painted.size >= MAX_PAINTED) return
      if (this.#painted.has(mark) || !this.#categories.has(mark.mention.category)) continue
      this.#options.painter.add(mark.mention.category, mark.range)
      this.#painted.add(mark)
    }
  }

  #unpaint(mark: Placed): void {
    if (this.#painted.delete(mark)) this.#options.painter.remove(mark.mention.category, mark.range)
  }

  #follow({ added, changed, hasRemovals }: Changes): void {
    this.#options.painter.restore()
    if (hasRemovals) {
      for (const [owner, { marks }] of this.#byOwner) {
        if (owner.isConnected) continue
        for (const mark of marks) this.#drop(mark)
        this.#byOwner.delete(owner)
      }
      this.#doubtful = this.#doubtful.filter(({ block }) => block.owner.isConnected)
    }
    for (const owner of changed) this.#read(owner, false)
    for (const element of added) if (element.isConnected && !isInSkipped(element)) this.#read(element, true)
  }
}

/** The same words at the same place: an open card need not notice that its block was read again. */
const isSame = (mark: Placed, mention: Mention, block: Block): boolean =>
  mark.mention.entry === mention.entry &&
  mark.mention.start === mention.start &&
  mark.mention.end === mention.end &&
  mark.text === block.text &&
  !mark.range.collapsed &&
  block.nodes.includes(mark.range.startContainer as Text)

/** True where the mention has its text still and the page shows it. */
function isShown({ range }: Mark): boolean {
  const element = range.startContainer.parentElement
  return (
    !range.collapsed &&
    range.startContainer.isConnected &&
    (element?.checkVisibility({ visibilityProperty: true }) ?? true)
  )
}

function isInSkipped(element: Element): boolean {
  for (let up: Node | null = element; up !== null; up = isShadowRoot(up) ? up.host : up.parentNode)
    if (up.nodeType === Node.ELEMENT_NODE && isSkipped(up as Element)) return true
  return false
}
