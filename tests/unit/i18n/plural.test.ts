/** Plural forms: which one a number takes, in every language of the interface. */

import { expect, it } from 'vitest'
import { pluralForm } from '../../../lib/i18n/plural.ts'

it.each([
  ['en', [1]],
  ['en-GB', [1]],
  ['de', [1]],
  ['es', [1]],
  // "0 mention": French counts nothing as one.
  ['fr', [0, 1]],
  ['ja', []],
  ['ko', []],
  ['zh-CN', []],
  ['zh-TW', []],
])('%s: %j are one, the rest are other, a million too', (locale, ones) =>
  expect([0, 1, 2, 5, 21, 1_000_000].filter((count) => pluralForm(count, locale) === 'one')).toEqual(ones),
)
