/** Editions: what is refused and how it is said, and that the bundled one loads. */

import { describe, expect, it } from 'vitest'
import { readEdition, readEditionFile } from '../../../lib/cli/dataset/package-files.ts'
import { FORMAT, loadEdition, MAX_NOTES, type EditionFile } from '../../../lib/dataset/edition.ts'

const file = await readEditionFile()
const load = (change: Partial<Record<keyof EditionFile, unknown>>) =>
  loadEdition(JSON.stringify({ ...file, ...change }))

const KEY = `${'A'.repeat(43)}=`

const refusals: [what: string, json: string, problem: RegExp][] = [
  ['nothing', '', /not JSON/],
  ['half a file', JSON.stringify(file).slice(0, 5000), /not JSON/],
  ['a list', '[]', /not a Tradegloss edition/],
  ['null', 'null', /not a Tradegloss edition/],
  ['a number', '1', /not a Tradegloss edition/],
  ['another JSON file', '{"name":"x"}', /not a Tradegloss edition/],
  ['a later format', JSON.stringify({ ...file, format: FORMAT + 1 }), /format 1/],
  ['no number', JSON.stringify({ ...file, edition: undefined }), /no number/],
  ['a number of another form', JSON.stringify({ ...file, edition: '1.0' }), /no number/],
  ['a month beyond December', JSON.stringify({ ...file, edition: '2026.13.1' }), /no number/],
  ['a path as number', JSON.stringify({ ...file, edition: '2026.11.1/../x' }), /no number/],
  ['no locales', JSON.stringify({ ...file, locales: 'en' }), /locales/],
  ['a locale that nobody has', JSON.stringify({ ...file, locales: ['en', '__proto__'] }), /locales/],
  ['a locale named twice', JSON.stringify({ ...file, locales: ['en', 'de', 'en'] }), /each once/],
  ['no tables', JSON.stringify({ ...file, tables: null }), /no tables/],
  ['tables that are none', JSON.stringify({ ...file, tables: { entries: [] } }), /no tables/],
  ['a table that is none', JSON.stringify({ ...file, tables: { ...file.tables, terms: null } }), /no tables/],
  [
    'a table without columns',
    JSON.stringify({ ...file, tables: { ...file.tables, terms: { rows: [] } } }),
    /no tables/,
  ],
  ['notes that are no text', JSON.stringify({ ...file, notes: ['Sound.'] }), /notes.*no text/],
  ['notes without an end', JSON.stringify({ ...file, notes: '.'.repeat(MAX_NOTES + 1) }), /notes.*too long/],
  ['one key in place of a list', JSON.stringify({ ...file, keys: KEY }), /no Ed25519 keys/],
  ['keys that are none', JSON.stringify({ ...file, keys: [KEY, 'key'] }), /no Ed25519 keys/],
  ['a hand-over to nobody', JSON.stringify({ ...file, keys: [] }), /no Ed25519 keys/],
  ['a hand-over to a crowd', JSON.stringify({ ...file, keys: Array(9).fill(KEY) }), /no Ed25519 keys/],
  ['notes that turn the text about', JSON.stringify({ ...file, notes: 'Sound.\u202e.tuo nruT' }), /notes.*U\+202E/],
  [
    'rows that are no text',
    JSON.stringify({ ...file, tables: { entries: { columns: ['id'], rows: [['gallium', 1]] } } }),
    /no tables/,
  ],
]

describe('loadEdition', () => {
  it.each(refusals)('refuses %s', (_, json, problem) => {
    const loaded = loadEdition(json)
    expect(loaded).toMatchObject({ ok: false, problem: expect.stringMatching(problem) })
  })

  it('says how many faults there are, and the first by table, row and column', () => {
    const { columns, rows } = file.tables.figures as { columns: string[]; rows: string[][] }
    const at = columns.indexOf('unit')
    const spoilt = rows.map((cells, row) => (row === 3 || row === 7 ? cells.with(at, 'furlong') : cells))
    const loaded = load({ tables: { ...file.tables, figures: { columns, rows: spoilt } } })
    expect(loaded).toEqual({
      ok: false,
      problem: 'The edition has 2 fault(s); the first: figures row 5, column unit: "furlong" is not in units.id',
      faults: [
        { table: 'figures', row: 5, column: 'unit', message: '"furlong" is not in units.id' },
        { table: 'figures', row: 9, column: 'unit', message: '"furlong" is not in units.id' },
      ],
    })
  })

  it('takes notes and keys as long as they may be', () =>
    expect(load({ notes: '.'.repeat(MAX_NOTES), keys: Array(8).fill(KEY) }).ok).toBe(true))

  it('survives tables named like properties of every object', () => {
    const loaded = loadEdition(
      `{"format":1,"edition":"2026.11.1","locales":[],"tables":{"__proto__":{"columns":[],"rows":[]}}}`,
    )
    expect(loaded).toMatchObject({ ok: false })
  })

  it('types cells: numbers as numbers, empty numbers as null, all else as text', () => {
    const loaded = load({})
    if (!loaded.ok) throw new Error(loaded.problem)
    const { figures, units, sources } = loaded.edition.tables
    const figure = figures.find(({ id }) => id === 'rare-earths-import-share-jpn-chn-2010')
    expect(figure).toMatchObject({ value: 81.61, low: null, high: null, period: '2010', superseded: 'no' })
    expect(units.find(({ id }) => id === 'JPY trillion')?.factor).toBe(1e12)
    expect(figures.find(({ id }) => id === 'sk-025')).toMatchObject({ value: null, unit: 'date' })
    expect(typeof sources[0]?.published).toBe('string')
  })
})

describe('the bundled edition', () => {
  it('loads by the same way as a downloaded one', async () => {
    const edition = await readEdition()
    expect(edition.edition).toMatch(/^\d{4}\.\d{1,2}\.\d+$/)
    expect(edition.locales).toContain('en')
    const loaded = load({})
    expect(loaded.ok && loaded.edition).toEqual(edition)
  })

  it('is refused by name where a file cannot be read', async () => {
    await expect(readEditionFile('/no/such/folder/')).rejects.toThrow('/no/such/folder/')
  })
})
