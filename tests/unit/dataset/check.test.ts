/** Faults of raw tables: each kind is found and named by table, row and column. */

import { describe, expect, it } from 'vitest'
import descriptor from '../../../public/dataset/datapackage.json' with { type: 'json' }
import { readEditionFile } from '../../../lib/cli/dataset/package-files.ts'
import { checkTables, tableFaultLine, type Descriptor, type RawTables } from '../../../lib/dataset/check.ts'

const bundled = (await readEditionFile()).tables

const small: Descriptor = {
  resources: [
    {
      name: 'sources',
      schema: { fields: [{ name: 'id', type: 'string', constraints: { required: true } }], primaryKey: ['id'] },
    },
    {
      name: 'rows',
      schema: {
        fields: [
          { name: 'id', type: 'string', constraints: { required: true, pattern: '[a-z]+' }, example: 'abc' },
          { name: 'value', type: 'number' },
          { name: 'count', type: 'integer' },
          { name: 'day', type: 'date' },
          { name: 'kind', type: 'string', constraints: { enum: ['a', 'b'] } },
          { name: 'source', type: 'string', constraints: { required: true } },
          { name: 'parent', type: 'string' },
        ],
        primaryKey: ['id'],
        foreignKeys: [
          { fields: ['source'], reference: { resource: 'sources', fields: ['id'] } },
          { fields: ['parent'], reference: { resource: '', fields: ['id'] } },
        ],
      },
    },
  ],
}
const COLUMNS = ['id', 'value', 'count', 'day', 'kind', 'source', 'parent']
const SOUND = ['x', '1.5', '2', '2024-01-31', 'a', 's', '']

/** Faults of one row in the table `rows`, as lines. */
const faultsOf = (...rows: string[][]) =>
  checkTables(small, { sources: { columns: ['id'], rows: [['s']] }, rows: { columns: COLUMNS, rows } })
const withCell = (column: string, cell: string) => SOUND.map((old, at) => (COLUMNS[at] === column ? cell : old))

describe('faults of a table', () => {
  it('finds none in sound rows', () => {
    expect(faultsOf(SOUND, withCell('id', 'y'))).toEqual([])
    expect(faultsOf(['x', '', '', '', '', 's', 'x'])).toEqual([])
  })

  it.each([
    ['value', 'many'],
    ['value', '1,000'],
    ['value', '1e3'],
    ['value', ' 1'],
    ['value', 'NaN'],
    ['count', '1.5'],
    ['day', '2024-1-31'],
    ['day', '2024-13-01'],
    ['day', '2024-00-10'],
    ['day', '31.01.2024'],
    ['day', '2024'],
    ['kind', 'c'],
    ['id', 'X'],
    ['id', 'x1'],
  ])('names a wrong %s: %s', (column, cell) => {
    expect(faultsOf(withCell(column, cell))).toMatchObject([
      { table: 'rows', row: 2, column, message: expect.stringContaining(`"${cell}"`) },
    ])
  })

  it('says what is to be written instead', () => {
    const said = (column: string, cell: string) => faultsOf(withCell(column, cell)).map(({ message }) => message)
    expect(said('value', '40,000')).toEqual(['"40,000" is no number, written as 40000 or 0.5 is'])
    expect(said('value', '16%')).toEqual(['"16%" is no number, written as 40000 or 0.5 is'])
    expect(said('id', 'X')).toEqual(['"X" is not of the form [a-z]+, as "abc" is'])
  })

  it.each([0x61c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069])(
    'names a text that turns what stands beside it about: %i',
    (code) => {
      const control = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
      expect(faultsOf(withCell('source', `s${String.fromCharCode(code)}`))).toContainEqual({
        table: 'rows',
        row: 2,
        column: 'source',
        message: `has an invisible control of the direction of text (${control})`,
      })
    },
  )

  it.each(['#REF!', '=SUM(A1)', '#####', ' ', 'a\ufffd', 'Ã©', 'a\u0000'])(
    'names a cell that was spoilt on the way, whatever its column: %j',
    (cell) => {
      for (const column of ['source', 'value', 'parent'])
        expect(faultsOf(withCell(column, cell))).toContainEqual({
          table: 'rows',
          row: 2,
          column,
          message: expect.stringMatching(/lost|Windows-1252|control|spreadsheet|spaces/),
        })
    },
  )

  it('takes words that run from right to left, and the joiners that they are spelled with', () =>
    expect(
      checkTables(small, {
        sources: { columns: ['id'], rows: [['المعادن الأرضية النادرة'], ['خاک\u200cهای کمیاب'], ['क्\u200dष']] },
        rows: { columns: COLUMNS, rows: [] },
      }),
    ).toEqual([]))

  it('names a required cell that is empty', () => {
    expect(faultsOf(SOUND, withCell('id', 'y').with(5, ''))).toEqual([
      { table: 'rows', row: 3, column: 'source', message: 'is empty' },
    ])
  })

  it('names a source that does not exist', () => {
    expect(faultsOf(withCell('source', 'nobody'))).toEqual([
      { table: 'rows', row: 2, column: 'source', message: '"nobody" is not in sources.id' },
    ])
  })

  it('looks up keys of the same table', () => {
    expect(faultsOf(withCell('parent', 'z'))).toEqual([
      { table: 'rows', row: 2, column: 'parent', message: '"z" is not in rows.id' },
    ])
  })

  it('names both rows of a duplicate key', () => {
    expect(faultsOf(SOUND, withCell('id', 'y'), SOUND)).toEqual([
      { table: 'rows', row: 4, column: 'id', message: '"x" stands already in row 2' },
    ])
  })

  it('names a row with too few or too many cells', () => {
    expect(faultsOf(SOUND.slice(0, 6))).toMatchObject([{ row: 2, column: '', message: 'has 6 cells; expected 7' }])
    for (const empty of [[''], SOUND.map(() => '')])
      expect(faultsOf(empty)).toMatchObject([{ row: 2, column: '', message: 'is empty: delete the line' }])
    // Its cells have moved: what they are no longer says anything.
    expect(faultsOf(withCell('source', 'nobody').slice(1))).toMatchObject([{ message: 'has 6 cells; expected 7' }])
    expect(faultsOf([...SOUND, 'more'])).toMatchObject([{ row: 2, column: '', message: 'has 8 cells; expected 7' }])
  })

  it('names wrong columns in the header line and looks no further', () => {
    const tables: RawTables = {
      sources: { columns: ['name'], rows: [['s']] },
      rows: { columns: COLUMNS, rows: [SOUND] },
    }
    expect(checkTables(small, tables)).toEqual([
      { table: 'sources', row: 1, column: '', message: 'lacks the column id and has the unknown column name' },
    ])
  })

  it.each([
    [[], 'has no header line'],
    [COLUMNS.slice(1), 'lacks the column id'],
    [COLUMNS.slice(2), /^lacks the columns id, \w+$/],
    [[...COLUMNS, ''], /^has a column without a name: delete it$/],
    [[...COLUMNS, 'more', '', ''], /^has the unknown column more and has 2 columns without a name: delete them$/],
    [COLUMNS.toReversed(), `has its columns in another order; expected ${COLUMNS.join(', ')}`],
  ])('says how the header %j is wrong', (columns, message) =>
    expect(
      checkTables(small, { sources: { columns: ['id'], rows: [['s']] }, rows: { columns, rows: [SOUND] } }),
    ).toEqual([{ table: 'rows', row: 1, column: '', message: expect.stringMatching(message) }]),
  )

  it('names a missing table', () => {
    expect(checkTables(small, { rows: { columns: COLUMNS, rows: [] } })).toEqual([
      { table: 'sources', row: 0, column: '', message: 'is missing' },
    ])
  })

  it('finds all faults at once', () => {
    expect(faultsOf(['', 'x', 'y', 'z', 'w', '', 'v'])).toHaveLength(7)
  })
})

describe('a fault on one line', () => {
  it('says table, row and column, as far as there are any', () => {
    expect(tableFaultLine({ table: 'figures', row: 12, column: 'unit', message: 'is empty' })).toBe(
      'figures row 12, column unit: is empty',
    )
    expect(tableFaultLine({ table: 'figures', row: 0, column: '', message: 'is missing' })).toBe('figures: is missing')
  })
})

describe('the bundled tables', () => {
  const check = (tables: RawTables) => checkTables(descriptor as Descriptor, tables)
  /** The bundled tables with one cell of the first row changed. */
  const spoilt = (table: string, column: string, cell: string): RawTables => {
    const { columns, rows } = bundled[table] as { columns: string[]; rows: string[][] }
    const [first = [], ...others] = rows
    return { ...bundled, [table]: { columns, rows: [first.with(columns.indexOf(column), cell), ...others] } }
  }

  it('are sound', () => expect(check(bundled).map(tableFaultLine)).toEqual([]))

  it.each([
    ['figures', 'source_id', 'no-such-source'],
    ['figures', 'source_id', ''],
    ['figures', 'entry', 'unobtainium'],
    ['figures', 'measure', 'feeling'],
    ['figures', 'unit', 'furlong'],
    ['figures', 'reporter', 'Japan'],
    ['figures', 'qualifier', 'perhaps'],
    ['figures', 'period_end', '2024-12'],
    ['figures', 'value', '~60'],
    ['entries', 'category', 'weather'],
    ['entries', 'parent', 'unobtainium'],
    ['entries', 'headline_measure', 'feeling'],
    ['events', 'entry', 'unobtainium'],
    ['events', 'source_id', 'no-such-source'],
    ['events', 'date', 'May 2024'],
    ['texts', 'entry', 'unobtainium'],
    ['texts', 'locale', 'en-GB'],
    ['texts', 'text', ''],
    ['positions', 'party', 'moscow'],
    ['positions', 'sources', ''],
    ['terms', 'lang', 'zh'],
    ['units', 'factor', 'ten'],
    ['news-sites', 'host', 'https://reuters.com'],
    ['news-sites', 'match', 'all'],
  ])('names a fault in %s, column %s: "%s"', (table, column, cell) => {
    const faults = check(spoilt(table, column, cell))
    expect(faults).toContainEqual(expect.objectContaining({ table, row: 2, column }))
  })

  it('name a second row with the same key', () => {
    const figures = bundled.figures as { columns: string[]; rows: string[][] }
    const tables = { ...bundled, figures: { ...figures, rows: [...figures.rows, figures.rows[0] as string[]] } }
    expect(check(tables)).toMatchObject([{ table: 'figures', row: figures.rows.length + 2, column: 'id' }])
  })

  it('have one fault for every table that is missing', () => {
    for (const name of Object.keys(bundled)) {
      const { [name]: _, ...rest } = bundled
      expect(check(rest)).toContainEqual({ table: name, row: 0, column: '', message: 'is missing' })
    }
  })
})

/** What a foreign key cannot say, since a cell lists several ids. */
describe('lists of ids in the bundled tables', () => {
  const column = (table: string, name: string) => {
    const { columns, rows } = bundled[table] as { columns: string[]; rows: string[][] }
    return rows.map((cells) => cells[columns.indexOf(name)] as string)
  }
  const sources = new Set(column('sources', 'source_id'))
  const entries = new Set(column('entries', 'id'))
  const figures = new Set(column('figures', 'id'))
  const unknown = (cells: string[], known: Set<string>) =>
    cells.flatMap((cell) => cell.split(' ').filter((id) => id && !known.has(id)))

  it('name sources that exist', () => {
    expect(unknown(column('texts', 'sources'), sources)).toEqual([])
    expect(unknown(column('positions', 'sources'), sources)).toEqual([])
  })
  it('name related entries that exist', () => expect(unknown(column('entries', 'related'), entries)).toEqual([]))
  it('name repeated figures that exist', () => expect(unknown(column('figures', 'same_as'), figures)).toEqual([]))
})
