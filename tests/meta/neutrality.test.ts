/** Neutrality: the same room and the same verb for every party, no loaded word, each place by its name. */

import { describe, expect, it } from 'vitest'
import { cardFacts } from '../../lib/dataset/facts.ts'
import { NAME_FIELDS } from '../../lib/dataset/localised.ts'
import { readEdition } from '../../lib/cli/dataset/package-files.ts'
import { catalogueFolder, LOCALES, type Locale } from '../../lib/dataset/locales.ts'
import words from './neutral-words.json' with { type: 'json' }
import { read } from './project.ts'

const edition = await readEdition()
const { texts, positions, events, entries, economies, sources, measures, wordings } = edition.tables
/** Interface texts by locale. */
const messagesIn = (locale: Locale): string[] => {
  const path = `public/_locales/${catalogueFolder(locale)}/messages.json`
  return Object.values(JSON.parse(read(path)) as Record<string, { message: string }>).map(({ message }) => message)
}

/** Everything that is said in our own words in a locale, with where it stands. */
function ownIn(locale: Locale): [where: string, text: string][] {
  const here = <Row extends { locale: string }>(rows: readonly Row[]) => rows.filter((row) => row.locale === locale)
  const english: [string, string][] = [
    ...events.map(({ id, event }): [string, string] => [`events ${id}`, event]),
    ...entries.map(({ id, name_en }): [string, string] => [`entries ${id}`, name_en]),
    ...measures.map(({ id, description }): [string, string] => [`measures ${id}`, description]),
  ]
  return [
    ...here(texts).map(({ entry, field, text }): [string, string] => [`texts ${entry} ${field}`, text]),
    ...here(positions).map(({ entry, party, text }): [string, string] => [`positions ${entry} ${party}`, text]),
    ...here(edition.tables['event-texts']).map(({ event, text }): [string, string] => [`event-texts ${event}`, text]),
    ...here(wordings).map(({ wording, text }): [string, string] => [`wordings ${wording}`, text]),
    ...messagesIn(locale).map((message): [string, string] => ['messages', message]),
    ...(locale === 'en' ? english : []),
  ]
}
const own = LOCALES.flatMap(ownIn)
const messages = messagesIn('en')
/** Without what stands in quotation marks: those are a party's own words, and are attributed. */
const unquoted = (text: string) =>
  text.replaceAll(/"[^"]*"|“[^”]*”|「[^」]*」|『[^』]*』|«[^»]*»|„[^“]*“|‘[^’]*’/g, '""')

/** In each locale: loaded words, the verb of every position, and how each party is named. */
const WORDS: Record<string, { banned: string[]; says: string; parties: Record<string, string> }> = words
const patternOf = (source: string) => new RegExp(source, 'iu')

const groups = Map.groupBy(positions, ({ entry, locale }) => `${entry} ${locale}`)

describe('positions', () => {
  it.each([...groups])('on %s are of much the same length', (_, group) => {
    const lengths = group.map(({ text }) => [...text].length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1.3 * Math.min(...lengths))
  })

  it.each(positions)('of $party on $entry ($locale) begins with who, and says', ({ party, locale, text }) => {
    const { says, parties } = WORDS[locale] as (typeof WORDS)[string]
    expect(text).toMatch(patternOf(says))
    expect(text.slice(0, 30)).toMatch(patternOf(parties[party] as string))
  })

  it('claim, call, deny, demand and dispute nothing in our words', () => {
    const others =
      /\b(?:claims?|claimed|calls? (?:it|them|the)|denies|denied|demands?|demanded|alleges?|alleged|insists?|insisted|admits?|admitted|concedes?|accuses?|accused|disputes|warns?|warned|argues?|boasts?|brags?|lies|lied)\b/i
    expect(
      positions.filter(({ text, locale }) => locale === 'en' && others.test(unquoted(text))).map(({ text }) => text),
    ).toEqual([])
  })

  it('are each sourced', () => expect(positions.filter((position) => position.sources === '')).toEqual([]))

  it('are there of both sides of the islands, the notice and the remarks', () => {
    const parties = (entry: string) =>
      new Set(positions.filter((each) => each.entry === entry).map(({ party }) => party))
    for (const entry of [
      'senkaku-islands',
      'senkaku-incident-2010',
      'senkaku-nationalisation-2012',
      'mofcom-announcement-2026-1',
    ])
      expect([...parties(entry)]).toEqual(expect.arrayContaining(['tokyo', 'beijing']))
    expect([...parties('senkaku-islands')]).toEqual(expect.arrayContaining(['taipei', 'washington']))
    expect([...parties('one-china-policy')]).toEqual(expect.arrayContaining(['beijing', 'tokyo', 'washington']))
    expect([...parties('takaichi-remarks-2025')]).toEqual(expect.arrayContaining(['beijing', 'tokyo']))
  })
})

describe('words', () => {
  it.each(LOCALES)('take no side in %s', (locale) => {
    const banned = (WORDS[locale] as (typeof WORDS)[string]).banned.map(patternOf)
    expect(banned.length).toBeGreaterThan(30)
    expect(
      ownIn(locale).flatMap(([where, text]) =>
        banned.flatMap((word) => word.exec(unquoted(text))?.map((found) => `${where}: ${found}`) ?? []),
      ),
    ).toEqual([])
  })

  it('never say "country" in the interface', () =>
    expect(messages.filter((message) => /\bcountr(?:y|ies)\b/i.test(message))).toEqual([]))

  it('never tell a reader what to think or do', () =>
    expect(
      own.filter(([, text]) =>
        /\b(?:you should|you must|we believe|we think|in our view|sadly|fortunately)\b/i.test(text),
      ),
    ).toEqual([]))

  it('would be found', () => {
    const isLoaded = (text: string, locale: Locale) =>
      (WORDS[locale] as (typeof WORDS)[string]).banned.some((word) => patternOf(word).test(unquoted(text)))
    for (const [locale, loaded] of [
      ['en', 'The so-called islands'],
      ['en', 'China coerces Japan'],
      ['de', 'die Wiedervereinigung mit dem Festland'],
      ['fr', 'les représailles de Pékin'],
      ['es', 'una provocación de Tokio'],
      ['ja', '中国の恫喝'],
      ['zh-CN', '日本的挑衅'],
      ['zh-TW', '中國的霸凌'],
      ['ko', '중국의 보복'],
    ] as const)
      expect([loaded, isLoaded(loaded, locale)]).toEqual([loaded, true])
    expect(isLoaded('Beijing says that "remilitarisation" must stop.', 'en')).toBe(false)
  })
})

describe('Taiwan', () => {
  it('is called Taiwan, everywhere', () => {
    const other =
      /\b(?:Chinese Taipei|Taiwan, (?:Province of )?China|Taiwan Province|China's Taiwan|Taiwan,? ROC|Formosa|Republic of China \(Taiwan\)|Taiwan region|Taiwan authorit\w+)\b|中国台湾|中國台灣|中華台北|中华台北|台湾省|台灣省|台湾地区|台灣地區|中國臺灣|臺灣省|臺灣地區|台灣/i
    expect(own.filter(([, text]) => other.test(text))).toEqual([])
  })

  it.each([
    ['en', 'Taiwan'],
    ['ja', '台湾'],
    ['zh-Hans', '台湾'],
    ['zh-Hant', '臺灣'],
    ['ko', '대만'],
    ['de', 'Taiwan'],
    ['fr', 'Taïwan'],
    ['es', 'Taiwán'],
  ])('in %s is %s', (language, name) => {
    const row = economies.find(({ economy, lang }) => economy === 'TWN' && lang === language)
    expect([row?.name, row?.phrase]).toEqual([name, name])
  })

  it('keeps the capital for the party, and no economy of China’s is it', () => {
    const china = economies.filter(({ economy }) => economy === 'CHN')
    for (const { name, phrase, names, demonyms, metonyms } of china)
      expect(`${name}|${phrase}|${names}|${demonyms}|${metonyms}`).not.toMatch(
        /taiwan|taipei|taipeh|台湾|臺灣|台灣|대만|타이완/i,
      )
  })
})

describe('the islands', () => {
  it.each(LOCALES)('carry both names on every card that names them, in %s', (locale) => {
    const cards = entries.map((entry) => {
      const { id, title, otherNames, statements } = cardFacts(edition, entry, locale)
      return [
        id,
        [title, ...otherNames.map(([name]) => name), ...statements.map(({ text }) => text)].join(' '),
      ] as const
    })
    const japanese = /Senkaku|尖閣|尖阁|센카쿠/
    const hasOne = ([, said]: (typeof cards)[number]) => japanese.test(said) !== /Diaoyu|钓鱼|釣魚|댜오위/.test(said)
    expect(cards.filter(([, said]) => japanese.test(said)).length).toBeGreaterThan(2)
    expect(cards.filter(hasOne).map(([id]) => id)).toEqual([])
  })

  it('are said to be administered by one and claimed by others', () => {
    const said = texts
      .filter(({ entry, locale }) => entry === 'senkaku-islands' && locale === 'en')
      .map(({ text }) => text)
      .join(' ')
    expect(said).toMatch(/\b(?:administer\w*|run by Japan)\b/i)
    expect(said).toMatch(/claim/i)
    for (const party of ['Japan', 'China', 'Taiwan']) expect(said).toContain(party)
  })
})

describe('policy and principle', () => {
  const factsOf = (id: string) => {
    const entry = entries.find((each) => each.id === id)
    if (!entry) throw new Error(`There is no entry ${id}.`)
    return cardFacts(edition, entry, 'en')
  }
  it.each(['one-china-policy', 'one-china-principle'])('%s tells the difference', (id) => {
    const trap = factsOf(id).statements.find(({ field }) => field === 'trap')?.text ?? ''
    expect(trap).toMatch(/\bpolicy\b/)
    expect(trap).toMatch(/\bprinciple\b/)
    expect(trap).toMatch(
      /Washington, Tokyo and others each have a policy in their own wording, while Beijing has the principle/,
    )
  })

  it('are whose they are: no text gives the principle to Washington or Tokyo, or the policy to Beijing', () => {
    const mixed =
      /\b(?:Washington|Tokyo|US|United States|Japan|American|Japanese)(?:'s)? (?:own )?one-China principle|\b(?:Beijing|China|PRC)(?:'s)? (?:own )?one-China policy/i
    expect(own.filter(([, text]) => mixed.test(text))).toEqual([])
  })

  it('stand under nobody: neither is above the other', () => {
    const parents = new Map(entries.map(({ id, parent }) => [id, parent]))
    expect(parents.get('one-china-principle')).toBe('')
    expect(parents.get('one-china-policy')).toBe('')
  })
})

describe('the sentence of 1 December 2021', () => {
  const about = texts.filter(({ text, locale }) => locale === 'en' && /Taiwan emergency is a Japan/i.test(text))

  it('is told, and is Abe’s', () => {
    expect(about.length).toBeGreaterThan(0)
    for (const { text } of about) {
      expect(text).toMatch(/Abe's?\b/)
      expect(text).toContain('1 December 2021')
    }
  })

  it('is kept apart from Takaichi’s own words', () => {
    for (const { text } of about) {
      expect(text).toContain("Takaichi's own words")
      expect(text).toContain('"survival-threatening situation"')
      expect(text).toContain('7 November 2025')
    }
    const remarks = texts.filter(({ entry, field }) => entry === 'takaichi-remarks-2025' && field === 'summary')
    expect(remarks).toHaveLength(LOCALES.length)
    for (const { text } of remarks) expect(text).not.toMatch(/\bAbe\b|emergency|安倍|아베/)
  })

  it('is never given to Takaichi', () =>
    expect(
      own.filter(([, text]) => /Takaichi(?:'s)?[^.]{0,60}(?:said|says|words)[^.]{0,40}Taiwan emergency is/i.test(text)),
    ).toEqual([]))
})

describe('statements', () => {
  it('cite sources', () =>
    expect(
      texts
        .filter((text) => text.sources.trim() === '' && !NAME_FIELDS.has(text.field))
        .map(({ entry, field, locale }) => `${entry} ${field} ${locale}`),
    ).toEqual([]))

  it('cite sources that exist and say who they are', () => {
    const known = new Map(sources.map((source) => [source.source_id, source]))
    for (const { entry, field, sources: cited } of texts)
      for (const id of cited.split(' ').filter(Boolean))
        expect([entry, field, known.get(id)?.publisher]).toEqual([entry, field, expect.stringMatching(/./)])
  })
})
