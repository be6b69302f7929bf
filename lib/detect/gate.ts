/**
 * The gate of a trie: tables by which a scan passes over characters at which no key begins, at two loads a character
 * and no decision. It lets through too much rather than too little; what it lets through is walked.
 */

import { foldUnit, SEPARATOR } from './fold.ts'
import { DENSE as DENSE_KIND, isHanOrKana, kindOf, OTHER, WORD } from './script.ts'
import { childOf, type Trie } from './trie.ts'

/* Classes of characters; 1 to 26 are the letters a to z, however written. */

/** Not met yet; or to be looked at closely: kana and Hangul that compose, keys of one character. */
const CLOSER = 0
/** Parts words, and is neither space nor hyphen; it may be nothing to a walk, as quotation marks are. */
const BREAK = 27
const GAP = 28
/** Any letter or digit but a to z. */
const LETTER = 29
/** Part of a word that folds to nothing, to several characters or with its neighbour. */
export const SPECIAL = 30
/** Han, kana and Hangul that fold to themselves. */
export const DENSE_CLASS = 31
const CLASSES = 32

const BEFORE_A = 0x60
const isLetter = (code: number) => code > BEFORE_A && code <= BEFORE_A + 26
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff
const isJamo = (code: number) => code >= 0x1100 && code <= 0x11ff

/* States within a word: where their row of `steps` begins. All others are beginnings of first words of keys. */

/** In a word with which no key begins. */
export const DEAD = 0
/** Where a word may begin. */
export const START = CLASSES
/** In place of a state: a walk has to find out. */
export const FLAG = 0xffff

/** So that a state is 16 bits; a large lexicon lets through what begins like the first 2,046 beginnings, the shortest. */
const MOST_NODES = 0x10000 / CLASSES - 2

export interface Gate {
  /** Class of each UTF-16 unit, {@link CLOSER} until {@link learnClass} has seen it. */
  classes: Uint8Array
  /** The state, or {@link FLAG}, that follows state s at class c: cell s + c. */
  steps: Uint16Array
  /** A bit for every two characters with which a key of Han, kana or Hangul begins; see {@link pairOf}. */
  pairs: Uint32Array
}

const PAIR_BITS = 17

/** Number of the bit in `pairs` for two characters in a row. */
export const pairOf = (code: number, next: number): number =>
  Math.imul((code << 16) | next, 0x9e3779b1) >>> (32 - PAIR_BITS)

export function buildGate(trie: Trie): Gate {
  const steps = new Uint16Array(0x10000)
  const pairs = new Uint32Array(1 << (PAIR_BITS - 5))
  steps[CLOSER] = steps[DENSE_CLASS] = FLAG
  steps[BREAK] = steps[GAP] = START
  const nodes = [0]
  for (let row = 0; row < nodes.length; row++) {
    const node = nodes[row] as number
    const state = START + row * CLASSES
    const isRoot = node === 0
    steps[state + CLOSER] = steps[state + DENSE_CLASS] = steps[state + SPECIAL] = FLAG
    steps[state + BREAK] = isRoot ? START : FLAG
    steps[state + GAP] = START
    const end = trie.first[node + 1] as number
    for (let child = trie.first[node] as number; child < end; child++) {
      const code = trie.chars[child] as number
      if (isLetter(code)) {
        const isOpen = trie.out[child] === 0 && nodes.length < MOST_NODES
        steps[state + code - BEFORE_A] = isOpen ? START + nodes.length * CLASSES : FLAG
        if (isOpen) nodes.push(child)
      } else if (isRoot && kindOf(code) === DENSE_KIND) addPairs(pairs, trie, child)
      // No space is stored beside Han and kana, but one may stand there.
      else if (code === SEPARATOR || isHanOrKana(code)) steps[state + GAP] = FLAG
      else if (kindOf(code) === WORD) steps[state + LETTER] = FLAG
    }
  }
  return { classes: new Uint8Array(0x10000), steps, pairs }
}

function addPairs(pairs: Uint32Array, trie: Trie, first: number): void {
  const add = (next: number) => {
    const bit = pairOf(trie.chars[first] as number, next)
    pairs[bit >>> 5] = (pairs[bit >>> 5] as number) | (1 << bit)
  }
  const end = trie.first[first + 1] as number
  for (let child = trie.first[first] as number; child < end; child++) {
    const code = trie.chars[child] as number
    add(code)
    // A voicing mark may stand apart from its kana.
    add(String.fromCharCode(code).normalize('NFD').charCodeAt(0))
  }
}

/** Classifies a UTF-16 unit and notes its class. */
export function learnClass({ classes }: Gate, trie: Trie, code: number): number {
  const kind = kindOf(code)
  const folded = foldUnit(code)
  let found = CLOSER
  if (kind === OTHER) found = folded === SEPARATOR ? GAP : BREAK
  else if (kind === WORD) {
    const isPlain = kindOf(folded) === WORD && folded !== 0 && !isSurrogate(code)
    found = isLetter(folded) ? folded - BEFORE_A : isPlain ? LETTER : SPECIAL
  } else if (folded === code && !isJamo(code)) {
    const first = childOf(trie, 0, code)
    if (first < 0 || trie.out[first] === 0) found = DENSE_CLASS
  }
  classes[code] = found
  return found
}
