/** Tabs that were open before the extension was installed or updated come to life without a reload. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'puppeteer-core'
import { closeWelcome, launchChromium, serve } from '../../lib/cli/chromium.ts'
import { SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import { ADDRESS, ArticlePage } from './article-page.ts'
import { ChromiumDriver, CLICKABLE } from './chromium-driver.ts'
import { eventually } from './waiting.ts'

let browser: Browser
let extension: string

beforeAll(async () => {
  extension = await extensionFor('chrome')
  browser = await launchChromium({ headless: true })
})
afterAll(() => browser.close())

it('marks an article that was open before the extension was installed', async () => {
  const page = await browser.newPage()
  const article = new ArticlePage(page)
  await serve(page, new Map([[ADDRESS, SAMPLE]]))
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
  expect(await article.marks()).toEqual([])
  await browser.installExtension(extension)
  await closeWelcome(browser)
  await page.bringToFront()
  expect((await article.waitForMarks(18)).length).toBe(18)
})

it('hands an open article over to the updated extension, which alone paints it', { timeout: 150_000 }, async () => {
  const driver = await new ChromiumDriver(extension).start([CLICKABLE])
  try {
    const article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    await driver.reloadExtension()
    await article.page.bringToFront()
    const popup = await driver.popupByClick(article.page)
    // The new copy answers; the old one has no extension to answer for.
    const text = await eventually(
      () => popup.text(),
      (seen) => /Rare earths\s+7/.test(seen),
    )
    expect(text).toMatch(/Rare earths\s+7/)
    expect((await article.marks()).length).toBe(18)
    // Both would paint: what one takes away the other would keep.
    await popup.flip('Pause everywhere')
    expect(
      await eventually(
        () => article.marks(),
        (marks) => marks.length === 0,
        5000,
      ),
    ).toEqual([])
    // The page's own icon is not served.
    expect(article.noise.filter((line) => !line.includes('net::ERR_FAILED'))).toEqual([])
  } finally {
    await driver.close()
  }
})
