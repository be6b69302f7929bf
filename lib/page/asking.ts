/** Asking: has pieces of text searched, some at a time, one question under way; who searches, and where, it does not know. */

import { CATEGORIES, type Category, type Found } from '../detect/types.ts'
import type { Piece } from './marks.ts'

/**
 * Finds what each of `texts` holds, on a page of which `strong` is known to be a topic; null where nobody answers. Texts
 * that are asked about together vouch for one another.
 */
export type Find = (texts: readonly string[], strong: readonly Category[]) => Promise<readonly (Found | null)[] | null>

/**
 * Gets pieces with what was found in them, on a page that was taken to be about `strong`, at `turn` of {@link Asking.send}. What
 * nobody has answered at last holds what it held before.
 */
type OnAnswer = (pieces: readonly Piece[], strong: readonly Category[], turn: number) => void

/** Text (UTF-16 units) and pieces that one question holds, if there is so much. */
const UNITS = 32_768
const PIECES = 256

/** Where nobody answers it is tried again after so long (ms), twice as long each time: a browser may be starting. */
const AGAIN_MS = 500
const TRIES = 6

export class Asking {
  readonly #find: Find
  readonly #onAnswer: OnAnswer
  readonly #onError: (error: unknown) => void
  readonly #waiting = new Set<Piece>()
  /** UTF-16 units of what waits. */
  #units = 0
  #isUnderWay = false
  #isStopped = false

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
    this.#waiting.add(piece)
    this.#units += piece.text.length
  }

  /** Nobody is interested in a piece any more. */
  drop(piece: Piece): void {
    if (this.#waiting.delete(piece)) this.#units -= piece.text.length
  }

  /** Asks about what waits, unless a question is under way; the answer comes with the same `turn`. */
  send(strong: readonly Category[], turn: number): void {
    if (this.#isUnderWay || this.#isStopped || this.#waiting.size === 0) return
    const pieces: Piece[] = []
    let units = 0
    for (const piece of this.#waiting) {
      if (pieces.length === PIECES || (units > 0 && units + piece.text.length > UNITS)) break
      units += piece.text.length
      pieces.push(piece)
      this.drop(piece)
    }
    this.#isUnderWay = true
    this.#ask(pieces, strong, turn).catch(this.#onError)
  }

  stop(): void {
    this.#isStopped = true
    this.#waiting.clear()
  }

  async #ask(pieces: readonly Piece[], strong: readonly Category[], turn: number): Promise<void> {
    const texts = pieces.map(({ text }) => text)
    let found: readonly (Found | null)[] | null = null
    for (let tries = 1; ; tries++) {
      found = await this.#find(texts, strong)
      if (this.#isStopped) return
      if (found !== null || tries === TRIES) break
      await new Promise((again) => setTimeout(again, AGAIN_MS * 2 ** (tries - 1)))
    }
    this.#isUnderWay = false
    // What was found before stays where nobody answers now.
    if (found !== null) pieces.forEach((piece, index) => (piece.found = found[index] ?? null))
    const topics = new Set([...strong, ...pieces.flatMap((piece) => piece.found?.strong ?? [])])
    this.#onAnswer(
      pieces,
      CATEGORIES.filter((category) => topics.has(category)),
      turn,
    )
  }
}
