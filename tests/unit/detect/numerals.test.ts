/** What is taken to hold a number: all that the grammars read, since pages send no other sentence. */

import { expect, it } from 'vitest'
import { mayHoldNumber } from '../../../lib/detect/numerals.ts'

it.each([
  ['en', 'half, a third, a quarter, two-fifths, a sixth, a tenth, nine in ten, all of its, sixty percent'],
  ['de', 'die Hälfte, zwei Drittel, drei Viertel, ein Fünftel, neun Zehntel, acht von zehn, fast alle, vollständig'],
  ['de', 'ausschließlich'],
  ['fr', 'la moitié, deux tiers, un quart, un cinquième, neuf dixièmes, huit sur dix, la quasi-totalité'],
  ['fr', 'presque toutes les, presque tout le, quasiment tous ses'],
  ['es', 'la mitad, dos tercios, un cuarto, tres cuartas partes, un quinto, una quinta parte, una décima parte'],
  ['es', 'ocho de cada diez, la práctica totalidad, casi todas las, casi todo el'],
  ['ja', '半分, 半数, 三分の一, 六割, 全量, すべて, 全て'],
  ['zh', '一半, 三分之一, 六成, 两成, 百分之六十, 十之八九, 全部, 悉数, 几乎所有, 兩成, 全數, 悉數'],
  ['ko', '절반, 3분의 1, 육할 열에 아홉, 전량, 거의 모든, 거의 전부'],
])('%s: %s', (_, forms) => {
  expect(forms.split(', ').filter((form) => !mayHoldNumber(form))).toEqual([])
})

it('is not taken where none is said', () => {
  expect(mayHoldNumber('Japan buys rare earths from China today.')).toBe(false)
})
