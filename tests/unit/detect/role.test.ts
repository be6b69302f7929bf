import { beforeAll, describe, expect, it } from 'vitest'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import { economiesIn } from '../../../lib/detect/namings.ts'
import { buyerPoints } from '../../../lib/detect/role.ts'
import type { Language } from '../../../lib/detect/types.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'

let lexicons: Record<Language, Lexicon>
beforeAll(async () => {
  lexicons = await bundledLexicons()
}, 60_000)

/** Points of every economy in a text of one sentence, for `mention` or for whatever it may buy. */
function pointsIn(lang: Language, text: string, mention: string | null): Map<string, number> {
  const lexicon = lexicons[lang]
  const namings = economiesIn(lexicon, text)
  const start = mention === null ? -1 : text.indexOf(mention)
  const span = mention === null ? null : { start, end: start + mention.length }
  const sentence = { lexicon, text, from: 0, to: text.length, namings }
  return new Map(namings.map(({ economy }, at) => [economy, buyerPoints(sentence, at, span)]))
}

describe('buyerPoints', () => {
  it.each<[Language, string, string, buyer: string, other: string]>([
    ['en', 'Australian miners ship rare earths to Japan.', 'rare earths', 'JPN', 'AUS'],
    ['en', 'US senators said German carmakers run short of dysprosium.', 'dysprosium', 'DEU', 'USA'],
    ['en', 'Vietnam has deposits, but it imported neodymium from Myanmar.', 'neodymium', 'VNM', 'MMR'],
    ['en', 'Japanese rare earth imports from Estonia rose.', 'rare earth', 'JPN', 'EST'],
    ['en', 'Demand in India for Chilean rare earths is weak.', 'rare earths', 'IND', 'CHL'],
    ['en', 'China bought rare earths from Myanmar.', 'rare earths', 'CHN', 'MMR'],
    // Each clause has its own.
    [
      'en',
      'Germany imports tin, while Japan has cut its reliance on Chinese rare earths.',
      'rare earths',
      'JPN',
      'DEU',
    ],
    ['en', 'While Germany imports gas, China sells rare earths to Japan.', 'rare earths', 'JPN', 'DEU'],
    ['de', 'Frankreich kauft Uran, China liefert Seltene Erden nach Japan.', 'Seltene Erden', 'JPN', 'FRA'],
    ['ja', 'ドイツはスズを輸入するが、日本は中国産レアアースへの依存を下げた。', 'レアアース', 'JPN', 'DEU'],
    ['zh-Hant', '台灣的稀土主要來自中國。', '稀土', 'TWN', 'CHN'],
    // Somebody else's are what it has of them.
    ['en', 'About 60% of Japan’s rare earths come from China.', 'rare earths', 'JPN', 'CHN'],
    ['en', 'Australia provides a third of Japanese rare earths.', 'rare earths', 'JPN', 'AUS'],
    ['fr', '60 % des terres rares du Japon viennent de Chine.', 'terres rares', 'JPN', 'CHN'],
    ['ja', '日本のレアアースの6割は豪州産だ。', 'レアアース', 'JPN', 'AUS'],
    ['en', 'Australian rare earths, unlike those from China, went to Japan.', 'rare earths', 'JPN', 'AUS'],
    ['de', 'Japans Autobauer warten auf Seltene Erden aus Malaysia.', 'Seltene Erden', 'JPN', 'MYS'],
    ['fr', 'Les constructeurs européens manquent de terres rares birmanes.', 'terres rares', 'EU', 'MMR'],
    ['es', 'La demanda europea de tierras raras vietnamitas crece.', 'tierras raras', 'EU', 'VNM'],
    ['ja', '日本は豪州産のレアアースの輸入を増やした。', 'レアアース', 'JPN', 'AUS'],
    ['ja', 'レアアースを豪州に頼る日本でも採取が始まった。', 'レアアース', 'JPN', 'AUS'],
    ['ko', '희토류를 호주에 의존하는 일본에는 생산이 없다.', '희토류', 'JPN', 'AUS'],
    ['ja', '豪企業がレアアースを独メーカーに供給する。', 'レアアース', 'DEU', 'AUS'],
    ['ko', '호주 업체가 일본에 희토류를 수출했다.', '희토류', 'JPN', 'AUS'],
    ['zh-Hans', '日本企业从越南采购稀土。', '稀土', 'JPN', 'VNM'],
    // Behind a thing stands what it is like in a Romance language, and who uses it in a Germanic one.
    ['es', 'Las tierras raras chilenas escasean en Japón.', 'tierras raras', 'JPN', 'CHL'],
    ['en', 'Japanese rare earth users wait for Estonia.', 'rare earth', 'JPN', 'EST'],
    ['ja', '豪州のレアアース輸出は日本の需要に届かない。', 'レアアース', 'JPN', 'AUS'],
    ['zh-Hans', '日本稀土需求大，澳大利亚稀土出口少。', '稀土', 'JPN', 'AUS'],
    // What is said aside may be about the thing itself, and what follows about others.
    ['en', 'India, which imports rare earths from Vietnam, sells magnets to Japan.', 'rare earths', 'IND', 'JPN'],
    ['de', 'Deutschland, das Seltene Erden aus Vietnam bezieht, liefert nach Japan.', 'Seltene Erden', 'DEU', 'JPN'],
    ['ja', '日本はレアアースを豪州から輸入し、磁石を輸出する。', 'レアアース', 'JPN', 'AUS'],
    ['ko', '일본은 희토류를 호주에서 수입하고, 자동차를 수출한다.', '희토류', 'JPN', 'AUS'],
    // The main supplier's clause takes no one's place.
    ['en', 'Germany buys, and China sells, rare earths meant for Japan.', 'rare earths', 'DEU', 'JPN'],
    // Who only speaks needs nothing.
    ['en', 'Germany heard Japanese officials talk about rare earths.', 'rare earths', 'DEU', 'JPN'],
    ['en', 'Germany heard the President of France talk about rare earths.', 'rare earths', 'DEU', 'FRA'],
  ])('%s: %s', (lang, text, mention, buyer, other) => {
    const points = pointsIn(lang, text, mention)
    expect([...points.keys()]).toEqual(expect.arrayContaining([buyer, other]))
    expect(points.get(buyer)).toBeGreaterThan(Math.max(0, points.get(other) as number))
  })

  it('takes who is nearest where two buy alike', () => {
    const points = pointsIn(
      'en',
      'India imports tin, and much later in a long sentence Japan imports rare earths.',
      'rare earths',
    )
    expect(points.get('JPN')).toBeGreaterThan(points.get('IND') as number)
  })

  it('knows a supplier without a mention', () => {
    expect(pointsIn('en', 'Vietnam bans the export of ore.', null).get('VNM')).toBeLessThan(0)
    expect(pointsIn('en', 'Japan depends on ore.', null).get('JPN')).toBeGreaterThan(0)
    expect(pointsIn('en', 'Japan is an island.', null).get('JPN')).toBe(0)
  })
})
