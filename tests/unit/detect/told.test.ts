/** Whose output or reserves a number is: only then is it set beside a figure of the dataset. */

import { describe, expect, it } from 'vitest'
import { numberTiedTo } from '../../../lib/detect/tied-number.ts'
import type { Language } from '../../../lib/detect/types.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'

const lexicons = await bundledLexicons()

describe('a number', () => {
  it.each<[Language, string, mention: string, told: string | undefined]>([
    ['en', 'China mines 70% of the world’s rare earths.', 'rare earths', undefined],
    ['en', 'China refines 90% of the rare earths that the US needs.', 'rare earths', undefined],
    ['zh-Hans', '中国开采全球七成的稀土。', '稀土', undefined],
    // The supplier was named in the clause before.
    ['en', 'As for China, it refines 90% of the world’s rare earths.', 'rare earths', undefined],
    // Whose output is another's, or a firm's, is no share of China's.
    ['en', 'The United States mined 12% of the world’s rare earths.', 'rare earths', ''],
    ['en', 'China leads, but the US mined 12% of the world’s rare earths.', 'rare earths', ''],
    ['en', 'Lynas supplies 10% of the world’s refined rare earths.', 'rare earths', ''],
    ['de', 'Lynas aus Australien liefert 10 Prozent der weltweit verarbeiteten Seltenen Erden.', 'Seltenen Erden', ''],
    ['fr', 'Les États-Unis extraient 12 % des terres rares mondiales.', 'terres rares', ''],
    ['es', 'Estados Unidos extrae el 12 % de las tierras raras del mundo.', 'tierras raras', ''],
    ['ja', '豪ライナスは世界のレアアースの1割を精錬する。', 'レアアース', ''],
    ['zh-Hans', '美国开采全球12%的稀土。', '稀土', ''],
    ['zh-Hant', '馬來西亞精煉全球5%的稀土。', '稀土', ''],
    ['ko', '말레이시아는 세계 희토류의 5%를 정제한다.', '희토류', ''],
    // Reserves are those of the one economy that the clause names; who only says so is none.
    ['en', 'Brazil holds large rare earth reserves, about 21 million tons.', 'rare earth', 'reserves BRA t'],
    [
      'de',
      'Vietnam verfügt laut US-Geologiebehörde über Reserven von 3,5 Millionen Tonnen Seltener Erden.',
      'Seltener Erden',
      'reserves VNM t',
    ],
    ['es', 'Brasil posee el 23 % de las reservas mundiales de tierras raras.', 'tierras raras', 'reserves BRA %'],
    ['zh-Hans', '越南稀土储量从2200万吨下调至350万吨。', '稀土', 'reserves VNM t'],
    ['ko', '베트남의 희토류 매장량은 350만 톤이다.', '희토류', 'reserves VNM t'],
    // One deposit, two economies, a warehouse.
    ['en', 'The deposit in Brazil has reserves of 3 million tons of rare earths.', 'rare earths', undefined],
    ['en', 'Brazil and Vietnam have reserves of 24 million tons of rare earths.', 'rare earths', undefined],
    ['en', 'Japan has strategic reserves of 900 tons of rare earths.', 'rare earths', undefined],
    ['ja', '南鳥島沖の泥の埋蔵量は日本のレアアースの1600万トンだ。', 'レアアース', undefined],
    // Tonnes of something else.
    ['en', 'Vietnam sold 300 tons of rare earths.', 'rare earths', undefined],
    ['en', 'Japan buys 60% of its rare earths from China.', 'rare earths', undefined],
  ])('%s: %s', (lang, text, mention, told) => {
    const start = text.indexOf(mention)
    const number = numberTiedTo(lexicons[lang], text, start, start + mention.length)
    expect(number).not.toBeNull()
    expect(number?.told).toBe(told)
  })
})
