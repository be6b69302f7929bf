/** `dataset check`: every fault of a package by table, row and column. */

import { tableFaultLine } from '../../dataset/check.ts'
import { totalsInWords } from '../../dataset/totals.ts'
import { markedTables, PACKAGE_FOLDER } from './package-files.ts'
import { counted, readArguments } from './command.ts'
import { findingsOf, printFaults, SHOWN } from './findings.ts'
import { openPackage } from './open-edition.ts'

const HELP = `npm run -s dataset -- check [FOLDER] [--all]

Checks the Data Package in FOLDER (public/dataset unless told): schema and keys first; where they hold, the rules of
meaning. Each fault is told by table, row (as a spreadsheet counts them, the header being 1) and column.

  --all    print every fault; else the first ${SHOWN} of each table

Exits 0 where the dataset is sound, 1 where it has a fault.`

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(HELP, args, { all: { type: 'boolean' } }, [0, 1])
  if (parsed === null) return 0
  const [folder = PACKAGE_FOLDER] = parsed.positionals
  const file = await openPackage(folder)
  const { faults, warnings } = findingsOf(file)
  for (const table of await markedTables(folder))
    console.log(
      `warning: ${table} begins with a byte order mark, at which other tools stumble: save it in UTF-8 without one`,
    )
  for (const warning of warnings) console.log(`warning: ${tableFaultLine(warning)}`)
  if (faults.length > 0) {
    printFaults(faults, parsed.values.all ? Infinity : SHOWN)
    console.log(`${counted(faults.length, 'fault')} in ${folder}.`)
    return 1
  }
  console.log(`Edition ${file.edition} is sound: ${totalsInWords(file.tables)}.`)
  return 0
}
