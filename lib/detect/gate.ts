/**
 * The gate of a trie: tables by which a scan passes over characters at which no key begins, at two loads a character
 * and no decision. It lets through too much rather than too little; what it lets through is walked.
 */

import { EXPANDS, foldUnit, IGNORABLE, SEPARATOR } from './fold.ts'
import { kindOf, OTHER, WORD } from './script.ts'
import { childOf, type Trie } from './trie.ts'

/* Classes of characters; the letters a to z, however written, are 6 to 31. */

/** Not met yet; or to be looked at closely: kana and Hangul that compose, keys of one character. */
export const CLOSER = 0
/** Han, kana and Hangul that fold to themselves. */
export const RUN = 1
/** Parts of words that fold to nothing, to several characters or with their neighbours. */
export const SPECIAL = 2
/** Letters and digits other than a to z; here a few sounds that begin few words share a class with them. */
const LETTER = 3
/** Spaces and hyphens. */
export const GAP = 4
/** What else parts words. */
const BREAK = 5
/** What parts words and is nothing to a walk; takes the place of q, which goes to LETTER. */
const QUOTE = 22
const CLASSES = 32

const LETTER_Q = 0x71
const isLetter = (code: number) => code >= 0x61 && code <= 0x7a && code !== LETTER_Q
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff
const isJamo = (code: number) => code >= 0x1100 && code <= 0x11ff

/** Class of a folded character of a word, or of what stands between words. */
function classOf(code: number): number {
  if (isLetter(code)) return code - 0x5b
  const kind = kindOf(code)
  if (kind === OTHER) return code === SEPARATOR ? GAP : BREAK
  return kind === WORD ? LETTER : RUN
}

/* States of a scan are rows of `steps`, named by the cell they begin at. */

/** In a word with which no key begins. */
export const DEAD = 0
/** Where a word may begin. */
export const START = CLASSES
/** Somebody has to look closely; leads to itself, so that it may be asked for now and then only. */
export const FLAG = 2 * CLASSES
/** States from here on: the word so far is the beginning of the first word of these keys. */
const BEGUN = 3 * CLASSES

/** So that a state has 16 bits; of a large lexicon the longer beginnings are left out and let through. */
const MOST_STATES = 0x10000 / CLASSES - 3

export interface Gate {
  /** Class of each UTF-16 unit, {@link CLOSER} until {@link learnClass} has seen it. */
  classes: Uint8Array
  /** The state that follows state s at class c: cell s + c. */
  steps: Uint16Array
  /** By state / 32: a bit for each class with which a key may go on behind the gap after a word. */
  beyond: Uint32Array
  /** A bit for every two characters with which a key of Han, kana or Hangul begins; see {@link pairOf}. */
  pairs: Uint32Array
}

const PAIR_BITS = 17

/** Number of the bit in `pairs` for two characters in a row. */
export const pairOf = (code: number, next: number): number =>
  Math.imul((code << 16) | next, 0x9e3779b1) >>> (32 - PAIR_BITS)

/** True where bit number `at` (modulo 32) of a word of bits is set. */
export const hasBit = (bits: number, at: number): boolean => ((bits >>> at) & 1) !== 0

/** What a walk may pass over behind a gap, and what it has to look at. */
const ANYTHING = (1 << CLOSER) | (1 << SPECIAL) | (1 << GAP) | (1 << QUOTE)

export function buildGate(trie: Trie): Gate {
  const gate: Gate = {
    classes: new Uint8Array(0x10000),
    steps: new Uint16Array(0x10000),
    beyond: new Uint32Array(0x10000 / CLASSES),
    pairs: new Uint32Array(1 << (PAIR_BITS - 5)),
  }
  const { steps, beyond } = gate
  addState(gate, trie, DEAD, [], [])
  steps.fill(FLAG, FLAG, BEGUN)
  // Beginnings that look the same are one state; the shortest come first.
  const begun: number[][] = []
  addState(gate, trie, START, [0], begun)
  steps[START + SPECIAL] = FLAG
  for (let index = 0; index < begun.length; index++) {
    const state = BEGUN + index * CLASSES
    addState(gate, trie, state, begun[index] as number[], begun)
    steps[state + SPECIAL] = steps[state + QUOTE] = FLAG
    if (beyond[state / CLASSES] !== 0) steps[state + GAP] = FLAG
  }
  return gate
}

/** Writes the row of a state in which the word so far leads to any of `nodes`; states behind it are added to `begun`. */
function addState(gate: Gate, trie: Trie, state: number, nodes: readonly number[], begun: number[][]): void {
  const { steps } = gate
  steps[state + CLOSER] = steps[state + RUN] = FLAG
  steps[state + GAP] = steps[state + BREAK] = steps[state + QUOTE] = START
  const next = new Map<number, number[]>()
  for (const node of nodes)
    eachChild(trie, node, (child, code) => {
      const found = classOf(code)
      if (found === RUN) {
        if (node === 0) addPairs(gate, trie, child)
        // No space is stored beside Han and kana, but one may stand there.
        else addBeyond(gate, state, RUN)
      } else if (found === GAP) eachChild(trie, child, (_, after) => addBeyond(gate, state, classOf(after)))
      else if (found === BREAK || trie.out[child] !== 0) steps[state + found] = FLAG
      else next.set(found, [...(next.get(found) ?? []), child])
    })
  for (const [found, children] of next) {
    if (steps[state + found] === FLAG) continue
    const isOpen = begun.length < MOST_STATES
    steps[state + found] = isOpen ? BEGUN + (begun.push(children) - 1) * CLASSES : FLAG
  }
}

function eachChild({ first, chars }: Trie, node: number, tell: (child: number, code: number) => void): void {
  const end = first[node + 1] as number
  for (let child = first[node] as number; child < end; child++) tell(child, chars[child] as number)
}

function addBeyond({ beyond }: Gate, state: number, found: number): void {
  beyond[state / CLASSES] = (beyond[state / CLASSES] as number) | ANYTHING | (1 << found)
}

function addPairs({ pairs }: Gate, trie: Trie, first: number): void {
  const add = (next: number) => {
    const bit = pairOf(trie.chars[first] as number, next)
    pairs[bit >>> 5] = (pairs[bit >>> 5] as number) | (1 << bit)
  }
  eachChild(trie, first, (_, code) => {
    add(code)
    // A voicing mark may stand apart from its kana.
    add(String.fromCharCode(code).normalize('NFD').charCodeAt(0))
  })
}

/** Classifies a UTF-16 unit and notes its class. */
export function learnClass({ classes }: Gate, trie: Trie, code: number): number {
  const kind = kindOf(code)
  const folded = foldUnit(code)
  let found = CLOSER
  if (kind === OTHER)
    found = folded !== IGNORABLE && kindOf(folded) === OTHER && folded !== EXPANDS ? classOf(folded) : QUOTE
  else if (kind === WORD) found = kindOf(folded) === WORD && !isSurrogate(code) ? classOf(folded) : SPECIAL
  else if (folded === code && !isJamo(code)) {
    const first = childOf(trie, 0, code)
    if (first < 0 || trie.out[first] === 0) found = RUN
  }
  classes[code] = found
  return found
}
