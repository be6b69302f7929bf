/** CSV files as spreadsheets save them: what is read as it is, and what is said of the rest. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readTable } from '../../../../lib/cli/dataset/csv-table.ts'

const folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'units.csv')

it.each([
  ['line feeds', 'id,name\n%,"per cent, ""p.c."""\n'],
  ['line ends of Windows', 'id,name\r\n%,"per cent, ""p.c."""\r\n'],
  ['a byte order mark', '\ufeffid,name\n%,"per cent, ""p.c."""\n'],
])('reads a table with %s', async (_, text) => {
  writeFileSync(file, text)
  expect(await readTable(file)).toEqual({ columns: ['id', 'name'], rows: [['%', 'per cent, "p.c."']] })
})

it('reads a table of one column, and nothing', async () => {
  writeFileSync(file, 'id\na;b\n')
  expect(await readTable(file)).toEqual({ columns: ['id'], rows: [['a;b']] })
  writeFileSync(file, '')
  expect(await readTable(file)).toEqual({ columns: [], rows: [] })
})

it.each([
  ['semicolons', Buffer.from('id;name\n%;"per cent"\n'), 'is parted by semicolons; save it with commas.'],
  ['tabs', Buffer.from('id\tname\n%\tper cent\n'), 'is parted by tabs; save it with commas.'],
  ['UTF-16', Buffer.from('\ufeffid,name\n', 'utf16le'), 'is UTF-16; save it as UTF-8.'],
  ['UTF-16 of another kind', Buffer.from('\ufeffid,name\n', 'utf16le').swap16(), 'is UTF-16; save it as UTF-8.'],
  ['the bytes of a workbook', Buffer.from('PK\u0003\u0004…'), 'is a workbook; save it as CSV in UTF-8.'],
  ['a quote left open', Buffer.from('id,name\n%,"per cent\n'), /^is no CSV \(.+ at line 2\)\.$/],
])('says how to save what has %s', async (_, bytes, fault) => {
  writeFileSync(file, bytes)
  const { message } = (await readTable(file).catch((error: Error) => error)) as Error
  expect(message.startsWith(`${file}: `)).toBe(true)
  expect(message.slice(file.length + 2)).toMatch(fault)
})

it('names a file that the package promises', async () => {
  const missing = join(folder, 'none.csv')
  await expect(readTable(missing)).rejects.toThrow(`${missing}: is missing, though datapackage.json names it.`)
})
