/** Pages off the list, and access that the browser withholds: the real popup says why nothing is shown, and puts it right. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'puppeteer-core'
import { backgroundOf } from '../../lib/cli/browser/chromium.ts'
import { SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import { ADDRESS, type ArticlePage } from './article-page.ts'
import { ChromiumDriver, CLICKABLE } from './chromium-driver.ts'
import { turn } from './turn.ts'
import { eventually, wait } from './waiting.ts'

const BLOG = 'https://blog.example/2026/01/09/a-post-on-rare-earths.html'
const ALL_LABELS = ['Always annotate blog.example', 'Annotate articles on all sites']

let driver: ChromiumDriver
beforeAll(async () => {
  driver = await new ChromiumDriver(await extensionFor('chrome')).start([CLICKABLE])
})
afterAll(() => driver.close())

const opened: Page[] = []
async function open(address: string, html = SAMPLE): Promise<ArticlePage> {
  const article = await driver.open(html, address)
  opened.push(article.page)
  return article
}
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close()
})

const says = async (popup: { text(): Promise<string> }, words: string) =>
  expect(
    await eventually(
      () => popup.text(),
      (text) => text.includes(words),
      5000,
    ),
  ).toContain(words)

describe('a site on the list', () => {
  it.each([
    'https://mail.reuters.com/a',
    'https://eu.login.reuters.com/a',
    'https://somebody:secret@mail.reuters.com/a',
  ])('is left alone where it serves mail or accounts: %s', async (address) => {
    const article = await open(address)
    await wait(1500)
    expect(await article.marks()).toEqual([])
    // The browser does let us.
    const popup = await driver.popupByClick(article.page)
    await popup.press('Annotate this page')
    expect((await article.waitForMarks()).length).toBeGreaterThan(0)
    await popup.close()
  })
})

describe('a site off the list', () => {
  it('is annotated once, styled, and left alone again when it is loaded anew', async () => {
    const article = await open(BLOG)
    const popup = await driver.popupByClick(article.page)
    await says(popup, 'blog.example is not on the list of news sites.')
    expect((await popup.switches()).slice(4)).toEqual([
      ...ALL_LABELS.map((name) => ({ name, isOn: false })),
      { name: 'Pause everywhere', isOn: false },
    ])
    await popup.press('Annotate this page')
    expect((await article.waitForMarks(18)).length).toBe(18)
    const line = await article.page.evaluate(
      `getComputedStyle(document.body, '::highlight(tradegloss-dual-use)').textDecorationStyle`,
    )
    expect(line).toBe('dashed')
    // The popup counts what it brought about.
    expect(
      await eventually(
        () => popup.text(),
        (text) => /Rare earths\s+7/.test(text),
      ),
    ).not.toContain('is not on the list')
    await popup.close()
    await article.page.reload({ waitUntil: 'domcontentloaded' })
    const again = await driver.popupByClick(article.page)
    await says(again, 'blog.example is not on the list of news sites.')
    expect(await article.marks()).toEqual([])
    await again.close()
  })

  it('without https is annotated once, and never for good', async () => {
    const article = await open(BLOG.replace('https:', 'http:'))
    const popup = await driver.popupByClick(article.page)
    await says(popup, 'blog.example has no secure connection.')
    expect((await popup.switches()).map(({ name }) => name)).not.toEqual(expect.arrayContaining(ALL_LABELS))
    await popup.press('Annotate this page')
    expect((await article.waitForMarks(18)).length).toBe(18)
    await popup.close()
  })
})

describe('pages that no extension can read', () => {
  it.each([
    ['the browser’s own', 'chrome://version/', 'This page belongs to the browser.'],
    ['a file', 'file:///etc/hostname', 'Tradegloss reads pages of the web, not files on this computer.'],
  ])('%s', async (_, address, words) => {
    const page = await driver.browser.newPage()
    opened.push(page)
    await page.goto(address)
    await page.bringToFront()
    const popup = await driver.popupByClick(page)
    await says(popup, words)
    expect(await popup.text()).not.toContain('Annotate')
    await popup.close()
  })

  it('a PDF, whatever its address', async () => {
    const page = await driver.browser.newPage()
    opened.push(page)
    await page.setRequestInterception(true)
    const body = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`
    page.on('request', (request) => void request.respond({ status: 200, contentType: 'application/pdf', body }))
    await page.goto('https://blog.example/paper').catch(() => {})
    await page.bringToFront()
    const popup = await driver.popupByClick(page)
    await says(popup, 'It cannot read PDF files.')
    expect(await popup.text()).not.toContain('Annotate')
    await popup.close()
  })
})

describe('why nothing is shown', () => {
  it('is said where marks are off, for this site or for all', async () => {
    const article = await open(ADDRESS)
    await article.waitForMarks(18)
    const popup = await driver.popupByClick(article.page)
    await turn(popup, 'Marks on www.reuters.com')
    await says(popup, 'Marks are switched off on www.reuters.com.')
    await turn(popup, 'Marks on www.reuters.com')
    await turn(popup, 'Pause everywhere')
    await says(popup, 'Paused: nothing is marked on any site.')
    await turn(popup, 'Pause everywhere')
    expect((await article.waitForMarks(18)).length).toBe(18)
    await popup.close()
  })

  it('is said where there is no mention', async () => {
    const article = await open(ADDRESS, '<!doctype html><title>x</title><p>Nothing of note.</p>')
    const popup = await driver.popupByClick(article.page)
    await says(popup, 'No mention of these four topics on this page.')
    expect(await popup.text()).toMatch(/Rare earths\s+0/)
    await popup.close()
  })
})

describe('listed sites that the browser withholds', () => {
  it('are named in the popup, and marked in open tabs once they are allowed', async () => {
    const extensionId = new URL((await backgroundOf(driver.browser)).url()).host
    const settings = await driver.browser.newPage()
    opened.push(settings)
    await settings.goto('chrome://extensions/')
    /** Site access as the reader sets it there. */
    const setAccess = (hostAccess: 'ON_CLICK' | 'ON_ALL_SITES') =>
      settings.evaluate(
        `chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, hostAccess })})`,
      )
    await setAccess('ON_CLICK')
    const article = await open(ADDRESS)
    // Chromium answers a click here with a bubble of its own.
    const popup = await driver.popup()
    await says(popup, 'Your browser does not let Tradegloss read any news site by itself.')
    expect(await popup.text()).toContain('Allow on the news sites')
    expect(await article.marks()).toEqual([])
    await popup.close()
    await setAccess('ON_ALL_SITES')
    expect((await article.waitForMarks(18)).length).toBe(18)
  })
})
