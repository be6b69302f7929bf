import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import { economiesIn } from '../../../lib/detect/namings.ts'
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
    ['ja', '米政府と独ボッシュ、仏企業', ['USA', 'DEU', 'FRA']],
    ['ja', '日米欧が協議、23日に毎日、独自に米を', ['JPN', 'USA', 'EU']],
    ['zh-Hans', '日企向俄出口，今日出口', ['JPN', 'RUS']],
    ['zh-Hant', '主要由歐、美、日供應，日前', ['EU', 'USA', 'JPN']],
    ['ko', '日 완성차, 미국과 美·日', ['JPN', 'USA', 'USA', 'JPN']],
    ['zh-Hans', '对美国媒体说', ['USA']],
    ['zh-Hans', '公司将加大采购，日产量和加工厂', []],
    ['ko', '“비축”이란 인도적 지원', []],
    ['ja', '米ドル建て', []],
    ['en', 'İİİİİİİİİİİİ the South China Sea', []],
    // Hyphens and accents in such names are the page's own, and so are offices that only say how much there is.
    ['de', 'Der US-Dollar fiel, sagt die US-Geologiebehörde.', []],
    ['fr', 'Le détroit de Taïwan, selon le Service géologique des États-Unis', []],
    ['en', 'The U.S. Geological Survey said', []],
    ['zh-Hant', '美國地質調查局指出', []],
    ['ko', '한·미·일 공조, 매일·미 일 한 중', ['KOR', 'USA', 'JPN']],
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
