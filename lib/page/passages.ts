/**
 * Passages: what each owner's text holds. Has texts searched, keeps count of what the page is about, and has terms that ask
 * for context decided again when that changes. Draws nothing.
 */

import { CATEGORIES, type Category } from '../detect/types.ts'
import { Asking, type Find } from './asking.ts'
import { ownerOf, type Block, type Owner, type Owners } from './blocks.ts'
import { marksIn, recognise, type Mark } from './marks.ts'
import { piecesOf, recogniseText, type Piece } from './pieces.ts'
import { isTeaser } from './teaser.ts'

/** What one owner's text holds, as it was last read and searched. */
interface Passage {
  pieces: Piece[]
  marks: Mark[]
}

export interface PassagesOptions {
  find: Find
  /** There are answers: {@link Passages.settle} is due. */
  onAnswer(): void
  /** Called for a mark whose words changed or went. */
  onGone(mark: Mark): void
  onError(error: unknown): void
}

/** What one mark costs to make, in characters read (`schedule.ts`). */
const MARK = 500

/** What decides on terms that ask for context, as one text to compare: the page's topics, and how often it was said to be another. */
const aboutOf = (topics: readonly Category[], turn: number): string => `${turn} ${topics.join()}`

export class Passages {
  readonly #options: PassagesOptions
  readonly #asking: Asking
  readonly #passages = new Map<Owner, Passage>()
  /** The owner of each piece that was asked about. */
  readonly #asked = new Map<Piece, Owner>()
  /** Owners of whose text there is news: marks are due where all of it is answered to. */
  readonly #news = new Set<Owner>()
  /** Pieces that hold terms that ask for no context: they vouch for others on the page, unless they are teasers. */
  readonly #strong = new Map<Category, Set<Piece>>(CATEGORIES.map((category) => [category, new Set()]))
  /** Counts how often terms that ask for context were to be decided again. */
  #turn = 0
  /** What all answers so far were decided by; '' where they differ. */
  #about = ''

  constructor(options: PassagesOptions) {
    this.#options = options
    this.#asking = new Asking(options.find, (...answer) => this.#take(...answer), options.onError)
  }

  /** True while an answer is to come, or marks are to be made of one. */
  get isBusy(): boolean {
    return this.#asking.isBusy || this.#news.size > 0
  }

  /** True where there is a mark on the page. */
  get hasMarks(): boolean {
    for (const { marks } of this.#passages.values()) if (marks.length > 0) return true
    return false
  }

  /** Each owner with its marks. */
  get all(): ReadonlyMap<Owner, { marks: readonly Mark[] }> {
    return this.#passages
  }

  *marks(): Generator<Mark> {
    for (const { marks } of this.#passages.values()) yield* marks
  }

  /** Has an owner's text searched, as it was just read; what is as it was before is not searched again. */
  hold(owner: Owner, blocks: readonly Block[]): void {
    const known = this.#passages.get(owner)
    const fresh = blocks.flatMap((block) => [...piecesOf(block)])
    if (fresh.length === 0) return known && this.#forget(owner, known)
    const pieces = known ? recogniseText(known.pieces, fresh) : fresh
    const kept = new Set(pieces)
    for (const piece of known?.pieces ?? []) if (!kept.has(piece)) this.#drop(piece)
    if (known) known.pieces = pieces
    else this.#passages.set(owner, { pieces, marks: [] })
    this.#news.add(owner)
    for (const piece of pieces) if (piece.found === undefined) this.#ask(owner, piece)
    if (this.#asking.isFull) this.send()
  }

  /** Asks about what is not answered to yet, and again about terms of which the page now decides otherwise. */
  send(): void {
    this.#asking.send(this.#topics(), this.#turn)
  }

  /** Has terms that ask for context decided again: the page is about something else, or has other words about it. */
  reconsider(): void {
    this.#turn++
    this.#asking.insist()
  }

  /** Asks once more about what nobody has answered to. */
  retry(): void {
    this.#asking.retry()
  }

  /** Has what the page decides now decided again, as far as it was decided otherwise. */
  recheck(): void {
    const about = aboutOf(this.#topics(), this.#turn)
    // On a page that only grows, going through all of it for every paragraph would cost more the longer it is.
    if (about === this.#about) return
    this.#about = about
    for (const [owner, { pieces }] of this.#passages)
      for (const piece of pieces) if (piece.found?.isDoubtful && piece.about !== about) this.#ask(owner, piece)
  }

  /** Makes marks of what was found in passages that are answered to, and hands each on, as new or where it stands now. */
  *settle(onMark: (mark: Mark) => void): Generator<number> {
    for (const owner of this.#news) {
      this.#news.delete(owner)
      const passage = this.#passages.get(owner)
      // The answers that are still to come bring news again.
      if (passage === undefined || passage.pieces.some((piece) => this.#asked.has(piece))) continue
      // Of a short text that holds nothing, asking again is cheaper than remembering.
      if (passage.pieces.length === 1 && passage.pieces[0]?.found === null) {
        this.#forget(owner, passage)
        continue
      }
      const { marks, gone } = recognise(passage.marks, passage.pieces.flatMap(marksIn))
      passage.marks = marks
      gone.forEach(this.#options.onGone)
      for (const mark of marks) {
        onMark(mark)
        yield MARK
        // The page may have let go of it meanwhile.
        if (this.#passages.get(owner)?.marks !== marks) break
      }
    }
  }

  /** Lets go of passages that are no part of the page any more, or of one that is left alone. */
  prune(owners?: Owners): void {
    for (const [owner, passage] of this.#passages)
      if (!owner.isConnected || ownerOf(owner, owners) !== owner) this.#forget(owner, passage)
  }

  stop(): void {
    this.#asking.stop()
    this.#passages.clear()
  }

  #ask(owner: Owner, piece: Piece): void {
    if (this.#asked.has(piece)) return
    this.#asked.set(piece, owner)
    this.#asking.add(piece)
  }

  #drop(piece: Piece): void {
    this.#asked.delete(piece)
    this.#asking.drop(piece)
    for (const category of piece.found?.strong ?? []) this.#strong.get(category)?.delete(piece)
  }

  /** An answer has come, for a page that was taken to be about `topics`. */
  #take(pieces: readonly Piece[], topics: readonly Category[], turn: number): void {
    const about = aboutOf(topics, turn)
    if (about !== this.#about) this.#about = ''
    for (const piece of pieces) {
      piece.about = about
      const owner = this.#asked.get(piece)
      // One that was dropped meanwhile vouches for nothing.
      if (owner === undefined) continue
      this.#asked.delete(piece)
      this.#news.add(owner)
      for (const category of piece.found?.strong ?? []) this.#strong.get(category)?.add(piece)
    }
    this.#options.onAnswer()
  }

  /** Categories that the page is about. */
  #topics(): Category[] {
    return CATEGORIES.filter((category) => this.#isTopic(category))
  }

  #isTopic(category: Category): boolean {
    for (const { block } of this.#strong.get(category) ?? []) if (!isTeaser(block)) return true
    return false
  }

  #forget(owner: Owner, { pieces, marks }: Passage): void {
    this.#passages.delete(owner)
    this.#news.delete(owner)
    for (const piece of pieces) this.#drop(piece)
    marks.forEach(this.#options.onGone)
  }
}
