/** Tabs that were open before the extension was installed come to life without a reload. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Browser } from 'puppeteer-core'
import { closeWelcome, launchChromium, serve } from '../../lib/cli/browser/chromium.ts'
import { SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import { ADDRESS, ArticlePage } from './article-page.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium({ headless: true })
})
afterAll(() => browser.close())

it('marks an article that was open before the extension was installed', async () => {
  const page = await browser.newPage()
  const article = new ArticlePage(page)
  await serve(page, new Map([[ADDRESS, SAMPLE]]))
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
  expect(await article.marks()).toEqual([])
  await browser.installExtension(await extensionFor('chrome'))
  await closeWelcome(browser)
  await page.bringToFront()
  expect((await article.waitForMarks(18)).length).toBe(18)
})
