/**
 * The annotator: keeps the marks of one page true to its text. Reads what came or changed in slices, has it searched, has
 * marks drawn, and follows the page. Knows neither storage nor messages nor cards, nor who searches.
 */

import { CATEGORIES, type Category, type Mention } from '../detect/types.ts'
import { Asking, type Find } from './asking.ts'
import { isTransparent } from './background.ts'
import { ELEMENT, isBlock, isShadowRoot, isSkipped, ownerOf, type Block, type Owner, type Owners } from './blocks.ts'
import type { Density } from './density.ts'
import { Drawing } from './drawing.ts'
import { ownersInView } from './in-view.ts'
import { isShown, marksIn, piecesOf, recognise, type Mark, type Piece } from './marks.ts'
import { observePage } from './observe.ts'
import { inPageOrder } from './order.ts'
import type { Painter } from './painter.ts'
import { read, takeAll, type Reading } from './reading.ts'
import { ShadowRoots } from './roots.ts'
import { createSlices } from './schedule.ts'

export type Counts = Record<Category, number>

export interface AnnotatorOptions {
  find: Find
  painter: Painter
  categories: ReadonlySet<Category>
  /** How many of an entry's mentions are drawn; all are counted and listed. */
  density: Density
  /** Mentions that the reader wants neither drawn nor counted; asked again whenever categories are set. */
  isUnwanted(mention: Mention): boolean
  /** Called once all is read, and after every change, with drawn marks whose sentences were not looked at yet. */
  onMarks(marks: readonly Mark[]): void
  /** Called for a mark whose words changed or went. */
  onDropped(mark: Mark): void
  onError(error: unknown): void
}

/** What one owner's text holds, as it was last read and searched. */
interface Passage {
  pieces: Piece[]
  marks: Mark[]
  /** Categories of terms that ask for no context: they vouch for others on the page. */
  strong: readonly Category[]
  /** Pieces of it whose answer is to come. */
  asked: number
}

/** What small steps cost, in characters read (`schedule.ts`). */
const RECORD = 100
const OWNER = 200
const MARK = 500

/** So many marks are handed on at a time. */
const BATCH = 40

/** The page is called still after so long (ms) without scrolling. */
const STILL_MS = 150

/** While anything is marked or shadow roots may come, that is looked after this often (ms). */
const PULSE_MS = 1000

/** What decides on terms that ask for context, in a word. */
const aboutOf = (strong: readonly Category[], turn: number): string => `${turn} ${strong.join()}`

const noCounts = () => Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Counts

export class Annotator {
  readonly #options: AnnotatorOptions
  readonly #stopped = new AbortController()
  readonly #slices
  readonly #observer
  readonly #drawing
  readonly #roots
  readonly #asking
  readonly #passages = new Map<Owner, Passage>()
  /** Which passage a piece is of that was asked about, and whose text that is. */
  readonly #asked = new Map<Piece, { owner: Owner; passage: Passage }>()
  /** Passages to all of whose pieces there is an answer, not yet looked at. */
  readonly #answered = new Map<Owner, Passage>()
  readonly #changes: MutationRecord[][] = []
  /** What is to be read, and whether with all that is nested in it. */
  readonly #toRead = new Map<Owner, boolean>()
  readonly #shallow: Reading = {
    onOwner: (owner, blocks) => this.#hold(owner, blocks),
    changes: () => this.#observer.seen(),
    isShallow: true,
  }
  /** What came in whole is read whole, and needs not be read once more for itself. */
  readonly #deep: Reading = {
    ...this.#shallow,
    onElement: (element) => {
      this.#toRead.delete(element)
      this.#roots.meet(element)
    },
    isShallow: false,
  }
  /** How many passages vouch for each category. */
  readonly #vouching = noCounts()
  /** Counts how often terms that ask for context were to be decided again. */
  #turn = 0
  #isTold = false
  #still: ReturnType<typeof setTimeout> | undefined
  #pulse: ReturnType<typeof setTimeout> | undefined

  constructor(options: AnnotatorOptions) {
    const { find, painter, onError } = options
    this.#options = options
    this.#asking = new Asking(find, (...answer) => this.#take(...answer), onError)
    this.#drawing = new Drawing(painter, options)
    this.#slices = createSlices(() => this.#work(), onError)
    this.#observer = observePage(
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
    const { signal } = this.#stopped
    document.addEventListener('visibilitychange', () => this.#look(), { signal })
    document.addEventListener('scroll', () => this.#scrolled(), { capture: true, passive: true, signal })
    // At the top of a page what is seen is what comes first.
    if (scrollY > 0) for (const owner of ownersInView()) this.#toRead.set(owner, false)
    this.#readAll()
  }

  /** Takes every mark away and goes quiet for good. */
  stop(): void {
    this.#stopped.abort()
    this.#slices.stop()
    this.#asking.stop()
    this.#observer.stop()
    clearTimeout(this.#still)
    clearTimeout(this.#pulse)
    this.#passages.clear()
    this.#options.painter.clear()
  }

  /** The page is about something else: decides again on terms that ask for context; nothing is read again. */
  reconsider(): void {
    this.#turn++
    this.#slices.wake()
  }

  /** Draws these categories, so densely, at once; nothing is read again. */
  show(categories: ReadonlySet<Category>, density: Density): void {
    this.#drawing.show(categories, density, this.#marks())
    this.#slices.wake()
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
    return [...this.#marks()]
      .filter((mark) => this.#drawing.shows(mark) && isShown(mark))
      .sort((a, b) => inPageOrder(a.span, b.span))
  }

  /** Mentions that a reader can see, by category, those of hidden categories too. */
  counts(): Counts {
    const counts = noCounts()
    for (const mark of this.#marks())
      if (isShown(mark) && !this.#options.isUnwanted(mark.mention)) counts[mark.mention.category]++
    return counts
  }

  *#marks(): Generator<Mark> {
    for (const { marks } of this.#passages.values()) yield* marks
  }

  #readAll(): void {
    this.#observer.watch(document.documentElement)
    this.#prune()
    if (document.body) this.#toRead.set(document.body, true)
    this.#slices.wake()
  }

  /** The tab was hidden or is seen again. */
  #look(): void {
    if (document.hidden) return
    this.#observer.resume()
    this.#slices.wake()
  }

  #scrolled(): void {
    this.#drawing.moved()
    this.#roots.expect()
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
    for (const [owner, passage] of this.#answered) {
      this.#answered.delete(owner)
      yield* this.#settle(owner, passage)
    }
    const about = aboutOf(this.#strong(), this.#turn)
    for (const [owner, passage] of this.#passages)
      for (const piece of passage.pieces)
        if (piece.found?.isDoubtful && piece.about !== about) this.#ask(owner, passage, piece)
    this.#asking.send(this.#strong(), this.#turn)
    yield* this.#drawing.follow(this.#passages)
    this.#options.painter.restore()
    if (!this.#asking.isBusy) yield* this.#tell()
    this.#pulse ??= setTimeout(() => this.#beat(), PULSE_MS)
  }

  /** Hands on what is drawn and whose sentence was not looked at yet; the first time also where there is nothing. */
  *#tell(): Generator<number> {
    const fresh = [...this.#drawing.marks()].filter(({ number }) => number === undefined)
    do {
      const batch = fresh.splice(0, BATCH)
      for (const mark of batch) mark.number = null
      if (batch.length > 0 || !this.#isTold) this.#options.onMarks(batch)
      this.#isTold = true
      yield BATCH * MARK
    } while (fresh.length > 0)
  }

  /** What a page does that no observer tells: clears highlights, attaches shadow roots. Ends where there is nothing to look after. */
  #beat(): void {
    this.#pulse = undefined
    if (document.hidden) return
    this.#options.painter.restore()
    if (this.#roots.look() || this.#passages.size > 0) this.#pulse = setTimeout(() => this.#beat(), PULSE_MS)
  }

  /** Sorts changes into what is to be read again, and lets go of what went. */
  *#follow(records: readonly MutationRecord[]): Generator<number> {
    const owners: Owners = new Map()
    let hasGone = false
    for (const { target, addedNodes, removedNodes } of records) {
      yield RECORD
      hasGone ||= removedNodes.length > 0
      const owner = target.isConnected ? ownerOf(target, owners) : null
      if (owner === null) continue
      this.#toRead.set(owner, this.#toRead.get(owner) ?? false)
      for (const node of addedNodes)
        if (node.nodeType === ELEMENT && node.parentNode === target) yield* this.#readNew(node as Element)
    }
    if (hasGone) this.#prune(owners)
  }

  /** Has an element read that came in whole; the text of an inline one belongs to its owner. */
  *#readNew(element: Element): Generator<number> {
    if (isSkipped(element)) return
    if (isBlock(element)) this.#toRead.set(element, true)
    else {
      this.#roots.meet(element)
      const onNested = (owner: Owner, blocks: Block[]) => owner !== element && this.#hold(owner, blocks)
      yield* this.#readWhole(element, { ...this.#deep, onOwner: onNested })
    }
  }

  /** Reads an owner's own text, or with `isDeep` all that is nested in it as well. */
  *#read(owner: Owner, isDeep: boolean): Generator<number> {
    yield OWNER
    if (!owner.isConnected) return
    if (isDeep && !isShadowRoot(owner)) this.#roots.meet(owner)
    yield* this.#readWhole(owner, isDeep ? this.#deep : this.#shallow)
  }

  /** Where the page changed meanwhile so that the way was lost, reads once more, in one go. */
  *#readWhole(root: Owner, reading: Reading): Generator<number> {
    if (!(yield* read(root, reading))) takeAll(read(root, reading))
  }

  /** Has an owner's text searched, as it was just read. */
  #hold(owner: Owner, blocks: readonly Block[]): void {
    const known = this.#passages.get(owner)
    const pieces = blocks.flatMap((block) => [...piecesOf(block)])
    if (known) this.#leave(owner, known)
    if (pieces.length === 0) return known && this.#forget(owner, known)
    const passage = { pieces, marks: known?.marks ?? [], strong: known?.strong ?? [], asked: 0 }
    this.#passages.set(owner, passage)
    for (const piece of pieces) this.#ask(owner, passage, piece)
    if (this.#asking.isFull) this.#asking.send(this.#strong(), this.#turn)
  }

  /** Has a piece of a passage searched, unless it is already. */
  #ask(owner: Owner, passage: Passage, piece: Piece): void {
    if (this.#asked.has(piece)) return
    this.#asked.set(piece, { owner, passage })
    passage.asked++
    this.#asking.add(piece)
  }

  /** Nobody waits for the answers to a passage any more: it goes, or was read again. */
  #leave(owner: Owner, { pieces }: Passage): void {
    this.#answered.delete(owner)
    for (const piece of pieces) if (this.#asked.delete(piece)) this.#asking.drop(piece)
  }

  /** An answer has come, for a page that was taken to be about `strong`. */
  #take(pieces: readonly Piece[], strong: readonly Category[], turn: number): void {
    const about = aboutOf(strong, turn)
    for (const piece of pieces) {
      const asked = this.#asked.get(piece)
      if (asked === undefined) continue
      this.#asked.delete(piece)
      piece.about = about
      if (--asked.passage.asked === 0) this.#answered.set(asked.owner, asked.passage)
    }
    this.#slices.wake()
  }

  /** Makes marks of what was found in a passage, and has them drawn. */
  *#settle(owner: Owner, passage: Passage): Generator<number> {
    passage.pieces = passage.pieces.filter(({ found }) => found !== null)
    if (passage.pieces.length === 0) return this.#forget(owner, passage)
    const strong = [...new Set(passage.pieces.flatMap(({ found }) => found?.strong ?? []))]
    this.#vouch(passage.strong, strong)
    passage.strong = strong
    const { marks, gone } = recognise(passage.marks, passage.pieces.flatMap(marksIn))
    passage.marks = marks
    this.#drop(gone)
    for (const mark of marks) {
      this.#drawing.draw(mark)
      yield MARK
    }
  }

  /** Keeps count of what the page is about: `before` and `after` are the strong categories of one passage. */
  #vouch(before: readonly Category[], after: readonly Category[]): void {
    for (const category of before) this.#vouching[category]--
    for (const category of after) this.#vouching[category]++
  }

  /** Categories that the page is about. */
  #strong(): Category[] {
    return CATEGORIES.filter((category) => this.#vouching[category] > 0)
  }

  /** Lets go of passages that are no part of the page any more, or of one that is left alone. */
  #prune(owners?: Owners): void {
    for (const [owner, passage] of this.#passages)
      if (!owner.isConnected || ownerOf(owner, owners) !== owner) this.#forget(owner, passage)
  }

  #forget(owner: Owner, passage: Passage): void {
    this.#leave(owner, passage)
    this.#passages.delete(owner)
    this.#vouch(passage.strong, [])
    this.#drop(passage.marks)
  }

  #drop(marks: readonly Mark[]): void {
    for (const mark of marks) {
      this.#drawing.erase(mark)
      this.#options.onDropped(mark)
    }
  }
}
