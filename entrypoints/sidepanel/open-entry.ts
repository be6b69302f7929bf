/** Reads all that the panel shows of one entry: its card as what led there has it, else for the reader's economy, and every figure of the dataset. */

import { figureLists, type FigureList } from '../../lib/card/figure-lists.ts'
import { buildCard, type CardModel } from '../../lib/card/model.ts'
import { WORLD } from '../../lib/dataset/answering.ts'
import type { EntryFigures } from '../../lib/dataset/entry-figures.ts'
import type { EditionPointer } from '../../lib/editions/keys.ts'
import { readFigures } from '../../lib/editions/panel.ts'
import { readCard, readWords } from '../../lib/editions/read.ts'
import type { Interface } from '../../lib/i18n/interface.ts'
import { today } from '../../lib/platform/today.ts'

/** An entry, and how it was come to. */
export interface EntryPlace {
  id: string
  /** The term that led here, as the dataset writes it; '' where none did. */
  term: string
  /** Whose dependence the card showed that led here; '' where none did. */
  economy: string
  /** Date of the article that led here, or null. */
  articleDate: string | null
}

export interface OpenEntry extends EntryPlace {
  /** Null where the edition has no such entry. */
  model: CardModel | null
  figures: EntryFigures | null
  lists: FigureList[]
}

/** `own` is whose dependence to show where nothing led here that says; '' for the world. */
export async function openEntry(
  place: EntryPlace,
  pointer: EditionPointer,
  { t, numbers }: Interface,
  own: string,
): Promise<OpenEntry> {
  const { id, economy, articleDate } = place
  const [card, figures, cardWords] = await Promise.all([
    readCard(pointer, id),
    readFigures(pointer, id),
    readWords(pointer),
  ])
  const wording = { t, locale: numbers, economies: cardWords?.economies ?? {} }
  const request = { economy: economy || own || WORLD, articleDate, today: today(), number: null }
  return {
    ...place,
    model: card && buildCard(card, request, wording),
    figures,
    lists: figures === null ? [] : figureLists(figures, wording),
  }
}
