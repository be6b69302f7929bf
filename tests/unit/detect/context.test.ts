import { describe, expect, it } from 'vitest'
import { contextFactor, isDoubtful } from '../../../lib/detect/context.ts'
import { surroundings } from '../../../lib/detect/surroundings.ts'
import { EMPTY_PAGE, type Category, type PageContext } from '../../../lib/detect/types.ts'
import { lexiconOf, seenIn, term } from '../../helpers/lexicons.ts'

/** The factor of the first "Xenon" of a text under a rule. */
function factor(
  rule: string,
  text: string,
  page: Partial<PageContext> = {},
  form = 'Xenon',
  hasCompany = false,
): number {
  const lexicon = lexiconOf([term(form, { rule })], {
    words: {
      supply: ['export', 'mine'],
      grid: ['power'],
      both: ['taiwan'],
      art: ['band', 'album', 'planets'],
      film: ['電影', 'film'],
    },
  })
  const start = text.search(new RegExp(form.replace('-', '[ -]'), 'iu'))
  const around = surroundings(text, { ...EMPTY_PAGE, ...page })
  return contextFactor(lexicon, lexicon.termOf(0), around, { start, end: start + form.length, hasCompany })
}
const strong = (...categories: Category[]): Partial<PageContext> => ({ strong: new Set(categories) })
const far = `${'word '.repeat(200)}. `

describe('contextFactor', () => {
  it.each<[string, string, number]>([
    ['said again', 'Mine fell. A mine rose.', 0.3],
    ['said again in the plural', 'Mine fell. Mines rose.', 0.3],
    ['another word of the list', 'Mine fell. The export rose.', 0.95],
  ])('takes no term for evidence of itself: %s', (_, text, expected) => {
    expect(factor('near:supply', text, {}, 'Mine')).toBeCloseTo(expected)
    expect(factor('needs:supply', text, {}, 'Mine')).toBeCloseTo(expected)
  })

  it('takes a clause for evidence of itself where its rule says so', () => {
    expect(factor('whole near:supply', 'Mine fell.', {}, 'Mine')).toBe(1)
    expect(factor('whole needs:supply', 'Mine fell.', {}, 'Mine')).toBe(1)
    expect(factor('yields near:supply', 'Mine fell.', {}, 'Mine')).toBeCloseTo(0.3)
    expect(factor('whole near:supply', 'Ore fell.', {}, 'Ore')).toBeCloseTo(0.3)
  })

  it('leaves words whole in which a short term stands', () => {
    expect(factor('near:supply', 'Mi is what the mine sells.', {}, 'Mi')).toBe(1)
  })

  it.each<[string, string, string, Partial<PageContext>, number]>([
    ['no rule', '', 'Xenon', {}, 1],
    ['needs, in the sentence', 'needs:supply', 'The mine sells Xenon.', {}, 1],
    ['needs, beside the sentence', 'needs:supply', 'The mine opened. Xenon shines.', {}, 0.95],
    ['needs, only far away', 'needs:supply', `The mine opened. ${far}Xenon shines.`, {}, 0.3],
    ['needs, on a page about it', 'needs:supply', 'Xenon shines.', strong('rare-earths'), 0.8],
    ['needs, on a page about something else', 'needs:supply', 'Xenon shines.', strong('senkaku'), 0.3],
    ['needs, twice in the lead', 'needs:supply', 'Xenon shines.', { lead: 'Export from the mine' }, 0.8],
    ['needs, once in the lead', 'needs:supply', 'Xenon shines.', { lead: 'Export ban' }, 0.3],
    ['near, in the sentence', 'near:supply', 'The mine sells Xenon.', {}, 1],
    ['near, beside the sentence', 'near:supply', 'The mine opened. Xenon shines.', {}, 0.95],
    ['near, in the lead', 'near:supply', 'Xenon shines.', { lead: 'Export ban' }, 0.85],
    ['near does not ask what the page is about', 'near:supply', 'Xenon shines.', strong('rare-earths'), 0.3],
    ['not, in the sentence', 'not:grid', 'Xenon power.', {}, 0.2],
    ['not, in another sentence', 'not:grid', 'Xenon shines. Power!', {}, 1],
    ['not wins over needs', 'needs:supply not:grid', 'Xenon power export.', {}, 0.2],
    ['two lists, both there', 'near:supply near:both', 'Taiwan exports: export of Xenon.', {}, 1],
    ['two lists, one there', 'near:supply near:both', 'export of Xenon.', {}, 0.3],
    ['case, as written', 'case', 'Xenon', {}, 1],
    ['case, plural', 'case', 'Xenons', {}, 1],
    ['case, small', 'case', 'xenon', {}, 0],
  ])('%s', (_, rule, text, page, expected) => {
    expect(factor(rule, text, page)).toBeCloseTo(expected)
  })

  it('needs nothing beside another element, but near does', () => {
    expect(factor('needs:supply', 'Xenon shines.', {}, 'Xenon', true)).toBe(1)
    expect(factor('near:supply', 'Xenon shines.', {}, 'Xenon', true)).toBe(0.3)
  })

  it.each([
    ['the “Xenon” said', 1],
    ['the Xenon said', 0.3],
  ])('quoted: %s', (text, expected) => {
    expect(factor('quoted', text)).toBe(expected)
  })

  it('takes a term for no context of its own', () => {
    expect(factor('needs:supply', 'A mine export', {}, 'mine export')).toBe(0.3)
    expect(factor('needs:supply', 'A mine export', {}, 'mine')).toBe(1)
  })

  it('reads an abbreviation in capitals only', () => {
    expect(factor('case', 'SEE', {}, 'SEE')).toBe(1)
    expect(factor('case', 'See', {}, 'SEE')).toBe(0)
    expect(factor('case', 'see', {}, 'SEE')).toBe(0)
  })

  it('reads a long name in capitals too', () => {
    expect(factor('case', 'XENON', {}, 'xenonish')).toBe(0)
    expect(factor('case', 'EXPORT LAW', {}, 'Export Law')).toBe(1)
    expect(factor('case', 'export law', {}, 'Export Law')).toBe(0)
  })

  it.each([
    ['Rare Earth exports fall', 1],
    ['rare earth', 1],
    ['RARE EARTH album', 1],
    ['The band Rare Earth', 0.3],
    ['Rare Earth. It is about planets.', 0.3],
    [`Rare Earth export. ${far}It is about planets.`, 1],
    ['rare Earth twins', 0.3],
    ['rare earth on planets', 1],
    ['the album “Rare earth”', 0.3],
    ['the album „Rare earth“', 0.3],
    ['the album »Rare earth«', 0.3],
    ['the album « Rare earth »', 0.3],
    ['the album “Rare earth,” her first', 0.3],
    ['the album “rare earth”, in small letters', 1],
    ['the export of “rare earth”', 1],
    ['the album “on rare earth”', 1],
  ])('title: %s', (text, expected) => {
    expect(factor('title:art', text, {}, 'rare earth')).toBe(expected)
  })

  it('takes rare Earths for a slip of the pen, and a rare Earth for a planet', () => {
    expect(factor('title:art', 'rare Earths fell', {}, 'rare earths')).toBe(1)
    expect(factor('title:art', 'rare Earth fell', {}, 'rare earth')).toBe(0.3)
    expect(factor('', 'rare Earth fell', {}, 'rare earth')).toBe(1)
  })

  it('takes a title with a capital to each word for a name, and the name for one wherever it stands', () => {
    const french = lexiconOf([term('terres rares', { rule: 'title:art', lang: 'fr' })], {
      lang: 'fr',
      words: { art: ['vin'] },
    })
    const seen = (title: string) => seenIn(french, `Un vin : « ${title} ».\n${far}${title} plaît.`)
    expect(seen('Terres Rares')).toEqual([])
    expect(seen('Terres rares')).toEqual(['Terres rares → thing'])
  })

  it.each([
    ['Band Of Investors Buys Rare Earth Mine', 1],
    ['Motown Band Rare Earth Announces Tour', 0.3],
    ['Band of investors buys Rare Earth mine', 0.3],
    ['Band: Rare Earth Mine', 0.3],
  ])('title, lifted in a headline in capitals: %s', (text, expected) => {
    expect(factor('title:art/supply', text, {}, 'rare earth')).toBe(expected)
  })

  it.each([
    ['稀土', '電影《稀土之戀》', 0.3],
    ['稀土', '電影《戀戀稀土》', 0.3],
    ['稀土', '法規《稀土管理條例》', 1],
    ['稀土', '電影《山城》提到稀土', 1],
    ['稀土', '電影《山城》提到稀土，又有《海》', 1],
    ['レアアース', '電影『レアアースの恋』', 0.3],
    ['희토류', "電影 '희토류 전쟁'", 0.3],
    ['희토류', "電影 '희토류'", 0.3],
    ['희토류', "電影 '중국이 희토류를 끊는다'", 1],
    ['희토류', "電影 '산'과 희토류, '바다'", 1],
    ['rare earth', "film 'the rare earth story'", 1],
  ])('a title holds %s: %s', (form, text, expected) => {
    expect(factor('title:film', text, {}, form)).toBe(expected)
  })

  it('lets no term vouch for itself from the lead', () => {
    expect(factor('near:supply', 'The mine export rose.', { lead: 'The mine export rose.' }, 'mine export')).toBe(0.3)
    expect(factor('near:supply', 'It rose to the mine export.', { lead: 'A mine.' }, 'mine export')).toBe(0.85)
  })

  it('lets a list speak against a term only where no form of the list behind the stroke stands', () => {
    expect(factor('not:grid/both', 'Power for Xenon')).toBe(0.2)
    expect(factor('not:grid/both', 'Power for Xenon in Taiwan')).toBe(1)
    expect(factor('not:grid/both', 'Xenon in Taiwan')).toBe(1)
  })

  it('lets a list beside speak against a term only where no form of the list behind the stroke is as near', () => {
    expect(factor('unless:art/supply', 'The band played. Xenon shines.')).toBe(0.2)
    expect(factor('unless:art/supply', 'The band played. An export of Xenon.')).toBe(1)
    expect(factor('unless:art/supply', 'The band played. Export rose. Xenon shines.')).toBe(1)
    expect(factor('unless:art/supply', 'Export rose. The band plays Xenon.')).toBe(0.2)
  })

  it('reads the capitals of a pattern: a country and not a player', () => {
    const seen = (text: string) =>
      seenIn(
        lexiconOf([term('una (sola|única) China', { status: 'pattern', rule: 'case', lang: 'es' })], { lang: 'es' }),
        text,
      )
    expect(seen('Una sola China, dijo.')).toEqual(['Una sola China → thing'])
    expect(seen('UNA SOLA CHINA, DIJO.')).toEqual(['UNA SOLA CHINA → thing'])
    expect(seen('Una sola china ganó.')).toEqual([])
  })

  it('silences nothing where a quotation mark closes before the end of what would silence it', () => {
    expect(factor('never', 'the “one china” that he meant', {}, 'one china” that')).toBe(0)
    expect(factor('never', 'one china that', {}, 'one china that')).toBe(1)
  })
})

describe('isDoubtful', () => {
  const lexicon = (rule: string) => lexiconOf([term('xenon', { rule })], { words: { supply: ['export'] } })
  const doubtful = (rule: string, text: string) => {
    const compiled = lexicon(rule)
    const start = text.indexOf('xenon')
    return isDoubtful(compiled, compiled.termOf(0), surroundings(text, EMPTY_PAGE), start, start + 5)
  }

  it.each([
    ['', 'the xenon path', false],
    ['judge', 'the xenon path', true],
    ['judge', 'the export of xenon', true],
    ['judge:supply', 'the xenon path', true],
    ['judge:supply', 'the export of xenon', false],
    ['judge:supply', 'The export fell. A xenon path opened.', false],
  ])('%j in "%s": %s', (rule, text, expected) => {
    expect(doubtful(rule, text)).toBe(expected)
  })
})
