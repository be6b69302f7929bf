/** `dataset import`: takes official files into the dataset, shows what changes, and writes all of it or nothing. */

import type { ParseArgsOptionsConfig } from 'node:util'
import { PACKAGE_FOLDER } from './package-files.ts'
import { readArguments, WrongUsage } from './command.ts'
import { applyRelease } from './import/apply.ts'
import { comtradeImporter } from './import/comtrade-command.ts'
import { datawebImporter } from './import/dataweb-command.ts'
import { ds140Importer } from './import/ds140-command.ts'
import { textOption, type Importer, type Values } from './import/importer.ts'
import { usgsImporter } from './import/usgs-command.ts'
import { openPackage } from './open-edition.ts'

const IMPORTERS: Readonly<Record<string, Importer>> = {
  usgs: usgsImporter,
  comtrade: comtradeImporter,
  dataweb: datawebImporter,
  ds140: ds140Importer,
}

const COMMON: ParseArgsOptionsConfig = {
  folder: { type: 'string' },
  'dry-run': { type: 'boolean' },
}

const COMMON_HELP = `  --folder DIR     the package to change (default: public/dataset)
  --dry-run        show what would change, write nothing
  --help           this text

Exit codes: 0 done, also where nothing changes; 1 bad file, or none of it usable, nothing written; 2 wrong usage.`

const HELP = `npm run -s dataset -- import KIND FILE [options]

${Object.entries(IMPORTERS)
  .map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`)
  .join('\n')}

  "import KIND --help" says more of each.

${COMMON_HELP}`

/** Runs `dataset import` with what follows the word import. */
export async function run(args: string[]): Promise<number> {
  const [kind = '', ...rest] = args
  if (kind === '--help' || kind === '-h') {
    console.log(HELP)
    return 0
  }
  const importer = Object.hasOwn(IMPORTERS, kind) ? IMPORTERS[kind] : undefined
  if (importer === undefined)
    throw new WrongUsage(
      `${kind === '' ? 'Say what to import' : `Unknown kind "${kind}"`}: ${Object.keys(IMPORTERS).join(', ')}.`,
    )
  await importFiles(kind, importer, rest)
  return 0
}

async function importFiles(kind: string, importer: Importer, args: string[]): Promise<void> {
  const help = `npm run -s dataset -- import ${kind} ${importer.help}\n${COMMON_HELP}`
  const parsed = readArguments(help, args, { ...COMMON, ...importer.options }, importer.files)
  if (parsed === null) return
  const { positionals } = parsed
  const values = parsed.values as Values
  importer.check(positionals, values)
  const folder = textOption(values, 'folder') ?? PACKAGE_FOLDER
  const before = await openPackage(folder)
  const release = await importer.read(positionals, values, before.tables)
  await applyRelease(release, before, { folder, isDryRun: values['dry-run'] === true })
}
