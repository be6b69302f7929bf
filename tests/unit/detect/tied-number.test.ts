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
})
