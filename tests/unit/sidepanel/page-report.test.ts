/** The report of a page as a file: its name and its text tell the day where the reader is. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EditionPointer } from '../../../lib/editions/keys.ts'
import type { Interface } from '../../../lib/i18n/interface.ts'
import type { ActiveTab } from '../../../lib/sites/active-tab.ts'

vi.mock('../../../lib/editions/read.ts', () => ({ readWords: async () => ({ economies: {} }) }))
vi.mock('../../../lib/messaging/client.ts', () => ({
  askPage: async () => ({ report: { date: null, language: 'ja', mentions: [] } }),
}))
const { reportFile } = await import('../../../entrypoints/sidepanel/page-report.ts')

const tab = { id: 1, title: 'T', address: 'https://www.reuters.com/a/', page: { host: 'www.reuters.com' } }
const words = { t: (key: string, values: object) => `${key} ${JSON.stringify(values)}`, locale: 'ja', numbers: 'ja' }
const write = (format: 'markdown' | 'csv' | 'annotations', of: object = tab) =>
  reportFile(
    format,
    of as ActiveTab,
    { edition: '2026.11.1' } as unknown as EditionPointer,
    words as unknown as Interface,
  )

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T22:00:00Z') })
  vi.stubEnv('TZ', 'Asia/Tokyo')
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

it('is of the morning on which it is read in Japan, not of the evening before in Greenwich', async () => {
  const file = await write('markdown')
  expect(file?.name).toBe('tradegloss-www.reuters.com-2026-11-28.md')
  expect(file?.text).toContain('report_read {"date":"2026年11月28日"}')
  expect((await write('csv'))?.name).toBe('tradegloss-www.reuters.com-2026-11-28.csv')
})

it('is of the site where the address of the page is not known', async () => {
  expect((await write('markdown'))?.text).toContain('<https://www.reuters.com/a/>')
  expect((await write('markdown', { ...tab, address: null }))?.text).toContain('<https://www.reuters.com/>')
})

it('bears a name that no other report has', async () => {
  const nameOf = async () => (JSON.parse((await write('annotations'))?.text ?? '') as { id: string }).id
  const [one, other] = [await nameOf(), await nameOf()]
  expect(one).toMatch(/^urn:uuid:[\da-f-]{36}$/)
  expect(other).not.toBe(one)
})
