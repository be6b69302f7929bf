/** Access in Firefox, where even listed sites may be withheld: the real popup adds sites, notices what is withheld, and asks for it. */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { SAMPLE } from './article.ts'
import { ADDRESS, type ArticlePage } from './article-page.ts'
import type { FirefoxDriver } from './firefox-driver.ts'
import { startDriver } from './driver.ts'
import { FirefoxPopup } from './firefox-popup.ts'
import { eventually } from './waiting.ts'

const POST = 'https://blog.example/2026/01/09/a-post-on-rare-earths.html'
const OTHER = 'https://blog.example/2026/01/10/another-post.html'

let driver: FirefoxDriver
let popup: FirefoxPopup
beforeAll(async () => {
  driver = await startDriver('firefox')
  popup = await FirefoxPopup.of(driver.browser)
})
afterAll(() => driver.close())

const says = async (words: string) => expect(await popup.text(words)).toContain(words)
const marksGo = async (article: ArticlePage) => expect(await article.waitForTexts([])).toEqual([])

it('annotates a page off the list once', async () => {
  const article = await driver.open(SAMPLE, POST)
  await popup.open()
  await says('blog.example is not on the list of news sites.')
  await popup.press('Annotate this page')
  expect((await article.waitForMarks(18)).length).toBe(18)
  await popup.close()
  await article.page.close()
})

it('adds a site for good, notices that it was withdrawn, and takes it back', async () => {
  const article = await driver.open(SAMPLE, POST)
  await popup.open()
  await popup.press('Always annotate blog.example')
  expect((await article.waitForMarks(18)).length).toBe(18)
  await popup.close()
  const other = await driver.open(SAMPLE, OTHER)
  expect((await other.waitForMarks(18)).length).toBe(18)
  await popup.withdraw(['https://blog.example/*'])
  await marksGo(other)
  await popup.open()
  await says('You added blog.example, but your browser no longer lets Tradegloss read it by itself.')
  await popup.press('Allow on this site')
  expect((await other.waitForMarks(18)).length).toBe(18)
  await popup.press('Always annotate blog.example')
  await marksGo(other)
  await says('blog.example is not on the list of news sites.')
  await popup.close()
  await other.page.close()
  await article.page.close()
})

it('says what the browser’s own pages and its reader view are', async () => {
  const page = await driver.browser.newPage()
  for (const [address, words] of [
    ['about:addons', 'This page belongs to the browser.'],
    ['about:reader?url=https%3A%2F%2Fblog.example%2F', 'Extensions cannot read the browser’s reader view.'],
  ] as const) {
    await popup.load(address)
    await popup.open()
    const text = await popup.text(words)
    expect(text).toContain(words)
    expect(text).not.toContain('Annotate')
    await popup.close()
  }
  await page.close()
})

it('says that the news sites are withheld, and asks for all of them at once', async () => {
  await popup.withdraw('listed')
  const article = await driver.open(SAMPLE, ADDRESS)
  await popup.open()
  await says('Your browser does not let Tradegloss read any news site by itself.')
  await popup.press('Allow on the news sites')
  expect((await article.waitForMarks(18)).length).toBe(18)
  await says('Marks on www.reuters.com')
  const withheld = 'Your browser does not let'
  // Permission and page are asked for apart: marks may be told of first.
  const text = await eventually(
    () => popup.text(),
    (shown) => !shown.includes(withheld),
  )
  expect(text).not.toContain(withheld)
  await popup.close()
  const other = await driver.open(SAMPLE, 'https://www.theguardian.com/tradegloss/')
  expect((await other.waitForMarks(18)).length).toBe(18)
})
