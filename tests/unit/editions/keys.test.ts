/** Keys of a stored edition: all but the pointer contain the edition, and left-overs are told from what is in use. */

import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import {
  cardKey,
  isLeftOver,
  isPointer,
  lexiconKey,
  wordsKey,
  POINTER_KEY,
  type EditionPointer,
} from '../../../lib/editions/keys.ts'

const now: EditionPointer = { edition: '2026.11.1', locale: 'en' }
const keysOf = (pointer: EditionPointer) => [
  ...LANGUAGES.map((language) => lexiconKey(pointer, language)),
  wordsKey(pointer),
  cardKey(pointer, 'dysprosium'),
]

describe('keys', () => {
  it('contain the edition, all different', () => {
    for (const key of keysOf(now)) expect(key).toContain('/2026.11.1/')
    expect(new Set(keysOf(now)).size).toBe(LANGUAGES.length + 2)
  })
  it('contain the locale where the texts do', () => {
    const german: EditionPointer = { ...now, locale: 'de' }
    expect(cardKey(german, 'dysprosium')).not.toBe(cardKey(now, 'dysprosium'))
    expect(wordsKey(german)).not.toBe(wordsKey(now))
    expect(lexiconKey(german, 'ja')).toBe(lexiconKey(now, 'ja'))
  })
  it('are never the pointer', () => expect(keysOf(now)).not.toContain(POINTER_KEY))
})

describe('isLeftOver', () => {
  it('keeps what is in use, the pointer and the settings', () => {
    for (const key of [...keysOf(now), POINTER_KEY, 'setting.categories']) expect(isLeftOver(key, now)).toBe(false)
  })
  it.each(['2026.11.10', '2026.11', '2026.10.1', '12026.11.1'])('finds what is left of %s', (edition) => {
    for (const key of keysOf({ edition, locale: 'en' })) expect(isLeftOver(key, now)).toBe(true)
  })
})

describe('isPointer', () => {
  it('knows a pointer by its shape', () => {
    expect(isPointer(now)).toBe(true)
    for (const value of [undefined, null, 'edition', {}, { edition: 1, locale: 'en' }, { edition: '2026.11.1' }])
      expect(isPointer(value)).toBe(false)
  })
})
