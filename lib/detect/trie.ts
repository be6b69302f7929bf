/**
 * The automaton: a trie over folded characters in three flat arrays, children side by side and sorted, so that
 * it loads without building anything and a step costs the same whatever the number of terms.
 */

import { fold, SEPARATOR } from './fold.ts'
import type { Gate } from './gate-tables.ts'
import { isHanOrKana } from './script.ts'
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

/** The same for `value` alone, without going through the others. */
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
