import { describe, expect, it } from 'vitest'
import {
  DENSE,
  insideWord,
  isHangul,
  isHanOrKana,
  isKatakana,
  kindOf,
  OTHER,
  WORD,
} from '../../../lib/detect/script.ts'

describe('kindOf', () => {
  it.each([
    ['Latin', 'aZéßł', WORD],
    ['Cyrillic, Greek, Arabic, Hebrew, Thai', 'жλعשก', WORD],
    ['digits', '07٣', WORD],
    ['what stands unseen inside a word', '\u00ad\u0301\u200b\u200d\u2060', WORD],
    ['halves of pairs', '\ud83d\ude00', WORD],
    ['Han', '稀土々〇', DENSE],
    ['compatibility Han', '\uf900', DENSE],
    ['kana', 'あァーｱﾞ', DENSE],
    ['Hangul, also in parts', '희ᄒㅎ', DENSE],
    ['raised digits, which number notes', '¹²³⁰⁴⁹', OTHER],
    ['lowered digits, which stand in formulas', '₀₂₉', WORD],
    ['spaces and punctuation', ' \u00a0\u3000.,;-–—・「」、。“”(\n', OTHER],
  ])('%s', (_, characters, kind) => {
    // Twice: learnt first, then from the table.
    for (let round = 0; round < 2; round++)
      for (let at = 0; at < characters.length; at++)
        expect([characters[at], kindOf(characters.charCodeAt(at))]).toEqual([characters[at], kind])
  })
})

describe('scripts', () => {
  it.each([
    ['稀', [true, false, false]],
    ['あ', [true, false, false]],
    ['ア', [true, true, false]],
    ['ー', [true, true, false]],
    ['ｱ', [true, true, false]],
    ['・', [false, false, false]],
    ['희', [false, false, true]],
    ['a', [false, false, false]],
  ])('%s', (character, expected) => {
    const code = character.charCodeAt(0)
    expect([isHanOrKana(code), isKatakana(code), isHangul(code)]).toEqual(expected)
  })

  it('takes no code past the end of a text for a letter', () => {
    const past = ''.charCodeAt(0)
    expect([isHanOrKana(past), isKatakana(past), isHangul(past)]).toEqual([false, false, false])
  })
})

describe('insideWord', () => {
  it.each([
    ['ab', 0, false],
    ['ab', 1, true],
    ['ab', 2, false],
    ['a b', 1, false],
    ['a-b', 1, false],
    ['a\u00adb', 1, true],
    ['a\u00adb', 2, true],
    ['a土', 1, false],
    ['土土', 1, false],
    ['é\u0301', 1, true],
    ['a1', 1, true],
    ["a's", 1, false],
    ['a\u200bb', 1, true],
    ['a\u200b', 1, false],
    ['a\u2060\u00ad b', 1, false],
    ['', 0, false],
  ])('%j at %i: %s', (text, offset, expected) => {
    expect(insideWord(text, offset)).toBe(expected)
  })
})
