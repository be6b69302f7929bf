import { describe, expect, it } from 'vitest'
import { isTorn, withEnding, withQuotes } from '../../../lib/detect/span.ts'
import { ENDING_LETTERS } from '../../../lib/detect/walk.ts'
import { LANGUAGES, type Language } from '../../../lib/detect/types.ts'

describe('withEnding', () => {
  // The scan tells of a short term inside a word only before these letters (walk.ts).
  it('gives short terms no ending but those that the scan looks for', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'
    const endings = [...letters].flatMap((a) => [a, ...[...letters].map((b) => a + b)])
    const taken = LANGUAGES.flatMap((lang) =>
      endings.filter((each) => withEnding(`abcde${each}`, 0, 5, { lang, category: 'rare-earths' }) !== null),
    )
    expect(taken.length).toBeGreaterThan(0)
    expect(taken.filter((each) => !ENDING_LETTERS.includes(each.charCodeAt(0)))).toEqual([])
  })

  it.each<[Language, string, string, string | null]>([
    ['en', 'magnet', 'magnet is', 'magnet'],
    ['en', 'magnet', 'magnets', 'magnets'],
    ['en', 'magnet', 'magnetic', null],
    ['en', 'magnet', "magnet's", 'magnet'],
    ['en', 'magnet', 'magnet’s', 'magnet'],
    ['en', 'mine', 'miner', null],
    ['en', 'alloy', 'alloyes', 'alloyes'],
    ['en', 'MAGNET', 'MAGNETS', 'MAGNETS'],
    ['en', 'REE', 'REEs', 'REEs'],
    ['en', 'REE', 'REEF', null],
    ['en', 'mag', 'mag1', null],
    ['en', 'magnet', 'magnets²', 'magnets'],
    ['en', 'magnet', 'magnet\u200b is', 'magnet'],
    ['de', 'Magnet', 'Magneten', 'Magneten'],
    ['de', 'Neodym', 'Neodymmagneten', 'Neodymmagneten'],
    ['de', 'Dysprosium', 'Dysprosiumpreis', 'Dysprosium'],
    ['de', 'Neodym', 'Neodym-Magneten', 'Neodym-Magneten'],
    ['de', 'Neodym', 'Neodym‑Dauermagnete', 'Neodym‑Dauermagnete'],
    ['de', 'Seltene Erden', 'Seltene Erden-Produktion', 'Seltene Erden'],
    ['de', 'Seltene Erden', 'Seltene Erden, Magnete', 'Seltene Erden'],
    ['en', 'neodymium', 'neodymium-magnet', 'neodymium'],
    ['de', 'Erbia', 'Erbiapreis', null],
    ['de', 'SEE', 'SEEweg', null],
    ['fr', 'aimant', 'aimants', 'aimants'],
    ['fr', 'aimant', 'aimanten', null],
    ['es', 'metal', 'metales', 'metales'],
    ['ja', 'REE', 'REEs', null],
    ['ja', '稀土', '稀土類', '稀土'],
    ['ko', '희토류', '희토류를', '희토류'],
  ])('%s: %s in %j', (lang, met, text, expected) => {
    const end = withEnding(text, 0, met.length, { lang, category: 'rare-earths' })
    expect(end === null ? null : text.slice(0, end)).toBe(expected)
  })

  it('takes an abbreviation in capitals with a small s only', () => {
    expect(withEnding('REEs', 0, 3, { lang: 'en', category: 'rare-earths' })).toBe(4)
  })

  // A fault once: "REES" passes, because the ending is put in small letters exactly where the whole is in capitals.
  it('takes no capital S behind an abbreviation', () => {
    expect(withEnding('REES', 0, 3, { lang: 'en', category: 'rare-earths' })).toBeNull()
  })

  // A fault once: a soft hyphen before the plural s is an ending of its own to the regular expressions.
  it('takes the plural behind a soft hyphen', () => {
    expect(withEnding('magnet\u00ads', 0, 6, { lang: 'en', category: 'rare-earths' })).toBe(8)
  })
})

describe('withQuotes', () => {
  it.each([
    ['the “[one China” policy] of', 'the [“one China” policy] of'],
    ['the ‘[one China’ policy]', 'the [‘one China’ policy]'],
    ['the "[one China" policy]', 'the ["one China" policy]'],
    ['[política de "una sola China]"', '[política de "una sola China"]'],
    ['[política de «una sola China]»', '[política de «una sola China»]'],
    ['die „[Ein-China“-Politik]', 'die [„Ein-China“-Politik]'],
    // In Romance languages what follows the mark is a complement, and no part of the name.
    ['« [situation menaçant la survie » du Japon]', '« [situation menaçant la survie] » du Japon'],
    ['« [crise existentielle » pour le Japon]', '« [crise existentielle] » pour le Japon'],
    ['«[situación que amenaza la supervivencia» de Japón]', '«[situación que amenaza la supervivencia]» de Japón'],
    ['« une [situation menaçant la survie » du Japon]', '« une [situation menaçant la survie] » du Japon'],
    ['« [terres rares » lourdes]', '[« terres rares » lourdes]'],
    // Quoted as a whole: the marks stay outside.
    ['“[dual-use items]”', '“[dual-use items]”'],
    ['"[dual-use items]"', '"[dual-use items]"'],
    ['「[デュアルユース品]」', '「[デュアルユース品]」'],
    // A second pair stands inside.
    ['「[甲」與「乙」號發生碰撞]', '[「甲」與「乙」號發生碰撞]'],
    // A title keeps its name to itself.
    ['[歐盟《軍民兩用物項條例]》', '歐盟《[軍民兩用物項條例]》'],
    ['[歐盟《軍民兩用物項條例》附件]', '[歐盟《軍民兩用物項條例》附件]'],
    // A date stands outside what is quoted.
    ['[2010年“钓鱼岛撞船事件]”', '2010年“[钓鱼岛撞船事件]”'],
    // Marks that belong to something else.
    ['“a [dual-use items] b”', '“a [dual-use items] b”'],
    ['“[“one” China]', '“[“one” China]'],
    ['[China’s law]’', '[China’s law]’'],
    ["'[China's law] x", "'[China's law] x"],
    ['[rare earths]', '[rare earths]'],
  ])('%s → %s', (before, after) => {
    const bare = (text: string) => text.replace(/[[\]]/g, '')
    const span = (text: string) => [text.indexOf('['), text.indexOf(']') - 1] as const
    expect(withQuotes(bare(before), ...span(before))).toEqual(span(after))
    expect(bare(before)).toBe(bare(after))
  })
  it('keeps the quotation marks inside a Japanese name', () => {
    expect(withQuotes('「一つの中国」原則', 1, 9)).toEqual([0, 9])
  })
  it('takes no closing mark between Korean syllables for an apostrophe', () => {
    expect(withQuotes('‘하나의 중국’이라는 원칙', 1, 14)).toEqual([0, 14])
  })
})

describe('isTorn', () => {
  it.each([
    ['「姜太公釣魚」台語怎麼接', '釣魚」台', true],
    ['「一つの中国」原則', '一つの中国」原則', false],
    ['日本的“一个中国”政策', '一个中国”政策', false],
    ['堅持「一個中國」原則', '「一個中國」原則', false],
    ['「A」釣魚台', '釣魚台', false],
    ['“rare” earth', 'rare” earth', false],
    ['「中国漁船」が巡視船「よなくに」に衝突', '中国漁船」が巡視船「よなくに」に衝突', false],
  ])('%s: %s', (text, span, expected) => {
    const start = text.indexOf(span)
    expect(isTorn(text, start, start + span.length)).toBe(expected)
  })
})
