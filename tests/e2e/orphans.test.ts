/** The extension goes while a page is open: its marks, its card and its listeners go with it, silently, and a new copy starts over. @long */

import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { closeWelcome } from '../../lib/cli/browser/chromium.ts'
import { SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import type { ArticlePage } from './article-page.ts'
import { ChromiumDriver, CLICKABLE } from './chromium-driver.ts'
import { turn } from './turn.ts'
import { eventually, wait } from './waiting.ts'
import { Meter } from '../../lib/cli/bench/pages/meter.ts'

let driver: ChromiumDriver
let article: ArticlePage
let meter: Meter
/** Listeners of the page with one copy at work. */
let usual: number

beforeAll(async () => {
  driver = await new ChromiumDriver(await extensionFor('chrome')).start([CLICKABLE])
})
afterAll(() => driver.close())
beforeEach(async () => {
  article = await driver.open(SAMPLE)
  meter = await Meter.on(article.page)
  await article.waitForMarks(18)
  usual = (await meter.held()).listeners
})
afterEach(() => article.page.close())

interface Traces {
  marks: number
  cards: number
  /** -1 where they were not counted. */
  listeners: number
}

/** What of us is on the page, once it is `wanted`; else what there is in the end. The page must not have been told. */
async function traces(wanted: Traces): Promise<Traces> {
  const look = async () => {
    const marks = (await article.marks()).length
    const cards = (await article.page.evaluate(`document.querySelectorAll('tradegloss-card').length`)) as number
    // They are counted after two collections of garbage, which is dear: not before all that is seen is as wanted.
    const isNear = marks === wanted.marks && cards === wanted.cards
    return { marks, cards, listeners: isNear ? (await meter.held()).listeners : -1 }
  }
  // An update compiles the whole edition anew before pages are handed over.
  const seen = await eventually(look, (each) => isDeepStrictEqual(each, wanted), 60_000)
  expect(article.noise.filter((line) => !/ERR_FAILED/.test(line))).toEqual([])
  return seen
}

const GONE: Traces = { marks: 0, cards: 0, listeners: 0 }
/** One copy at work, no more; a card that was open has gone with the copy before. */
const oneCopy = (): Traces => ({ marks: 18, cards: 0, listeners: usual })

async function openCard(): Promise<void> {
  await article.hover('rare earths')
  expect((await driver.card(article))?.title).toBe('Rare earths')
}

it('a page that only says so changes nothing: the copy looks, and goes on', async () => {
  await openCard()
  const before: Traces = { marks: 18, cards: 1, listeners: (await meter.held()).listeners }
  await article.page.evaluate(`{
    document.dispatchEvent(new Event('visibilitychange'))
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
  }`)
  await wait(500)
  expect((await driver.card(article))?.title).toBe('Rare earths')
  expect(await traces(before)).toEqual(before)
})

it(
  'an update: the old copy goes with its open card, a new one takes its place, twice',
  { timeout: 180_000 },
  async () => {
    expect(usual).toBeGreaterThan(0)
    for (let update = 0; update < 2; update++) {
      await openCard()
      await driver.reloadExtension()
      expect(await traces(oneCopy())).toEqual(oneCopy())
    }
    await openCard()
  },
)

it('an update: the popup speaks with the new copy, which alone paints', { timeout: 150_000 }, async () => {
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
  await turn(popup, 'Pause everywhere')
  expect(
    await eventually(
      () => article.marks(),
      (marks) => marks.length === 0,
      5000,
    ),
  ).toEqual([])
  await turn(popup, 'Pause everywhere')
  expect((await article.waitForMarks(18)).length).toBe(18)
  await popup.close()
})

it('removal: all goes, and a later installation starts over', async () => {
  await openCard()
  await driver.removeExtension()
  expect(await traces(GONE)).toEqual(GONE)
  await driver.browser.installExtension(await extensionFor('chrome'))
  await closeWelcome(driver.browser)
  await article.page.bringToFront()
  expect(await traces(oneCopy())).toEqual(oneCopy())
  await openCard()
})

// Last: it stays so.
it('switched off: all goes, and the page is read on in peace; switched on again, it comes back to life', async () => {
  await openCard()
  await driver.switchExtension(false)
  expect(await traces(GONE)).toEqual(GONE)
  await article.page.evaluate(`document.querySelector('p').textContent = 'Rare earths again.'`)
  await article.page.mouse.click(300, 300)
  await wait(500)
  expect(await traces(GONE)).toEqual(GONE)
  // Nothing tells an extension of that.
  await driver.switchExtension(true)
  await article.page.bringToFront()
  const texts = async () => (await article.marks()).map(({ text }) => text)
  expect(await eventually(texts, (seen) => seen.length > 0, 20_000)).toContain('Rare earths')
})
