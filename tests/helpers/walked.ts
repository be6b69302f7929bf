/** What a walk along a trie finds. */

import type { Trie } from '../../lib/detect/trie.ts'
import { walk } from '../../lib/detect/walk.ts'

/** Every key met from `at` on, as [end, values]; offsets in UTF-16 units. */
export function walked(trie: Trie, text: string, at = 0): [number, number[]][] {
  const found: [number, number[]][] = []
  walk(trie, text, at, (_, end, values) => found.push([end, [...values]]))
  return found
}
