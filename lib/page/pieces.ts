/** Pieces: stretches of a block's text that are searched each for itself, and what is known of them. */

import type { Found } from '../detect/types.ts'
import type { Block } from './blocks.ts'

/** UTF-16 units that are searched at a time. */
const PIECE = 4096
/**
 * Pieces overlap by this much (UTF-16 units) to either side, so that what stands at an edge is seen whole by the piece
 * that it begins in: more than patterns (240) and rules (a sentence of 600, and 160 beside it) look at. Only `weigh.ts`
 * looks farther: whether a word is said somewhere else in the text to mean something else.
 */
const MARGIN = 1024

/** A stretch of a block's text. Mentions that begin between `from` and `to` are its own, the rest its neighbours'. */
export interface Piece {
  block: Block
  text: string
  /** UTF-16 offset of `text` in the block. */
  offset: number
  /** UTF-16 offsets in `text`. */
  from: number
  to: number
  /** What was found in it; null where no term was met, undefined where nobody has answered yet. */
  found: Found | null | undefined
  /** What the page was about, as `passages.ts` writes it, when that was found. */
  about: string
}

/** Every term has a letter: clocks and prices are not worth a question. As roughly as is cheap to compile on every page. */
const MAY_HAVE_LETTER = /[A-Za-z\u00aa-\uffff]/

/** A block in pieces to be searched; none where it holds no word. */
export function* piecesOf(block: Block): Generator<Piece> {
  for (let at = 0; at < block.text.length; at += PIECE) {
    const offset = Math.max(0, at - MARGIN)
    const text = block.text.slice(offset, at + PIECE + MARGIN)
    const from = at - offset
    if (MAY_HAVE_LETTER.test(text)) yield { block, text, offset, from, to: from + PIECE, found: undefined, about: '' }
  }
}

/**
 * `fresh` pieces of a text that was read again; of those whose text is as it was, the `known` ones, which stand where the
 * fresh ones do now: what is found in a text does not depend on where it stands.
 */
export function recogniseText(known: readonly Piece[], fresh: readonly Piece[]): Piece[] {
  const keyOf = ({ from, text }: Piece) => `${from} ${text}`
  const left = Map.groupBy(known, keyOf)
  return fresh.map((piece) => {
    const same = left.get(keyOf(piece))?.shift()
    return same ? Object.assign(same, { block: piece.block, offset: piece.offset }) : piece
  })
}
