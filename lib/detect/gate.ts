/**
 * The gate of a trie: tables by which a scan passes over characters at which no key begins, at two loads a character
 * and no decision. It lets through too much rather than too little; what it lets through is walked.
 */

import { EXPANDS, foldUnit, IGNORABLE, SEPARATOR } from './fold.ts'
import { kindOf, OTHER, WORD } from './script.ts'
import type { Beginning, Gate } from './gate-tables.ts'
import { childOf, type Trie } from './trie.ts'
import { ENDING_LETTERS, LONG } from './walk.ts'

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

/** Bits of the classes that part words. */
export const PARTS = (1 << GAP) | (1 << BREAK) | (1 << QUOTE)

const LETTER_Q = 0x71
const isLetter = (code: number) => code >= 0x61 && code <= 0x7a && code !== LETTER_Q
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff
const isKana = (code: number) => code >= 0x3041 && code <= 0x30ff
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

/** So that a state has 16 bits; beginnings for which there is no room are let through. */
const MOST_STATES = 0x10000 / CLASSES - 256

/* Numbers of what parts words. */
const PARTING = 0
const PASSED_OVER = 1
/** Stands for all characters that end a run of Han, kana and Hangul. */
const OTHERS = 0x8000
const numberOf = (code: number) => code % OTHERS

const PAIR_BITS = 18
const PAIRS = (1 << PAIR_BITS) - 1

/** True where bit number `at` (modulo 32) of a word of bits is set. */
export const hasBit = (bits: number, at: number): boolean => ((bits >>> at) & 1) !== 0

/** What a walk may pass over behind a gap but for more of it, and what it has to look at. */
const ANYTHING = (1 << CLOSER) | (1 << SPECIAL) | (1 << QUOTE)
/** In `beyond`: a short key ends here, if the word does. */
export const ENDS = -1

/** The tables of a trie, with the states of first letters only: the others are made as texts lead to them. */
export function buildGate(trie: Trie): Gate {
  const gate: Gate = {
    classes: new Uint8Array(0x10000),
    steps: new Uint16Array(0x10000).fill(FLAG, FLAG),
    open: new Int32Array(0x10000 / CLASSES),
    begun: [],
    beyond: new Int32Array(0x10000 / CLASSES),
    numbers: new Uint16Array(0x10000).fill(OTHERS),
    pairs: new Int32Array(1 << (PAIR_BITS - 5)),
    gaps: 0x10000,
    state: START,
  }
  makeRow(gate, trie, DEAD, { nodes: [], length: 0 })
  makeRow(gate, trie, START, { nodes: [0], length: 0 })
  gate.steps[START + SPECIAL] = FLAG
  const firsts: number[][] = []
  eachChild(trie, 0, (child, code) => (firsts[classOf(code)] ??= []).push(child))
  // Rows behind gaps copy from the first one, which is to be whole by then.
  firsts.forEach((nodes, found) => {
    if (hasBit(gate.open[START / CLASSES] as number, found)) addState(gate, START, found, nodes, 1)
  })
  for (const index of gate.begun.keys()) finishState(gate, trie, BEGUN + index * CLASSES)
  return gate
}

/**
 * Makes the state to which `code` leads from `state`, if it waits to be made; true where it did, and the scan may go on
 * from `state`.
 */
export function makeState(gate: Gate, trie: Trie, state: number, code: number): boolean {
  const found = gate.classes[code] as number
  if (!hasBit(gate.open[state >>> 5] as number, found)) return false
  const from = gate.begun[(state - BEGUN) / CLASSES]
  if (from === undefined) return false
  const next = addState(gate, state, found, nodesBehind(trie, from.nodes, found), from.length + 1)
  if (next !== FLAG) finishState(gate, trie, next)
  return next !== FLAG
}

/** Gives the state behind `state` at class `found` a number; {@link FLAG} where all are taken. */
function addState({ steps, open, begun }: Gate, state: number, found: number, nodes: number[], length: number): number {
  open[state >>> 5] = (open[state >>> 5] as number) & ~(1 << found)
  if (begun.length >= MOST_STATES) return FLAG
  return (steps[state + found] = BEGUN + (begun.push({ nodes, length }) - 1) * CLASSES)
}

function nodesBehind(trie: Trie, nodes: readonly number[], found: number): number[] {
  const behind: number[] = []
  for (const node of nodes)
    eachChild(trie, node, (child, code) => {
      if (classOf(code) === found) behind.push(child)
    })
  return behind
}

/** Fills in the row of a beginning. */
function finishState(gate: Gate, trie: Trie, state: number): void {
  const { steps, open, beyond } = gate
  makeRow(gate, trie, state, gate.begun[(state - BEGUN) / CLASSES] as Beginning)
  const flag = (found: number) => {
    steps[state + found] = FLAG
    open[state >>> 5] = (open[state >>> 5] as number) & ~(1 << found)
  }
  flag(SPECIAL)
  flag(QUOTE)
  if (beyond[state >>> 5] === ENDS) {
    for (const found of [GAP, BREAK, LETTER]) flag(found)
    for (const letter of ENDING_LETTERS) flag(classOf(letter))
  }
  addGap(gate, state)
}

/** Behind a gap a word begins, and perhaps the key goes on: the flag is raised where it does. */
function addGap(gate: Gate, state: number): void {
  const { steps, beyond } = gate
  const after = beyond[state / CLASSES] as number
  if (after === 0 || after === ENDS) return
  let gap = gate.gaps
  while (gap < 0x10000 && beyond[gap / CLASSES] !== after) gap += CLASSES
  if (gap === 0x10000) {
    gap = gate.gaps -= CLASSES
    beyond[gap / CLASSES] = after
    for (let found = 0; found < CLASSES; found++)
      steps[gap + found] = hasBit(after, found) ? FLAG : (steps[START + found] as number)
    steps[gap + GAP] = gap
  }
  steps[state + GAP] = gap
}

/** Writes the row of a state but for the states that go on from it, which are left open. */
function makeRow(gate: Gate, trie: Trie, state: number, { nodes, length }: Beginning): void {
  const { steps, beyond, open } = gate
  steps.fill(DEAD, state, state + CLASSES)
  steps[state + CLOSER] = steps[state + RUN] = FLAG
  steps[state + GAP] = steps[state + BREAK] = steps[state + QUOTE] = START
  let flagged = 0
  let next = 0
  for (const node of nodes) {
    if (trie.out[node] !== 0) beyond[state / CLASSES] = ENDS
    eachChild(trie, node, (child, code) => {
      const found = classOf(code)
      if (found === RUN) {
        if (node === 0) addPairs(gate, trie, child)
        // No space is stored beside Han and kana, but one may stand there.
        else addBeyond(gate, state, RUN)
      } else if (found === GAP) eachChild(trie, child, (_, after) => addBeyond(gate, state, classOf(after)))
      else if (found === BREAK || (trie.out[child] !== 0 && length + 1 >= LONG)) flagged |= 1 << found
      else next |= 1 << found
    })
  }
  for (let found = 0; found < CLASSES; found++) if (hasBit(flagged | next, found)) steps[state + found] = FLAG
  open[state / CLASSES] = next & ~flagged
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
    const bit = pairOf(numberOf(trie.chars[first] as number), next)
    pairs[bit >>> 5] = (pairs[bit >>> 5] as number) | (1 << bit)
  }
  add(PASSED_OVER)
  eachChild(trie, first, (_, code) => {
    const found = classOf(code)
    if (found === BREAK) add(PARTING)
    if (found !== RUN) return
    add(numberOf(code))
    // A voicing mark may stand apart from its kana.
    if (isKana(code)) add(numberOf(String.fromCharCode(code).normalize('NFD').charCodeAt(0)))
  })
}

const pairOf = (before: number, number: number) => ((before << 5) ^ number) & PAIRS

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

/** Classifies a UTF-16 unit and notes its class. */
export function learnClass({ classes, numbers }: Gate, trie: Trie, code: number): number {
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
  if (found === RUN) numbers[code] = numberOf(code)
  else if (hasBit(PARTS, found)) numbers[code] = found === BREAK ? PARTING : PASSED_OVER
  return found
}
