/** Everything that can be at fault in an edition, found and printed. Node only. */

import { getPublicSuffix } from 'tldts'
import { tableFaultLine, type TableFault } from '../../dataset/check.ts'
import { loadEdition, type EditionFile } from '../../dataset/edition.ts'
import { checkRules, type Findings } from '../../dataset/rules.ts'
import { overLimit, type Excess } from '../../updates/limits.ts'
import { endProgress, progress } from './progress.ts'

/** A column gone wrong has a fault in every row; the first ones tell. */
export const SHOWN = 50

/** What there is too much of, and of what. */
const OF_WHAT: Readonly<Record<Excess['what'], [of: string, things: string]>> = {
  rows: ['a table', 'rows'],
  cell: ['a cell', 'characters'],
  form: ['a cell', 'characters'],
  figures: ['an entry, measure, reporter and partner', 'figures'],
}

/** Schema, keys and rules of an edition. Rules are asked only where all cells are what they should be. */
export function findingsOf(file: EditionFile): Findings {
  progress('Checking schema and keys …')
  const loaded = loadEdition(JSON.stringify(file))
  if (!loaded.ok) {
    endProgress()
    const whole = { table: 'datapackage.json', row: 0, column: '', message: loaded.problem }
    return { faults: loaded.faults.length > 0 ? loaded.faults : [whole], warnings: [] }
  }
  const over = overLimit(file.tables)
  if (over !== null) {
    endProgress()
    const { table, row, column, what, limit } = over
    const [of, things] = OF_WHAT[what]
    const message = `readers take no edition of which ${of} has more than ${limit.toLocaleString('en')} ${things}`
    return { faults: [{ table, row, column, message }], warnings: [] }
  }
  const findings = checkRules(loaded.edition, {
    isPublicSuffix: (host) => getPublicSuffix(host, { allowPrivateDomains: true }) === host,
    onLanguage: (language) => progress(`Compiling the lexicon of ${language} …`),
  })
  endProgress()
  return findings
}

/** Prints faults, at most `shown` of a table. */
export function printFaults(faults: readonly TableFault[], shown = SHOWN): void {
  for (const table of new Set(faults.map((fault) => fault.table))) {
    const own = faults.filter((fault) => fault.table === table)
    for (const fault of own.slice(0, shown)) console.log(tableFaultLine(fault))
    if (own.length > shown) console.log(`${table}: and ${own.length - shown} more.`)
  }
}
