/** The one pass over a text: finds every place where a key of a trie begins at a place where a word may begin. */

import { foldUnit, IGNORABLE, mayCompose } from './fold.ts'
import { buildGate, CLOSER, DEAD, FLAG, GAP, hasBit, learnClass, pairOf, RUN, START, type Gate } from './gate.ts'
import { kindOf, OTHER, WORD } from './script.ts'
import { childOf, walk, type Found, type Trie } from './trie.ts'

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
export function scan(trie: Trie, text: string, found: Found): void {
  const gate = gateOf(trie)
  const { classes, steps, beyond } = gate
  const length = text.length
  let state = START
  let at = 0
  for (;;) {
    // Eight characters at a time, then one at a time to where the flag was raised: asking is what costs.
    for (; at + 8 <= length; at += 8) {
      let next = steps[state + (classes[text.charCodeAt(at)] as number)] as number
      next = steps[next + (classes[text.charCodeAt(at + 1)] as number)] as number
      next = steps[next + (classes[text.charCodeAt(at + 2)] as number)] as number
      next = steps[next + (classes[text.charCodeAt(at + 3)] as number)] as number
      next = steps[next + (classes[text.charCodeAt(at + 4)] as number)] as number
      next = steps[next + (classes[text.charCodeAt(at + 5)] as number)] as number
      next = steps[next + (classes[text.charCodeAt(at + 6)] as number)] as number
      next = steps[next + (classes[text.charCodeAt(at + 7)] as number)] as number
      if (next === FLAG) break
      state = next
    }
    for (; at < length; at++) {
      const next = steps[state + (classes[text.charCodeAt(at)] as number)] as number
      if (next === FLAG) break
      state = next
    }
    if (at >= length) return
    const unit = text.charCodeAt(at)
    if (classes[unit] === CLOSER && learnClass(gate, trie, unit) !== CLOSER) continue
    const kind = kindOf(unit)
    if (kind === WORD) {
      walk(trie, text, firstVisible(text, beginningOf(text, at)), found)
      state = DEAD
      at++
      continue
    }
    const isOver =
      state === START ||
      state === DEAD ||
      (classes[unit] === GAP &&
        (at + 1 >= length || !hasBit(beyond[state >>> 5] as number, classes[text.charCodeAt(at + 1)] as number)))
    if (!isOver) walk(trie, text, beginningOf(text, at), found)
    state = START
    at = kind === OTHER ? at + 1 : scanRun(gate, trie, text, at, found)
  }
}

/**
 * Scans Han, kana and Hangul from UTF-16 offset `at` to the end of the run, which it returns. A key may begin at each
 * character, if with two in a row that some key begins with.
 */
function scanRun({ classes, pairs }: Gate, trie: Trie, text: string, at: number, found: Found): number {
  let code = text.charCodeAt(at++)
  if (classes[code] === RUN)
    for (; at < text.length; at++) {
      const next = text.charCodeAt(at)
      if (classes[next] !== RUN) break
      const pair = pairOf(code, next)
      if (hasBit(pairs[pair >>> 5] as number, pair)) walk(trie, text, at - 1, found)
      code = next
    }
  if (childOf(trie, 0, foldUnit(code)) >= 0 || mayCompose(code)) walk(trie, text, at - 1, found)
  return at
}

/** Where the word begins that stands at `at` or ends there. */
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
