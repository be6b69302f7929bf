/** The maintainer's tool on copies of the dataset: run as a person types it, and tables changed as a person might. */

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll } from 'vitest'
import { csvText } from '../../lib/cli/dataset/write-package.ts'
import { PACKAGE_FOLDER } from '../../lib/cli/dataset/package-files.ts'

/** Runs a command of the repository in TypeScript. */
export const RUN = fileURLToPath(new URL('../../lib/cli/run.mjs', import.meta.url))

/** What the tool says and ends with. */
export function dataset(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, 'dataset', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { status, stdout, stderr, lines: stdout.trim().split('\n') }
}

/** A folder for the tests of one file, which goes with them; call it while tests are collected. */
export function workplace() {
  const work = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  afterAll(() => rmSync(work, { recursive: true, force: true }))
  const at = (...parts: string[]) => join(work, ...parts)
  let copies = 0
  /** A copy of the bundled package. */
  const copy = (): string => {
    const folder = at(`copy-${++copies}`)
    cpSync(PACKAGE_FOLDER, folder, { recursive: true })
    return folder
  }
  return { at, copy }
}

type Table = { columns: string[]; rows: string[][] }

/** Changes a table of a package and gives back what `change` does. */
export function edit<Result>(folder: string, name: string, change: (table: Table) => Result): Result {
  const file = join(folder, `${name}.csv`)
  const [columns = [], ...rows] = parse(readFileSync(file, 'utf8')) as string[][]
  const table = { columns, rows }
  const result = change(table)
  writeFileSync(file, csvText(table))
  return result
}

/** Writes `cell` into the row of figures.csv (or another table) whose first cell is `id`; gives its line in the file. */
export const spoil = (folder: string, table: string, id: string, column: string, cell: string): number =>
  edit(folder, table, ({ columns, rows }) => {
    const index = rows.findIndex(([first]) => first === id)
    const row = rows[index] as string[]
    row[columns.indexOf(column)] = cell
    return index + 2
  })

/** All files of a folder, each by its bytes. */
export const contents = (folder: string) =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]))

/** A figure that tests revise. */
export const FIGURE = 'rare-earths-import-share-jpn-chn-2024'
