/** Finds the row of the data file that a correction of the version history means. */

import type { SourceRecord } from './records.ts'
import type { Correction } from './usgs-history.ts'

/**
 * Lays a correction to the one row of the file that it means. Returns a line for the maintainer where there is no
 * such row, or more than one.
 */
export function placeCorrection(
  correction: Correction,
  records: readonly SourceRecord[],
  corrected: Map<SourceRecord, Correction>,
): string | null {
  const { statistic, country, year, version, from, to } = correction
  const rowsWith = (value: string) =>
    records.filter(
      ({ cells }) =>
        cells.Statistics === statistic &&
        cells.Country === country &&
        cells.Value?.trim() === value &&
        (year === null || cells.Year === year),
    )
  const [row, ...more] = rowsWith(from)
  const what = `version ${version} changed ${statistic.toLowerCase()} of ${country} from ${from} to ${to}`
  if (row === undefined)
    return rowsWith(to).length > 0 ? null : `Look at it by hand: ${what}, but the file has neither.`
  if (more.length > 0)
    return `Look at it by hand: ${what}, which fits rows ${[row, ...more].map((each) => each.row).join(', ')}.`
  corrected.set(row, correction)
  return null
}
