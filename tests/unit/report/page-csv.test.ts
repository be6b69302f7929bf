/** A page report as CSV: a line per mention, with columns that scripts can rely on. */

import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { pageCsv } from '../../../lib/report/page-csv.ts'
import { REPORT } from './sample.ts'

const rows = () => parse(pageCsv(REPORT), { bom: true, columns: true }) as Record<string, string>[]

describe('pageCsv', () => {
  it('says of each mention where it stands and which figure goes with it', () => {
    const [first] = rows()
    expect(first).toMatchObject({
      number: '1',
      category: 'rare-earths',
      entry: 'rare-earths',
      quote: 'rare earths',
      prefix: 'about 60% of its ',
      start: '120',
      end: '131',
      confidence: '0.95',
      figures: 'rare-earths-import-share-jpn-chn-2024 du-072',
      value: '60–72%',
      period: '2024',
      standing: 'sources differ',
      sources: 'JOGMEC, Mineral flow, 2025; Old gazette',
      addresses: 'https://example.org/flow',
      edition: '2026.11.1',
      page_address: 'https://www.reuters.com/a/?b=<c>',
      page_date: '2026-01-09',
    })
  })

  it('leaves empty what there is none of', () => {
    const [, second, third] = rows()
    expect(second).toMatchObject({ figures: '', value: '', sources: '' })
    expect(third).toMatchObject({ start: '', end: '' })
  })

  it('keeps a page from putting a formula into a spreadsheet', () =>
    expect(rows()[2]?.prefix).toBe('\'=HYPERLINK("x")\n'))

  it('has its columns even where there is no mention', () => {
    const [header, ...none] = parse(pageCsv({ ...REPORT, mentions: [] }), { bom: true }) as string[][]
    expect(header).toEqual(Object.keys(rows()[0] ?? {}))
    expect(none).toEqual([])
  })
})
