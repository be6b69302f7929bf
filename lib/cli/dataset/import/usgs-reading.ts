/** Turns one row of the USGS data file, once found to be carried, into readings. */

import type { Cells } from '../../../dataset/diff.ts'
import type { SourceRecord } from './records.ts'
import type { Period, Reading, Withdrawal } from './release.ts'
import { readCell, type UsgsCell } from './usgs-cells.ts'
import type { Correction } from './usgs-history.ts'
import { UNITS, type CarriedSeries } from './usgs-series.ts'

/** The file's name for what is left of a table. */
export const REST = 'Other countries'

/** A row of a carried series, read. */
export interface FoundRow {
  series: CarriedSeries
  record: SourceRecord
  cell: UsgsCell
  period: Period
  economy: string
  factor: number
}

/** Whose number it is: of import sources the economy of the row is the partner. */
export function identity({ series, economy, period, record }: Omit<FoundRow, 'cell'>): Omit<Withdrawal, 'code'> {
  const isImportSource = series.measure === 'import-share'
  return {
    entry: series.entry,
    measure: series.measure,
    reporter: series.reporter === 'row' ? economy : series.reporter,
    partner: isImportSource ? economy : 'WLD',
    commodity: series.wording,
    scope: record.cells.Country === REST ? 'part' : series.scope,
    period,
  }
}

/** An edition: the year in its title and the id of its data file in `sources`. */
export interface Edition {
  edition: number
  source: string
}

/** One reading; two where the number was corrected since. */
export function readingsOf(found: FoundRow, release: Edition, correction: Correction | undefined): Reading[] {
  const { edition } = release
  const { row } = found.record
  const printed = {
    source: release.source,
    locator: `MCS${edition}_Commodities_Data.csv row ${row}`,
    ...numbers(found),
  }
  if (correction === undefined) return [reading(found, printed)]
  const cell = readCell(correction.to)
  if (cell === null) return []
  const after = numbers({ ...found, cell })
  const version = `version ${correction.version} (${correction.posted})`
  return [
    reading(found, {
      ...printed,
      correctedBy: `Superseded: the data file still holds the value before ${version}, which says ${correction.to}.`,
    }),
    reading(found, {
      ...after,
      source: `usgs-mcs${edition}-versions`,
      locator: `MCS${edition}_versionHist.txt, ${version}`,
      note: `Corrected from ${correction.from}.`,
      unless: (other) => isPrinted(other, edition) && Number(other.value) === after.value,
    }),
  ]
}

/** True for rows that the same edition gives elsewhere, in its chapters and tables, whatever newer ones say of them. */
export const isPrinted = (row: Cells, edition: number) => (row.source_id ?? '').startsWith(`usgs-mcs${edition}-`)

type Numbers = Pick<Reading, 'value' | 'low' | 'high' | 'qualifier' | 'note'>

function reading(found: FoundRow, rest: Numbers & Pick<Reading, 'source' | 'locator'> & Partial<Reading>): Reading {
  const { series } = found
  return {
    ...identity(found),
    // The file's own wording changes from year to year, and would have to be put into every language anew.
    label: series.measure,
    unit: series.unit,
    basis: series.basis,
    ...rest,
  }
}

function numbers({ series, record, cell, factor }: FoundRow): Numbers {
  const notes = record.cells.Notes ?? ''
  const note = (...more: (string | undefined)[]) =>
    [...more, UNITS[record.cells.Unit?.trim() ?? '']?.note, ownWords(notes)].filter(Boolean).join(' ')
  const isEstimate = series.isEstimate || /(?:^|-- )Estimated\b/.test(notes)
  const scaled = (value: number) => Number((value * factor).toPrecision(12))
  switch (cell.kind) {
    case 'number':
      return {
        value: scaled(cell.value),
        low: null,
        high: null,
        qualifier: cell.bound ?? (isEstimate || cell.isEstimate ? 'estimate' : 'exact'),
        note: note(),
      }
    case 'range':
      return {
        value: scaled(cell.high),
        low: scaled(cell.low),
        high: scaled(cell.high),
        qualifier: 'range',
        note: note(`Published as a range of ${cell.low} to ${cell.high}; upper end stored.`),
      }
    case 'net-exporter':
      return { value: 0, low: null, high: null, qualifier: 'at-most', note: note('USGS code E: net exporter.') }
    default:
      return { value: 0, low: null, high: null, qualifier: 'exact', note: note() }
  }
}

/** The footnotes without those that the columns of the dataset say already. */
const ownWords = (notes: string) =>
  notes
    .split(' -- ')
    .filter((note) => !/^(?:Estimated\.|Reported\.|See Appendix C\b.*)$/.test(note.trim()))
    .join(' ')
    .trim()
