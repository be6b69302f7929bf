/**
 * The automaton: a trie over folded characters in three flat arrays, children side by side and sorted, so that
 * it loads without building anything and a step costs the same whatever the number of terms.
 */

import { fold, foldAt, foldUnit, newFolded, IGNORABLE, SEPARATOR } from './fold.ts'
import type { Gate } from './gate-tables.ts'
import { packNumbers, unpackNumbers } from './packed.ts'
import { isHangul, isHanOrKana, kindOf, WORD } from './script.ts'
import { firstAtLeast } from './sorted.ts'

export interface Trie {
  /** Folded character on the edge into node i. Node 0 is the root. */
  chars: Uint16Array
  /** Children of node i are nodes first[i] … first[i + 1] - 1. */
  first: Uint32Array
  /** 1 + number of the key that ends at node i, else 0. */
  out: Uint32Array
  /** Values of all keys in a row; those of key k begin at starts[k]. */
  values: Uint32Array
  starts: Uint32Array
  /** Tables of the scan, made when a text is first scanned. */
  gate?: Gate
}

/** What storage can carry of a trie: text, since that is read fastest. Nodes in order, which is by depth. */
export interface PackedTrie {
  /** {@link Trie.chars}, a character a node. */
  chars: string
  /** By node, packed: twice the number of its children, and 1 more where a key ends. */
  nodes: string
  /** Values of the keys in the order of their nodes, packed: twice how it differs from the next new value, and 1 more where another of the same key follows. */
  values: string
}

/**
 * Folded form under which a key is stored and met: no separators beside Han or kana, where they mean nothing.
 */
export function keyOf(form: string): string {
  // Most forms are their own keys.
  if (/^(?:[a-z]+(?: [a-z]+)*|[\u4e00-\u9fff]+)$/.test(form)) return form
  const folded = fold(form)
  let key = ''
  for (let at = 0; at < folded.length; at++) {
    const isLoose =
      folded.charCodeAt(at) === SEPARATOR &&
      (isHanOrKana(folded.charCodeAt(at - 1)) || isHanOrKana(folded.charCodeAt(at + 1)))
    if (!isLoose) key += folded[at]
  }
  return key
}

/** Builds a trie from forms and the numbers they stand for; several forms may share a number and the reverse. */
export function buildTrie(forms: Iterable<readonly [form: string, value: number]>): Trie {
  const values = new Map<string, number[]>()
  for (const [form, value] of forms) {
    const key = keyOf(form)
    const known = values.get(key)
    if (known === undefined) values.set(key, [value])
    else if (!known.includes(value)) known.push(value)
  }
  values.delete('')
  const keys = [...values.keys()].sort()
  // As many nodes as the keys have characters, if no two began alike: lists that grow would be copied again and again.
  const most = keys.reduce((sum, { length }) => sum + length, 1)
  // All keys in a row: levels are gone through one by one, and strings lie scattered.
  const letters = new Uint16Array(most)
  const begins = new Uint32Array(keys.length + 1)
  keys.forEach((key, index) => {
    const begin = begins[index] as number
    for (let at = 0; at < key.length; at++) letters[begin + at] = key.charCodeAt(at)
    begins[index + 1] = begin + key.length
  })
  const chars = new Uint16Array(most)
  const first = new Uint32Array(most + 1)
  const out = new Uint32Array(most)
  const all: number[] = []
  const starts = [0]
  // Keys that lead through a node lie in a row: from[node] … to[node] - 1; all agree in so many characters.
  const from = new Uint32Array(most)
  const to = new Uint32Array(most)
  const agreed = new Uint32Array(most)
  to[0] = keys.length
  let nodes = 1
  for (let node = 0; node < nodes; node++) {
    const length = agreed[node] as number
    const end = to[node] as number
    let at = from[node] as number
    if (at < end && (begins[at + 1] as number) - (begins[at] as number) === length) {
      out[node] = starts.length
      starts.push(all.push(...(values.get(keys[at++] as string) as number[])))
    }
    first[node] = nodes
    while (at < end) {
      const code = letters[(begins[at] as number) + length] as number
      chars[nodes] = code
      from[nodes] = at++
      while (at < end && letters[(begins[at] as number) + length] === code) at++
      to[nodes] = at
      agreed[nodes++] = length + 1
    }
  }
  first[nodes] = nodes
  return {
    chars: chars.slice(0, nodes),
    first: first.slice(0, nodes + 1),
    out: out.slice(0, nodes),
    values: Uint32Array.from(all),
    starts: Uint32Array.from(starts),
  }
}

/** Child of `node` along folded `code`, or -1. Binary search among the children. */
export function childOf(trie: Trie, node: number, code: number): number {
  let low = trie.first[node] as number
  let high = (trie.first[node + 1] as number) - 1
  // Most nodes have one child.
  if (low === high) return trie.chars[low] === code ? low : -1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = trie.chars[middle] as number
    if (found === code) return middle
    if (found < code) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** For each value the key of the first node that has it, '' for values that no key has. */
export function keysByValue({ chars, first, out, values, starts }: Trie): string[] {
  const keys: string[] = []
  const paths: string[] = ['']
  for (let node = 0; node < chars.length; node++) {
    const path = paths[node] as string
    for (let child = first[node] as number; child < (first[node + 1] as number); child++)
      paths[child] = path + String.fromCharCode(chars[child] as number)
    const key = out[node] as number
    if (key > 0) for (const value of values.subarray(starts[key - 1], starts[key])) keys[value] ??= path
  }
  return keys
}

/** The one of `value`, without the others. */
export function firstKeyOf({ chars, first, out, values, starts }: Trie, value: number): string {
  const at = values.indexOf(value)
  if (at < 0) return ''
  const number = firstAtLeast(starts.length, (key) => starts[key] as number, at + 1)
  let key = ''
  let node = out.indexOf(number)
  while (node > 0) {
    key = String.fromCharCode(chars[node] as number) + key
    // The last node whose children begin here or before.
    node = firstAtLeast(chars.length, (each) => first[each] as number, node + 1) - 1
  }
  return key
}

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

/** Told of a key: from and to which UTF-16 offset of the source it stands (`end` exclusive), and its values. */
export type Found = (start: number, end: number, values: number[]) => void

/**
 * Walks the trie along `text` from UTF-16 offset `start` and tells of every key that ends on the way, shortest first;
 * of a short key inside a word only where the rest could be an ending.
 * At most the longest key plus what it folds away is read.
 */
export function walk(trie: Trie, text: string, start: number, found: Found): void {
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
function follow(trie: Trie, text: string, start: number, { at, node, last, depth }: Place, found: Found): void {
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
function tell(trie: Trie, text: string, start: number, at: number, node: number, last: number, found: Found): void {
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

/** Marks a unit that storage could not carry by itself: a half of a pair, and this one; they follow, moved out of the way. */
const ESCAPE = 0xe000
const MOVED = 0xd800
const isEscaped = (code: number) => code >= 0xd800 && code <= ESCAPE

export function packTrie({ chars, first, out, values, starts }: Trie): PackedTrie {
  let letters = ''
  for (const code of chars)
    letters += isEscaped(code) ? String.fromCharCode(ESCAPE, code - MOVED) : String.fromCharCode(code)
  let fresh = 0
  const last = new Set(starts)
  const numbers = Array.from(values, (value, at) => {
    // Most keys belong to one term, which no key before did: nought says both.
    const back = value <= fresh ? fresh - value : value
    fresh = Math.max(fresh, value + 1)
    return 2 * back + (last.has(at + 1) ? 0 : 1)
  })
  return {
    chars: letters,
    nodes: packNumbers(
      Array.from(chars, (_, node) => 2 * ((first[node + 1] as number) - (first[node] as number)) + (out[node] ? 1 : 0)),
    ),
    values: packNumbers(numbers),
  }
}

export function unpackTrie(packed: PackedTrie): Trie {
  const nodes = unpackNumbers(packed.nodes)
  const numbers = unpackNumbers(packed.values)
  const size = nodes.length
  const chars = new Uint16Array(size)
  const first = new Uint32Array(size + 1)
  const out = new Uint32Array(size)
  const values = new Uint32Array(numbers.length)
  const starts: number[] = [0]
  let keys = 0
  let child = 1
  for (let node = 0, at = 0; node < size; node++) {
    const code = packed.chars.charCodeAt(at++)
    chars[node] = code === ESCAPE ? packed.chars.charCodeAt(at++) + MOVED : code
    const count = nodes[node] as number
    first[node] = child
    child += count >> 1
    if ((count & 1) === 1) out[node] = ++keys
  }
  first[size] = size
  for (let at = 0, fresh = 0; at < numbers.length; at++) {
    const number = numbers[at] as number
    const back = number >> 1
    const value = back <= fresh ? fresh - back : back
    values[at] = value
    fresh = Math.max(fresh, value + 1)
    if ((number & 1) === 0) starts.push(at + 1)
  }
  return { chars, first, out, values, starts: Uint32Array.from(starts) }
}
