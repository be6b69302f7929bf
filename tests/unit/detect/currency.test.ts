import { describe, expect, it } from 'vitest'
import { currencyBefore, withoutSigns } from '../../../lib/detect/currency.ts'

describe('currencyBefore', () => {
  it.each([
    ['worth $4', { unit: 'USD', start: 6, isBareDollar: true }],
    ['worth US$4', { unit: 'USD', start: 6, isBareDollar: false }],
    ['worth US$ 4', { unit: 'USD', start: 6, isBareDollar: false }],
    ['worth EUR 4', { unit: 'EUR', start: 6, isBareDollar: false }],
    ['worth €4', { unit: 'EUR', start: 6, isBareDollar: false }],
    ['worth Rmb4', { unit: 'CNY', start: 6, isBareDollar: false }],
    ['worth CN¥4', { unit: 'CNY', start: 6, isBareDollar: false }],
    ['worth ¥4', { unit: 'JPY', start: 6, isBareDollar: false }],
    ['worth A$4', null],
    ['worth NT$4', null],
    ['worth £4', null],
    ['worth 4', null],
    ['4', null],
  ])('%s', (text, expected) => {
    expect(currencyBefore(text, text.indexOf('4'))).toEqual(expected)
  })
})

describe('withoutSigns', () => {
  it('blanks signs before digits, and nothing else', () => {
    expect(withoutSigns('US$4 and EUR 5 in EUR, A$6')).toBe('   4 and     5 in EUR, A$6')
  })
})
