/** The rule of the headline figure written once more, slowly and over the whole table: what the quick one is held against. */

import type { FigureRow } from '../../../lib/dataset/types.ts'
import { entries, tables, TODAY } from './bundled.ts'

/** An article of this day is over two years old. */
export const isOld = (date: string) => date < `${Number(TODAY.slice(0, 4)) - 2}${TODAY.slice(4)}`
export const isFullYears = ({ period_kind, period_start, period_end }: FigureRow) =>
  period_kind === 'year' ||
  period_kind === 'fiscal-year' ||
  (period_kind === 'range' && period_start.endsWith('-01-01') && period_end.endsWith('-12-31'))
export const isUsable = ({ scope, scenario, superseded, unit }: FigureRow) =>
  scope === 'whole' && scenario === 'no' && superseded === 'no' && unit !== 'date' && unit !== 'year'

/** Ids of the rows that README "The headline figure", 1–5, asks for of what economies buy; null where nothing had ended by then. */
export function expectedIds(id: string, economy: string, date: string): string[] | null {
  const order =
    economy === 'WLD'
      ? (['magnet-share', 'refining-share', 'mine-share'] as const).map((measure) => [measure, 'CHN', 'WLD'] as const)
      : ([
          ['import-share', economy, 'CHN'],
          ['net-import-reliance', economy, 'WLD'],
        ] as const)
  for (let entry = entries.get(id); entry; entry = entries.get(entry.parent)) {
    for (const [measure, reporter, partner] of order) {
      const rows = tables.figures.filter(
        (row) =>
          row.entry === entry?.id &&
          row.measure === measure &&
          row.reporter === reporter &&
          row.partner === partner &&
          isUsable(row) &&
          isFullYears(row),
      )
      const own = isOld(date)
        ? rows.filter((row) => row.period_kind === 'year' && row.period_start.startsWith(date.slice(0, 4)))
        : []
      const ended = own.length > 0 ? own : rows.filter(({ period_end }) => period_end < date)
      const end = ended
        .map(({ period_end }) => period_end)
        .toSorted()
        .at(-1)
      const start = ended
        .filter(({ period_end }) => period_end === end)
        .map((row) => row.period_start)
        .toSorted()
        .at(-1)
      const chosen = ended.filter(({ period_start, period_end }) => period_start === start && period_end === end)
      const known = new Set(chosen.map((row) => row.id))
      if (chosen.length > 0)
        return chosen
          .filter(({ same_as }) => !known.has(same_as))
          .map((row) => row.id)
          .toSorted()
    }
  }
  return null
}
