/**
 * The annotator: keeps the marks of one page true to its text. Reads what came or changed in slices, has it searched, has
 * marks drawn, and follows the page. Knows neither storage nor messages nor cards, nor who searches.
 */

import { CATEGORIES, type Category, type Mention } from '../detect/types.ts'
import type { Find } from './asking.ts'
import { isTransparent } from './background.ts'
import { ELEMENT, isBlock, isShadowRoot, isSkipped, ownerOf, type Owner, type Owners } from './blocks.ts'
import type { Density } from './density.ts'
import { Drawing } from './drawing.ts'
import { ownersInView } from './in-view.ts'
import { isShown, type Mark } from './marks.ts'
import { observePage } from './observe.ts'
import { inPageOrder } from './order.ts'
import type { Painter } from './painter.ts'
import { Passages } from './passages.ts'
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
  /** Called with drawn marks whose sentences were not looked at yet. */
  onMarks(marks: readonly Mark[]): void
  /** Called once: all is read, also where there is nothing on the page. */
  onRead(): void
  /** Called for a mark whose words changed or went. */
  onDropped(mark: Mark): void
  onError(error: unknown): void
}

/** What small steps cost, in characters read (`schedule.ts`). */
const RECORD = 100
const OWNER = 200
const MARK = 500

/** So many marks are handed on at a time. */
const BATCH = 40

/** A page that never rests counts as read after so long (ms), though it may still wait for answers. */
const READ_MS = 3000

/** Where a page changes so that the way is lost, it is read anew in steps so often, and then in one go. */
const TRIES = 3

/** The page is called still after so long (ms) without scrolling. */
const STILL_MS = 150

/** While anything is marked or shadow roots may come, that is looked after this often (ms). */
const PULSE_MS = 1000

const noCounts = () => Object.fromEntries(CATEGORIES.map((category) => [category, 0])) as Counts

export class Annotator {
  readonly #options: AnnotatorOptions
  readonly #stopped = new AbortController()
  readonly #slices
  readonly #observer
  readonly #drawing
  readonly #roots
  readonly #passages
  readonly #changes: MutationRecord[][] = []
  /** What is to be read, and whether with all that is nested in it. */
  readonly #toRead = new Map<Owner, boolean>()
  readonly #shallow: Reading = {
    onOwner: (owner, blocks) => this.#passages.hold(owner, blocks),
    isShallow: true,
  }
  /** What came in whole is read whole, and needs not be read once more for itself. */
  readonly #deep: Reading = {
    onOwner: (owner, blocks) => this.#passages.hold(owner, blocks),
    onElement: (element) => {
      this.#toRead.delete(element)
      this.#roots.meet(element)
    },
  }
  readonly #began = performance.now()
  #isRead = false
  #still: ReturnType<typeof setTimeout> | undefined
  #pulse: ReturnType<typeof setTimeout> | undefined

  constructor(options: AnnotatorOptions) {
    const { find, painter, onError } = options
    this.#options = options
    this.#drawing = new Drawing(painter, options)
    this.#slices = createSlices(() => this.#work(), onError)
    this.#passages = new Passages({
      find,
      onAnswer: () => this.#slices.wake(),
      onGone: (mark) => {
        this.#drawing.erase(mark)
        options.onDropped(mark)
      },
      onError,
    })
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
    this.#passages.stop()
    this.#observer.stop()
    clearTimeout(this.#still)
    clearTimeout(this.#pulse)
    this.#options.painter.clear()
  }

  /** The page is about something else: decides again on terms that ask for context; nothing is read again. */
  reconsider(): void {
    this.#passages.reconsider()
    this.#slices.wake()
  }

  /** Draws these categories, so densely, at once; nothing is read again. */
  show(categories: ReadonlySet<Category>, density: Density): void {
    this.#drawing.show(categories, density, this.#passages.marks())
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

  #readAll(): void {
    this.#observer.watch(document.documentElement)
    this.#passages.prune()
    if (document.body) this.#toRead.set(document.body, true)
    this.#slices.wake()
  }

  /** The tab was hidden or is seen again. */
  #look(): void {
    if (document.hidden) return
    this.#observer.resume()
    this.#passages.retry()
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
      // What is seen is asked about before the rest is read.
      if (isDeep) this.#passages.send()
      try {
        yield* this.#read(owner, isDeep)
      } catch (error) {
        this.#options.onError(error)
      }
    }
    yield* this.#settle()
    this.#passages.recheck()
    this.#passages.send()
    yield* this.#drawing.follow(this.#passages.all)
    this.#options.painter.restore()
    yield* this.#tell()
    this.#pulse ??= setTimeout(() => this.#beat(), PULSE_MS)
  }

  /** Draws what was found meanwhile. */
  *#settle(): Generator<number> {
    yield* this.#passages.settle((mark) => this.#drawing.draw(mark))
  }

  /** Hands on what is drawn and whose sentence was not looked at yet, and says once that all is read. */
  *#tell(): Generator<number> {
    const fresh = [...this.#drawing.marks()].filter(({ number }) => number === undefined)
    while (fresh.length > 0) {
      const batch = fresh.splice(0, BATCH)
      for (const mark of batch) mark.number = null
      this.#options.onMarks(batch)
      yield BATCH * MARK
    }
    if (this.#isRead || (this.#passages.isBusy && performance.now() - this.#began < READ_MS)) return
    this.#isRead = true
    this.#options.onRead()
  }

  /** What a page does that no observer tells: clears highlights, attaches shadow roots. Ends where there is nothing to look after. */
  #beat(): void {
    this.#pulse = undefined
    if (document.hidden) return
    this.#options.painter.restore()
    if (this.#roots.look() || this.#passages.hasMarks) this.#pulse = setTimeout(() => this.#beat(), PULSE_MS)
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
        if (node.nodeType === ELEMENT && node.parentNode === target) this.#readNew(node as Element)
    }
    if (hasGone) this.#passages.prune(owners)
  }

  /** Has an element read that came in whole; the text of an inline one belongs to its owner. */
  #readNew(element: Element): void {
    if (isSkipped(element)) return
    if (isBlock(element)) this.#toRead.set(element, true)
    else {
      this.#roots.meet(element)
      const onNested = (nested: Element) => this.#toRead.set(nested, true)
      takeAll(read(element, { onElement: (inline) => this.#roots.meet(inline), onNested, isShallow: true }))
    }
  }

  /** Reads an owner's own text, or with `isDeep` all that is nested in it as well. */
  *#read(owner: Owner, isDeep: boolean): Generator<number> {
    yield OWNER
    if (!owner.isConnected) return
    if (isDeep && !isShadowRoot(owner)) this.#roots.meet(owner)
    yield* this.#readWhole(owner, isDeep ? this.#deep : this.#shallow)
  }

  /** Reads to the end, whatever the page does meanwhile, and draws what is found between two steps. */
  *#readWhole(root: Owner, reading: Reading): Generator<number> {
    for (let tries = 0; tries < TRIES && root.isConnected; tries++) {
      const changes = this.#observer.note()
      const steps = read(root, { ...reading, changes })
      try {
        let step = steps.next()
        for (; !step.done; step = steps.next()) {
          yield step.value
          yield* this.#settle()
        }
        if (step.value) return
      } finally {
        changes.end()
      }
    }
    if (root.isConnected) takeAll(read(root, reading))
  }
}
