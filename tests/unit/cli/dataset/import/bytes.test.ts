/** Files as they lie on disk: packed, in other encodings, empty, cut short, or something else altogether. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { decode, readBytes, readText } from '../../../../../lib/cli/dataset/import/bytes.ts'
import { recordsOfCsv } from '../../../../../lib/cli/dataset/import/records.ts'
import { readWorkbook } from '../../../../../lib/cli/dataset/import/workbook.ts'
import { emptyFolder, fixture } from './paths.ts'

const CSV = 'Section,Value\r\nSalient Statistics—United States,5–7\r\n'
/** Windows-1252 for the two dashes that the text holds. */
const windows1252 = (text: string) => Buffer.from(text.replaceAll('—', '\u0097').replaceAll('–', '\u0096'), 'latin1')

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(CSV)],
    ['Windows-1252', windows1252(CSV)],
    ['gzipped Windows-1252', gzipSync(windows1252(CSV))],
  ])('reads %s', (_, bytes) => expect(decode(bytes, 'f.csv')).toBe(CSV))

  it.each([
    ['an empty file', gzipSync(''), 'f.csv: the file is empty.'],
    ['UTF-16', Buffer.from(`\ufeff${CSV}`, 'utf16le'), 'f.csv: is UTF-16; expected UTF-8 or Windows-1252.'],
    [
      'bytes that Windows-1252 does not have',
      Buffer.from([65, 10, 66, 0x81, 67]),
      'f.csv row 2: is neither UTF-8 nor Windows-1252.',
    ],
    ['binary data', Buffer.from([1, 2, 3, 0, 255]), 'f.csv row 1: is neither UTF-8 nor Windows-1252.'],
    ['a workbook', readFileSync(fixture('ds140.xlsx')), 'f.csv: is a workbook or another zip archive; expected text.'],
  ])('refuses %s', (_, bytes, message) => expect(() => decode(bytes, 'f.csv')).toThrow(message))

  it('refuses a gzip file that was cut short', () => {
    const whole = gzipSync(CSV.repeat(50))
    expect(() => decode(whole.subarray(0, whole.length - 9), 'f.csv.gz')).toThrow(
      /^f\.csv\.gz: cannot be unpacked \(.+\); is the download complete\?$/,
    )
  })
})

describe('readBytes', () => {
  it('names what is missing, a folder, or empty', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'empty.csv'), '')
    await expect(readBytes(join(folder, 'none'))).rejects.toThrow(`There is no file ${join(folder, 'none')}.`)
    await expect(readBytes(folder)).rejects.toThrow(`${folder} is a folder, not a file.`)
    await expect(readText(join(folder, 'empty.csv'))).rejects.toThrow('empty.csv: the file is empty.')
  })
})

describe('recordsOfCsv', () => {
  it('counts records as rows, whatever their cells hold', () =>
    expect(recordsOfCsv('a,b\n"x\ny",1\nz,2\n', 'f.csv', ['a'])).toEqual([
      { row: 2, cells: { a: 'x\ny', b: '1' } },
      { row: 3, cells: { a: 'z', b: '2' } },
    ]))

  it('takes a comma at the end of every row, as UN Comtrade writes it', () =>
    expect(recordsOfCsv('a,b\n1,2,\n', 'f.csv', ['b'])).toEqual([{ row: 2, cells: { a: '1', b: '2' } }]))

  it('takes a byte order mark', () => expect(recordsOfCsv('\ufeffa\n1\n', 'f.csv', ['a'])).toHaveLength(1))
})

describe('readWorkbook', () => {
  it('reads every sheet as text', async () => {
    const [first, second] = await readWorkbook(fixture('comtrade.xlsx'))
    expect([first?.name, second?.name]).toEqual(['Sheet1', 'Sheet2'])
    expect(first?.rows[1]?.slice(0, 4)).toEqual(['C', 'A', '20300101', '2030'])
    expect(second?.rows).toEqual([])
  })

  it('refuses what is no workbook, or was cut short', async () => {
    const folder = emptyFolder()
    writeFileSync(join(folder, 'text.xlsx'), 'a,b\n')
    const bytes = readFileSync(fixture('ds140.xlsx'))
    writeFileSync(join(folder, 'cut.xlsx'), bytes.subarray(0, bytes.length / 2))
    await expect(readWorkbook(join(folder, 'text.xlsx'))).rejects.toThrow(
      'text.xlsx: is not an Excel workbook (.xlsx).',
    )
    await expect(readWorkbook(join(folder, 'cut.xlsx'))).rejects.toThrow(/^cut\.xlsx: is not an Excel workbook \(/)
  })
})
