/** What changed between two states of the dataset, told in the words of every interface language. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readEditionFile } from '../../../lib/cli/dataset/package-files.ts'
import type { RawTable, RawTables } from '../../../lib/dataset/check.ts'
import { diffTables } from '../../../lib/dataset/diff.ts'
import { catalogueFolder, LOCALES, type Locale } from '../../../lib/dataset/locales.ts'
import { numbersLocale } from '../../../lib/i18n/locale.ts'
import { createTranslate, messagesOf } from '../../../lib/i18n/t.ts'
import { changesInWords } from '../../../lib/report/changes.ts'

const bundled = (await readEditionFile()).tables
const tableOf = (name: string) => bundled[name] as RawTable

function wordingIn(locale: Locale) {
  const path = new URL(`../../../public/_locales/${catalogueFolder(locale)}/messages.json`, import.meta.url)
  const messages = messagesOf(JSON.parse(readFileSync(path, 'utf8')) as Record<string, { message: string }>)
  const numbers = numbersLocale(locale, 'xx')
  return { t: createTranslate(messages, numbers), locale, numbers }
}
const words = (before: RawTables, after: RawTables, locale: Locale = 'en') =>
  changesInWords(diffTables(before, after), wordingIn(locale), before, after)

/** The bundled tables with cells of the row changed whose first cell is `id`. */
function revised(name: string, id: string, cells: Record<string, string>): RawTables {
  const { columns, rows } = tableOf(name)
  const next = rows.map((row) => (row[0] === id ? row.map((cell, at) => cells[columns[at] as string] ?? cell) : row))
  return { ...bundled, [name]: { columns, rows: next } }
}
/** The bundled tables without the rows of which `isGone` holds. */
function without(name: string, isGone: (row: readonly string[]) => boolean): RawTables {
  const { columns, rows } = tableOf(name)
  return { ...bundled, [name]: { columns, rows: rows.filter((row) => !isGone(row)) } }
}

const FIGURE = 'rare-earths-import-share-jpn-chn-2024'
const PLAIN = { value: '60', low: '', high: '', unit: '%', qualifier: 'exact', locator: 'p. 1' }
const before = revised('figures', FIGURE, PLAIN)
const lineAfter = (cells: Record<string, string>, locale?: Locale) =>
  words(before, revised('figures', FIGURE, { ...PLAIN, ...cells }), locale)[1]

describe('a figure', () => {
  it('says from and to, with what it is, its period and who publishes it', () =>
    expect(lineAfter({ value: '62' })).toBe(
      `  revised: Japan, from China · Rare earths [rare earths, all forms] · import share · 2024: 60% → 62% (source Toyo Keizai Online, ${FIGURE})`,
    ))

  it.each<[Locale, string]>([
    ['de', '  geändert: Japan, Herkunft: China · Seltene Erden'],
    ['fr', '  révision\u00a0: Japon, depuis Chine · Terres rares'],
    ['es', '  revisado: Japón, de China · Tierras raras'],
    ['ja', '  改訂：日本、中国から · レアアース'],
    ['ko', '  수정: 일본, 중국에서 · 희토류'],
    ['zh-CN', '  修订：日本，来自中国 · 稀土'],
    ['zh-TW', '  修訂：日本，來自中國 · 稀土'],
  ])('says so in %s', (locale, start) => {
    const line = lineAfter({ value: '62' }, locale) ?? ''
    expect(line.slice(0, start.length)).toBe(start)
    expect(line).toMatch(/2024.*60\s?% → 62\s?%.*Toyo Keizai Online/)
    expect(line.replace(FIGURE, '')).not.toMatch(/import.share|source [A-Z]|revised/)
  })

  it.each<[Record<string, string>, string]>([
    [{ qualifier: 'about' }, ': 60% → about 60% ('],
    [{ value: '100', qualifier: 'about' }, ': 60% → almost all ('],
    [{ qualifier: 'estimate' }, ': 60% → an estimated 60% ('],
    [{ value: '', low: '55', high: '65', qualifier: 'range' }, ': 60% → 55–65% ('],
    [{ value: '', low: '55', qualifier: 'range' }, ': 60% → 55–… % ('],
    [{ value: '58', low: '55', high: '65' }, ': 60% → 58% (55–65%) ('],
    [{ value: '' }, ': 60% → no value ('],
    [{ value: 'sixty' }, ': 60% → sixty % ('],
    [{ value: '', high: '65', qualifier: 'range' }, ': 60% → …–65 % ('],
    [{ value: 'sixty', qualifier: 'about' }, ': 60% → sixty % (about) ('],
    [{ unit: 't' }, ': 60% → 60 t ('],
    [{ value: '2025', unit: 'year' }, ': 60% → 2025 ('],
    [{ value: '', date_value: '2025-04-04', unit: 'date' }, ': 60% → 4 April 2025 ('],
    [{ locator: 'p. 9' }, ': locator “p. 1” → “p. 9” ('],
    [{ value: '61', locator: '' }, ': 60% → 61%; locator “p. 1” → empty ('],
    // What words round away is told as the table has it.
    [{ value: '60.001' }, ': 60 % → 60.001 % ('],
  ])('says %o', (cells, expected) => expect(lineAfter(cells)).toContain(expected))

  it('says the goods only where they are not the entry’s name', () => {
    expect(lineAfter({ commodity: 'Rare Earths' })).toContain(' · Rare earths · import share')
    expect(lineAfter({ commodity: '' })).toContain(' · Rare earths · import share')
    expect(lineAfter({ commodity: 'rare earths, metal equivalent' })).toContain(' · Rare earths [rare earths, metal')
  })

  it('names both publishers where the source changes', () =>
    expect(lineAfter({ source_id: 'usgs-mcs2026-data' })).toMatch(
      /source_id .+ \(.+\) → US Geological Survey, .+ \(usgs-mcs2026-data\)/,
    ))

  it('leaves China and the world out where they would be said twice', () => {
    const isIt = ([id]: readonly string[]) => id?.includes('-mine-production-chn-wld') ?? false
    const first = tableOf('figures').rows.find(isIt)?.[0]
    const [head, line] = words(
      without('figures', ([id]) => id === first),
      bundled,
    )
    expect(head).toBe('Figures: 1 added')
    expect(line).toMatch(/^ {2}added: China · [^:]+ · mine production · \d{4}: (?:an estimated )?[\d.,]+ t/)
    expect(line).not.toContain('orld')
  })
})

describe('other rows', () => {
  it('are counted by table: added, revised, removed', () => {
    const { columns, rows } = tableOf('sources')
    const changed = {
      ...revised('events', tableOf('events').rows[0]?.[0] as string, { event: 'Something else.' }),
      sources: { columns, rows: [...rows.slice(1), rows[0]?.with(0, 'new') as string[]] },
    }
    const lines = words(bundled, changed)
    expect(lines.filter((line) => !line.startsWith(' '))).toEqual(['Events: 1 revised', 'Sources: 1 added, 1 removed'])
    expect(lines).toHaveLength(5)
  })

  it.each<[Locale, string, string]>([
    ['en', 'Terms: 1 added', '“dysprosium” (English) for Dysprosium'],
    ['de', 'Begriffe: 1 neu', '„dysprosium“ (Englisch) für Dysprosium'],
    ['ja', '語：追加 1', 'ジスプロシウム：「dysprosium」（英語）'],
  ])('a term, in %s', (locale, head, line) => {
    const lacking = without('terms', (row) => row[0] === 'dysprosium' && row[1] === 'en' && row[2] === 'dysprosium')
    const lines = words(lacking, bundled, locale)
    expect(lines[0]).toBe(head)
    expect(lines[1]).toContain(line)
  })

  it('an event is told in the language itself where the dataset has it so', () => {
    const [id, , , entry] = tableOf('events').rows[0] as [string, string, string, string]
    const [, line = ''] = words(
      without('events', (row) => row[0] === id),
      bundled,
      'ja',
    )
    const text = tableOf('event-texts').rows.find(([event, locale]) => event === id && locale === 'ja')?.[2]
    expect(line).toContain(text ?? 'no text')
    expect(line).not.toContain(entry)
  })
})

it.each(LOCALES)('has a line without holes for every row of every table, in %s', (locale) => {
  const empty = Object.fromEntries(Object.entries(bundled).map(([name, { columns }]) => [name, { columns, rows: [] }]))
  const lines = words(empty, bundled, locale)
  const rows = Object.values(bundled).reduce((sum, table) => sum + table.rows.length, 0)
  expect(lines).toHaveLength(rows + Object.values(bundled).filter((table) => table.rows.length > 0).length)
  const holes = /undefined|NaN|null|\s{3}|“”|「」|: $|\(\)|\{\w+\}|change_|party_/
  expect(lines.filter((line) => holes.test(line))).toEqual([])
  // Every table has a name of its own in the reader's language.
  expect(lines.filter((line) => Object.keys(bundled).some((id) => line.startsWith(id)))).toEqual([])
})
