/** The one pass over a text: finds every place where a key of a trie begins at a place where a word may begin. */

import { foldUnit, IGNORABLE, mayCompose } from './fold.ts'
import {
  buildGate,
  CLOSER,
  DEAD,
  ENDS,
  hasBit,
  learnClass,
  makeState,
  mayBegin,
  pass,
  PARTS,
  passRun,
  RUN,
  START,
} from './gate.ts'
import type { Gate } from './gate-tables.ts'
import { DENSE, kindOf, WORD } from './script.ts'
import { childOf, type Trie } from './trie.ts'
import { walk, type OnKey } from './walk.ts'

/**
 * Calls `found(start, end, values)` for every key of `trie` in `text`; offsets in UTF-16 units of `text`, `end` exclusive.
 * In scripts that put spaces between words a key begins where a word begins; in Han, kana and Hangul anywhere.
 * Linear in the text; the cost of a character does not depend on the number of keys.
 */
export function scan(trie: Trie, text: string, found: OnKey): void {
  const gate = (trie.gate ??= buildGate(trie))
  gate.state = START
  for (let at = 0; at < text.length;) {
    at = pass(gate, text, at, gate.state)
    at = look(gate, trie, text, at, found)
  }
}

/** Looks closely at UTF-16 offset `at`, where a flag was raised or the text ends; returns where to go on. */
function look(gate: Gate, trie: Trie, text: string, at: number, found: OnKey): number {
  const { state } = gate
  if (at < text.length) {
    const code = text.charCodeAt(at)
    if (isNew(gate, trie, code) || makeState(gate, trie, state, code)) return at
  }
  if (state >= gate.gaps) {
    if (at < text.length) walk(trie, text, wordBefore(text, at), found)
    gate.state = START
    return at
  }
  if (mayMatch(gate, state, text, at)) walk(trie, text, firstVisible(text, beginningOf(text, at)), found)
  if (at >= text.length) return at
  const kind = kindOf(text.charCodeAt(at))
  gate.state = kind === WORD ? DEAD : START
  return kind === DENSE ? scanRun(gate, trie, text, at, found) : at + 1
}

/** Learns the class of a character that was not met yet; true where that is what raised the flag. */
const isNew = (gate: Gate, trie: Trie, code: number): boolean =>
  gate.classes[code] === CLOSER && learnClass(gate, trie, code) !== CLOSER

/** Whether a key may begin with the word that `state` has reached before `at`, where the flag was raised or the text ends. */
function mayMatch({ classes, beyond }: Gate, state: number, text: string, at: number): boolean {
  const after = beyond[state >>> 5] as number
  if (at >= text.length) return after === ENDS
  const here = classes[text.charCodeAt(at)] as number
  if (here === RUN) return hasBit(after, RUN)
  // A word that begins here, or one that goes on or ends here and has begun like a key.
  return (state !== START && state !== DEAD) || kindOf(text.charCodeAt(at)) === WORD
}

/**
 * Scans from Han, kana or Hangul at UTF-16 offset `at`, over what parts them, to where other writing begins, which it
 * returns. A key may begin at each character.
 */
function scanRun(gate: Gate, trie: Trie, text: string, at: number, found: OnKey): number {
  for (;;) {
    at = passRun(gate, text, at)
    if (at >= text.length) return at
    const code = text.charCodeAt(at)
    if (isNew(gate, trie, code)) continue
    const here = gate.classes[code] as number
    const before = at > 0 ? text.charCodeAt(at - 1) : 0
    // A mark behind the character before may make it another.
    const isPair =
      here === RUN || hasBit(PARTS, here) || mayBegin(gate, before) || (here === CLOSER && mayCompose(before))
    if (isPair && gate.classes[before] === RUN) walk(trie, text, at - 1, found)
    if (kindOf(code) === WORD) return at
    if (here === CLOSER && (childOf(trie, 0, foldUnit(code)) >= 0 || mayCompose(code))) walk(trie, text, at, found)
    at++
  }
}

/** Where the word begins that stands at `at` or ends there. */
function beginningOf(text: string, at: number): number {
  while (at > 0 && kindOf(text.charCodeAt(at - 1)) === WORD) at--
  return at
}

/** Where the word begins that ends before the gap before `at`. */
function wordBefore(text: string, at: number): number {
  while (at > 0 && kindOf(text.charCodeAt(at - 1)) !== WORD) at--
  return beginningOf(text, at)
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
