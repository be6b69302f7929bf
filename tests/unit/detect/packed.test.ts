import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  linesOf,
  packNumbers,
  packSmall,
  packTexts,
  smallAt,
  textAt,
  unpackNumbers,
  unpackTexts,
} from '../../../lib/detect/packed.ts'

describe('packNumbers and unpackNumbers', () => {
  it('give every number back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(100), fc.nat())), (numbers) => {
        expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers)
      }),
    )
  })

  it('are ASCII that JSON leaves as it is, one letter for a small number', () => {
    const packed = packNumbers(Array.from({ length: 5000 }, (_, number) => number))
    expect(packed).toMatch(/^[#-[\]-~]+$/)
    expect(JSON.stringify(packed)).toHaveLength(packed.length + 2)
    expect(packNumbers([0, 44])).toHaveLength(2)
    expect(packNumbers([45])).toHaveLength(2)
  })
})

describe('packSmall and smallAt', () => {
  it('give each number back without the others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000)), (numbers) => {
        const packed = packSmall(numbers)
        expect(numbers.map((_, index) => smallAt(packed, index))).toEqual(numbers)
        expect(packed.isWellFormed()).toBe(true)
      }),
    )
  })
})

describe('packTexts and unpackTexts', () => {
  const text = fc
    .string({ unit: fc.constantFrom('a', 'b', 'ab', '稀土', '𠀀', '𠀁', '😀', ' ', '"', '\\'), maxLength: 80 })
    .map((each) => each.replaceAll('\n', ''))

  it('give every text back', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(unpackTexts(packTexts(texts))).toEqual(texts)
      }),
    )
  })

  it('give one text back without the others', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), fc.nat(), (texts, at) => {
        const index = at % texts.length
        expect(textAt(linesOf(packTexts(texts)), index)).toBe(texts[index])
      }),
    )
  })

  it('never part a pair, which storage could not carry', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(packTexts(texts).isWellFormed()).toBe(true)
      }),
    )
  })

  it('say what is shared once', () => {
    const texts = ['österreichisch', 'österreichische', '', 'österreichischen']
    expect(packTexts(texts).length).toBeLessThan('österreichisch'.length + 12)
  })
})
