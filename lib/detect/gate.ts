/**
 * The gate of a trie: tables by which a scan passes over characters at which no key begins, at two loads a character
 * and no decision. It lets through too much rather than too little; what it lets through is walked.
 */

import type { Gate } from './gate-tables.ts'

/** How many classes of characters there are, see `gate-classes.ts`: cells of a row of `steps`. */
export const CLASSES = 32

/* States of a scan are rows of `steps`, named by the cell they begin at. */

/** In a word with which no key begins. */
export const DEAD = 0
/** Where a word may begin. */
export const START = 1 * CLASSES
/** Somebody has to look closely; leads to itself, so that it may be asked for now and then only. */
export const FLAG = 2 * CLASSES

/* Numbers of what parts words. */
export const PARTING = 0
export const PASSED_OVER = 1
/** Stands for all characters that end a run of Han, kana and Hangul. */
export const OTHERS = 0x8000
export const numberOf = (code: number) => code % OTHERS

export const PAIR_BITS = 18
const PAIRS = (1 << PAIR_BITS) - 1

/** True where bit number `at` (modulo 32) of a word of bits is set. */
export const hasBit = (bits: number, at: number): boolean => ((bits >>> at) & 1) !== 0

export const pairOf = (before: number, number: number) => ((before << 5) ^ number) & PAIRS

/** True where a key may begin with this character of Han, kana or Hangul and go on with what is passed over. */
export const mayBegin = ({ pairs }: Gate, code: number): boolean => {
  const pair = pairOf(numberOf(code), PASSED_OVER)
  return hasBit(pairs[pair >>> 5] as number, pair)
}

/**
 * From UTF-16 offset `at` in `state` to where a flag is raised, or to the end of the text. Four characters at a time,
 * then one at a time, since asking is what costs; a function of its own, so that its few values stay in registers.
 */
export function pass(gate: Gate, text: string, at: number, state: number): number {
  const { classes, steps } = gate
  const length = text.length
  for (const last = length - 3; at < last; at += 4) {
    let next = steps[state + (classes[text.charCodeAt(at)] as number)] as number
    next = steps[next + (classes[text.charCodeAt(at + 1)] as number)] as number
    next = steps[next + (classes[text.charCodeAt(at + 2)] as number)] as number
    next = steps[next + (classes[text.charCodeAt(at + 3)] as number)] as number
    if (next === FLAG) break
    state = next
  }
  for (; at < length; at++) {
    const next = steps[state + (classes[text.charCodeAt(at)] as number)] as number
    if (next === FLAG) break
    state = next
  }
  gate.state = state
  return at
}

/**
 * The same over Han, kana and Hangul and what parts them: to the first character of other writing, or that makes a pair
 * with the one before with which a key begins.
 */
export function passRun({ numbers, pairs }: Gate, text: string, at: number): number {
  const length = text.length
  let before = at > 0 ? (numbers[text.charCodeAt(at - 1)] as number) : PARTING
  for (const last = length - 3; at < last; at += 4) {
    const first = numbers[text.charCodeAt(at)] as number
    const second = numbers[text.charCodeAt(at + 1)] as number
    const third = numbers[text.charCodeAt(at + 2)] as number
    const fourth = numbers[text.charCodeAt(at + 3)] as number
    const a = pairOf(before, first)
    const b = pairOf(first, second)
    const c = pairOf(second, third)
    const d = pairOf(third, fourth)
    const bits =
      ((pairs[a >>> 5] as number) >>> a) |
      ((pairs[b >>> 5] as number) >>> b) |
      ((pairs[c >>> 5] as number) >>> c) |
      ((pairs[d >>> 5] as number) >>> d)
    if (((bits & 1) | ((first | second | third | fourth) & OTHERS)) !== 0) break
    before = fourth
  }
  for (; at < length; at++) {
    const number = numbers[text.charCodeAt(at)] as number
    const pair = pairOf(before, number)
    if ((((pairs[pair >>> 5] as number) >>> pair) & 1) !== 0 || number === OTHERS) break
    before = number
  }
  return at
}
