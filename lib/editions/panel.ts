/** What the side panel needs of an edition beyond the cards: the search index, and every figure of each entry. */

import { packFigures, unpackFigures, type EntryFigures, type PackedFigures } from '../dataset/entry-figures.ts'
import { buildSearch, type SearchedEntry } from '../dataset/search.ts'
import type { Edition } from '../dataset/types.ts'
import { browser } from '../platform/browser.ts'
import { figuresKey, searchKey, type Pointer } from './keys.ts'

/** The panel's parts, by storage key; stored with those of the pages. */
export function panelParts(edition: Edition, pointer: Pointer): Record<string, unknown> {
  const parts: Record<string, unknown> = { [searchKey(pointer)]: buildSearch(edition.tables, pointer.locale) }
  for (const entry of edition.tables.entries)
    parts[figuresKey(pointer, entry.id)] = packFigures(edition, entry, pointer.locale)
  return parts
}

/** Every entry as it can be searched; empty while no edition is stored. */
export async function readSearch(pointer: Pointer): Promise<SearchedEntry[]> {
  const key = searchKey(pointer)
  const { [key]: index } = await browser.storage.local.get(key)
  return (index as SearchedEntry[] | undefined) ?? []
}

/** All figures of an entry; null where the edition has no such entry. */
export async function readFigures(pointer: Pointer, entry: string): Promise<EntryFigures | null> {
  const key = figuresKey(pointer, entry)
  const { [key]: packed } = await browser.storage.local.get(key)
  return packed ? unpackFigures(packed as PackedFigures) : null
}
