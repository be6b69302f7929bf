/** Neutrality (design.md §4): the same room and the same verb for every party, no loaded word, each place by its name. */

import { describe, expect, it } from 'vitest'
import { cardFacts } from '../../lib/dataset/facts.ts'
import { readEdition } from '../../lib/cli/package-files.ts'
import { read } from './project.ts'

const edition = await readEdition()
const { texts, positions, events, entries, economies, sources, measures } = edition.tables
const messages = Object.values(
  JSON.parse(read('public/_locales/en/messages.json')) as Record<string, { message: string }>,
).map(({ message }) => message)

/** Everything that a card says in our own words, with where it stands. */
const own: [where: string, text: string][] = [
  ...texts.map(({ entry, locale, field, text }) => [`texts ${entry} ${locale} ${field}`, text] as [string, string]),
  ...positions.map(
    ({ entry, locale, party, text }) => [`positions ${entry} ${locale} ${party}`, text] as [string, string],
  ),
  ...events.map(({ id, event }) => [`events ${id}`, event] as [string, string]),
  ...entries.map(({ id, name_en }) => [`entries ${id}`, name_en] as [string, string]),
  ...measures.map(({ id, description }) => [`measures ${id}`, description] as [string, string]),
  ...messages.map((message) => ['messages', message] as [string, string]),
]
/** Without what stands in quotation marks: those are a party's own words, and are attributed. */
const unquoted = (text: string) => text.replaceAll(/"[^"]*"|“[^”]*”|「[^」]*」|«[^»]*»|„[^“]*“/g, '""')

const groups = Map.groupBy(positions, ({ entry, locale }) => `${entry} ${locale}`)

describe('positions', () => {
  it.each([...groups])('on %s are of much the same length', (_, group) => {
    const lengths = group.map(({ text }) => [...text].length)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(1.3 * Math.min(...lengths))
  })

  const SAYS: Partial<Record<string, RegExp>> = { en: /\b(?:says|said)\b/ }
  const NAMES: Partial<Record<string, Record<string, RegExp>>> = {
    en: {
      tokyo: /\bTokyo(?:'s)?\b/,
      beijing: /\bBeijing(?:'s)?\b/,
      taipei: /\bTaipei(?:'s)?\b/,
      washington: /\bWashington(?:'s)?\b/,
      brussels: /\bBrussels\b/,
    },
  }
  it.each(positions)('of $party on $entry ($locale) begins with who, and says', ({ party, locale, text }) => {
    expect(text).toMatch(SAYS[locale] ?? /./)
    expect(text.slice(0, 30)).toMatch(NAMES[locale]?.[party] ?? /./)
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
  /** Words that take sides; a party may use them inside quotation marks. */
  const BANNED =
    /\b(?:regime's|Communist China|Red China|mainland China|the mainland|motherland|reunif\w+|renegade|breakaway|rogue|puppet|aggress\w+|belligeren\w+|bully\w*|bullied|coerc\w+|provoc\w+|provok\w+|hostile|threaten(?:ed|s) (?:Taiwan|Japan|China)|so-called|stolen|stole|thie(?:f|ves)|robb\w+|plunder\w*|illegally occup\w+|occupied by|invad\w+|seiz(?:ed|es) the islands|separatis\w+|secession\w*|splittis\w+|militaris\w+|militariz\w+|fascis\w+|imperialis\w+|warmonger\w*|weaponi[sz]\w+|blackmail\w*|extort\w+|retaliat\w+|punish\w*|strangle\w*|stranglehold|choke ?hold|draconian|notorious|infamous|blatant\w*|egregious|outrageous|shameful|absurd|ridiculous|unfortunately|obviously|of course|clearly|laughable|evil|tyran\w+|dictator\w*|authoritarian|oppress\w+|genocid\w+|propagand\w+|sabre-rattling|saber-rattling|wolf warrior|China threat)\b/i
  it('take no side', () =>
    expect(
      own
        .filter(([, text]) => BANNED.test(unquoted(text)))
        .map(([where, text]) => `${where}: ${BANNED.exec(unquoted(text))?.[0]}`),
    ).toEqual([]))

  it('never say "country" in the interface', () =>
    expect(messages.filter((message) => /\bcountr(?:y|ies)\b/i.test(message))).toEqual([]))

  it('never tell a reader what to think or do', () =>
    expect(
      own.filter(([, text]) =>
        /\b(?:you should|you must|we believe|we think|in our view|sadly|fortunately)\b/i.test(text),
      ),
    ).toEqual([]))

  it('would be found', () => {
    for (const loaded of ['The so-called islands', 'China coerces Japan', 'reunification', 'Red China'])
      expect(loaded).toMatch(BANNED)
    expect(unquoted('Beijing says that "remilitarisation" must stop.')).not.toMatch(BANNED)
  })
})

describe('Taiwan', () => {
  it('is called Taiwan, everywhere', () => {
    const other =
      /\b(?:Chinese Taipei|Taiwan, (?:Province of )?China|Taiwan Province|China's Taiwan|Taiwan,? ROC|Formosa|Republic of China \(Taiwan\)|Taiwan region|Taiwan authorit\w+)\b|中国台湾|中國台灣|中華台北|中华台北|台湾省|台灣省|台湾地区|台灣地區/i
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
  it('carry both names on every card that names them', () => {
    const cards = entries.map(({ id, name_en, other_names }) => {
      const said = texts.filter(({ entry }) => entry === id).map(({ text }) => text)
      return [id, [name_en, other_names, ...said].join(' ')] as const
    })
    const hasOne = ([, said]: (typeof cards)[number]) => /Senkaku|尖閣/.test(said) !== /Diaoyu|钓鱼|釣魚/.test(said)
    expect(cards.filter(([, said]) => /Senkaku/.test(said)).length).toBeGreaterThan(2)
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
    for (const { text } of remarks) expect(text).not.toMatch(/Abe\b|emergency/)
  })

  it('is never given to Takaichi', () =>
    expect(
      own.filter(([, text]) => /Takaichi(?:'s)?[^.]{0,60}(?:said|says|words)[^.]{0,40}Taiwan emergency is/i.test(text)),
    ).toEqual([]))
})

describe('statements', () => {
  it('cite sources, but those that the dataset’s README names as sourceless', () => {
    /** facts/merged/README.md, "Doubtful, for a human". */
    const sourceless = new Set(['senkaku-incident-2010 trap'])
    const without = texts.filter((text) => text.sources.trim() === '').map(({ entry, field }) => `${entry} ${field}`)
    expect(without.filter((name) => !sourceless.has(name))).toEqual([])
  })

  it('cite sources that exist and say who they are', () => {
    const known = new Map(sources.map((source) => [source.source_id, source]))
    for (const { entry, field, sources: cited } of texts)
      for (const id of cited.split(' ').filter(Boolean))
        expect([entry, field, known.get(id)?.publisher]).toEqual([entry, field, expect.stringMatching(/./)])
  })
})
