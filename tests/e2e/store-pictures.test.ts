/**
 * The pictures of the store listing, taken of the real extension at the size that stores ask for: made anew on demand only
 * (TRADEGLOSS_PICTURES=1), to be looked at and committed.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page, ScreenshotClip } from 'puppeteer-core'
import { SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually, wait } from './waiting.ts'

/** What the Chrome Web Store asks for; the others take it (CSS px). */
const SIZE = { width: 1280, height: 800 }
const PANEL_WIDTH = 400
/** More than a picture of an empty page has (bytes). */
const BLANK = 20_000
/** Longer than the panel and the card take to come to rest (ms). */
const REST_MS = 800

/** An article beside or below something of ours, as the browser would show them. */
const composed = (article: string, own: string, style: string) =>
  `<body style="margin:0;overflow:hidden;background:#fff"><img style="position:absolute;left:0;top:0" src="data:image/png;base64,${article}"><img style="position:absolute;${style}" src="data:image/png;base64,${own}"></body>`

describe.runIf(process.env.TRADEGLOSS_PICTURES)('the pictures of the listing', () => {
  let driver: ChromiumDriver
  beforeAll(async () => {
    driver = await startDriver('chromium')
  })
  afterAll(() => driver.close())

  const sized = (page: Page, width = SIZE.width) =>
    page.setViewport({ width, height: SIZE.height, deviceScaleFactor: 1 })
  const read = async (width = SIZE.width): Promise<ArticlePage> => {
    const article = await driver.open(SAMPLE)
    await sized(article.page, width)
    await article.waitForMarks(18)
    return article
  }
  /** Size of the picture's file (bytes): one of nothing is small. */
  const save = async (page: Page, name: string): Promise<number> => {
    const path = `${import.meta.dirname}/../../.store/${name}.png` as const
    return (await page.screenshot({ path, captureBeyondViewport: false })).length
  }
  const taken = (page: Page) => page.screenshot({ encoding: 'base64', captureBeyondViewport: false })
  const compose = async (html: string, name: string): Promise<number> => {
    const page = await driver.browser.newPage()
    await sized(page)
    await page.setContent(html)
    await wait(REST_MS)
    const size = await save(page, name)
    await page.close()
    return size
  }

  it.each([
    ['card', 'rare earths', 'Rare earths'],
    ['card-disputed', 'Senkaku Islands', 'Senkaku / Diaoyu Islands'],
  ])('%s', async (name, mark, title) => {
    const article = await read()
    await article.hover(mark)
    const card = await eventually(
      () => driver.card(article),
      (each) => each?.title === title,
    )
    expect(card?.title).toBe(title)
    await wait(REST_MS)
    expect(await save(article.page, name)).toBeGreaterThan(BLANK)
    await article.page.close()
  })

  it('panel', async () => {
    const article = await read(SIZE.width - PANEL_WIDTH)
    const panel = await driver.panel()
    await sized(panel, PANEL_WIDTH)
    await wait(REST_MS)
    const html = composed(await taken(article.page), await taken(panel), 'right:0;top:0;border-left:1px solid #ccc')
    expect(await compose(html, 'panel')).toBeGreaterThan(BLANK)
    await panel.close()
    await article.page.close()
  })

  it('popup', async () => {
    const article = await read()
    const popup = await driver.popup()
    await wait(REST_MS)
    const clip = (await popup.page.evaluate(
      '(({ x, y, width, height }) => ({ x, y, width, height }))(document.body.getBoundingClientRect())',
    )) as ScreenshotClip
    const own = await popup.page.screenshot({ encoding: 'base64', clip })
    const style = 'right:24px;top:8px;border-radius:10px;box-shadow:0 4px 24px rgb(0 0 0 / 30%);max-height:780px'
    expect(await compose(composed(await taken(article.page), own, style), 'popup')).toBeGreaterThan(BLANK)
    await article.page.close()
  })

  it('settings', async () => {
    const page = await driver.browser.newPage()
    await sized(page)
    const address = new URL((await driver.inOwnPage(`chrome.runtime.getURL('options.html')`)) as string)
    await page.goto(address.href)
    await page.waitForSelector('[role=switch]')
    await wait(REST_MS)
    expect(await save(page, 'settings')).toBeGreaterThan(BLANK)
  })
})
