/** Rules of meaning: the bundled dataset keeps them, and each way to break one is found at its row and column. */

import { describe, expect, it } from 'vitest'
import { tableFaultLine, type TableFault } from '../../../lib/dataset/check.ts'
import { checkRules } from '../../../lib/dataset/rules.ts'
import { checkEntries } from '../../../lib/dataset/rules/entries.ts'
import { checkEvents } from '../../../lib/dataset/rules/events.ts'
import { checkFigures } from '../../../lib/dataset/rules/figures.ts'
import { checkLocales, wordingsShown } from '../../../lib/dataset/rules/locales.ts'
import { checkNewsSites } from '../../../lib/dataset/rules/news-sites.ts'
import { reportTo } from '../../../lib/dataset/rules/report.ts'
import { checkCitations, checkSources } from '../../../lib/dataset/rules/sources.ts'
import { checkCompiles, checkForms, checkSingleCharacters } from '../../../lib/dataset/rules/terms.ts'
import { checkWords } from '../../../lib/dataset/rules/words.ts'
import type { FigureRow, Tables, TermRow } from '../../../lib/dataset/types.ts'
import { edition, tables } from './bundled.ts'

const isPublicSuffix = (host: string) => host === 'co.uk' || host === 'github.io'

/** Faults of all rules but those that compile the lexicon, which takes its time. */
function quickFaults(changed: Partial<Tables>): string[] {
  const all = { ...tables, ...changed }
  const faults: TableFault[] = []
  checkEntries(all, reportTo(faults, 'entries'))
  checkForms(all.terms, reportTo(faults, 'terms'))
  checkCitations(all.texts, all.sources, reportTo(faults, 'texts'))
  checkCitations(all.positions, all.sources, reportTo(faults, 'positions'))
  checkFigures(all.figures, all.measures, all.units, all.economies, reportTo(faults, 'figures'))
  checkEvents(all.events, reportTo(faults, 'events'))
  checkSources(all, reportTo(faults, 'sources'), () => {})
  checkNewsSites(all['news-sites'], isPublicSuffix, reportTo(faults, 'news-sites'))
  checkWords(all.words, reportTo(faults, 'words'))
  return faults.map(tableFaultLine)
}

const unchanged = new Set(quickFaults({}))
/** What a change brings. */
const faultsOf = (changed: Partial<Tables>) => quickFaults(changed).filter((line) => !unchanged.has(line))

type Row<Table extends keyof Tables> = Tables[Table][number]

/** Faults after cells of one row (0-based) were changed, as lines. */
function faultsAfter<Table extends keyof Tables>(table: Table, at: number, cells: Record<string, unknown>): string[] {
  const rows = (tables[table] as Row<Table>[]).map((row, index) => (index === at ? { ...row, ...cells } : row))
  return faultsOf({ [table]: rows })
}
const indexOf = <Table extends keyof Tables>(table: Table, fits: (row: Row<Table>) => boolean): number =>
  (tables[table] as Row<Table>[]).findIndex(fits)

const share = indexOf('figures', ({ id }) => id === 'rare-earths-import-share-jpn-chn-2024')
const dated = indexOf('figures', ({ unit }) => unit === 'date')

describe('the bundled dataset', () => {
  const { faults, warnings } = checkRules(edition, { isPublicSuffix })
  it('keeps every rule', () => expect(faults.map(tableFaultLine)).toEqual([]))
  it('has two sources that carry nothing, known as such', () =>
    expect(warnings.map(({ message }) => /"(.+?)"/.exec(message)?.[1])).toEqual([
      'taiwan-reuters-2025-10-12',
      'xe-2026-01-09',
    ]))
})

describe('a locale declared complete', () => {
  /** Faults where the bundled dataset says that German is complete and has only what `keep` lets through. */
  const german = (keep: Partial<Tables>) => {
    const all: Tables = { ...tables, ...keep }
    const found: TableFault[] = []
    const report = reportTo(found, 'x')
    const reports = { entries: report, texts: report, positions: report, events: report, figures: report }
    checkLocales({ ...edition, locales: ['en', 'de'], tables: all }, reports)
    return found.map(({ message }) => message)
  }
  const of = <Each extends { locale: string }>(rows: Each[]): Each[] =>
    rows.flatMap((row) => (row.locale === 'en' ? [row, { ...row, locale: 'de' }] : []))
  const whole: Partial<Tables> = {
    texts: [
      ...of(tables.texts),
      ...tables.entries.map(({ id }) => ({ entry: id, locale: 'de', field: 'title', text: id, sources: '' }) as const),
    ],
    positions: of(tables.positions),
    'event-texts': tables.events.map(({ id, event }) => ({ event: id, locale: 'de', text: event }) as const),
    wordings: [...wordingsShown(edition).keys()].map((wording) => ({ wording, locale: 'de', text: wording }) as const),
  }

  it('has all that English has', () => expect(german(whole)).toEqual([]))

  it.each(['texts', 'positions', 'event-texts', 'wordings'] as const)('is told what of its %s is missing', (table) => {
    const rows = (whole[table] ?? []) as unknown[]
    expect(german({ ...whole, [table]: rows.slice(0, -1) })).toEqual([
      expect.stringMatching(/^.+ is missing in de(?:: add it to (?:texts|event-texts|wordings))?$/),
    ])
  })

  it('is told by the cell that brings a wording, and where it goes', () => {
    const [first] = tables.figures as [FigureRow, ...FigureRow[]]
    const found: TableFault[] = []
    const figures = [{ ...first, commodity: 'goods that nobody named before' }]
    const report = reportTo(found, 'figures')
    const none = () => {}
    checkLocales(
      { ...edition, locales: ['en', 'de'], tables: { ...tables, figures } },
      { entries: none, texts: none, positions: none, events: none, figures: report },
    )
    expect(found).toEqual([
      {
        table: 'figures',
        row: 2,
        column: 'commodity',
        message: '"goods that nobody named before" is missing in de: add it to wordings',
      },
    ])
  })

  it('needs nothing where English is the only one', () => {
    const found: TableFault[] = []
    const report = reportTo(found, 'x')
    checkLocales(
      { ...edition, locales: ['en'] },
      { entries: report, texts: report, positions: report, events: report, figures: report },
    )
    expect(found).toEqual([])
  })
})

describe('figures', () => {
  it.each<[Record<string, unknown>, column: string, message: string]>([
    [{ value: 101 }, 'value', '101 % is no share'],
    [{ value: -1 }, 'value', '-1 % is no share'],
    [{ low: 50, high: 100.1 }, 'high', '100.1 % is no share'],
    [{ low: 70, high: 55 }, 'low', '70 is above high, 55'],
    [{ value: 60, low: 61, high: 70 }, 'value', '60 is not between low and high, 61 to 70'],
    [{ value: 71, low: 61, high: 70 }, 'value', '71 is not between low and high, 61 to 70'],
    [{ value: 60, low: 61 }, 'value', '60 is not between low and high, 61 to …'],
    [{ value: null }, 'value', 'is empty'],
    [{ value: null, low: 55 }, 'high', 'is empty: one end of a range alone'],
    [{ value: null, high: 65 }, 'low', 'is empty: one end of a range alone'],
    [{ unit: 't' }, 'unit', '"t" is no unit of share'],
    [{ unit: 'bushel' }, 'unit', '"bushel" is no unit of share'],
    [{ measure: 'mine-production', unit: 't', value: -270_000 }, 'value', '-270000 is below 0, which mine-production'],
    [{ measure: 'price', unit: 'USD/kg', value: 3, low: -1, high: 5 }, 'low', '-1 is below 0, which price never is'],
    [{ measure: 'reserves', unit: 't', value: 1e15 }, 'value', 'is more than any reserves can be'],
    [{ measure: 'import-value', unit: 'JPY trillion', value: 2e6 }, 'value', 'is more than any import-value can be'],
    [{ measure: 'visitors', unit: 'million persons', value: 5e6 }, 'value', 'is more than any visitors can be'],
    [{ date_value: '2024-01-01' }, 'date_value', 'must be empty'],
    [{ period_start: '2025-12-31', period_end: '2025-01-01' }, 'period_end', 'is before the start'],
    [{ period_end: '2024-11-30' }, 'period_end', 'does not end "2024", which 2024-12-31 does'],
    [{ period_start: '2024-02-01' }, 'period_start', 'does not begin "2024", which 2024-01-01 does'],
    [{ period: '2023' }, 'period_start', 'does not begin "2023"'],
    [{ period_kind: 'month' }, 'period_kind', 'is month, though the period is "2024"'],
    [{ period_kind: 'range' }, 'period_kind', 'is range, though the period is "2024"'],
    [{ period_kind: 'point' }, 'period_kind', 'is point, though the period is "2024"'],
    [{ period_kind: 'fiscal-year' }, 'period_kind', 'is fiscal-year, though the period is "2024"'],
    [{ period: '2024-01/2024-12', period_kind: 'half' }, 'period_kind', 'takes 12 months and not 6'],
    [{ period: '2024-01/2024-12', period_kind: 'quarter' }, 'period_kind', 'takes 12 months and not 3'],
    [
      { period: '2024-H1', period_kind: 'half', period_end: '2024-01-02' },
      'period_end',
      '2024-01-02 does not end "2024-H1", which 2024-06-30 does',
    ],
    [{ period: '2024-02', period_kind: 'month' }, 'period_start', 'does not begin "2024-02", which 2024-02-01 does'],
    [{ period: 'Jan-26' }, 'period', '"Jan-26" is no period'],
    [
      { period: '12/09/2010', period_kind: 'none', period_start: '', period_end: '' },
      'period',
      '"12/09/2010" is no period',
    ],
    [{ period_end: '2024-02-30' }, 'period_end', 'no day of a calendar'],
    [{ period_end: '' }, 'period_end', 'is empty, though period_kind is year'],
    [{ period_kind: 'none' }, 'period_start', 'has a date, though period_kind is none'],
    [{ reporter: 'ZZZ' }, 'reporter', 'is no economy'],
    [{ same_as: 'nothing' }, 'same_as', 'is not in figures.id'],
  ])('%o is found in column %s', (cells, column, message) => {
    const found = faultsAfter('figures', share, cells)
    expect(found[0]).toContain(`figures row ${share + 2}, column ${column}: `)
    expect(found[0]).toContain(message)
  })

  it('lets a net import reliance be 0, and changes be what they are', () => {
    const changes = indexOf('figures', ({ measure }) => measure === 'visitors-change')
    expect(faultsAfter('figures', share, { measure: 'net-import-reliance', value: 0 })).toEqual([])
    expect(faultsAfter('figures', changes, { value: 480 })).toEqual([])
    expect(faultsAfter('figures', changes, { value: -99 })).toEqual([])
    const balance = { measure: 'trade-balance', unit: 'JPY billion' }
    expect(faultsAfter('figures', share, { ...balance, value: -7914.7 })).toEqual([])
  })

  it('wants a date and no value of date rows', () => {
    expect(faultsAfter('figures', dated, { value: 3 })).toEqual([
      `figures row ${dated + 2}, column value: must be empty, since the row is a date`,
    ])
    expect(faultsAfter('figures', dated, { date_value: '' })).toEqual([
      `figures row ${dated + 2}, column date_value: is empty`,
    ])
    expect(faultsAfter('figures', dated, { date_value: '2010-09-31' })).toHaveLength(1)
  })

  it.each([
    ['year', '2024', '2024-01-01', '2024-12-31'],
    ['half', '2024-H2', '2024-07-01', '2024-12-31'],
    ['half', '2023-10/2024-03', '2023-10-01', '2024-03-31'],
    ['quarter', '2024-Q1', '2024-01-01', '2024-03-31'],
    ['month', '2024-02', '2024-02-01', '2024-02-29'],
    ['fiscal-year', '2023-04/2024-03', '2023-04-01', '2024-03-31'],
    ['range', '2021-2024', '2021-01-01', '2024-12-31'],
    ['range', '2024-01/2024-11', '2024-01-01', '2024-11-30'],
    ['range', '2024-01-08/2024-02-09', '2024-01-08', '2024-02-09'],
    ['point', '2024-02-29', '2024-02-29', '2024-02-29'],
    ['none', '12 months', '', ''],
  ])('takes a %s written %s', (period_kind, period, period_start, period_end) =>
    expect(faultsAfter('figures', share, { period_kind, period, period_start, period_end })).toEqual([]),
  )

  it.each([
    { value: 61, low: 61, high: 70 },
    { value: 70, low: 61, high: 70 },
    { value: 61, low: 61, high: null },
    { value: 70, low: null, high: 70 },
  ])('takes a value at either end of its range, whether the other is known or not: %o', (cells) =>
    expect(faultsAfter('figures', share, cells)).toEqual([]),
  )
})

describe('sources', () => {
  it('names one that nothing cites', () => {
    const extra = { ...tables.sources[0], source_id: 'extra' } as Row<'sources'>
    expect(faultsOf({ sources: [...tables.sources, extra] })).toEqual([
      `sources row ${tables.sources.length + 2}, column source_id: "extra" is cited by no figure, event, text or position`,
    ])
  })

  it.each(['texts', 'positions'] as const)('names an unknown one in the list of %s', (table) => {
    const known = tables[table][4]?.sources ?? ''
    expect(faultsAfter(table, 4, { sources: `${known} nobody` })).toEqual([
      `${table} row 6, column sources: "nobody" is not in sources.source_id`,
    ])
  })

  it.each(['javascript:alert(1)', 'ftp://example.org/x', 'www.example.org', 'https://'])('refuses %s', (url) =>
    expect(faultsAfter('sources', 0, { url })[0]).toBe(
      `sources row 2, column url: "${url}" is no http or https address`,
    ),
  )

  it.each(['Jan-26', '12/09/2010', '2026-02-31', '2026-13', '26-01-2026', '2026-01-26T10:00'])(
    'refuses the date %s',
    (published) =>
      expect(faultsAfter('sources', 0, { published })).toEqual([
        `sources row 2, column published: "${published}" is no date (YYYY, YYYY-MM or YYYY-MM-DD)`,
      ]),
  )

  it.each(['', '2026', '2026-02', '2024-02-29'])('takes the date "%s"', (published) =>
    expect(faultsAfter('sources', 0, { published })).toEqual([]),
  )

  it('compares the scheme column with the address', () =>
    expect(faultsAfter('sources', 0, { url: 'http://example.org/' })[0]).toContain('sources row 2, column url_scheme'))
})

describe('events', () => {
  it.each([
    ['2010-02-31', 'day', 'date', '"2010-02-31" is no date of a calendar'],
    ['2010-13', 'month', 'date', '"2010-13" is no date of a calendar'],
    ['2010-09-07', 'year', 'date_precision', 'is year, though the date is "2010-09-07"'],
    ['2010-09', 'day', 'date_precision', 'is day, though the date is "2010-09"'],
  ])('names %s as precise as a %s', (date, date_precision, column, message) =>
    expect(faultsAfter('events', 0, { date, date_precision })).toEqual([`events row 2, column ${column}: ${message}`]),
  )

  it('takes a leap day', () =>
    expect(faultsAfter('events', 0, { date: '2024-02-29', date_precision: 'day' })).toEqual([]))
})

describe('terms', () => {
  it('warns of a form of one character that asks for nothing around it', () => {
    const term = (form: string, more: Partial<TermRow> = {}): TermRow => ({
      entry: 'gallium',
      lang: 'ko',
      form,
      status: 'seen',
      rule: '',
      ...more,
    })
    const warnings: TableFault[] = []
    checkSingleCharacters(
      [term('갈'), term('갈륨'), term('𬬭', { lang: 'zh-Hans' }), term('铪', { rule: 'near:trade' })],
      reportTo(warnings, 'terms'),
    )
    expect(warnings.map(tableFaultLine)).toEqual([
      'terms row 2, column rule: is empty, so that "갈" is marked wherever it stands: near:LIST asks for a word beside it',
      'terms row 4, column rule: is empty, so that "𬬭" is marked wherever it stands: near:LIST asks for a word beside it',
    ])
  })

  const after = (...rows: Row<'terms'>[]) => faultsOf({ terms: [...tables.terms, ...rows] })
  /** Faults of compiling a small lexicon, since every language is compiled. */
  const compiled = (row: Row<'terms'>) => {
    const faults: TableFault[] = []
    const all = { ...tables, terms: [...tables.terms.slice(0, 3), row] }
    checkCompiles(all, reportTo(faults, 'terms'), () => {})
    return faults.map(tableFaultLine)
  }
  const last = tables.terms.length + 2
  const term = (cells: Partial<Row<'terms'>>) =>
    ({ entry: 'gallium', lang: 'en', form: 'dysprosium', status: 'seen', rule: '', ...cells }) as Row<'terms'>

  it.each(['dysprosium', 'Dysprosium', 'DYSPROSIUM', 'dyspro\u00adsium'])(
    'names %s, which means two entries',
    (form) => {
      const [fault] = after(term({ form }))
      expect(fault).toMatch(
        new RegExp(
          `^terms row ${last}, column form: "${form}" names gallium and, in row \\d+, dysprosium \\(both en\\)$`,
          'u',
        ),
      )
    },
  )

  it('lets languages differ, and terms that are off or silence what they cover', () => {
    expect(after(term({ form: 'rare earths', entry: 'rare-earths', lang: 'de' }))).toEqual([])
    expect(after(term({ rule: 'off' }))).toEqual([])
    expect(after(term({ rule: 'never' }))).toEqual([])
  })

  it.each([
    ['loud', 'rule', 'unknown rule "loud"'],
    ['near:nowhere', 'rule', 'there is no word list "nowhere" in en'],
    ['near:supply/soil', 'rule', 'nothing lifts "near:supply/soil"'],
    ['case needs:supply/soil', 'rule', 'nothing lifts "needs:supply/soil"'],
    ['judge:supply/soil', 'rule', 'nothing lifts "judge:supply/soil"'],
    // There is one in German.
    ['not:erden', 'rule', 'there is no word list "erden" in en'],
  ])('names the rule %s', (rule, column, message) => {
    expect(compiled(term({ form: 'something new', rule }))).toEqual([
      expect.stringMatching(`^terms row 5, column ${column}: "something new" \\(en\\): .*${message}`),
    ])
  })

  it.each(['[nowhere] export', '*3', '(a|b', 'a {2'])('names the pattern %s', (form) =>
    expect(compiled(term({ form, status: 'pattern' }))).toEqual([
      expect.stringContaining(`terms row 5, column form: "${form}" (en): `),
    ]),
  )
})

describe('entries', () => {
  const at = (id: string) => indexOf('entries', (entry) => entry.id === id)
  const line = (id: string, column: string) => `entries row ${at(id) + 2}, column ${column}: "${id}"`

  it('names an element without a term', () => {
    const terms = tables.terms.filter(({ entry }) => entry !== 'terbium')
    expect(faultsOf({ terms })).toContain(`${line('terbium', 'id')} is an element without a term`)
  })

  it('counts terms that are off as none', () => {
    const terms = tables.terms.map((term) => (term.entry === 'terbium' ? { ...term, rule: 'off' } : term))
    expect(faultsOf({ terms })).toContain(`${line('terbium', 'id')} is an element without a term`)
  })

  it('names an element without a figure, but not promethium', () => {
    const figures = tables.figures.filter(({ entry }) => entry !== 'holmium')
    expect(faultsOf({ figures })).toEqual([`${line('holmium', 'id')} is an element without a figure`])
    expect(tables.figures.some(({ entry }) => entry === 'promethium')).toBe(false)
  })

  it('names one that nothing leads to', () => {
    const island = { ...tables.entries[0], id: 'island', parent: '', related: 'gallium' } as Row<'entries'>
    const text = { entry: 'island', locale: 'en', field: 'summary', text: 'x', sources: tables.sources[0]?.source_id }
    expect(faultsOf({ entries: [...tables.entries, island], texts: [...tables.texts, text as Row<'texts'>] })).toEqual([
      `entries row ${tables.entries.length + 2}, column id: "island" cannot be reached: no term names it, no reached entry leads to it`,
    ])
  })

  it('names one without a summary', () => {
    const texts = tables.texts.filter(({ entry, field }) => entry !== 'gallium' || field !== 'summary')
    expect(faultsOf({ texts })).toEqual([`${line('gallium', 'id')} has no summary`])
  })

  it('names an unknown related entry and a circle of parents', () => {
    expect(faultsAfter('entries', at('gallium'), { related: 'germanium unobtainium' })).toEqual([
      `entries row ${at('gallium') + 2}, column related: "unobtainium" is not in entries.id`,
    ])
    expect(faultsAfter('entries', at('rare-earths'), { parent: 'dysprosium' })).toContain(
      `${line('rare-earths', 'parent')} is its own ancestor`,
    )
  })

  it('names a price as what a card would open on', () =>
    expect(faultsAfter('entries', at('gallium'), { headline_measure: 'price' })).toEqual([
      `entries row ${at('gallium') + 2}, column headline_measure: "price" is never the figure that a card opens on`,
    ]))
})

describe('words', () => {
  it.each([
    ['mine|ore|mine', '"mine" stands twice'],
    ['mine||ore', 'an empty form stands'],
    ['mine| |ore', 'an empty form stands'],
    ['', 'an empty form stands'],
  ])('names what is wrong with %j', (forms, message) => {
    const { set, lang } = tables.words[0] as Row<'words'>
    expect(faultsAfter('words', 0, { forms })).toEqual([`words row 2, column forms: ${message} in ${set} (${lang})`])
  })

  it('takes one form of several words', () => expect(faultsAfter('words', 0, { forms: 'gold mine|mine' })).toEqual([]))
})

describe('news-sites', () => {
  it.each([
    ['co.uk', 'domain', 'is a public suffix'],
    ['github.io', 'domain', 'is a public suffix'],
    ['google.com', 'domain', 'serves search'],
    ['www.google.co.jp', 'host', 'serves search'],
    ['www.bing.com', 'host', 'serves search'],
    ['mail.example.org', 'host', 'serves mail'],
    ['tw.mail.yahoo.com', 'host', 'serves mail'],
    ['mail.ru', 'domain', 'serves mail'],
    ['accounts.kakao.com', 'host', 'serves mail'],
    ['yahoo.co.jp', 'domain', 'list the exact host'],
    ['qq.com', 'domain', 'list the exact host'],
  ])('refuses %s as %s', (host, match, message) => {
    const [fault] = faultsAfter('news-sites', 0, { host, match })
    expect(fault).toMatch(/^news-sites row 2, column (?:host|match): /)
    expect(fault).toContain(message)
  })

  it.each([
    ['news.yahoo.co.jp', 'host'],
    ['dailymail.co.uk', 'domain'],
    ['e.vnexpress.net', 'host'],
    ['thestar.com.my', 'domain'],
  ])('takes %s as %s', (host, match) => expect(faultsAfter('news-sites', 0, { host, match })).toEqual([]))
})
