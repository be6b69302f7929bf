/** What every importer makes of an official file: readings, ready to be laid over the figures that the dataset has. */

import { lastDayOf } from '../../../dataset/calendar.ts'
import type { Cells } from '../../../dataset/diff.ts'
import type { Qualifier } from '../../../dataset/types.ts'

/** The period columns of `figures`. */
export interface Period {
  period: string
  period_start: string
  period_end: string
  period_kind: 'year' | 'range'
}

/** One number of an official file in the words of the dataset. */
export interface Reading {
  /** Source that carries it. */
  source: string
  entry: string
  measure: string
  /** The measure's id, or what else lists are to say of it, in words that are put into every language. */
  label: string
  /** ISO 3166-1 alpha-3 or `WLD`, as is `partner`. */
  reporter: string
  partner: string
  commodity: string
  /** In `unit`; of a printed range the upper end. */
  value: number
  /** Both ends where the file prints a range, else null. */
  low: number | null
  high: number | null
  unit: string
  qualifier: Qualifier
  period: Period
  scope: 'whole' | 'part'
  basis: string
  locator: string
  note: string
  /** Set where the publisher has corrected the number since: what the correction says. The row is kept as superseded. */
  correctedBy?: string
  /** True where a row that is there keeps its own wording of the locator. */
  keepsLocator?: boolean
  /** Why no row is added; one that is there is kept up to date all the same. */
  notAdded?: string
  /** Rows of the same series and period that make adding this one needless. */
  unless?: (row: Cells) => boolean
}

/** A number that an older edition of the table had and this one withholds, with the code that stands in its place. */
export type Withdrawal = Pick<
  Reading,
  'entry' | 'measure' | 'reporter' | 'partner' | 'commodity' | 'scope' | 'period'
> & {
  code: string
}

/** Rows of a file that give no figure, counted. */
export interface Uncarried {
  commodity: string
  statistic: string
  count: number
}

/** Another edition of an official table, by its name ("MCS 2025"). */
export interface OtherEdition {
  name: string
  isOlder: boolean
}

/** An edition of the year that the source id names by `pattern`'s group, as `Release.otherEdition` wants it. */
export function editionIn(sourceId: string, pattern: RegExp, title: string, edition: number): OtherEdition | null {
  const year = pattern.exec(sourceId)?.[1]
  if (year === undefined || Number(year) === edition) return null
  return { name: `${title} ${year}`, isOlder: Number(year) < edition }
}

/** All that an import takes from its files. */
export interface Release {
  /** As people call it: "MCS 2026". */
  name: string
  /** Rows of `sources` for ids that the dataset may not have yet. */
  sources: Cells[]
  readings: Reading[]
  withdrawals: Withdrawal[]
  /** The edition of the same official table that the source id is, where it is another than this one, else null. */
  otherEdition: (sourceId: string) => OtherEdition | null
  /** Rows read in all. */
  rowCount: number
  uncarried: Uncarried[]
  /** What a maintainer should look at by hand; a line each. */
  remarks: string[]
}

/** A calendar year. */
export const yearPeriod = (year: number): Period => ({
  period: String(year),
  period_start: `${year}-01-01`,
  period_end: `${year}-12-31`,
  period_kind: 'year',
})

/** The average of several calendar years, both ends included. */
export const yearsPeriod = (first: number, last: number): Period => ({
  period: `${first}-${last}`,
  period_start: `${first}-01-01`,
  period_end: `${last}-12-31`,
  period_kind: 'range',
})

/** January to `month` (1 to 11) of a year: a part of a year, never a full one. */
export const yearToDate = (year: number, month: number): Period => {
  const end = lastDayOf(year, month)
  return {
    period: `${year}-01/${end.slice(0, 7)}`,
    period_start: `${year}-01-01`,
    period_end: end,
    period_kind: 'range',
  }
}

/** Counts rows that give no figure by commodity and statistic. */
export class UncarriedCount {
  readonly #counts = new Map<string, Uncarried>()

  add(commodity: string, statistic: string, count = 1): void {
    const key = `${commodity}\t${statistic}`
    const before = this.#counts.get(key)
    this.#counts.set(key, { commodity, statistic, count: (before?.count ?? 0) + count })
  }

  /** In order of first appearance. */
  list(): Uncarried[] {
    return [...this.#counts.values()]
  }
}
