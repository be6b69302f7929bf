/** The one pass over a text: finds every place where a key of a trie begins at a place where a word may begin. */

import { foldUnit, IGNORABLE, mayCompose, SEPARATOR } from './fold.ts'
import { DENSE, kindOf, WORD } from './script.ts'
import { childOf, walk, type Trie } from './trie.ts'

/**
 * Calls `found(start, end, values)` for every key of `trie` in `text`; offsets in UTF-16 units of `text`, `end` exclusive.
 * In scripts that put spaces between words a key begins where a word begins; in Han, kana and Hangul anywhere.
 * Linear in the text; the cost of a character does not depend on the number of keys.
 */
export function scan(trie: Trie, text: string, found: (start: number, end: number, values: number[]) => void): void {
  let start = 0
  const report = (end: number, values: number[]) => found(start, end, values)
  const length = text.length
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    const kind = kindOf(code)
    if (kind === WORD) {
      start = firstVisible(text, at)
      if (mayBegin(trie, text.charCodeAt(start), text.charCodeAt(start + 1))) walk(trie, text, start, report)
      do at++
      while (at < length && kindOf(text.charCodeAt(at)) === WORD)
      continue
    }
    if (kind === DENSE && (childOf(trie, 0, foldUnit(code)) >= 0 || mayCompose(code))) {
      start = at
      walk(trie, text, at, report)
    }
    at++
  }
}

/** A word may open with what is not seen: a soft hyphen, a zero-width space. */
function firstVisible(text: string, at: number): number {
  while (
    at + 1 < text.length &&
    foldUnit(text.charCodeAt(at)) === IGNORABLE &&
    kindOf(text.charCodeAt(at + 1)) === WORD
  )
    at++
  return at
}

/** False where no key can begin with these two characters; told for ASCII only, all else may. */
function mayBegin(trie: Trie, code: number, next: number): boolean {
  if (code > 0x7f || next > 0x7f) return true
  const child = childOf(trie, 0, foldUnit(code))
  if (child < 0) return false
  const second = foldUnit(next)
  return second === IGNORABLE || second === SEPARATOR || trie.out[child] !== 0 || childOf(trie, child, second) >= 0
}
