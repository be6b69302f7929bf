/** Equality of values: the order of fields does not count, that of lists does. */

import { expect, it } from 'vitest'
import { isSame } from '../../../lib/settings/same.ts'

it('takes fields in any order, at every depth', () => {
  expect(isSame({ a: true, b: [{ c: 1, d: null }] }, { b: [{ d: null, c: 1 }], a: true })).toBe(true)
  expect(isSame({ a: true }, { a: false })).toBe(false)
  expect(isSame({ a: true }, { a: true, b: true })).toBe(false)
})
it('takes lists as they are', () => {
  expect(isSame(['a', 'b'], ['a', 'b'])).toBe(true)
  expect(isSame(['a', 'b'], ['b', 'a'])).toBe(false)
})
