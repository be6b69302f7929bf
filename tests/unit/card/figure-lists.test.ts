/** Figures as lists to read: one per measure, the newest first, each row saying whose it is and how to take it. */

import { describe, expect, it } from 'vitest'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { figureLists } from '../../../lib/card/figure-lists.ts'
import { packFigures, unpackFigures } from '../../../lib/dataset/entry-figures.ts'
import { economyPhrases } from '../../../lib/dataset/facts.ts'
import { createTranslate, messagesOf } from '../../../lib/i18n/t.ts'
import { edition, entryOf, tables } from '../dataset/bundled.ts'

const wording = {
  t: createTranslate(messagesOf(english), 'en-GB'),
  locale: 'en-GB',
  economies: economyPhrases(tables, 'en'),
}
const listsOf = (id: string) => figureLists(unpackFigures(packFigures(edition, entryOf(id), 'en')), wording)

describe('figureLists', () => {
  it('has every figure once', () => {
    const own = tables.figures.filter(({ entry }) => entry === 'rare-earths').map(({ id }) => id)
    const listed = listsOf('rare-earths').flatMap(({ figures }) => figures.map(({ id }) => id))
    expect(listed.toSorted()).toEqual(own.toSorted())
  })

  it('says in words what is measured, whose it is and from whom', () => {
    const list = listsOf('rare-earths').find(({ measure }) => measure === 'import-share')
    const figure = list?.figures.find(({ id }) => id === 'rare-earths-import-share-jpn-chn-2024')
    expect(list?.description).toMatch(/^Share of/)
    expect(figure).toMatchObject({ value: expect.stringMatching(/^\d+%$/), period: '2024' })
    expect(figure?.about).toEqual(['Japan, from China', 'rare earths, all forms'])
    const labelled = listsOf('bismuth').flatMap(({ figures }) => figures)
    expect(labelled.find(({ id }) => id === 'bismuth-other-jpn-wld-2024')?.about).toEqual(['Japan', 'refined bismuth'])
  })

  it('names a measure that nothing is said of by its id', () => {
    const figures = unpackFigures(packFigures(edition, entryOf('dysprosium'), 'en'))
    const [list] = figureLists({ ...figures, measures: {} }, wording)
    expect(list?.description.toLowerCase()).toBe(list?.measure)
  })

  it.each(['ja', 'zh-CN', 'ko'] as const)('says all of it in %s', (locale) => {
    const isEnglish = (words: string) => /[a-z]{4,} [a-z]{3,}/.test(words)
    /** What the interface says are keys here, and economies their codes: what is left is the dataset's. */
    const bare = { t: (key: string) => key, locale, economies: {} }
    for (const entry of tables.entries) {
      const lists = figureLists(unpackFigures(packFigures(edition, entry, locale)), bare)
      for (const { description, figures } of lists) {
        expect(isEnglish(description)).toBe(false)
        for (const { about } of figures) expect(about.filter(isEnglish)).toEqual([])
      }
    }
  })

  it.each(['en', 'de', 'ja'] as const)('names no goods in %s where a row is about none', (locale) => {
    const bare = { t: (key: string) => key, locale, economies: {} }
    const lists = figureLists(unpackFigures(packFigures(edition, entryOf('senkaku-islands'), locale)), bare)
    const about = lists.flatMap(({ figures }) => figures.flatMap((figure) => figure.about))
    expect(about.filter((said) => ['not applicable', 'entfällt', '該当なし'].includes(said))).toEqual([])
  })

  it('leaves the world out, on either side', () => {
    const about = tables.entries.flatMap(({ id }) =>
      listsOf(id).flatMap(({ figures }) => figures.map((each) => each.about[0])),
    )
    expect(about).toContain('South Korea')
    expect(about.filter((said) => /\b[Ww]orld$/.test(said ?? ''))).toEqual([])
  })

  it('puts the newest first', () => {
    for (const { figures } of listsOf('rare-earths')) {
      const ends = figures.map(({ id }) => tables.figures.find((row) => row.id === id)?.period_end ?? '')
      const known = ends.filter(Boolean)
      expect(known).toEqual(known.toSorted().toReversed())
    }
  })

  it('gives the date where a row has no value', () =>
    expect(listsOf('un-resolution-2758').flatMap(({ figures }) => figures.map(({ value }) => value))).toContain(
      '25 October 1971',
    ))

  it('marks what is a what-if, and what was replaced', () => {
    const whatIf = tables.figures.find(({ scenario }) => scenario === 'yes')
    const listed = listsOf(whatIf?.entry ?? '').flatMap(({ figures }) => figures)
    expect(listed.find(({ id }) => id === whatIf?.id)?.about).toContain('what-if case')
    const replaced = tables.figures.find(({ superseded }) => superseded === 'yes')
    const others = listsOf(replaced?.entry ?? '').flatMap(({ figures }) => figures)
    expect(others.find(({ id }) => id === replaced?.id)).toMatchObject({ isSuperseded: true })
  })
})
