/** What was cut off begins and ends with a whole word; what was not, and what has no spaces, stays. */

import { expect, it } from 'vitest'
import { fromWord, toWord } from '../../../lib/report/whole-words.ts'

it('leaves out half a word where it was cut off', () => {
  expect(fromWord('orts of its ', 12)).toBe('of its ')
  expect(toWord(' from Chi', 9)).toBe(' from')
})

it('leaves what ends with its paragraph, and what has no spaces', () => {
  expect(fromWord('orts of its ', 13)).toBe('orts of its ')
  expect(toWord(' from Chi', 10)).toBe(' from Chi')
  expect(fromWord('日本が輸入する', 7)).toBe('日本が輸入する')
  expect(toWord('を中国から買う', 7)).toBe('を中国から買う')
})
