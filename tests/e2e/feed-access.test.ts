/** A feed on a host that is no news site, through the browser's own prompt: refused, allowed by CORS, or permitted; and what that permission is not. */

import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'puppeteer-core'
import { fingerprintOf } from '../../lib/cli/dataset/keys.ts'
import { SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import { Display, whyNoDisplay } from './display.ts'
import { ChromiumDriver, CLICKABLE } from './chromium-driver.ts'
import { eventually, wait } from './waiting.ts'
import { editionWith } from './editions.ts'
import { FeedServer, feedOf } from './feed-server.ts'
import { enterFeed, pressIn } from './own-pages.ts'

const why = whyNoDisplay()
if (why) console.warn(`skipped: ${why}, so no permission prompt can be answered`)

const HOST = 'feed.example'
const PATTERN = `https://${HOST}/*`
const { privateKey, publicKey } = generateKeyPairSync('ed25519')

describe.skipIf(why !== null)('a feed elsewhere', { timeout: 120_000 }, () => {
  let display: Display
  let server: FeedServer
  let driver: ChromiumDriver
  let options: Page

  beforeAll(async () => {
    if (why) return
    server = await FeedServer.start()
    server.files = feedOf('2027.1.1', editionWith('2027.1.1', 'grintovium'), privateKey)
    display = await Display.start()
    driver = await new ChromiumDriver(await extensionFor('chrome')).start(
      [
        CLICKABLE,
        '--ignore-certificate-errors',
        `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
        // A host of the wide web, as far as the browser is concerned.
        `--ip-address-space-overrides=127.0.0.1:${server.port}=public`,
      ],
      false,
    )
    const id = (await driver.ask('chrome.runtime.id')) as string
    options = await driver.browser.newPage()
    await options.goto(`chrome-extension://${id}/options.html#dataset`, { waitUntil: 'domcontentloaded' })
  }, 180_000)
  afterAll(async () => {
    await driver?.close()
    display?.stop()
    await server?.stop()
  })

  const text = async () => (await options.evaluate('document.body.innerText')) as string
  const says = async (words: string): Promise<void> => {
    expect(await eventually(text, (seen) => seen.includes(words), 30_000)).toContain(words)
  }
  const press = (name: string) => pressIn(options, name)
  /** Presses what goes away with that: only then does what stands below lie still for the next press. */
  async function pressAway(name: string): Promise<void> {
    await press(name)
    expect(await eventually(text, (seen) => !seen.includes(name), 30_000)).not.toContain(name)
  }
  const enter = () => enterFeed(options, `https://${HOST}:${server.port}/feed`)
  /** Enters the feed's address and answers the browser's question. */
  async function useFeed(isYes: boolean): Promise<void> {
    // The question takes the keyboard from the page, and takes no answer in its first half second.
    const hasFocus = () => options.evaluate('document.hasFocus()')
    const isAsked = async () => {
      await enter()
      return !(await eventually(hasFocus, (has) => has === false, 10_000))
    }
    // A browser with more to do than it has processors for was seen to open no question at the first click.
    expect((await isAsked()) || (await isAsked())).toBe(true)
    await wait(1000)
    display.press(...(isYes ? ['Tab', 'Return'] : ['Return']))
  }
  const isGranted = () => driver.ask(`chrome.permissions.contains({ origins: ['${PATTERN}'] })`)
  const added = () => driver.ask(`chrome.storage.local.get('sites.added').then((all) => all['sites.added'] ?? {})`)

  it('without permission and without CORS: the line names the header', async () => {
    await useFeed(false)
    await says(`${HOST}:${server.port} did not answer, or may not be read`)
    await says('it must send the CORS header Access-Control-Allow-Origin')
    expect(await isGranted()).toBe(false)
  })

  it('without permission is read where the host allows it by CORS', async () => {
    server.isCorsAllowed = true
    await useFeed(false)
    await says(fingerprintOf(publicKey))
    await press('It is the same: trust it')
    await says(`Edition 2027.1.1 from ${HOST}:${server.port} is ready`)
    await says('“grintovium” (English) for Dysprosium')
    expect(await isGranted()).toBe(false)
    server.isCorsAllowed = false
  })

  it('that is none after all keeps no permission', async () => {
    await pressAway('Not now')
    await pressAway('Remove the feed')
    const { files } = server
    server.files = new Map()
    await useFeed(true)
    await says('has no such file (404)')
    expect(await eventually(isGranted, (granted) => granted === false)).toBe(false)
    server.files = files
  })

  it('with permission needs no CORS, and its host is no news site', async () => {
    // What was allowed once the browser allows again without a question.
    await enter()
    expect(await eventually(isGranted, (granted) => granted === true)).toBe(true)
    await says(`Edition 2027.1.1 from ${HOST}:${server.port} is ready`)
    expect(await added()).toEqual({})
    const page = await driver.open(SAMPLE, `https://${HOST}/2026/01/09/a-post-on-rare-earths.html`)
    await wait(1500)
    expect(await page.marks()).toEqual([])
    await page.page.close()
  })

  it('becomes one where the reader adds it, though the browser has nothing left to ask', async () => {
    const page = await driver.open(SAMPLE, `https://${HOST}/2026/01/09/a-post-on-rare-earths.html`)
    const popup = await driver.popupByClick(page.page)
    await popup.flip(`Always annotate ${HOST}`)
    expect((await page.waitForMarks(18)).length).toBe(18)
    expect(await added()).toEqual({ [PATTERN]: 'granted' })
    await popup.close()
    await page.page.close()
  })
})
