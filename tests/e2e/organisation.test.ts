/** An organisation's policy in Chromium, key by key: it holds in open tabs and in the background, is locked and named in the options, and lets go again. */

import { generateKeyPairSync } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'puppeteer-core'
import { rawPublicKey } from '../../lib/cli/dataset/keys.ts'
import { SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import type { ArticlePage } from './article-page.ts'
import { ChromiumDriver } from './chromium-driver.ts'
import { pressIn } from './own-pages.ts'
import { eventually } from './waiting.ts'
import { editionWith } from './editions.ts'
import { FeedServer, feedOf } from './feed-server.ts'
import { buildWithId, canWritePolicy, removePolicy, setPolicy } from './policy.ts'

const isAllowed = canWritePolicy()
if (!isAllowed) console.warn('skipped: managed policies can be written by root only')

/** Below a listed host, whose permission is there. */
const HOST = 'data.reuters.com'
/** How long a browser may take to notice a policy (ms). */
const NOTICES_MS = 60_000
/** The first one it may notice minutes late: Chromium leaves such work until it has started, as it sees it. */
const FIRST_MS = 240_000

const [ours, stranger] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')]
const publicKey = rawPublicKey(ours.publicKey).toString('base64')

describe.skipIf(!isAllowed)('an organisation sets', { timeout: 150_000 }, () => {
  let server: FeedServer
  let driver: ChromiumDriver
  let build: { folder: string; id: string }
  let article: ArticlePage
  let options: Page

  beforeAll(async () => {
    server = await FeedServer.start()
    build = buildWithId(await extensionFor('chrome'))
    driver = await new ChromiumDriver(build.folder).start([
      '--ignore-certificate-errors',
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
    ])
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    options = await driver.browser.newPage()
    await options.goto(`chrome-extension://${build.id}/options.html`, { waitUntil: 'domcontentloaded' })
    await options.waitForSelector('h1')
    setPolicy(build.id, { economy: 'JPN' })
    const isNoticed = () => options.evaluate(`document.getElementById('organisation') !== null`)
    if (!(await eventually(isNoticed, Boolean, FIRST_MS))) throw new Error('the browser takes up no policy')
    removePolicy()
    await become(`document.getElementById('organisation')`, null)
  }, 480_000)
  afterEach(async () => {
    removePolicy()
    // The next test starts with nothing set.
    await become(`document.getElementById('organisation')`, null)
  }, NOTICES_MS + 30_000)
  afterAll(async () => {
    removePolicy()
    await driver?.close()
    await server?.stop()
    if (build) rmSync(build.folder, { recursive: true, force: true })
  })

  /** Waits until an expression gives `wanted` on the options page, which was open before the policy; the last answer either way. */
  const become = (expression: string, wanted: unknown) =>
    eventually(
      () => options.evaluate(expression),
      (value) => value === wanted,
      NOTICES_MS,
    )
  /** What the page says under "Your organisation", by title, once there is something. */
  const organisation = async (): Promise<Record<string, string>> =>
    (await eventually(
      () =>
        options.evaluate(`Object.fromEntries([...document.querySelectorAll('#organisation .row')].map((row) => [
          row.querySelector('dt').textContent, row.querySelector('dd').textContent]))`) as Promise<
          Record<string, string>
        >,
      (rows) => Object.keys(rows).length > 0,
      NOTICES_MS,
    )) ?? {}
  const textOf = async (selector: string): Promise<string> =>
    (await options.evaluate(`document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`)) as string
  const marksBecome = async (category: 'senkaku' | null, isEnough: (count: number) => boolean): Promise<number> => {
    await article.page.bringToFront()
    const count = await eventually(
      async () => (category ? article.countOf(category) : (await article.marks()).length),
      isEnough,
      NOTICES_MS,
    )
    await options.bringToFront()
    return count
  }
  /** Asks the background past the options page, as whoever opens its console could. */
  const ask = (message: object) => options.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`)

  it('categories and an economy: locked, in open tabs too, and nothing is written over the reader’s own', async () => {
    setPolicy(build.id, { categories: { senkaku: false }, economy: 'JPN' })
    expect(await marksBecome('senkaku', (count) => count === 0)).toBe(0)
    expect(await organisation()).toEqual({ Categories: 'Senkaku/Diaoyu incident: Off', 'Your economy': 'Japan' })
    expect(
      await become(`document.querySelector('[role=switch][aria-label="Senkaku/Diaoyu incident"]').disabled`, true),
    ).toBe(true)
    expect(await become(`document.querySelector('#cards select').disabled`, true)).toBe(true)
    expect(await options.evaluate(`chrome.storage.sync.get(null).then((all) => Object.keys(all).join())`)).toBe('')
    removePolicy()
    expect(await marksBecome('senkaku', (count) => count === 3)).toBe(3)
  })

  it('sites that are off', async () => {
    setPolicy(build.id, { sitesOff: ['*.reuters.com'] })
    expect(await marksBecome(null, (count) => count === 0)).toBe(0)
    expect(await organisation()).toEqual({ 'Switched off': '*.reuters.com' })
    expect(await textOf('#sites')).toMatch(/\*\.reuters\.com\s+Set by your organisation/)
    removePolicy()
    expect(await marksBecome(null, (count) => count === 18)).toBe(18)
  })

  it('sites that alone are allowed', async () => {
    setPolicy(build.id, { sitesAllowed: ['www.theguardian.com'] })
    expect(await marksBecome(null, (count) => count === 0)).toBe(0)
    expect(Object.values(await organisation())).toEqual(['www.theguardian.com'])
    expect(await textOf('#sites')).toContain('www.theguardian.com')
    removePolicy()
    expect(await marksBecome(null, (count) => count === 18)).toBe(18)
  })

  it('the language of interface and cards', async () => {
    setPolicy(build.id, { language: 'de' })
    expect(await become('document.documentElement.lang', 'de')).toBe('de')
    expect(Object.values(await organisation())).toEqual(['Deutsch'])
    expect(await become(`document.querySelectorAll('#cards select')[1].disabled`, true)).toBe(true)
    removePolicy()
    expect(await become('document.documentElement.lang', 'en')).toBe('en')
  })

  it('the feed and the keys that alone may sign', async () => {
    const feedUrl = `https://${HOST}:${server.port}/index.json`
    server.files = feedOf('2027.1.1', editionWith('2027.1.1', 'evil'), stranger.privateKey)
    setPolicy(build.id, { feedUrl, publicKeys: [publicKey] })
    expect(Object.values(await organisation())).toEqual([feedUrl, publicKey])
    expect(await become(`document.querySelector('#dataset input[inputmode=url]')`, null)).toBe(null)
    expect(await textOf('#dataset')).toMatch(new RegExp(`${HOST}.*\\s+Set by your organisation`))
    expect(await ask({ type: 'update.check' })).toMatchObject({ ok: false, fault: { code: 'unknown-key' } })
    server.files = feedOf('2027.1.1', editionWith('2027.1.1', 'grintovium'), ours.privateKey)
    await pressIn(options, 'Check now')
    expect(
      await eventually(
        () => textOf('#dataset'),
        (text) => text.includes('Edition 2027.1.1 from'),
        30_000,
      ),
    ).toContain('“grintovium” (English) for Dysprosium')
    await ask({ type: 'update.dismiss' })
  })

  it('that no feed is asked and no file imported: not even the background does it', async () => {
    const asked = server.requests.length
    setPolicy(build.id, { feedUrl: `https://${HOST}:${server.port}/`, updatesOff: true, importOff: true })
    expect(Object.keys(await organisation())).toHaveLength(3)
    const says = (line: string) =>
      become(`document.querySelector('#dataset').innerText.includes(${JSON.stringify(line)})`, true)
    expect(await says('Updates are switched off by your organisation.')).toBe(true)
    expect(await says('Imports are switched off by your organisation.')).toBe(true)
    expect(await options.evaluate(`document.querySelectorAll('#dataset input').length`)).toBe(0)
    expect(await ask({ type: 'update.check' })).toMatchObject({ ok: false, fault: { code: 'updates-off' } })
    expect(await ask({ type: 'update.file', text: '{}', name: 'x' })).toMatchObject({ fault: { code: 'import-off' } })
    expect(server.requests).toHaveLength(asked)
  })
})
