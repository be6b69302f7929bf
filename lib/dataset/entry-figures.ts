/** All figures of one entry, with their sources: for the reader who wants more than the card shows. Pure. */

import { localised, NO_COMMODITY } from './localised.ts'
import type { Edition, EntryRow, FigureRow, Locale, SourceRow } from './types.ts'

/** A figure with the columns that only lists and downloads show. */
export interface FullFigure extends FigureRow {
  /** For rows that state a date and no value. */
  date_value: string
  note: string
}

export interface EntryFigures {
  figures: FullFigure[]
  /** What each measure that occurs means, by id. */
  measures: Record<string, string>
  sources: Record<string, Omit<SourceRow, 'source_id'>>
}

/** Figures as stored: column names once. */
export type PackedFigures = Omit<EntryFigures, 'figures'> & { columns: string[]; rows: unknown[][] }

/** Columns that say how the dataset was made, and nothing of the figure. */
const OF_THE_MAKERS = new Set(['folder', 'original_unit', 'original_entry'])

/** A row that its measure tells enough of. */
const NO_LABEL = 'other'

/** What a list says of a row beside its value and whose it is: the label, unless it is the measure's id, and the goods. */
export const saidOf = ({ label, measure, commodity }: FigureRow): string[] =>
  [label === measure || label === NO_LABEL ? '' : label, commodity === NO_COMMODITY ? '' : commodity].filter(Boolean)

/** Cuts the figures of an entry out of an edition, words in `locale`. */
export function packFigures({ tables }: Edition, entry: EntryRow, locale: Locale): PackedFigures {
  const words = localised(tables, locale)
  const rows = tables.figures.filter((row) => row.entry === entry.id).map(words.figureOf)
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !OF_THE_MAKERS.has(column))
  const measures = new Set(rows.map(({ measure }) => measure))
  const cited = new Set(rows.map(({ source_id }) => source_id))
  return {
    columns,
    rows: rows.map((row) => columns.map((column) => row[column as keyof FigureRow])),
    measures: Object.fromEntries(
      tables.measures.filter(({ id }) => measures.has(id)).map((measure) => [measure.id, words.measureOf(measure)]),
    ),
    sources: Object.fromEntries(
      tables.sources
        .filter(({ source_id }) => cited.has(source_id))
        .map(({ source_id, publisher, title, published, url }) => [source_id, { publisher, title, published, url }]),
    ),
  }
}

/** Figures as they were before {@link packFigures}. */
export const unpackFigures = ({ columns, rows, measures, sources }: PackedFigures): EntryFigures => ({
  figures: rows.map(
    (cells) => Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as unknown as FullFigure,
  ),
  measures,
  sources,
})
