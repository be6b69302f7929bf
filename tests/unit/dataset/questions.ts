/** Questions that a page may ask of the bundled edition: any entry, for any economy, on any day. */

import fc from 'fast-check'
import { entries, tables, TODAY } from './bundled.ts'

const economies = [...new Set([...tables.economies.map(({ economy }) => economy), 'ZZZ'])]
const anyDay = fc
  .date({ min: new Date('2004-01-01'), max: new Date(TODAY), noInvalidDate: true })
  .map((time) => time.toISOString().slice(0, 10))
/** Days at which periods begin and end are where faults would be. */
const edgeDay = fc
  .constantFrom(...new Set(tables.figures.flatMap(({ period_start, period_end }) => [period_start, period_end])))
  .filter((day) => day !== '' && day <= TODAY)
/** Any day that an article may be of. */
export const day = fc.oneof(anyDay, edgeDay, fc.constant(TODAY))
const buyer = fc.oneof(
  fc.constantFrom('JPN', 'USA', 'EU', 'DEU', 'KOR', 'WLD', 'CHN', 'IND'),
  fc.constantFrom(...economies),
)
export const question = fc.record({ id: fc.constantFrom(...entries.keys()), economy: buyer, date: day })

/** How often properties of headlines are tried. */
export const RUNS = { numRuns: 1000, endOnFailure: true }
