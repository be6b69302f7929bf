/** Figures counted by what they are about: the overview that the README shows. */

import type { FigureRow, IsoDate, Standing, Tables } from './types.ts'

export interface SummaryRow {
  /** Id of a category, measure or economy. */
  id: string
  figures: number
  standings: Record<Standing, number>
  /** Start of the oldest and end of the newest period; '' where no row states one. */
  oldest: IsoDate
  newest: IsoDate
}

export interface Summary {
  category: SummaryRow[]
  measure: SummaryRow[]
  /** By the reporter's code. */
  economy: SummaryRow[]
}

/** Counts figures by category, measure and economy; the largest group first, scenarios included. */
export function summarise({ entries, figures }: Pick<Tables, 'entries' | 'figures'>): Summary {
  const categories = new Map(entries.map(({ id, category }) => [id, category]))
  return {
    category: grouped(figures, ({ entry }) => categories.get(entry) ?? ''),
    measure: grouped(figures, ({ measure }) => measure),
    economy: grouped(figures, ({ reporter }) => reporter),
  }
}

/** All figures as one row. */
export const summaryRow = (id: string, rows: readonly FigureRow[]): SummaryRow => {
  const count = (standing: Standing) => rows.filter(({ confidence }) => confidence === standing).length
  return {
    id,
    figures: rows.length,
    standings: { primary: count('primary'), secondary: count('secondary'), conflicting: count('conflicting') },
    oldest:
      rows
        .map(({ period_start }) => period_start)
        .filter(Boolean)
        .sort()[0] ?? '',
    newest:
      rows
        .map(({ period_end }) => period_end)
        .sort()
        .at(-1) ?? '',
  }
}

function grouped(figures: readonly FigureRow[], idOf: (figure: FigureRow) => string): SummaryRow[] {
  return [...Map.groupBy(figures, idOf)]
    .map(([id, rows]) => summaryRow(id, rows))
    .sort((a, b) => b.figures - a.figures || a.id.localeCompare(b.id))
}
