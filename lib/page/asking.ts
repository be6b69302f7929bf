/** Asking: has pieces of text searched, some at a time, one question under way; who searches, and where, it does not know. */

import type { Category, Found } from '../detect/types.ts'
import type { Piece } from './pieces.ts'

/** Finds what each of `texts` holds, on a page that is about `topics` as far as it was read; null where nobody answers. */
export type Find = (texts: readonly string[], topics: readonly Category[]) => Promise<readonly (Found | null)[] | null>

/** What was found has been noted in `pieces`, on a page that was taken to be about `topics`, at `turn` of {@link Asking.send}. */
type OnAnswer = (pieces: readonly Piece[], topics: readonly Category[], turn: number) => void

/** Text (UTF-16 units) and pieces that one question holds, if there is so much. */
const UNITS = 16_384
const PIECES = 256

/** Where nobody answers it is tried again after so long (ms), twice as long each time: a browser may be starting. */
const AGAIN_MS = 500
const TRIES = 6

export class Asking {
  readonly #find: Find
  readonly #onAnswer: OnAnswer
  readonly #onError: (error: unknown) => void
  readonly #waiting = new Set<Piece>()
  /** Pieces that nobody has answered to, however often they were asked about. */
  readonly #unanswered = new Set<Piece>()
  /** Pieces that went unanswered once before: they may be what keeps others from being answered. */
  readonly #suspected = new WeakSet<Piece>()
  /** UTF-16 units of what waits. */
  #units = 0
  /** A question is due even if it is about no piece. */
  #isDue = false
  #isUnderWay = false
  #isStopped = false

  /**
   * `onAnswer` is also called where nobody answers, however often it was tried. Pieces to which that happens for the second time
   * are handed to it as if they held nothing; the others are asked about again ({@link retry}).
   */
  constructor(find: Find, onAnswer: OnAnswer, onError: (error: unknown) => void) {
    this.#find = find
    this.#onAnswer = onAnswer
    this.#onError = onError
  }

  /** True while an answer is to come. */
  get isBusy(): boolean {
    return this.#isUnderWay || this.#waiting.size > 0
  }

  /** True where there is enough to be asked about in one question. */
  get isFull(): boolean {
    return !this.#isUnderWay && this.#units >= UNITS
  }

  add(piece: Piece): void {
    if (this.#waiting.has(piece)) return
    this.#waiting.add(piece)
    this.#units += piece.text.length
  }

  /** Nobody is interested in a piece any more. */
  drop(piece: Piece): void {
    this.#unanswered.delete(piece)
    if (this.#waiting.delete(piece)) this.#units -= piece.text.length
  }

  /** Has a question sent next time, whether there is a piece to ask about or not: what is said of the page may be new. */
  insist(): void {
    this.#isDue = true
  }

  /** Asks once more about what nobody has answered to. */
  retry(): void {
    for (const piece of this.#unanswered) this.add(piece)
    this.#unanswered.clear()
  }

  /** Asks about what waits, unless a question is under way; the answer comes with the same `turn`. */
  send(topics: readonly Category[], turn: number): void {
    if (this.#isUnderWay || this.#isStopped || (this.#waiting.size === 0 && !this.#isDue)) return
    const pieces: Piece[] = []
    let units = 0
    for (const piece of this.#waiting) {
      if (pieces.length === PIECES || (units > 0 && units + piece.text.length > UNITS)) break
      units += piece.text.length
      pieces.push(piece)
      this.drop(piece)
    }
    this.#isDue = false
    this.#isUnderWay = true
    void this.#ask(pieces, topics, turn)
  }

  stop(): void {
    this.#isStopped = true
    this.#waiting.clear()
    this.#unanswered.clear()
  }

  async #ask(pieces: readonly Piece[], topics: readonly Category[], turn: number): Promise<void> {
    const found = await this.#answerTo(
      pieces.map(({ text }) => text),
      topics,
    )
    if (this.#isStopped) return
    this.#isUnderWay = false
    if (found === null) {
      const lost = pieces.filter((piece) => this.#suspected.has(piece))
      for (const piece of lost) piece.found ??= null
      for (const piece of pieces) if (!this.#suspected.has(piece)) this.#unanswered.add(piece)
      for (const piece of pieces) this.#suspected.add(piece)
      return this.#onAnswer(lost, topics, turn)
    }
    pieces.forEach((piece, index) => (piece.found = found[index] ?? null))
    this.#onAnswer(pieces, topics, turn)
    // Somebody is there again.
    this.retry()
  }

  /** What is found in texts; null where nobody answers at last. */
  async #answerTo(texts: readonly string[], topics: readonly Category[]): ReturnType<Find> {
    for (let tries = 1; !this.#isStopped; tries++) {
      const found = await this.#find(texts, topics).catch((error: unknown) => {
        this.#onError(error)
        return null
      })
      if (found !== null || tries === TRIES) return found
      await new Promise((again) => setTimeout(again, AGAIN_MS * 2 ** (tries - 1)))
    }
    return null
  }
}
