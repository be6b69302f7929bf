/** An organisation's policy in Firefox, from the file that an administrator writes before the browser starts. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageOf } from './article.ts'
import type { FirefoxDriver } from './firefox-driver.ts'
import { startDriver } from './driver.ts'
import { eventually } from './waiting.ts'
import { canWriteFirefoxPolicy, removeFirefoxPolicy, setFirefoxPolicy } from './policy.ts'

const isAllowed = canWriteFirefoxPolicy()
if (!isAllowed) console.warn('skipped: policies for Firefox can be written by root only, where there are none')

describe.skipIf(!isAllowed)('an organisation, in Firefox', () => {
  let driver: FirefoxDriver
  beforeAll(async () => {
    setFirefoxPolicy({
      categories: { 'rare-earths': false },
      sitesOff: ['www.theguardian.com'],
      feedUrl: 'https://data.example/index.json',
      updatesOff: true,
      importOff: true,
    })
    driver = await startDriver('firefox')
  }, 120_000)
  afterAll(async () => {
    removeFirefoxPolicy()
    await driver?.close()
  })

  it('holds on pages, and in the background', { timeout: 60_000 }, async () => {
    const ask = (message: object) => driver.inOwnPage(`browser.runtime.sendMessage(${JSON.stringify(message)})`)
    const html = pageOf('<article><h1>Controls</h1><p>Rare earths and dual-use goods, at length.</p></article>')
    const article = await driver.open(html)
    const forms = async () => (await article.marks()).map(({ text }) => text)
    expect(await eventually(forms, (now) => now.join() === 'dual-use goods')).toEqual(['dual-use goods'])
    const other = await driver.open(html, 'https://www.theguardian.com/tradegloss/')
    expect(await other.marks()).toEqual([])
    expect(await ask({ type: 'update.status' })).toMatchObject({
      feed: { url: 'https://data.example/index.json', isManaged: true },
      isOff: { updates: true, imports: true },
    })
    expect(await ask({ type: 'update.check' })).toMatchObject({ ok: false, fault: { code: 'updates-off' } })
    expect(await ask({ type: 'update.file', text: '{}', name: 'x' })).toMatchObject({ fault: { code: 'import-off' } })
  })
})
