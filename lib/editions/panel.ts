/** What the side panel needs of an edition beyond the cards: the search index, and every figure of each entry. */

import { packFigures, unpackFigures, type EntryFigures, type PackedFigures } from '../dataset/entry-figures.ts'
import { buildSearch, type SearchedEntry } from '../dataset/search.ts'
import type { Edition } from '../dataset/types.ts'
import { figuresKey, searchKey, type EditionPointer } from './keys.ts'
import { packPart, readPart } from './part.ts'

/** The panel's parts, by storage key; stored with those of the pages. */
export function panelParts(edition: Edition, pointer: EditionPointer): Record<string, string> {
  const parts = { [searchKey(pointer)]: packPart(buildSearch(edition.tables, pointer.locale)) }
  for (const entry of edition.tables.entries)
    parts[figuresKey(pointer, entry.id)] = packPart(packFigures(edition, entry, pointer.locale))
  return parts
}

/** Every entry as it can be searched; empty while no edition is stored. */
export const readSearch = async (pointer: EditionPointer): Promise<SearchedEntry[]> =>
  (await readPart<SearchedEntry[]>(searchKey(pointer))) ?? []

/** All figures of an entry; null where the edition has no such entry. */
export async function readFigures(pointer: EditionPointer, entry: string): Promise<EntryFigures | null> {
  const packed = await readPart<PackedFigures>(figuresKey(pointer, entry))
  return packed && unpackFigures(packed)
}
