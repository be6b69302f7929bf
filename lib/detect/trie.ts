/**
 * The automaton: a trie over folded characters in three flat arrays, children side by side and sorted, so that
 * it loads without building anything and a step costs the same whatever the number of terms.
 */

import { fold, foldAt, foldUnit, newFolded, IGNORABLE, SEPARATOR } from './fold.ts'
import type { Gate } from './gate.ts'
import { isHangul, isHanOrKana, kindOf, WORD } from './script.ts'

export interface Trie {
  /** Folded character on the edge into node i. Node 0 is the root. */
  chars: Uint16Array
  /** Children of node i are nodes first[i] … first[i + 1] - 1. */
  first: Uint32Array
  /** 1 + index into `groups` where a key ends at node i, else 0. */
  out: Uint32Array
  /** Values of the keys that end at one node. */
  groups: number[][]
  /** Tables of the scan, made when a text is first scanned. */
  gate?: Gate
}

/** What JSON can carry of a trie: arrays in base64, little-endian. */
export interface PackedTrie {
  chars: string
  /** How many children each node has (8 bits); 255 where `crowded` says it. */
  counts: string
  /** Nodes with 255 children or more, such as the root of a Chinese lexicon. */
  crowded: Record<number, number>
  /** The node at which each group of keys ends (32 bits). */
  ends: string
  groups: number[][]
}

interface Building {
  children: Map<number, Building>
  values: number[]
}

/**
 * Folded form under which a key is stored and met: no separators beside Han or kana, where they mean nothing.
 */
export function keyOf(form: string): string {
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
export function buildTrie(keys: Iterable<readonly [form: string, value: number]>): Trie {
  const root: Building = { children: new Map(), values: [] }
  let size = 1
  for (const [form, value] of keys) {
    const key = keyOf(form)
    if (key === '') continue
    let node = root
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at)
      let child = node.children.get(code)
      if (child === undefined) {
        child = { children: new Map(), values: [] }
        node.children.set(code, child)
        size++
      }
      node = child
    }
    if (!node.values.includes(value)) node.values.push(value)
  }
  return flatten(root, size)
}

function flatten(root: Building, size: number): Trie {
  const trie: Trie = {
    chars: new Uint16Array(size),
    first: new Uint32Array(size + 1),
    out: new Uint32Array(size),
    groups: [],
  }
  const queue: Building[] = [root]
  for (let node = 0; node < queue.length; node++) {
    const building = queue[node] as Building
    trie.first[node] = queue.length
    if (building.values.length > 0) {
      trie.groups.push(building.values)
      trie.out[node] = trie.groups.length
    }
    for (const [code, child] of [...building.children].sort((a, b) => a[0] - b[0])) {
      trie.chars[queue.length] = code
      queue.push(child)
    }
  }
  trie.first[size] = size
  return trie
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

/** Told of a key: from and to which UTF-16 offset of the source it stands (`end` exclusive), and its values. */
export type Found = (start: number, end: number, values: number[]) => void

/**
 * Walks the trie along `text` from UTF-16 offset `start` and tells of every key that ends on the way, shortest first;
 * of a short key inside a word only where the rest could be an ending.
 * At most the longest key plus what it folds away is read.
 */
export function walk(trie: Trie, text: string, start: number, found: Found): void {
  let at = start
  let node = 0
  let last = 0
  let isGap = false
  let skipped = 0
  let depth = 0
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
        node = step(trie, node, more.charCodeAt(k), last, isGap && k === 0, depth)
        last = more.charCodeAt(k)
      }
    } else {
      node = isGap ? step(trie, node, code, last, isGap, depth) : childOf(trie, node, code)
      last = code
    }
    if (node < 0) return
    isGap = false
    depth++
    const group = trie.out[node] as number
    if (group > 0 && isWhole(text, start, at, last)) found(start, at, trie.groups[group - 1] as number[])
  }
}

const isPlain = (unit: number) => (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x4e00 && unit <= 0x9fff)

/** Korean is written with and without spaces; after this many syllables a gap no longer parts two words. */
const JOINED_SYLLABLES = 2

/** One folded character further, over the gap before it if there is one; -1 where no key goes on so. */
function step(trie: Trie, node: number, code: number, last: number, isGap: boolean, depth: number): number {
  if (!isGap || isHanOrKana(last) || isHanOrKana(code)) return childOf(trie, node, code)
  const spaced = childOf(trie, node, SEPARATOR)
  const over = spaced < 0 ? -1 : childOf(trie, spaced, code)
  if (over >= 0 || depth < JOINED_SYLLABLES || !isHangul(last) || !isHangul(code)) return over
  return childOf(trie, node, code)
}

/* In every browser and in Node, but in neither the DOM-free library nor ours to import. */
declare const atob: (text: string) => string
declare const btoa: (binary: string) => string

/** Largest count that a byte says; one more is looked up. */
const CROWDED = 255

const BYTES_A_STEP = 0x8000

function toBase64(array: Uint8Array | Uint16Array | Uint32Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  let binary = ''
  for (let at = 0; at < bytes.length; at += BYTES_A_STEP)
    binary += String.fromCharCode(...bytes.subarray(at, at + BYTES_A_STEP))
  return btoa(binary)
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
  return bytes.buffer
}

export function packTrie({ chars, first, out, groups }: Trie): PackedTrie {
  const crowded: Record<number, number> = {}
  const counts = Uint8Array.from(chars, (_, node) => {
    const count = (first[node + 1] as number) - (first[node] as number)
    if (count >= CROWDED) crowded[node] = count
    return Math.min(count, CROWDED)
  })
  const ends = new Uint32Array(groups.length)
  out.forEach((group, node) => {
    if (group > 0) ends[group - 1] = node
  })
  return { chars: toBase64(chars), counts: toBase64(counts), crowded, ends: toBase64(ends), groups }
}

export function unpackTrie(packed: PackedTrie): Trie {
  const chars = new Uint16Array(fromBase64(packed.chars))
  const counts = new Uint8Array(fromBase64(packed.counts))
  const ends = new Uint32Array(fromBase64(packed.ends))
  const first = new Uint32Array(chars.length + 1)
  first[0] = 1
  for (let node = 0; node < counts.length; node++) {
    const count = counts[node] as number
    first[node + 1] = (first[node] as number) + (count === CROWDED ? (packed.crowded[node] as number) : count)
  }
  const out = new Uint32Array(chars.length)
  ends.forEach((node, group) => (out[node] = group + 1))
  return { chars, first, out, groups: packed.groups }
}
