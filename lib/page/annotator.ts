/**
 * The annotator: keeps the marks of one page true to its text. Reads what came or changed in slices, asks detection, has
 * marks drawn, and follows the page. Knows neither storage nor messages nor cards.
 */

import { strongCategories } from '../detect/detect.ts'
import type { Lexicon } from '../detect/lexicon.ts'
import { CATEGORIES, type Category, type PageContext } from '../detect/types.ts'
import { isTransparent } from './background.ts'
import { isBlock, isShadowRoot, isSkipped, ownerOf, walk, type Block, type Owner, type Visitor } from './blocks.ts'
import { Drawing } from './drawing.ts'
import { marksIn, piecesOf, recognise, type Mark, type Piece } from './marks.ts'
import { observePage } from './observe.ts'
import { inPageOrder } from './order.ts'
import type { Painter } from './painter.ts'
import { ShadowRoots } from './roots.ts'
import { createSlices } from './schedule.ts'
import { endsOf } from './spans.ts'

export type Counts = Record<Category, number>

export interface AnnotatorOptions {
  page: Document
  lexicon: Lexicon
  painter: Painter
  /** Headline and lead, for rules that ask what the page is about. */
  lead: string
  categories: ReadonlySet<Category>
  /** Called once all is read, and after every change, with some marks whose sentences were not looked at yet. */
  onMarks(marks: readonly Mark[]): void
  /** Called for a mark whose words changed or went. */
  onDropped(mark: Mark): void
  onError(error: unknown): void
}

/** What one owner's text holds, as it was last read. */
interface Passage {
  pieces: Piece[]
  marks: Mark[]
  /** Categories of terms that ask for no context: they vouch for others on the page. */
  strong: ReadonlySet<Category>
  /** Some term asks for context, so that another page would make other marks of it. */
  isDoubtful: boolean
  /** What the page was about when the marks were decided. */
  page: PageContext | null
}

/** What small steps cost, in characters read (`schedule.ts`). */
const RECORD = 100
const OWNER = 50
const NODE = 10
const CANDIDATE = 500

/** So many marks are handed on at a time. */
const BATCH = 40

/** The page is called still after so long (ms) without scrolling. */
const STILL_MS = 150

/** While marks are drawn or shadow roots may come, they are looked after this often (ms). */
const PULSE_MS = 1000

export class Annotator {
  readonly #options: AnnotatorOptions
  readonly #stopped = new AbortController()
  readonly #slices
  readonly #observer
  readonly #drawing
  readonly #roots
  readonly #passages = new Map<Owner, Passage>()
  /** What is to be read, and whether with all that is nested in it. */
  readonly #toRead = new Map<Owner, boolean>()
  readonly #changes: MutationRecord[][] = []
  /** Passages that vouch for each category. */
  readonly #vouching = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Counts
  readonly #toTell: Mark[] = []
  #page: PageContext
  #categories: ReadonlySet<Category>
  #isTold = false
  #still: ReturnType<typeof setTimeout> | undefined
  #pulse: ReturnType<typeof setTimeout> | undefined

  constructor(options: AnnotatorOptions) {
    const { page, painter, lead, categories, onError } = options
    this.#options = options
    this.#page = { lead, strong: new Set() }
    this.#categories = categories
    this.#drawing = new Drawing(painter, categories, (mark) => this.#drawn(mark))
    this.#slices = createSlices(
      () => this.#work(),
      () => !page.hidden,
      onError,
    )
    this.#observer = observePage(
      page,
      (records) => {
        this.#changes.push(records)
        this.#slices.wake()
      },
      () => this.#readAll(),
    )
    this.#roots = new ShadowRoots((root) => {
      this.#observer.watch(root)
      painter.adopt(root)
      this.#toRead.set(root, true)
      this.#slices.wake()
    })
  }

  /** Reads the whole page, what is seen of it first, and follows it from now on. */
  start(): void {
    const { page } = this.#options
    const { signal } = this.#stopped
    page.addEventListener('visibilitychange', () => this.#look(), { signal })
    page.addEventListener('scroll', () => this.#scrolled(), { capture: true, passive: true, signal })
    if (scrollY > 0) for (const owner of ownersInView(page)) this.#toRead.set(owner, false)
    this.#readAll()
  }

  /** Takes every mark away and goes quiet for good. */
  stop(): void {
    this.#stopped.abort()
    this.#slices.stop()
    this.#observer.stop()
    clearTimeout(this.#still)
    clearTimeout(this.#pulse)
    this.#passages.clear()
    this.#options.painter.clear()
  }

  /** The page became another article: terms that ask for context are judged by its headline and lead. */
  setLead(lead: string): void {
    this.#page = { ...this.#page, lead }
    this.#slices.wake()
  }

  /** Shows and hides categories at once; nothing is read again. */
  setCategories(categories: ReadonlySet<Category>): void {
    this.#categories = categories
    this.#drawing.setCategories(categories, this.#marks())
    this.#slices.wake()
  }

  /** The mark under a point (CSS px of the viewport) of `element`, or null; what is not drawn cannot be pointed at. */
  markAt(element: Element, x: number, y: number): Mark | null {
    return this.#drawing.at(element, x, y)
  }

  /** True where `element` itself holds marked text. Costs a look-up. */
  holdsMarks(element: Element): boolean {
    this.#roots.meetAround(element)
    return this.#drawing.holds(element)
  }

  /**
   * The mark that lies at a point of the viewport (CSS px) behind no more than three elements, all of them transparent:
   * a link stretched over a news card. Asks for layout.
   */
  markBehind(x: number, y: number): Mark | null {
    for (const element of this.#options.page.elementsFromPoint(x, y).slice(0, 4)) {
      const mark = this.markAt(element, x, y)
      if (mark !== null || !isTransparent(element)) return mark
    }
    return null
  }

  /** All marks of the categories shown that a reader can see, in the order of the page. */
  marks(): Mark[] {
    return [...this.#marks()]
      .filter((mark) => this.#categories.has(mark.mention.category) && isShown(mark))
      .sort((a, b) => inPageOrder(a.span, b.span))
  }

  /** Mentions that a reader can see, by category, those of hidden categories too. */
  counts(): Counts {
    const counts = Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Counts
    for (const mark of this.#marks()) if (isShown(mark)) counts[mark.mention.category]++
    return counts
  }

  *#marks(): Generator<Mark> {
    for (const { marks } of this.#passages.values()) yield* marks
  }

  #readAll(): void {
    const { page } = this.#options
    this.#observer.watch(page.documentElement)
    this.#prune()
    if (page.body) this.#toRead.set(page.body, true)
    this.#slices.wake()
  }

  /** The tab was hidden or is seen again. */
  #look(): void {
    if (this.#options.page.hidden) return
    this.#observer.resume()
    this.#slices.wake()
  }

  #scrolled(): void {
    if (!this.#drawing.moved()) return
    clearTimeout(this.#still)
    this.#still = setTimeout(() => this.#slices.wake(), STILL_MS)
  }

  /** All that there is to do, in small steps. */
  *#work(): Generator<number> {
    for (const records of this.#changes.splice(0)) yield* this.#follow(records)
    for (const [owner, isDeep] of this.#toRead) {
      this.#toRead.delete(owner)
      try {
        yield* this.#read(owner, isDeep)
      } catch (error) {
        this.#options.onError(error)
      }
    }
    for (const passage of this.#passages.values())
      if (passage.isDoubtful && passage.page !== this.#page) yield* this.#decide(passage)
    yield* this.#drawing.follow(this.#passages)
    this.#options.painter.restore()
    while (this.#toTell.length > 0 || !this.#isTold) {
      this.#isTold = true
      this.#options.onMarks(this.#toTell.splice(0, BATCH))
      yield BATCH * CANDIDATE
    }
    this.#pulse ??= setTimeout(() => this.#beat(), PULSE_MS)
  }

  /** What the page did that no observer tells: cleared highlights, attached shadow roots. Ends where there is nothing to look after. */
  #beat(): void {
    this.#pulse = undefined
    if (this.#options.page.hidden) return
    this.#options.painter.restore()
    if (this.#roots.look() || this.#passages.size > 0) this.#pulse = setTimeout(() => this.#beat(), PULSE_MS)
  }

  /** Sorts changes into what is to be read again, and lets go of what went. */
  *#follow(records: readonly MutationRecord[]): Generator<number> {
    const owners = new Map<Node, Owner | null | undefined>()
    let hasGone = false
    let isMoved = false
    for (const { target, addedNodes, removedNodes } of records) {
      yield RECORD
      hasGone ||= removedNodes.length > 0
      if (!target.isConnected) continue
      const owner = ownerOf(target, owners)
      if (owner !== null) this.#toRead.set(owner, this.#toRead.get(owner) ?? false)
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE || node.parentNode !== target) continue
        if (owner === null) isMoved = true
        else this.#readNew(node as Element)
      }
    }
    if (hasGone) this.#prune((owner) => isMoved && ownerOf(owner, owners) !== owner)
  }

  /** Reads an element that came in whole; the text of an inline one belongs to its owner. */
  #readNew(element: Element): void {
    if (isSkipped(element)) return
    if (isBlock(element)) this.#toRead.set(element, true)
    else {
      this.#roots.meet(element, true)
      walk(element, this.#visitor(true))
    }
  }

  #visitor(isDeep: boolean): Visitor {
    return {
      onNested: (element) => isDeep && this.#toRead.set(element, true),
      onInline: (element) => this.#roots.meet(element, isDeep),
    }
  }

  /** Reads an owner's own text, and with `isDeep` has all that is nested in it read after that. */
  *#read(owner: Owner, isDeep: boolean): Generator<number> {
    if (!owner.isConnected) return
    if (isDeep && !isShadowRoot(owner)) this.#roots.meet(owner, true)
    const blocks: Block[] = []
    walk(owner, { ...this.#visitor(isDeep), onRun: (block) => blocks.push(block) })
    const pieces: Piece[] = []
    for (const block of blocks) {
      yield OWNER + block.nodes.length * NODE
      for (const piece of piecesOf(this.#options.lexicon, block)) {
        if (piece.candidates.length > 0) pieces.push(piece)
        yield piece.text.length
      }
    }
    const known = this.#passages.get(owner)
    if (pieces.length === 0) return known && this.#forget(owner, known)
    const candidates = pieces.flatMap((piece) => piece.candidates)
    const passage = {
      pieces,
      marks: known?.marks ?? [],
      strong: strongCategories(candidates),
      isDoubtful: candidates.some(({ term }) => term.rule !== ''),
      page: null,
    }
    this.#passages.set(owner, passage)
    this.#vouch(known?.strong, passage.strong)
    yield* this.#decide(passage)
  }

  /** Decides which terms of a passage are mentions, and has their marks drawn. */
  *#decide(passage: Passage): Generator<number> {
    const found: Mark[] = []
    passage.page = this.#page
    for (const piece of passage.pieces) {
      found.push(...marksIn(this.#options.lexicon, piece, passage.page))
      yield piece.candidates.length * CANDIDATE
    }
    const { marks, gone } = recognise(passage.marks, found)
    passage.marks = marks
    this.#drop(gone)
    for (const mark of marks) this.#drawing.draw(mark)
  }

  /** Keeps count of what the page is about: `before` and `after` are the strong categories of one passage. */
  #vouch(before: Iterable<Category> = [], after: Iterable<Category> = []): void {
    for (const category of before) this.#vouching[category]--
    for (const category of after) this.#vouching[category]++
    const strong = new Set(CATEGORIES.filter((category) => this.#vouching[category] > 0))
    if ([...strong].join() !== [...this.#page.strong].join()) this.#page = { ...this.#page, strong }
  }

  /** Lets go of passages that are no part of the page any more. */
  #prune(isGone: (owner: Owner) => boolean = () => false): void {
    for (const [owner, passage] of this.#passages) if (!owner.isConnected || isGone(owner)) this.#forget(owner, passage)
  }

  #forget(owner: Owner, { marks, strong }: Passage): void {
    this.#passages.delete(owner)
    this.#vouch(strong)
    this.#drop(marks)
  }

  #drop(marks: readonly Mark[]): void {
    for (const mark of marks) {
      this.#drawing.drop(mark)
      this.#options.onDropped(mark)
    }
  }

  #drawn(mark: Mark): void {
    if (mark.number !== undefined) return
    mark.number = null
    this.#toTell.push(mark)
  }
}

/** True where the page shows the mention's text. */
function isShown({ span }: Mark): boolean {
  const [{ isConnected, parentElement }] = endsOf(span)
  return isConnected && (parentElement?.checkVisibility({ visibilityProperty: true }) ?? true)
}

/** So many points down the middle of the window tell what is seen. */
const POINTS = 8

/** Owners of the text in the window. Asks for layout. */
function ownersInView(page: Document): Set<Owner> {
  const owners = new Set<Owner>()
  for (let at = 0; at < POINTS; at++) {
    const element = page.elementFromPoint(innerWidth / 2, (innerHeight * at) / POINTS)
    const owner = element && ownerOf(element)
    if (owner) owners.add(owner)
  }
  return owners
}
