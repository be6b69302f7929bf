/** Walking a trie along a text as it is written: folded a character at a time, over what is not seen and over gaps. */

import { foldAt, foldUnit, IGNORABLE, newFolded, SEPARATOR } from './fold.ts'
import { isHangul, isHanOrKana, kindOf, WORD } from './script.ts'
import { childOf, type Trie } from './trie.ts'

const folded = newFolded()

/** A term never spans a long run of nothing; without a limit, 10 MB of soft hyphens would be read once per start. */
const MAX_SKIPPED = 24

/** Keys from this length on (UTF-16 units of the text) may begin a compound: Seltenerdmetalle. */
export const LONG = 6
/** An ending of a shorter key (`span.ts`) begins with one of these. */
export const ENDING_LETTERS: readonly number[] = [...'ensx'].map((letter) => letter.charCodeAt(0))

/** False where a short key is only the beginning of a longer word: Pr in "Prime". */
function isWhole(text: string, start: number, end: number, last: number): boolean {
  if (end - start >= LONG || kindOf(last) !== WORD) return true
  const next = foldUnit(text.charCodeAt(end))
  const isLetter = next >= 0x61 && next <= 0x7a
  return !isLetter || ENDING_LETTERS.includes(next)
}

function valuesOf({ values, starts }: Trie, key: number): number[] {
  const own: number[] = []
  const end = starts[key + 1] as number
  // A view of the array, made for one or two numbers, would cost more than the walk.
  for (let at = starts[key] as number; at < end; at++) own.push(values[at] as number)
  return own
}

/** Is told of a key: from and to which UTF-16 offset of the source it stands (`end` exclusive), and its values. */
export type OnKey = (start: number, end: number, values: number[]) => void

/**
 * Walks the trie along `text` from UTF-16 offset `start` and tells of every key that ends on the way, shortest first;
 * of a short key inside a word only where the rest could be an ending.
 * At most the longest key plus what it folds away is read.
 */
export function walk(trie: Trie, text: string, start: number, found: OnKey): void {
  follow(trie, text, start, { at: start, node: 0, last: 0, depth: 0 }, found)
}

/** Where a walk is: before UTF-16 offset `at`, at `node`, behind folded character `last`, so many characters deep. */
interface Place {
  at: number
  node: number
  last: number
  depth: number
}

/** {@link walk} from a place on. */
function follow(trie: Trie, text: string, start: number, { at, node, last, depth }: Place, found: OnKey): void {
  let isGap = false
  let skipped = 0
  while (at < text.length) {
    const unit = text.charCodeAt(at)
    let code = unit
    let more = ''
    // Small letters and Han are most of what is walked, and fold to themselves.
    if (isPlain(unit)) at++
    else {
      foldAt(text, at, folded)
      at += folded.width
      code = folded.code
      more = folded.more
    }
    if (code === IGNORABLE || code === SEPARATOR) {
      if (node === 0 || ++skipped > MAX_SKIPPED) return
      isGap ||= code === SEPARATOR
      continue
    }
    if (more !== '') {
      for (let k = 0; k < more.length && node >= 0; k++) {
        node = step(trie, node, more.charCodeAt(k), last, isGap && k === 0)
        last = more.charCodeAt(k)
      }
    } else {
      const joined = isGap && mayJoin(code, last, depth) ? childOf(trie, node, code) : -1
      node = isGap ? step(trie, node, code, last, isGap) : childOf(trie, node, code)
      last = code
      if (node < 0) node = joined
      else if (joined >= 0) {
        // One key has the gap, another goes on without it.
        tell(trie, text, start, at, joined, last, found)
        follow(trie, text, start, { at, node: joined, last, depth: depth + 1 }, found)
      }
    }
    if (node < 0) return
    isGap = false
    depth++
    tell(trie, text, start, at, node, last, found)
  }
}

/** Tells of the key that ends at `node`, if one does and its words end before `at`. */
function tell(trie: Trie, text: string, start: number, at: number, node: number, last: number, found: OnKey): void {
  const key = trie.out[node] as number
  if (key > 0 && isWhole(text, start, at, last)) found(start, at, valuesOf(trie, key - 1))
}

const isPlain = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x4e00 && unit <= 0x9fff)

/** Korean is written with and without spaces; after this many syllables a gap no longer parts two words. */
const JOINED_SYLLABLES = 2

/** True where a key may go on over a gap as if there were none. */
const mayJoin = (code: number, last: number, depth: number): boolean =>
  depth >= JOINED_SYLLABLES && isHangul(last) && isHangul(code)

/** One folded character further, over the gap before it if there is one; -1 where no key goes on so. */
function step(trie: Trie, node: number, code: number, last: number, isGap: boolean): number {
  if (!isGap || isHanOrKana(last) || isHanOrKana(code)) return childOf(trie, node, code)
  const spaced = childOf(trie, node, SEPARATOR)
  return spaced < 0 ? -1 : childOf(trie, spaced, code)
}
