/** Marks: mentions where they stand on a page, found piece by piece and recognised when their text is read again. */

import type { Found, ArticleNumber, Mention } from '../detect/types.ts'
import type { Block } from './blocks.ts'
import { endsOf, spanIn, type Span } from './spans.ts'

/** A mention on the page. */
export interface Mark {
  mention: Mention
  /** What its sentence names as buyer or target (ISO 3166-1 alpha-3, `EU`, `WLD`), or null. */
  economy: string | null
  /** Text around it: its block's, of a long block a piece. The mention's offsets are in it. */
  text: string
  span: Span
  /** Live while it is drawn, else null. */
  range: Range | null
  /** The article's own number tied to it; undefined until its sentence is read. */
  number: ArticleNumber | null | undefined
}

/** True where the page shows the mention's text. */
export function isShown({ span }: Mark): boolean {
  const [{ isConnected, parentElement }] = endsOf(span)
  return isConnected && (parentElement?.checkVisibility({ visibilityProperty: true }) ?? true)
}

/** UTF-16 units that are searched at a time. */
const PIECE = 4096
/**
 * Pieces overlap by this much (UTF-16 units) to either side, so that what stands at an edge is seen whole by the piece
 * that it begins in: more than patterns (240) and rules (a sentence of 600, and 160 beside it) look at. Only what a word is
 * said to be elsewhere (`weigh.ts`) may lie farther.
 */
const MARGIN = 1024

/** A stretch of a block's text. Mentions that begin within {@link PIECE} of `from` are its own, the rest its neighbours'. */
export interface Piece {
  block: Block
  text: string
  /** UTF-16 offset of `text` in the block. */
  offset: number
  from: number
  /** What was found in it; null where no term was met, or nobody has answered yet. */
  found: Found | null
  /** What the page was about, as the annotator writes it, when that was found. */
  about: string
}

/** Every term has a letter: clocks and prices are not worth a question. */
const HAS_LETTER = /\p{L}/u

/** A block in pieces to be searched; none where it holds no word. */
export function* piecesOf(block: Block): Generator<Piece> {
  for (let at = 0; at < block.text.length; at += PIECE) {
    const offset = Math.max(0, at - MARGIN)
    const text = block.text.slice(offset, at + PIECE + MARGIN)
    if (HAS_LETTER.test(text)) yield { block, text, offset, from: at - offset, found: null, about: '' }
  }
}

/** The marks of what was found in a piece, in the order of its text. */
export const marksIn = ({ block, text, offset, from, found }: Piece): Mark[] =>
  (found?.mentions ?? [])
    .filter(({ start }) => start >= from && start < from + PIECE)
    .map(({ economy, ...mention }) => ({
      mention,
      economy,
      text,
      span: spanIn(block, offset + mention.start, offset + mention.end),
      range: null,
      number: undefined,
    }))

/** A mention is the same one if so much around it (UTF-16 units to either side) is the same. */
const NEAR = 200

const wordsOf = ({ mention }: Mark): string => `${mention.entry} ${mention.text}`
const nearOf = ({ mention, text }: Mark): string =>
  `${mention.entry} ${text.slice(Math.max(0, mention.start - NEAR), mention.end + NEAR)}`

/**
 * Recognises known marks among those found anew, by what stands around them, else by their words: they stay the objects
 * that they were and stand where the new ones were found. Returns the marks to go on with, and the known ones that are gone.
 */
export function recognise(known: readonly Mark[], found: readonly Mark[]): { marks: Mark[]; gone: Mark[] } {
  const same = new Map<Mark, Mark>()
  let gone = [...known]
  for (const keyOf of [nearOf, wordsOf]) {
    if (gone.length === 0) break
    const left = Map.groupBy(gone, keyOf)
    for (const mark of found) {
      const one = same.has(mark) ? undefined : left.get(keyOf(mark))?.shift()
      if (one === undefined) continue
      same.set(mark, one)
      // Another sentence may tie another number to it.
      if (keyOf === wordsOf) one.number = undefined
    }
    gone = [...left.values()].flat()
  }
  const marks = found.map((mark) => {
    const { mention, economy, text, span } = mark
    const one = same.get(mark)
    return one ? Object.assign(one, { mention, economy, text, span }) : mark
  })
  return { marks, gone }
}
