/** What is the number of an edition, and which of two editions is the later. */

import { expect, it } from 'vitest'
import { compareEditions, isEditionNumber } from '../../../lib/dataset/edition-number.ts'

it.each([
  ['2026.11.1', '2026.11.2'],
  ['2026.11.9', '2026.11.10'],
  ['2026.2.9', '2026.11.1'],
  ['2025.12.31', '2026.1.1'],
])('%s comes before %s', (earlier, later) => {
  expect(compareEditions(earlier, later)).toBeLessThan(0)
  expect(compareEditions(later, earlier)).toBeGreaterThan(0)
})

it('takes a leading zero for none', () => expect(compareEditions('2026.01.1', '2026.1.1')).toBe(0))

it.each(['2026.11.1', '2026.1.1', '2026.01.1', '2026.12.10', '2027.1.0'])('%s is a number', (edition) =>
  expect(isEditionNumber(edition)).toBe(true),
)

it.each([
  '2026.13.1',
  '2026.0.1',
  '2026.00.1',
  '2026.11.01',
  '2026.11',
  '26.11.1',
  '2026.11.1.1',
  '2026.11.9999999',
  '',
])('%j is none', (edition) => expect(isEditionNumber(edition)).toBe(false))
