/** Saved real news pages: nothing of them is changed, nothing is printed, nothing thrown, with marks on. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Browser } from 'puppeteer-core'
import { launchChromium, serve } from '../../lib/cli/chromium.ts'
import { canonicalOf } from '../../lib/cli/news-page.ts'
import { isOnSites, type Site } from '../../lib/sites/match.ts'
import { parse } from 'csv-parse/sync'
import { extensionFor } from './build.ts'
import { ADDRESS, ArticlePage, ChromiumDriver, eventually, wait } from './driver.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/pages/dev/', import.meta.url))
const hasPages = existsSync(FOLDER)
if (!hasPages) console.warn(`skipped: ${FOLDER} is absent, so no saved news page can be read`)

const sites = parse(readFileSync(new URL('../../public/dataset/news-sites.csv', import.meta.url), 'utf8'), {
  columns: true,
}) as Site[]

/** Held-back resources are reported when they fail, which may be a moment later than we listened without the extension. */
const IN_FLIGHT = /^Failed to load resource: net::ERR_FAILED$/

let driver: ChromiumDriver
/** The same browser without the extension: what a page prints by itself. */
let plain: Browser
beforeAll(async () => {
  if (!hasPages) return
  driver = await new ChromiumDriver(await extensionFor('chrome')).start()
  plain = await launchChromium({ headless: true })
})
afterAll(() => Promise.all([driver?.close(), plain?.close()]))

async function printedByItself(html: string, address: string): Promise<Set<string>> {
  const article = new ArticlePage(await plain.newPage())
  await serve(article.page, new Map([[address, html]]))
  await article.page.goto(address, { waitUntil: 'domcontentloaded' })
  await wait(250)
  await article.page.close()
  return new Set(article.noise)
}

describe.skipIf(!hasPages)('saved pages', () => {
  const files = hasPages ? readdirSync(FOLDER).filter((name) => name.endsWith('.html')) : []
  it.each(files)('%s', async (file) => {
    const html = readFileSync(FOLDER + file, 'utf8')
    const own = canonicalOf(html)
    const address = own && isOnSites(own, sites) ? own : ADDRESS
    const usual = await printedByItself(html, address)
    const article = await driver.open(html, address)
    await article.page.evaluate(`
      window.tradeglossRecords = []
      new MutationObserver((all) => tradeglossRecords.push(...all.map((each) => each.type + ' ' + each.target.nodeName)))
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })`)
    // The background answers for the page: only a page that was read proves anything.
    const isRead = () => driver.pageState(article).then((state) => state?.isRead === true)
    expect(await eventually(isRead, Boolean, 10_000)).toBe(true)
    await wait(150)
    expect(await article.page.evaluate('tradeglossRecords')).toEqual([])
    expect(article.noise.filter((line) => !usual.has(line) && !IN_FLIGHT.test(line))).toEqual([])
    await article.page.close()
  })
})
