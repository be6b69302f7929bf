/** Writing the package: the bytes of what did not change stay, and a failed write changes nothing. */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PACKAGE_FOLDER, readEditionFile } from '../../../../lib/cli/dataset/package-files.ts'
import { csvText, writeTables } from '../../../../lib/cli/dataset/write-package.ts'
import type { RawTable } from '../../../../lib/dataset/check.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  cpSync(PACKAGE_FOLDER, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const contents = (of: string) => new Map(readdirSync(of).map((name) => [name, readFileSync(join(of, name), 'utf8')]))

describe('csvText', () => {
  it('gives back the bytes of every bundled table', async () => {
    const { tables } = await readEditionFile()
    for (const [name, table] of Object.entries(tables))
      expect([name, csvText(table)]).toEqual([name, readFileSync(join(PACKAGE_FOLDER, `${name}.csv`), 'utf8')])
  })

  it('writes cells that read back as they were, whatever is in them', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a,b', '"', '\r', '\n', '\r\n', ' '),
    )
    const row = fc.tuple(cell, cell, cell)
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const text = csvText({ columns: ['a', 'b', 'c'], rows })
        expect(parse(text, { bom: false, record_delimiter: '\n' })).toEqual([['a', 'b', 'c'], ...rows])
      }),
    )
  })
})

describe('writeTables', () => {
  it('changes no byte where nothing changed', async () => {
    const { tables } = await readEditionFile(folder)
    const before = statSync(join(folder, 'figures.csv')).mtimeMs
    expect(await writeTables(folder, tables)).toEqual([])
    expect(contents(folder)).toEqual(contents(PACKAGE_FOLDER))
    expect(statSync(join(folder, 'figures.csv')).mtimeMs).toBe(before)
  })

  it('writes what changed and leaves nothing beside', async () => {
    const { figures, sources } = (await readEditionFile(folder)).tables as { figures: RawTable; sources: RawTable }
    const rows = figures.rows.slice(1)
    expect(await writeTables(folder, { figures: { ...figures, rows }, sources })).toEqual(['figures.csv'])
    expect((await readEditionFile(folder)).tables.figures?.rows).toEqual(rows)
    expect(readdirSync(folder).toSorted()).toEqual(readdirSync(PACKAGE_FOLDER).toSorted())
  })

  it.each([
    ['deletes what lies elsewhere', { pid: 2 ** 30, files: [{ name: '../NAME', isNew: true }] }],
    ['puts what lies elsewhere in the place of a file', { pid: '1/../../NAME', files: [{ name: 'x', isNew: false }] }],
    ['is none', []],
  ])('follows no journal that %s', async (_, journal) => {
    const file = `${folder}.txt`
    writeFileSync(file, 'mine')
    const text = JSON.stringify(journal).replace('NAME', basename(file))
    writeFileSync(join(folder, '.write-journal.json'), text)
    const { figures } = (await readEditionFile(folder)).tables as { figures: RawTable }
    await expect(writeTables(folder, { figures: { ...figures, rows: [] } })).rejects.toThrow('not written by this tool')
    expect(readFileSync(file, 'utf8')).toBe('mine')
    rmSync(file)
  })

  it('refuses a table that the package does not have', async () => {
    await expect(writeTables(folder, { weather: { columns: [], rows: [] } })).rejects.toThrow('no table "weather"')
    expect(contents(folder)).toEqual(contents(PACKAGE_FOLDER))
  })
})
