/** Words in a locale: its own where it has them, English where it lacks them, never a mix of sides. */

import { describe, expect, it } from 'vitest'
import { cardFacts } from '../../../lib/dataset/facts.ts'
import { localised } from '../../../lib/dataset/localised.ts'
import type { Edition, Tables } from '../../../lib/dataset/types.ts'
import { edition, entryOf, tables } from './bundled.ts'

const islands = entryOf('senkaku-islands')
const own = <Row extends { entry: string }>(rows: Row[]) => rows.filter(({ entry }) => entry === islands.id)
/** The dataset with English alone, and with what a test adds in German. */
const german = (added: Partial<Tables> = {}): Edition => {
  const isEnglish = ({ locale }: { locale: string }) => locale === 'en'
  const base: Tables = {
    ...tables,
    texts: tables.texts.filter(isEnglish),
    positions: tables.positions.filter(isEnglish),
    'event-texts': [],
    wordings: [],
  }
  const both = Object.entries(added).map(([name, rows]) => [name, [...base[name as keyof Tables], ...rows]])
  return { ...edition, tables: { ...base, ...Object.fromEntries(both) } }
}
const text = (field: string, words: string) =>
  ({ entry: islands.id, locale: 'de', field, text: words, sources: 'x' }) as const

/** Of the bundled entry. What no term has is told by its writing, if that is of one language. */
const OTHERS = [
  ['尖閣諸島', 'ja'],
  ['钓鱼岛', 'zh-Hans'],
  ['釣魚臺列嶼', 'zh-Hant'],
  ['센카쿠/댜오위다오', 'ko'],
]

describe('names', () => {
  it('are the locale’s own, with the others below and none twice', () => {
    const words = localised(
      german({
        texts: [
          text('title', 'Senkaku-/Diaoyu-Inseln'),
          text('names', 'Senkaku / Diaoyu Islands · SENKAKU ISLANDS · 尖閣諸島'),
        ],
      }).tables,
      'de',
    )
    expect(words.nameOf(islands)).toBe('Senkaku-/Diaoyu-Inseln')
    expect(words.otherNamesOf(islands)).toEqual([
      ['Senkaku / Diaoyu Islands', 'en'],
      // A term by other letters.
      ['SENKAKU ISLANDS', 'en'],
      ['尖閣諸島', 'ja'],
    ])
  })

  it('are English where the locale has none, and the English name is not repeated under itself', () => {
    const words = localised(german().tables, 'de')
    expect(words.nameOf(islands)).toBe(islands.name_en)
    expect(words.otherNamesOf(islands)).toEqual(OTHERS)
  })

  it('show the English one under a title of their own', () => {
    const words = localised(german({ texts: [text('title', 'Die Inseln')] }).tables, 'de')
    expect(words.otherNamesOf(islands)).toEqual([[islands.name_en, 'en'], ...OTHERS])
    expect(words.otherNamesOf({ ...islands, other_names: '' })).toEqual([[islands.name_en, 'en']])
  })
})

describe('a card in a locale', () => {
  it('takes each statement in the locale, and in English what is not translated', () => {
    const facts = cardFacts(german({ texts: [text('summary', 'Fünf Inseln.')] }), islands, 'de')
    const english = own(german().tables.texts)
    expect(facts.statements.filter(({ field }) => field === 'summary').map((each) => each.text)).toEqual([
      'Fünf Inseln.',
    ])
    expect(facts.statements).toHaveLength(english.length)
    expect(facts.statements.find(({ field }) => field === 'why')?.text).toBe(
      english.find(({ field }) => field === 'why')?.text,
    )
  })

  it('lets all parties speak the same language', () => {
    const one = { entry: islands.id, locale: 'de', party: 'tokyo', text: 'Tokio sagt …', sources: 'x' } as const
    expect(cardFacts(german(), islands, 'de').positions.map(({ party }) => party)).toHaveLength(
      own(german().tables.positions).length,
    )
    expect(cardFacts(german({ positions: [one] }), islands, 'de').positions.map((each) => each.text)).toEqual([
      'Tokio sagt …',
    ])
  })

  it('tells events, labels and commodities in the locale', () => {
    const rareEarths = entryOf('rare-earths')
    const event = tables.events.find(({ entry }) => entry === rareEarths.id)
    const labelled = cardFacts(german(), rareEarths, 'en').figures
    const other = labelled.find(({ label, measure }) => label !== measure)
    const facts = cardFacts(
      german({
        'event-texts': [{ event: event?.id ?? '', locale: 'de', text: 'Ein Ereignis.' }],
        wordings: [
          { wording: 'rare earths, all forms', locale: 'de', text: 'Seltene Erden, alle Formen' },
          { wording: other?.label ?? '', locale: 'de', text: 'Etwas' },
          { wording: 'import-share', locale: 'de', text: 'Einfuhranteil' },
        ],
      }),
      rareEarths,
      'de',
    )
    expect(facts.events.map((each) => each.text)).toContain('Ein Ereignis.')
    expect(facts.figures.map(({ commodity }) => commodity)).toContain('Seltene Erden, alle Formen')
    expect(facts.figures.map(({ commodity }) => commodity)).not.toContain('rare earths, all forms')
    // One that is its measure's id is no word, whatever words there are for it.
    expect(facts.figures.map(({ label }) => label)).toEqual(
      labelled.map(({ label }) => (label === other?.label ? 'Etwas' : label)),
    )
    expect(facts.figures.map(({ label }) => label)).toEqual(expect.arrayContaining(['Etwas', 'import-share']))
  })

  it('names the entry that stands in as the locale does', () => {
    const title = { ...text('title', 'Seltene Erden'), entry: 'rare-earths' }
    const facts = cardFacts(german({ texts: [title] }), entryOf('dysprosium'), 'de')
    expect(facts.lineage.at(-1)).toMatchObject({ id: 'rare-earths', name: 'Seltene Erden' })
  })
})
