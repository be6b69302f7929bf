/** What a figure must be to make sense: its share, its range, its period, its unit. */

import { isDay } from '../calendar.ts'
import type { EconomyRow, FigureRow, MeasureRow, UnitRow } from '../types.ts'
import { checkPeriod } from './periods.ts'
import type { Report, ReportOfRow } from './report.ts'

type Row = FigureRow & { date_value: string }

/** Measures that are no change and may be below 0 all the same. */
const SIGNED: ReadonlySet<string> = new Set(['trade-balance'])

/** More than there is of anything that is traded, in the unit of a family that `units.base` names: tons, money, a number of things. */
const LIMITS: Readonly<Record<string, number>> = { mass: 1e12, money: 1e17, count: 1e12 }

interface Known {
  measures: ReadonlyMap<string, MeasureRow>
  units: ReadonlyMap<string, UnitRow>
  economies: ReadonlySet<string>
  ids: ReadonlySet<string>
}

/** Rules of `figures`, whose rows have passed the schema. */
export function checkFigures(
  figures: readonly FigureRow[],
  measures: readonly MeasureRow[],
  units: readonly UnitRow[],
  economies: readonly EconomyRow[],
  report: Report,
): void {
  const known: Known = {
    measures: new Map(measures.map((row) => [row.id, row])),
    units: new Map(units.map((row) => [row.id, row])),
    economies: new Set(economies.map(({ economy }) => economy)),
    ids: new Set(figures.map(({ id }) => id)),
  }
  figures.forEach((figure, index) => {
    // The column is in the schema; only checking reads it.
    const row = figure as Row
    const add = (column: string, message: string) => report(index, column, message)
    checkValue(row, known, add)
    checkPeriod(row, add)
    for (const column of ['reporter', 'partner'] as const)
      if (!known.economies.has(row[column])) add(column, `"${row[column]}" is no economy of economies`)
    if (row.same_as !== '' && !known.ids.has(row.same_as)) add('same_as', `"${row.same_as}" is not in figures.id`)
  })
}

function checkValue(row: Row, { measures, units }: Known, add: ReportOfRow): void {
  const { value, low, high, unit, date_value } = row
  const measure = measures.get(row.measure)
  const { families = '', factor = 1 } = units.get(unit) ?? {}
  const cells = [['value', value] as const, ['low', low] as const, ['high', high] as const]
  if (measure && !families.split(', ').includes(measure.unit_family))
    add('unit', `"${unit}" is no unit of ${measure.unit_family}, which ${measure.id} is measured in`)
  if (unit === 'date') {
    for (const [column, cell] of cells) if (cell !== null) add(column, 'must be empty, since the row is a date')
    if (!isDay(date_value))
      add('date_value', date_value === '' ? 'is empty' : `"${date_value}" is no day of a calendar`)
    return
  }
  if (date_value !== '') add('date_value', 'must be empty, since the row is no date')
  if (value === null && low === null && high === null) add('value', 'is empty, and so are low and high')
  // Nobody could say from where to where it goes.
  else if (value === null && (low === null || high === null))
    add(low === null ? 'low' : 'high', 'is empty: one end of a range alone is a value with its qualifier')
  for (const [column, cell] of cells)
    if (measure !== undefined && cell !== null) checkAmount(cell, factor, measure, (message) => add(column, message))
  if (low !== null && high !== null && low > high) add('low', `${low} is above high, ${high}`)
  else if (value !== null && ((low !== null && value < low) || (high !== null && value > high)))
    add('value', `${value} is not between low and high, ${low ?? '…'} to ${high ?? '…'}`)
}

/** `factor`: what one of the unit is of the family's own. */
function checkAmount(amount: number, factor: number, measure: MeasureRow, add: (message: string) => void): void {
  const { id, unit_family } = measure
  const limit = LIMITS[unit_family]
  if (unit_family === 'share') {
    if (amount < 0 || amount > 100) add(`${amount} % is no share: it must be 0 to 100`)
  } else if (amount < 0 && unit_family !== 'change' && !SIGNED.has(id))
    add(`${amount} is below 0, which ${id} never is`)
  else if (limit !== undefined && Math.abs(amount) * factor > limit) add(`${amount} is more than any ${id} can be`)
}
