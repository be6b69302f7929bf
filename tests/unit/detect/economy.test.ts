import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { economiesIn, economyOfArticle, economyOfSentence } from '../../../lib/detect/economy.ts'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import type { Language } from '../../../lib/detect/types.ts'
import { growth } from '../../helpers/growth.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'
import { lexiconOf } from '../../helpers/lexicons.ts'
import { anyText } from '../../helpers/texts.ts'

let lexicons: Record<Language, Lexicon>
beforeAll(async () => {
  lexicons = await bundledLexicons()
}, 60_000)

describe('economiesIn', () => {
  const small = lexiconOf([], {
    words: { places: ['east china sea'] },
    economies: { CHN: ['China', 'Chinese'], KOR: ['Korea', 'South Korea'], TUR: ['Turkey'], USA: ['US', 'U.S.'] },
  })
  const named = (lexicon: Lexicon, text: string) =>
    economiesIn(lexicon, text).map(({ economy, start, end }) => `${text.slice(start, end)} ${economy}`)

  it.each([
    ['China and the US', ['China CHN', 'US USA']],
    ['South Korea', ['South Korea KOR']],
    ['China’s and US’ rules', ['China CHN', 'US USA']],
    ['Chinas', ['China CHN']],
    ['Indochina, Chinatown', []],
    ['a turkey told us', []],
    ['U.S. rules', ['U.S. USA']],
    ['the East China Sea', []],
    ['China in the East China Sea', ['China CHN']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(named(small, text)).toEqual(expected)
  })

  it.each<[Language, string, string[]]>([
    ['en', 'Japanese buyers, German firms and the European Union', ['JPN', 'DEU', 'EU']],
    ['en', 'Tokyo, Washington and Brussels', ['JPN', 'USA', 'EU']],
    ['ja', '日本と米国、韓国', ['JPN', 'USA', 'KOR']],
    ['ja', 'タイヤの話', []],
    ['zh-Hans', '日本和美国', ['JPN', 'USA']],
    ['zh-Hant', '日本和美國', ['JPN', 'USA']],
    ['ko', '일본과 미국', ['JPN', 'USA']],
    ['de', 'Japans Einfuhren und die USA', ['JPN', 'USA']],
    ['fr', 'le Japon et l’Allemagne', ['JPN', 'DEU']],
    ['es', 'Japón y Alemania', ['JPN', 'DEU']],
  ])('%s: %s', (lang, text, expected) => {
    expect(economiesIn(lexicons[lang], text).map(({ economy }) => economy)).toEqual(expected)
  })

  it('gives namings in order, apart from one another, inside the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyText(3), fc.constantFrom('Japan', 'South Korea', 'US', 'China Sea'))),
        (parts) => {
          const text = parts.join('')
          let last = 0
          for (const { start, end } of economiesIn(lexicons.en, text)) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })

  it('takes time in proportion to the text, many names or few', () => {
    const { ratio, bound } = growth('Japan and ', 120_000, (text) => economiesIn(lexicons.en, text))
    expect(ratio).toBeLessThan(bound)
  }, 60_000)
})

describe('economyOfSentence', () => {
  /** The economy of the sentence around `mention` in a text. */
  function of(lang: Language, text: string, mention: string): string | null {
    const start = text.indexOf(mention)
    const lexicon = lexicons[lang]
    return economyOfSentence(lexicon, text, start, start + mention.length, economiesIn(lexicon, text))
  }

  it.each<[Language, string, string, string | null]>([
    ['en', 'Japan imports most of its rare earths from China.', 'rare earths', 'JPN'],
    ['en', 'China banned exports of dual-use items to Japan.', 'dual-use items', 'JPN'],
    ['en', 'Germany relies on rare earths from China.', 'rare earths', 'DEU'],
    ['en', 'China cut rare earth exports to the United States.', 'rare earth', 'USA'],
    ['en', 'The European Union depends on China for rare earths.', 'rare earths', 'EU'],
    ['en', 'European carmakers need rare earths.', 'rare earths', 'EU'],
    ['de', 'Europas Autobauer warten auf Seltene Erden.', 'Seltene Erden', 'EU'],
    ['fr', 'Les constructeurs européens manquent de terres rares.', 'terres rares', 'EU'],
    ['es', 'Los fabricantes europeos carecen de tierras raras.', 'tierras raras', 'EU'],
    ['en', 'Rare earths are mined in China.', 'Rare earths', null],
    ['en', 'Rare earths are metals.', 'Rare earths', null],
    ['en', 'Japan protested. Rare earths are metals.', 'Rare earths', null],
    ['en', 'South Korea buys rare earths that Australia sells.', 'rare earths', 'KOR'],
    ['en', 'China depends on rare earths from Myanmar and imports them.', 'rare earths', 'CHN'],
    ['ja', '日本はレアアースを中国から輸入している。', 'レアアース', 'JPN'],
    ['ja', '中国は日本へのレアアース輸出を禁止した。', 'レアアース', 'JPN'],
    ['ja', 'レアアースの対日輸出が滞っている。', 'レアアース', 'JPN'],
    ['ja', '米国は対中輸出規制でデュアルユース技術の流出を防ぐ。', 'デュアルユース技術', 'CHN'],
    ['ja', 'レアアースの中国依存度は6割だ。', 'レアアース', null],
    ['zh-Hans', '中国禁止向日本出口两用物项。', '两用物项', 'JPN'],
    ['zh-Hans', '中方加强两用物项对日出口管制。', '两用物项', 'JPN'],
    ['zh-Hans', '对中国稀土的依赖难以摆脱。', '稀土', null],
    ['zh-Hant', '中國禁止向日本出口兩用物項。', '兩用物項', 'JPN'],
    ['zh-Hant', '中國管制稀土輸日。', '稀土', 'JPN'],
    ['ko', '중국은 일본에 대한 이중용도 품목 수출을 금지했다.', '이중용도 품목', 'JPN'],
    ['ko', '중국은 희토류 대일 수출을 조였다.', '희토류', 'JPN'],
    ['de', 'Deutschland importiert Seltene Erden aus China.', 'Seltene Erden', 'DEU'],
    ['fr', 'La Chine interdit les exportations de terres rares vers le Japon.', 'terres rares', 'JPN'],
    ['es', 'China prohíbe exportar tierras raras a Japón.', 'tierras raras', 'JPN'],
  ])('%s: %s', (lang, text, mention, expected) => {
    expect(of(lang, text, mention)).toBe(expected)
  })
})

describe('economyOfArticle', () => {
  it.each([
    ['Japan faces rare earth ban', 'Japanese makers fear for supplies.', 'JPN'],
    ['Rare earth ban', 'German firms fear it. Germany is worried.', 'DEU'],
    ['China tightens curbs', 'China said so. Chinese firms agree.', null],
    ['US and Japan talk', 'Nothing new.', null],
    ['Prices rise', 'Japan is mentioned once.', null],
    ['Prices rise', `${'word '.repeat(300)} Japan Japan Japan Japan`, null],
    ['', '', null],
  ])('%s / %s', (headline, text, expected) => {
    expect(economyOfArticle(lexicons.en, headline, `${headline}\n${text}`)).toBe(expected)
  })
})
