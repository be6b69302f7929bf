/** Marks: mentions where they stand on a page, made of what was found and recognised when their text is read again. */

import type { ArticleNumber, Mention } from '../detect/types.ts'
import type { Piece } from './pieces.ts'
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

/** The marks of what was found in a piece, in the order of its text. */
export const marksIn = ({ block, text, offset, from, to, found }: Piece): Mark[] =>
  (found?.mentions ?? [])
    .filter(({ start }) => start >= from && start < to)
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
