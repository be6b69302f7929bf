/** Reads all that the panel shows of one entry: its card for the reader's economy, and every figure of the dataset. */

import { figureLists, type FigureList } from '../../lib/card/figure-lists.ts'
import { buildCard, type CardModel } from '../../lib/card/model.ts'
import type { EntryFigures } from '../../lib/dataset/entry-figures.ts'
import type { Pointer } from '../../lib/editions/keys.ts'
import { readFigures } from '../../lib/editions/panel.ts'
import { readCard, readWords } from '../../lib/editions/read.ts'
import type { Interface } from '../../lib/i18n/interface.ts'
import { today } from '../../lib/platform/today.ts'

export interface OpenEntry {
  id: string
  /** The term that led here, as the dataset writes it; '' where none did. */
  term: string
  /** Null where the edition has no such entry. */
  model: CardModel | null
  figures: EntryFigures | null
  lists: FigureList[]
}

/** `economy` is whose dependence to show where nothing else says; '' for the world. */
export async function openEntry(
  id: string,
  term: string,
  pointer: Pointer,
  { t, numbers }: Interface,
  economy: string,
): Promise<OpenEntry> {
  const [card, figures, stored] = await Promise.all([
    readCard(pointer, id),
    readFigures(pointer, id),
    readWords(pointer),
  ])
  const wording = { t, locale: numbers, economies: stored?.economies ?? {} }
  const request = { economy: economy || 'WLD', articleDate: null, today: today(), number: null }
  return {
    id,
    term,
    model: card && buildCard(card, request, wording),
    figures,
    lists: figures === null ? [] : figureLists(figures, wording),
  }
}
