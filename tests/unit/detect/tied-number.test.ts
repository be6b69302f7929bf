/** Which number of a sentence is a mention's, in any language: a price is none. */

import { describe, expect, it } from 'vitest'
import { numberTiedTo } from '../../../lib/detect/tied-number.ts'
import type { Language } from '../../../lib/detect/types.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'

const lexicons = await bundledLexicons()

describe('numberTiedTo', () => {
  const tied = (lang: Language, text: string, mention: string) => {
    const start = text.indexOf(mention)
    const number = numberTiedTo(lexicons[lang], text, start, start + mention.length)
    return number && text.slice(number.start, number.end)
  }

  it('reads the sentence of the mention only, and tells where the number stands in the text', () => {
    expect(tied('en', 'It mined 500 tonnes. It sold 60 tonnes of rare earths.', 'rare earths')).toBe('60 tonnes')
    expect(tied('en', 'It sold rare earths. It mined 500 tonnes.', 'rare earths')).toBe(null)
  })

  it.each<[Language, string, string, string | null]>([
    ['en', 'Imports of rare earths rose to $900.', 'rare earths', '$900'],
    ['en', 'The price of rare earths rose to $900.', 'rare earths', null],
    ['en', 'Rare earths rose to $900 a tonne.', 'Rare earths', null],
    ['de', 'Der Preis Seltener Erden stieg auf 900 Euro.', 'Seltener Erden', null],
    ['fr', 'Le prix des terres rares a atteint 900 euros.', 'terres rares', null],
    ['es', 'El precio de las tierras raras llegó a 900 euros.', 'tierras raras', null],
    ['ja', 'レアアースの価格は900円に上がった。', 'レアアース', null],
    ['zh-Hans', '稀土价格涨至900元。', '稀土', null],
    ['zh-Hant', '稀土價格漲至900日圓。', '稀土', null],
    ['ko', '희토류 가격은 900달러로 올랐다.', '희토류', null],
    // Of tonnes and shares prices say nothing.
    ['en', 'Prices rose as exports of rare earths fell to 500 tonnes.', 'rare earths', '500 tonnes'],
  ])('leaves a price out, %s: %s', (lang, text, mention, expected) => {
    expect(tied(lang, text, mention)).toBe(expected)
  })

  it.each<[Language, string, string, string | null]>([
    ['en', 'Firms got half of the licences for rare earths.', 'rare earths', null],
    ['en', 'It makes 60% of the companies’ rare earths.', 'rare earths', '60%'],
    ['de', 'Die Hälfte der Lizenzen für Seltene Erden fehlt.', 'Seltene Erden', null],
    ['fr', 'La moitié des demandes de terres rares attendent.', 'terres rares', null],
    ['es', 'La mitad de las empresas de tierras raras cerraron.', 'tierras raras', null],
    ['zh-Hans', '稀土出口许可申请约有一半获批。', '稀土', null],
    ['ja', '4割の企業がレアアースを備蓄する。', 'レアアース', null],
    ['zh-Hans', '三成的企业稀土告急。', '稀土', null],
    ['ko', '60%의 기업이 희토류를 쓴다.', '희토류', null],
  ])('leaves out what counts papers or firms, %s: %s', (lang, text, mention, expected) => {
    expect(tied(lang, text, mention)).toBe(expected)
  })

  it.each<[Language, string, string, string]>([
    ['en', 'China once sold it 90% of its rare earths; the share is now 60%.', 'rare earths', '60%'],
    ['de', 'Einst kamen 90 Prozent der Seltenen Erden aus China, heute 60 Prozent.', 'Seltenen Erden', '60 Prozent'],
    ['fr', '90 % de ses terres rares venaient de Chine, et désormais 60 %.', 'terres rares', '60 %'],
    ['es', 'El 90 % de sus tierras raras venía de China, y hoy el 60 %.', 'tierras raras', '60 %'],
    ['ja', 'レアアースの9割を中国から買ったが、現在は6割だ。', 'レアアース', '6割'],
    ['zh-Hans', '有九成稀土购自中国，如今这一比例约为六成。', '稀土', '六成'],
    ['zh-Hant', '有九成稀土購自中國，如今這一比例約為六成。', '稀土', '六成'],
    ['ko', '희토류의 90%를 중국에서 샀지만, 지금은 60%다.', '희토류', '60%'],
    // What is done with it, and how much of that, is another thing.
    ['en', 'China mines 70% of all rare earths, and its share of refining is 90%.', 'rare earths', '70%'],
    [
      'de',
      'China fördert 70 Prozent der Seltenen Erden, heute raffiniert es 90 Prozent.',
      'Seltenen Erden',
      '70 Prozent',
    ],
    ['ja', '中国はレアアースの7割を採掘し、精錬では現在9割を占める。', 'レアアース', '7割'],
    ['ko', '중국은 희토류의 70%를 채굴하고, 정제에서는 현재 90%를 차지한다.', '희토류', '70%'],
    // Of something else, or of a thing in between.
    ['en', 'China sells it 90% of its rare earths, and now 60% of its gallium.', 'rare earths', '90%'],
    ['zh-Hans', '有九成稀土购自中国；用于电池的石墨，这一比例为六成。', '稀土', '九成'],
  ])('takes what a share is now, %s: %s', (lang, text, mention, expected) => {
    expect(tied(lang, text, mention)).toBe(expected)
  })

  it.each<[Language, string, string, string]>([
    ['en', 'It imports all of its rare earths, 60% of them from China.', 'rare earths', '60%'],
    ['de', 'Es führt nahezu alle Seltenen Erden ein, 60 Prozent davon aus China.', 'Seltenen Erden', '60 Prozent'],
    ['es', 'Importa la totalidad de sus tierras raras, el 60 % de ellas de China.', 'tierras raras', '60 %'],
    ['ja', 'レアアースを全量輸入し、このうち6割を中国から買う。', 'レアアース', '6割'],
    ['ko', '희토류를 전량 수입하며 이 가운데 60%를 중국에 의존한다.', '희토류', '60%'],
    ['ko', '희토류를 전량 중국에서 수입한다.', '희토류', '전량'],
  ])('takes of all that is imported the part that comes from the supplier, %s: %s', (lang, text, mention, expected) => {
    expect(tied(lang, text, mention)).toBe(expected)
  })

  it.each<[Language, string, string, string]>([
    ['de', 'Bei Neodym ist Europa nahezu vollständig von China abhängig.', 'Neodym', 'nahezu vollständig'],
    ['en', 'It buys virtually all its rare earths from China.', 'rare earths', 'virtually all'],
  ])('quotes with a share what makes it a limit, %s: %s', (lang, text, mention, expected) => {
    expect(tied(lang, text, mention)).toBe(expected)
  })
})
