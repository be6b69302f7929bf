/** Search over all entries: by any name or term in any language, also misspelt. */

import { describe, expect, it } from 'vitest'
import { buildSearch, prepareSearch, type SearchedEntry } from '../../../lib/dataset/search.ts'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import { edition, tables } from './bundled.ts'

const index = buildSearch(tables, 'en')
const search = prepareSearch(index)
const found = (query: string) => search(query).map(({ id }) => id)

describe('the index', () => {
  it('holds every entry, with its name in the locale', () => {
    expect(index.map(({ id }) => id)).toEqual(edition.tables.entries.map(({ id }) => id))
    expect(index.find(({ id }) => id === 'dysprosium')).toMatchObject({ title: 'Dysprosium', category: 'rare-earths' })
  })

  it('holds names and terms of all languages, and no pattern', () => {
    const forms = index.find(({ id }) => id === 'rare-earths')?.forms ?? []
    expect(forms).toEqual(expect.arrayContaining(['Rare earths', 'レアアース']))
    const plain = tables.terms.filter(({ entry, status }) => entry === 'rare-earths' && status !== 'pattern')
    for (const language of LANGUAGES)
      expect([language, plain.some(({ lang, form }) => lang === language && forms.includes(form))]).toEqual([
        language,
        true,
      ])
    expect(tables.terms.some(({ form }) => /[()[\]]/.test(form))).toBe(true)
    expect(index.flatMap((entry) => entry.forms).filter((form) => /\(.*\||\[[a-z]/.test(form))).toEqual([])
  })

  it('is small enough to be read whole', () => expect(JSON.stringify(index).length).toBeLessThan(200_000))
})

/** A search among entries of these titles. */
const among = (titles: readonly string[]) =>
  prepareSearch(
    titles.map((title): SearchedEntry => ({
      id: title,
      category: 'rare-earths',
      title,
      otherNames: [],
      forms: [title],
    })),
  )

describe('a query', () => {
  it.each([
    ['a name', 'Dysprosium', 'dysprosium'],
    ['the beginning of one', 'dyspro', 'dysprosium'],
    ['capitals and hyphens', 'RARE-EARTHS', 'rare-earths'],
    ['Japanese', 'レアアース', 'rare-earths'],
    ['half-width kana', 'ﾚｱｱｰｽ', 'rare-earths'],
    ['Chinese', '稀土', 'rare-earths'],
    ['a part of a Japanese name', '尖閣', 'senkaku-islands'],
    ['German', 'seltene erden', 'rare-earths'],
  ])('finds by %s', (_, query, entry) => expect(found(query)[0]).toBe(entry))

  it.each([
    ['a wrong letter', 'disprosium', 'dysprosium'],
    ['a letter too few', 'dysprsium', 'dysprosium'],
    ['a letter too many', 'dyssprosium', 'dysprosium'],
    ['letters swapped', 'dysporsium', 'dysprosium'],
    ['letters swapped in a short word', 'creium', 'cerium'],
    ['a letter too few in a short word', 'cerum', 'cerium'],
    ['a letter too many in a short word', 'cerrium', 'cerium'],
    ['a wrong beginning only', 'dyzpro', 'dysprosium'],
  ])('forgives %s', (_, query, entry) => expect(found(query)).toContain(entry))

  it('forgives nothing in words of three letters, where all would be alike', () => expect(found('xqz')).toEqual([]))

  it('prefers what is spelt so to what is nearly so', () => {
    const ask = among(['terbium', 'erbium'])
    expect(ask('erbium').map(({ id }) => id)).toEqual(['erbium', 'terbium'])
    expect(ask('erbiun').map(({ id }) => id)).toEqual(['erbium'])
  })

  it('prefers what is nearer, and looks at the beginning of every word', () => {
    const ask = among(['lanthanide', 'lanthanum', 'rare earths'])
    expect(ask('lanthanun').map(({ id }) => id)).toEqual(['lanthanum', 'lanthanide'])
    expect(ask('erths').map(({ id }) => id)).toEqual(['rare earths'])
    expect(ask('eartsh').map(({ id }) => id)).toEqual(['rare earths'])
  })

  it('prefers the shorter of what begins alike, whatever their order', () => {
    const ids = ['lanthanum oxide', 'lanthanum']
    for (const titles of [ids, ids.toReversed()])
      expect(among(titles)('lanth').map(({ id }) => id)).toEqual(['lanthanum', 'lanthanum oxide'])
  })

  it('finds nothing where there is nothing', () => expect(found('zeppelin')).toEqual([]))

  it('that is empty gives all entries', () => {
    expect(found('')).toHaveLength(index.length)
    expect(found('  ')).toHaveLength(index.length)
  })

  it('of any letters throws nothing', () => {
    for (const query of ['(', '[a-z]', '\\', '\ud800', '*'.repeat(500)]) expect(() => search(query)).not.toThrow()
  })
})
