/** Makes the tables of a gate from a trie: the states of first letters at once, the others as texts lead to them. */

import { BREAK, classOf, CLOSER, GAP, LETTER, QUOTE, RUN, SPECIAL } from './gate-classes.ts'
import type { Beginning, Gate } from './gate-tables.ts'
import {
  CLASSES,
  DEAD,
  FLAG,
  hasBit,
  numberOf,
  OTHERS,
  PAIR_BITS,
  pairOf,
  PARTING,
  PASSED_OVER,
  START,
} from './gate.ts'
import type { Trie } from './trie.ts'
import { ENDING_LETTERS, LONG } from './walk.ts'

/** States from here on: the word so far is the beginning of the first word of these keys. */
const BEGUN = 3 * CLASSES

/** So that a state has 16 bits; beginnings for which there is no room are let through. */
const MOST_STATES = 0x10000 / CLASSES - 256

/** What a walk may pass over behind a gap, and what it has to look at. */
const ANYTHING = (1 << CLOSER) | (1 << SPECIAL) | (1 << GAP) | (1 << QUOTE)
/** In `beyond`: a short key ends here, if the word does. */
export const ENDS = -1

const isKana = (code: number) => code >= 0x3041 && code <= 0x30ff

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
