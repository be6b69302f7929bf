/** Which edition may follow which. */

import { describe, expect, it } from 'vitest'
import { faultOfOrder, laterOf } from '../../../lib/updates/order.ts'

const signed = (edition: string) => ({ edition, isUnsigned: false })
const unsigned = (edition: string) => ({ edition, isUnsigned: true })
const BUNDLED = '2026.11.1'

describe('a signed edition', () => {
  it.each([
    ['the next one', '2026.12.2', signed('2026.12.1'), '2026.12.1', null],
    ['the tenth after the ninth', '2026.12.10', signed('2026.12.9'), '2026.12.9', null],
    ['the same again', '2026.12.1', signed('2026.12.1'), '2026.12.1', 'same'],
    ['the same, written otherwise', '2026.12.01', signed('2026.12.1'), '2026.12.1', 'same'],
    ['a lower one', '2026.11.9', signed('2026.12.1'), '2026.12.1', 'lower'],
    ['one below the bundled one', '2026.10.1', null, '', 'lower'],
    ['one below the highest ever, after going back', '2026.12.2', signed('2026.12.1'), '2026.12.3', 'lower'],
    ['the highest ever, after going back', '2026.12.3', signed('2026.12.1'), '2026.12.3', null],
    ['one below the current, with nothing remembered', '2026.12.1', signed('2026.12.2'), '', 'lower'],
    [
      'any number over an unsigned one, which anybody can make up',
      '2026.12.1',
      unsigned('9999.1.1'),
      '2026.11.1',
      null,
    ],
    ['one of the number of the unsigned one in use', '2026.12.1', unsigned('2026.12.1'), '2026.11.1', null],
  ])('%s', (_, edition, current, highest, code) =>
    expect(faultOfOrder(signed(edition), current, highest, BUNDLED)?.code ?? null).toBe(code),
  )
})

describe('an unsigned edition', () => {
  it.each([
    ['of the number of the signed one in use', '2026.12.1', signed('2026.12.1'), null],
    ['of a higher number', '2027.1.1', signed('2026.12.1'), null],
    ['of a lower number', '2026.11.9', signed('2026.12.1'), 'lower'],
    ['below the bundled one', '2026.10.1', null, 'lower'],
    ['of a number below the highest signed one ever, over an unsigned one', '2026.11.9', unsigned('2026.11.5'), null],
    ['of the number of the unsigned one in use', '2026.12.1', unsigned('2026.12.1'), 'same'],
  ])('%s', (_, edition, current, code) =>
    expect(faultOfOrder(unsigned(edition), current, '2026.12.1', BUNDLED)?.code ?? null).toBe(code),
  )
})

describe('laterOf', () => {
  it('takes nothing for the earliest', () => {
    expect(laterOf('', '2026.1.1')).toBe('2026.1.1')
    expect(laterOf('2026.1.1', '')).toBe('2026.1.1')
    expect(laterOf('2026.2.1', '2026.10.1')).toBe('2026.10.1')
  })
})
