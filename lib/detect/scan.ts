/** The one pass over a text: finds every place where a key of a trie begins at a place where a word may begin. */

import { foldUnit, IGNORABLE, mayCompose } from './fold.ts'
import { buildGate, DEAD, DENSE_CLASS, FLAG, learnClass, pairOf, SPECIAL, START, type Gate } from './gate.ts'
import { kindOf, OTHER, WORD } from './script.ts'
import { childOf, walk, type Trie } from './trie.ts'

const gates = new WeakMap<Trie, Gate>()

function gateOf(trie: Trie): Gate {
  let gate = gates.get(trie)
  if (gate === undefined) gates.set(trie, (gate = buildGate(trie)))
  return gate
}

/**
 * Calls `found(start, end, values)` for every key of `trie` in `text`; offsets in UTF-16 units of `text`, `end` exclusive.
 * In scripts that put spaces between words a key begins where a word begins; in Han, kana and Hangul anywhere.
 * Linear in the text; the cost of a character does not depend on the number of keys.
 */
export function scan(trie: Trie, text: string, found: (start: number, end: number, values: number[]) => void): void {
  const gate = gateOf(trie)
  const { classes, steps, pairs } = gate
  const length = text.length
  let start = 0
  const report = (end: number, values: number[]) => found(start, end, values)
  const walkFrom = (from: number) => {
    start = from
    walk(trie, text, from, report)
  }
  let state = START
  let at = 0
  while (at < length) {
    const unit = text.charCodeAt(at)
    const next = steps[state + (classes[unit] as number)] as number
    if (next !== FLAG) {
      state = next
      at++
      continue
    }
    const known = classes[unit] as number
    const now = known === 0 ? learnClass(gate, trie, unit) : known
    if (now !== known) continue
    const kind = kindOf(unit)
    if (kind === WORD) {
            const word = beginningOf(text, at)
      walkFrom(now === SPECIAL ? firstVisible(text, word) : word)
      state = DEAD
      at++
      continue
    }
    if (state > START) walkFrom(beginningOf(text, at))
    state = START
    if (kind === OTHER) {
      at++
      continue
    }
    // A run of Han, kana and Hangul: a key may begin at each, if with two characters in a row that some key begins with.
    let code = unit
    if (now === DENSE_CLASS)
      while (++at < length) {
        const after = text.charCodeAt(at)
        if (classes[after] !== DENSE_CLASS) break
        const pair = pairOf(code, after)
        if ((((pairs[pair >>> 5] as number) >>> pair) & 1) !== 0) walkFrom(at - 1)
        code = after
      }
    else at++
    if (childOf(trie, 0, foldUnit(code)) >= 0 || mayCompose(code)) walkFrom(at - 1)
  }
}

/** Where the word begins that `at` stands in or behind. */
function beginningOf(text: string, at: number): number {
  while (at > 0 && kindOf(text.charCodeAt(at - 1)) === WORD) at--
  return at
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
