/** Follows a page: reads its text in slices, what is seen first, and again what came or changed. Asks nobody, draws nothing. */

import {
  ELEMENT,
  holdsArticle,
  isBlock,
  isShadowRoot,
  isSkipped,
  ownerOf,
  parentOf,
  type Block,
  type Owner,
  type Owners,
} from './blocks.ts'
import { ownersInView } from './owners-in-view.ts'
import { observePage } from './observe.ts'
import { read, takeAll, type Reading } from './reading.ts'
import { ShadowRoots } from './roots.ts'
import { createSlices } from './schedule.ts'

export interface FollowerOptions {
  /** All of an owner's own text, as it was just read. */
  onText(owner: Owner, blocks: readonly Block[]): void
  /** What is in the window was read; the rest of the page is read next. */
  onPart(): void
  /** All that came or changed was read: what else there is to do, in small steps. */
  after(): Iterable<number>
  /** True while answers about what was read are still to come. */
  isBusy(): boolean
  /** Called once: all is read, also where there is nothing on the page. */
  onRead(): void
  onError(error: unknown): void
  /** Parts of the page have gone; owners that were looked up on the way. */
  onGone?(owners?: Owners): void
  /** A shadow root came in. */
  onRoot?(root: ShadowRoot): void
  onScroll?(): void
  /** The tab is seen again. */
  onSeen?(): void
  /** What there is to do between two steps of reading, in small steps. */
  between?(): Iterable<number>
  /** Called every second or so while it is true, or shadow roots may come. */
  onPulse?(): boolean
}

/** What small steps cost, in characters read (`schedule.ts`). */
const RECORD = 100
const OWNER = 200

/** A page that never rests counts as read after so long (ms), though it may still wait for answers. */
const READ_MS = 3000

/** Where changes make us lose our place: how often reading begins again in steps before it is done in one go. */
const TRIES = 3

/** The page is called still after so long (ms) without scrolling. */
const STILL_MS = 150

/** How often (ms) to look for what no observer tells: shadow roots that come late, highlights that the page cleared. */
const PULSE_MS = 1000

export class Follower {
  readonly #options: FollowerOptions
  readonly #stopped = new AbortController()
  readonly #slices
  readonly #observer
  readonly #roots
  readonly #changes: MutationRecord[][] = []
  /** What is to be read, and whether with all that is nested in it. */
  readonly #toRead = new Map<Owner, boolean>()
  readonly #shallow: Reading
  /** What came in whole is read whole, and need not be read again by itself. */
  readonly #deep: Reading
  readonly #began = performance.now()
  #isRead = false
  #still: ReturnType<typeof setTimeout> | undefined
  #pulse: ReturnType<typeof setTimeout> | undefined

  constructor(options: FollowerOptions) {
    this.#options = options
    const { onText: onOwner } = options
    this.#shallow = { onOwner, isShallow: true }
    this.#deep = {
      onOwner,
      onElement: (element) => {
        this.#toRead.delete(element)
        this.#roots.meet(element)
      },
    }
    this.#slices = createSlices(() => this.#work(), options.onError)
    this.#observer = observePage(
      (records) => {
        this.#changes.push(records)
        this.#slices.wake()
      },
      () => this.#readAll(),
    )
    this.#roots = new ShadowRoots((root) => {
      this.#observer.watch(root)
      options.onRoot?.(root)
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

  /** Goes quiet for good. */
  stop(): void {
    this.#stopped.abort()
    this.#slices.stop()
    this.#observer.stop()
    clearTimeout(this.#still)
    clearTimeout(this.#pulse)
  }

  /** There is something to do. */
  wake(): void {
    this.#slices.wake()
  }

  #readAll(): void {
    this.#observer.watch(document.documentElement)
    this.#options.onGone?.()
    if (document.body) this.#toRead.set(document.body, true)
    this.#slices.wake()
  }

  /** The tab was hidden or is seen again. */
  #look(): void {
    if (document.hidden) return
    this.#observer.resume()
    this.#options.onSeen?.()
    this.#slices.wake()
  }

  #scrolled(): void {
    this.#options.onScroll?.()
    this.#roots.expect()
    clearTimeout(this.#still)
    this.#still = setTimeout(() => this.#slices.wake(), STILL_MS)
  }

  /** All that there is to do, in small steps. */
  *#work(): Generator<number> {
    const { onPart, after, between, isBusy, onRead, onError } = this.#options
    for (const records of this.#changes.splice(0)) yield* this.#follow(records)
    for (const [owner, isDeep] of this.#toRead) {
      this.#toRead.delete(owner)
      if (isDeep) onPart()
      try {
        for (const cost of this.#read(owner, isDeep)) {
          yield cost
          if (between) yield* between()
        }
      } catch (error) {
        onError(error)
      }
    }
    yield* after()
    this.#pulse ??= setTimeout(() => this.#beat(), PULSE_MS)
    if (this.#isRead || (isBusy() && performance.now() - this.#began < READ_MS)) return
    this.#isRead = true
    onRead()
  }

  /** What a page does that no observer tells. Ends where there is nothing to look after. */
  #beat(): void {
    this.#pulse = undefined
    if (document.hidden) return
    const isWanted = this.#options.onPulse?.() ?? false
    if (this.#roots.look() || isWanted) this.#pulse = setTimeout(() => this.#beat(), PULSE_MS)
  }

  /** Sorts changes into what is to be read again, and has let go of what went. */
  *#follow(records: readonly MutationRecord[]): Generator<number> {
    const owners: Owners = new Map()
    let hasGone = false
    for (const { attributeName: name, target, addedNodes, removedNodes } of records) {
      yield RECORD
      if (name === 'aria-hidden' && holdsArticle(target as Element)) continue
      // What an attribute hides goes from its place, and what it shows comes in there.
      const [place, came, went] = name ? [parentOf(target), [target], [target]] : [target, addedNodes, removedNodes]
      hasGone ||= went.length > 0
      const owner = place?.isConnected ? ownerOf(place, owners) : null
      if (owner === null) continue
      this.#toRead.set(owner, this.#toRead.get(owner) ?? false)
      for (const node of came)
        if (node.nodeType === ELEMENT && node.parentNode === place) this.#readNew(node as Element)
    }
    if (hasGone) this.#options.onGone?.(owners)
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

  /** Reads an owner's own text, or with `isDeep` all that is nested in it as well, to the end, whatever the page does meanwhile. */
  *#read(owner: Owner, isDeep: boolean): Generator<number> {
    yield OWNER
    if (!owner.isConnected) return
    if (isDeep && !isShadowRoot(owner)) this.#roots.meet(owner)
    const reading = isDeep ? this.#deep : this.#shallow
    for (let tries = 0; owner.isConnected; tries++) {
      if (tries === TRIES) return void takeAll(read(owner, reading))
      if (yield* read(owner, { ...reading, changes: this.#observer.note() })) return
    }
  }
}
