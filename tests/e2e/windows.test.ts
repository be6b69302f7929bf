/** Many windows at once, private ones, and Firefox's containers: each page is marked, and what a reader switches holds in all. @long */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../lib/cli/browser/chromium.ts'
import { SAMPLE } from './article.ts'
import { ADDRESS, ArticlePage, openIn } from './article-page.ts'
import { type BrowserName, startDriver } from './driver.ts'

const TABS = 30

describe.each(['chromium', 'firefox'] satisfies BrowserName[])('windows of %s', (name) => {
  let driver: Awaited<ReturnType<typeof startDriver>>
  beforeAll(async () => {
    driver = await startDriver(name)
  })
  afterAll(() => driver?.close())

  const opensCard = async (article: ArticlePage) => {
    await article.hover('rare earths')
    expect((await driver.card(article))?.title).toBe('Rare earths')
    await article.press('Escape')
  }
  const goes = async (article: ArticlePage) => expect(await article.waitForTexts([])).toEqual([])

  it('two of them follow one switch', async () => {
    const here = await driver.open(SAMPLE)
    const page = await driver.browser.newPage({ type: 'window' })
    const there = new ArticlePage(page)
    await serve(page, new Map([[ADDRESS, SAMPLE]]))
    await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
    expect((await there.waitForMarks(18)).length).toBe(18)
    await opensCard(there)
    expect((await here.waitForMarks(18)).length).toBe(18)
    await driver.pause(true)
    await Promise.all([goes(here), goes(there)])
    await driver.pause(false)
    for (const article of [there, here]) {
      await article.page.bringToFront()
      expect((await article.waitForMarks(18)).length).toBe(18)
      await article.page.close()
    }
  })

  it(`${TABS} tabs at once are marked, and follow one switch`, { timeout: 300_000 }, async () => {
    const tabs: ArticlePage[] = []
    for (let tab = 0; tab < TABS; tab++) tabs.push(await openIn(driver.browser, SAMPLE, `${ADDRESS}${tab}/`))
    for (const tab of tabs) {
      await tab.page.bringToFront()
      expect((await tab.waitForMarks(18)).length).toBe(18)
    }
    await driver.pause(true)
    await Promise.all(tabs.map(goes))
    await driver.pause(false)
    const [first] = tabs as [ArticlePage]
    await first.page.bringToFront()
    expect((await first.waitForMarks(18)).length).toBe(18)
    await opensCard(first)
    for (const { page, noise } of tabs) {
      expect(noise.filter((line) => !/ERR_FAILED/.test(line))).toEqual([])
      await page.close()
    }
  })

  it.runIf(name === 'firefox')('a container of its own is marked like any other tab', async () => {
    const container = await driver.browser.createBrowserContext()
    const page = await container.newPage()
    const article = new ArticlePage(page)
    await serve(page, new Map([[ADDRESS, SAMPLE]]))
    await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' })
    expect((await article.waitForMarks(18)).length).toBe(18)
    await opensCard(article)
    await driver.pause(true)
    await goes(article)
    await driver.pause(false)
    expect((await article.waitForMarks(18)).length).toBe(18)
    await container.close()
  })

  // Last: it starts the extension anew.
  it('a private one is marked once the reader lets us in, and leaves no trace in what is stored', async () => {
    const stored = async () =>
      JSON.stringify(await driver.inOwnPage(`(globalThis.browser ?? chrome).storage.local.get(null)`))
    await driver.allowPrivate()
    const article = await driver.openPrivate(SAMPLE, 'https://www.theguardian.com/tradegloss/private/')
    expect((await article.waitForMarks(18)).length).toBe(18)
    await opensCard(article)
    const inPrivate = await stored()
    expect(inPrivate.length).toBeGreaterThan(100_000)
    expect(inPrivate).not.toContain('theguardian.com')
    await driver.pause(true)
    await goes(article)
    await driver.pause(false)
    await article.page.bringToFront()
    expect((await article.waitForMarks(18)).length).toBe(18)
  })
})
