/** A trie as it is stored: text, which is read faster than anything else that storage can carry. */

import { packNumbers, unpackNumbers } from './packed.ts'
import type { Trie } from './trie.ts'

/** What is stored of a trie. Nodes in order, which is by depth. */
export interface PackedTrie {
  /** {@link Trie.chars}, a character a node. */
  chars: string
  /** By node, packed: twice the number of its children, and 1 more where a key ends. */
  nodes: string
  /** Values of the keys in the order of their nodes, packed: twice how it differs from the next new value, and 1 more where another of the same key follows. */
  values: string
}

/** Marks a unit that storage could not carry by itself: a half of a pair, and this one; they follow, moved out of the way. */
const ESCAPE = 0xe000
const MOVED = 0xd800
const isEscaped = (code: number) => code >= 0xd800 && code <= ESCAPE

/** Packs a trie, without the tables of its scan. */
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

/** What {@link packTrie} packed; pages wait for it, so that nothing is built but the arrays. */
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
