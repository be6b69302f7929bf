/** The card in a real browser for who reads by keyboard, or hears it: opened by commands, gone through by Tab, named in full. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { canonicalOf } from '../../lib/cli/browser/news-page.ts'
import { accessibilityTree } from '../../lib/cli/browser/page-marks.ts'
import { requiredSites } from '../../lib/cli/build/required-sites.ts'
import { isOnSites } from '../../lib/sites/match.ts'
import { SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import { cardGone, focusedIn, inCard, tellPage } from './card.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually } from './waiting.ts'

let driver: ChromiumDriver
let article: ArticlePage

beforeAll(async () => {
  driver = await startDriver('chromium')
})
afterAll(() => driver.close())
afterEach(async () => {
  await article.page.close()
})

const rows = <Row>(file: string | URL) => parse(readFileSync(file, 'utf8'), { columns: true }) as Row[]

const open = async () => {
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
}
const card = (within?: number) => driver.card(article, within)
const isGone = () => cardGone(driver, article)
const focused = () => focusedIn(article.page)

describe('the keyboard', () => {
  it('goes from page to mention to card to source and back', async () => {
    await open()
    await article.page.focus('a[href]')
    await tellPage(article, { type: 'page.next' })
    expect((await card())?.title).toBe('Dual-use items')
    expect(await eventually(focused, (node) => node?.role === 'dialog')).toMatchObject({
      name: 'Dual-use items',
      inCard: true,
    })
    // To the first link of the card.
    let at = await focused()
    for (let presses = 0; presses < 12 && at?.role !== 'link'; presses++) {
      await article.press('Tab')
      at = await focused()
    }
    expect(at).toMatchObject({ role: 'link', inCard: true })
    expect(at?.name).toMatch(/^\[\d+\] ./)
    await article.press('Escape')
    expect(await isGone()).toBeNull()
    // The focus is back on the page's own link.
    expect(await article.page.evaluate(`document.activeElement.textContent`)).toBe('EU Dual-Use Regulation')
  })

  it('opens the source behind a link in a tab of its own', async () => {
    await open()
    await tellPage(article, { type: 'page.show', index: 2 })
    expect((await card())?.title).toBe('Rare earths')
    await eventually(focused, (node) => node?.role === 'dialog')
    for (let presses = 0; presses < 12 && (await focused())?.role !== 'link'; presses++) await article.press('Tab')
    const name = (await focused())?.name ?? ''
    const sources = rows<{ publisher: string; title: string; url: string }>(
      new URL('../../public/dataset/sources.csv', import.meta.url),
    )
    const source = sources.find(({ publisher, title }) => name.endsWith(`${publisher}, ${title}`))
    expect(source?.url).toMatch(/^https:/)
    const opened = driver.browser.waitForTarget((target) => target.url() === source?.url, { timeout: 10_000 })
    await article.press('Enter')
    const tab = await (await opened).page()
    expect(tab).not.toBeNull()
    await tab?.close()
    await article.page.bringToFront()
    // Back on the page the card is as it was left.
    expect((await card(1))?.title).toBe('Rare earths')
  })

  it('goes on to the next, back to the last, and closes by the same command', async () => {
    await open()
    const titles: (string | undefined)[] = []
    for (const type of ['page.next', 'page.next', 'page.previous', 'page.previous'] as const) {
      const before = (await focused())?.name
      await tellPage(article, { type })
      await eventually(focused, (node) => node?.role === 'dialog' && node.name !== before, 2000)
      titles.push((await card())?.title)
    }
    // The headline and the first paragraph name the same entry.
    expect(titles).toEqual(['Dual-use items', 'Dual-use items', 'Dual-use items', 'Taiwan contingency'])
    await tellPage(article, { type: 'page.toggle' })
    expect(await isGone()).toBeNull()
  })
})

it('is told with its figure, by the name and description of its dialog', async () => {
  await open()
  await article.hover('rare earths')
  expect((await card())?.title).toBe('Rare earths')
  const description =
    'function () { return this.querySelector(`#${this.getAttribute("aria-describedby")}`)?.textContent }'
  expect(await inCard(article.page, description)).toBe('Japan buys 60–72% of its rare earths from China')
})

describe('the chart', () => {
  it('shows by keyboard the figures that the pointer is shown bar by bar', async () => {
    await open()
    await article.hover('rare earths')
    await card()
    const isSeen = () =>
      inCard<boolean>(
        article.page,
        `function () {
          const words = this.querySelector('.chart-words')
          const [box, body] = [words.querySelector('p'), this.querySelector('.body')].map((each) => each.getBoundingClientRect())
          return words.open && box.height > 10 && box.top >= body.top && box.top < body.bottom
        }`,
      )
    expect(await isSeen()).toBe(false)
    await inCard(article.page, `function () { this.querySelector('.readings > summary').focus() }`)
    await article.press('Tab')
    expect(await focused()).toMatchObject({ name: 'Figures of the chart' })
    await article.press('Enter')
    expect(await eventually(isSeen, Boolean, 3000)).toBe(true)
  })
})

const PAGES = fileURLToPath(new URL('../../../shared/pages/dev/', import.meta.url))

/** Three saved pages about our topics, as far apart in their layouts as their publishers. */
function layouts(): [file: string, address: string, html: string][] {
  if (!existsSync(PAGES)) return []
  const sites = requiredSites()
  return rows<{ file: string; topics: string }>(`${PAGES}INDEX.csv`)
    .filter(({ topics }) => topics !== '')
    .flatMap(({ file }): [string, string, string][] => {
      const html = readFileSync(PAGES + file, 'utf8')
      const address = canonicalOf(html)
      return address && isOnSites(address, sites) ? [[file, address, html]] : []
    })
    .slice(0, 3)
}

describe.skipIf(!existsSync(PAGES))('on real layouts (skipped without ../shared)', () => {
  it.each(layouts())(
    '%s: opens on its first mention, named by its title, with a name on everything',
    async (_, address, html) => {
      article = await driver.open(html, address)
      expect((await article.waitForMarks(1)).length).toBeGreaterThan(0)
      await tellPage(article, { type: 'page.next' })
      const dialog = await eventually(focused, (node) => node?.role === 'dialog')
      expect(dialog).toMatchObject({ role: 'dialog', inCard: true })
      expect(dialog?.name).not.toBe('')
      const unnamed = (await accessibilityTree(article.page)).filter(
        (node) => node.inCard && ['button', 'link', 'image'].includes(node.role) && node.name === '',
      )
      expect(unnamed).toEqual([])
    },
  )
})
