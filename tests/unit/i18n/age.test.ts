/** The age of an edition in words, by the month in its number. */

import { expect, it } from 'vitest'
import { editionAge } from '../../../lib/i18n/age.ts'

const NOW = Date.UTC(2026, 10, 28)

it.each([
  ['2026.11.1', 'en', 'this month'],
  ['2026.10.3', 'en', 'last month'],
  ['2026.8.1', 'en', '3 months ago'],
  ['2024.12.1', 'en', '23 months ago'],
  ['2024.11.1', 'en', '2 years ago'],
  ['2026.8.1', 'de', 'vor 3 Monaten'],
  ['2026.8.1', 'ja', '3 か月前'],
  ['unknown', 'en', ''],
])('%s in %s is from %s', (edition, locale, words) => expect(editionAge(edition, NOW, locale)).toBe(words))

it('is no time to come: by a clock that is slow an edition is from this month', () =>
  expect(editionAge('2027.1.1', NOW, 'en')).toBe('this month'))
