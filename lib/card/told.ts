/** What the dataset says of somebody's share of the world's output, or reserves, in words to stand beside an article's number. Pure. */

import { TOLD_MEASURES } from '../dataset/measures.ts'
import { grouped, rangeOf, samePeriod, type SomeRows } from '../dataset/rows.ts'
import type { FigureRow } from '../dataset/types.ts'
import { reservesTold } from '../detect/types.ts'
import { measureKey } from '../i18n/measures.ts'
import { formatRange } from '../i18n/numbers.ts'
import type { MessageKey } from '../i18n/t.ts'
import { numberInWords, periodInWords, type Wording } from './in-words.ts'
import type { StoredCard } from './stored.ts'

/** As what the number of an article must be told to be set beside the row; of the world's output only the main supplier's is kept. */
export const toldAs = ({ measure, reporter, unit }: FigureRow): string | undefined => {
  const of = TOLD_MEASURES[measure]
  return of === 'reserves' ? reservesTold(reporter, unit === '%' ? '%' : 't') : of
}

/** How many of the newest years are kept: what is left in the ground is only estimated anew, and older shares are headlines of their time. */
const yearsOf = ({ measure }: FigureRow): number => (TOLD_MEASURES[measure] === 'reserves' ? 1 : 3)

/** `rows` are of one entry and of measures that an article's number may tell; `sourceAt` gives the place of a source on the card. */
export function toldIn(
  rows: readonly FigureRow[],
  wording: Wording,
  sourceAt: (id: string) => number,
): StoredCard['told'] {
  const inOrder = rows.toSorted((a, b) => a.period_end.localeCompare(b.period_end))
  return Object.fromEntries(
    grouped(inOrder, (row) => toldAs(row) ?? '').map((all) => [
      toldAs(all[0]),
      grouped(all, ({ period_end }) => period_end)
        .slice(-yearsOf(all[0]))
        .map((rowsOfYear) => {
          const own = samePeriod(rowsOfYear, rowsOfYear[0])
          return [Number.parseInt(own[0].period_end), inWords(own, wording), sourceAt(own[0].source_id)]
        }),
    ]),
  )
}

function inWords(rows: SomeRows, wording: Wording): string {
  const { t, locale } = wording
  const [first] = rows
  const { low, high } = rangeOf(rows)
  const name = measureKey(TOLD_MEASURES[first.measure] === 'reserves' ? 'reserves' : first.measure)
  const value = low < high ? formatRange(low, high, first.unit, locale) : numberInWords(first, wording)
  return t(low < high || first.confidence === 'conflicting' ? 'compare_dataset_differ' : 'compare_dataset', {
    value: `${t(name as MessageKey)} ${value}`,
    period: periodInWords(first, wording),
  })
}
