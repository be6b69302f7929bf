/** The bundled edition, read once a test file, and the questions that tests ask of it. */

import { readEdition } from '../../../lib/cli/dataset/package-files.ts'
import { cardFacts, type CardFacts } from '../../../lib/dataset/facts.ts'
import { chooseHeadline, type HeadlineAnswer } from '../../../lib/dataset/headline.ts'
import type { EntryRow } from '../../../lib/dataset/types.ts'

/** The day on which the tests read; the dataset was assembled then. */
export const TODAY = '2026-11-21'

export const edition = await readEdition()
export const { tables } = edition
export const entries = new Map(tables.entries.map((entry) => [entry.id, entry]))
export const figures = new Map(tables.figures.map((figure) => [figure.id, figure]))

export function entryOf(id: string): EntryRow {
  const entry = entries.get(id)
  if (!entry) throw new Error(`There is no entry ${id}.`)
  return entry
}

const known = new Map<string, CardFacts>()

export function factsOf(id: string): CardFacts {
  const facts = known.get(id) ?? cardFacts(edition, entryOf(id), 'en')
  known.set(id, facts)
  return facts
}

/** The headline of an entry for an economy in an article of `date`, read on `today`. */
export const ask = (id: string, economy: string, date = TODAY, today = TODAY): HeadlineAnswer =>
  chooseHeadline(factsOf(id), economy, date, today)
