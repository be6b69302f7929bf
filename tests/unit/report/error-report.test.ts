/** An error report: what maintainers need, and nothing of the page. */

import { expect, it } from 'vitest'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { createTranslate, messagesOf } from '../../../lib/i18n/t.ts'
import { errorReport } from '../../../lib/report/error-report.ts'

const t = createTranslate(messagesOf(english), 'en-GB')

it('names entry, figures, edition and term', () =>
  expect(errorReport({ entry: 'dysprosium', figures: ['re-1', 're-2'], edition: '2026.11.1', term: 'dysprosium' }, t))
    .toBe(`Tradegloss: an error in the dataset
entry: dysprosium
figure: re-1 re-2
edition: 2026.11.1
term: dysprosium

What is wrong, and how do you know?
`))

it('says where there is no figure or no term', () =>
  expect(errorReport({ entry: 'x', figures: [], edition: '2026.11.1', term: '' }, t)).toContain(
    'figure: –\nedition: 2026.11.1\nterm: –\n',
  ))
