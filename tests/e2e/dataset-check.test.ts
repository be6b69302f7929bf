/** The maintainer's tool checks the dataset: it finds what is wrong, in words and by row. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataset, edit, spoil, workplace } from './dataset-tool.ts'

const { copy } = workplace()

describe('check', () => {
  it('passes the bundled dataset and prints totals', () => {
    const { status, lines, stderr } = dataset('check')
    expect(lines.at(-1)).toMatch(
      /^Edition [\d.]+ is sound: [\d,]+ figures, [\d,]+ sources, [\d,]+ events, \d+ entries, /,
    )
    expect(lines.filter((line) => !line.startsWith('warning: sources row'))).toHaveLength(1)
    expect(stderr).toContain('Compiling the lexicon of es')
    expect(status).toBe(0)
  })

  // What a table may hold is looked at before what its rows say together; a run finds all faults of a kind, each in a row of its own.
  describe.each<[of: string, faults: [name: string, table: string, column: string, cell: string, message: string][]]>([
    [
      'in a table',
      [
        ['a missing source', 'figures', 'source_id', 'nobody', '"nobody" is not in sources.source_id'],
        ['no source', 'figures', 'source_id', '', 'is empty'],
        ['a wrong type', 'figures', 'value', 'about 60', '"about 60" is no number'],
        ['an unknown entry', 'figures', 'entry', 'unobtainium', '"unobtainium" is not in entries.id'],
        ['an unknown measure', 'figures', 'measure', 'feeling', '"feeling" is not in measures.id'],
        ['an unknown unit', 'figures', 'unit', 'furlong', '"furlong" is not in units.id'],
      ],
    ],
    [
      'of a row',
      [
        ['a share over 100 %', 'figures', 'value', '101', '101 % is no share: it must be 0 to 100'],
        ['a unit of another family', 'figures', 'unit', 't', '"t" is no unit of share'],
        ['a day that is none', 'figures', 'period_end', '2024-02-30', '"2024-02-30" is no day of a calendar'],
        ['an unknown source in a list', 'texts', 'sources', 'nobody', '"nobody" is not in sources.source_id'],
        ['an unknown rule', 'terms', 'rule', 'loud', 'unknown rule "loud"'],
        ['a mail host', 'news-sites', 'host', 'mail.reuters.com', 'serves mail'],
        ['an address of no kind', 'sources', 'url', 'javascript:alert(1)', 'is no http or https'],
      ],
    ],
  ])('finds what is wrong %s:', (_, faults) => {
    let found: ReturnType<typeof dataset>
    const rowOf = new Map<string, number>()
    beforeAll(() => {
      const folder = copy()
      const shares = edit(folder, 'figures', ({ columns, rows }) => {
        const isShare = (row: string[]) =>
          row[columns.indexOf('measure')] === 'import-share' && /^[^,]*-20\d\d$/.test(row[0] ?? '')
        return rows.filter(isShare).map(([id]) => id as string)
      })
      const ids: Record<string, string> = {
        texts: 'gallium',
        terms: 'rare-earths',
        'news-sites': 'reuters.com',
        sources: 'usgs-mcs2026-data',
      }
      for (const [name, table, column, cell] of faults)
        rowOf.set(name, spoil(folder, table, ids[table] ?? (shares.pop() as string), column, cell))
      found = dataset('check', folder)
    })

    it.each(faults)('%s', (name, table, column, _cell, message) => {
      const place = `${table} row ${rowOf.get(name)}, column ${column}: `
      expect(found.lines.filter((line) => line.startsWith(place)).join()).toContain(message)
      expect(found.lines.at(-1)).toMatch(/^\d+ faults? in /)
      expect(found.status).toBe(1)
    })
  })

  it('finds a duplicate key and names both rows', () => {
    const folder = copy()
    const rows = edit(folder, 'figures', ({ rows: all }) => all.push([...(all[7] as string[])]))
    const { status, lines } = dataset('check', folder)
    expect(lines[0]).toMatch(new RegExp(`^figures row ${rows + 1}, column id: ".+" stands already in row 9$`))
    expect(status).toBe(1)
  })

  it('finds a term that names two entries', () => {
    const folder = copy()
    const rows = edit(folder, 'terms', ({ columns, rows: all }) => {
      const cells: Record<string, string> = { entry: 'gallium', lang: 'en', form: 'DYSPROSIUM', status: 'seen' }
      return all.push(columns.map((column) => cells[column] ?? ''))
    })
    const { status, stdout } = dataset('check', folder)
    expect(stdout).toMatch(
      new RegExp(`^terms row ${rows + 1}, column form: "DYSPROSIUM" names gallium and, in row \\d+, dysprosium`, 'm'),
    )
    expect(status).toBe(1)
  })

  it.each([
    ['terms', 'is an element without a term'],
    ['figures', 'is an element without a figure'],
  ])('finds an element without %s', (table, message) => {
    const folder = copy()
    edit(folder, table, (all) => {
      const column = all.columns.indexOf('entry')
      all.rows = all.rows.filter((row) => row[column] !== 'holmium')
    })
    const row = edit(folder, 'entries', ({ rows }) => rows.findIndex(([id]) => id === 'holmium') + 2)
    const { status, lines } = dataset('check', folder)
    expect(lines).toContain(`entries row ${row}, column id: "holmium" ${message}`)
    expect(status).toBe(1)
  })

  it('warns of a byte order mark, which it reads and other tools do not', () => {
    const folder = copy()
    const file = join(folder, 'units.csv')
    writeFileSync(file, `\ufeff${readFileSync(file, 'utf8')}`)
    const { status, lines } = dataset('check', folder)
    expect([status, lines[0]]).toEqual([
      0,
      'warning: units.csv begins with a byte order mark, at which other tools stumble: save it in UTF-8 without one',
    ])
  })

  it('names the file and line of a table that is no CSV', () => {
    const folder = copy()
    writeFileSync(join(folder, 'events.csv'), 'id,date\n"open,2024\n')
    const { status, stderr } = dataset('check', folder)
    expect(stderr).toMatch(/events\.csv: .*line 2/)
    expect(status).toBe(1)
  })

  it('stops after fifty faults of a table, but counts them all', () => {
    const folder = copy()
    let faults = 0
    edit(folder, 'figures', ({ columns, rows }) => {
      for (const row of rows) row[columns.indexOf('unit')] = 'furlong'
      faults = rows.length
    })
    const { lines } = dataset('check', folder)
    expect(lines).toHaveLength(52)
    expect(lines.slice(-2)).toEqual([
      `figures: and ${faults - 50} more.`,
      `${faults.toLocaleString('en')} faults in ${folder}.`,
    ])
    expect(dataset('check', folder, '--all').lines).toHaveLength(faults + 1)
  })
})
