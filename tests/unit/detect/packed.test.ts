import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packNumbers, packTexts, unpackNumbers, unpackTexts } from '../../../lib/detect/packed.ts'

describe('packNumbers and unpackNumbers', () => {
  it('give every number back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(100), fc.nat())), (numbers) => {
        expect(unpackNumbers(packNumbers(numbers))).toEqual(numbers)
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
