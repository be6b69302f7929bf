/** The card in a real browser: keyboard, touch, nested entries, moving, copying, "not this", and what WCAG 1.4.13 asks. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { canonicalOf } from '../../lib/cli/browser/news-page.ts'
import { accessibilityTree, pointOf } from '../../lib/cli/browser/page-marks.ts'
import { requiredSites } from '../../lib/cli/build/required-sites.ts'
import { isOnSites } from '../../lib/sites/match.ts'
import { pageOf, SAMPLE } from './article.ts'
import { cardBox, cardGone, inCard, cardTheme, pointInCard, pressInCard, tellPage } from './card.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually, wait } from './waiting.ts'

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
const titled = (title: string) =>
  eventually(
    () => card(1),
    (shown) => shown?.title === title,
  )
/** Who has the focus, as a screen reader is told; the page around it says that it has it too. */
const focused = async () => (await accessibilityTree(article.page)).findLast((node) => node.isFocused)

describe('the keyboard', () => {
  it('goes from page to mention to card to source and back', async () => {
    await open()
    await article.page.focus('a[href]')
    await tellPage(driver, article, { type: 'page.next' })
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
    await tellPage(driver, article, { type: 'page.show', index: 2 })
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
    for (const type of ['page.next', 'page.next', 'page.previous', 'page.previous']) {
      const before = (await focused())?.name
      await tellPage(driver, article, { type })
      await eventually(focused, (node) => node?.role === 'dialog' && node.name !== before, 2000)
      titles.push((await card())?.title)
    }
    // The headline and the first paragraph name the same entry.
    expect(titles).toEqual(['Dual-use items', 'Dual-use items', 'Dual-use items', 'Taiwan contingency'])
    await tellPage(driver, article, { type: 'page.toggle' })
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

describe('hovering (WCAG 1.4.13)', () => {
  it('can be dismissed without moving the pointer, hovered, and stays until it is left', async () => {
    await open()
    await article.hover('dysprosium')
    expect((await card())?.title).toBe('Dysprosium')
    await article.press('Escape')
    expect(await isGone()).toBeNull()
    await article.hover('terbium')
    expect((await card())?.title).toBe('Terbium')
    const box = await cardBox(article.page)
    await article.page.mouse.move(box.x + 60, box.y + 30, { steps: 8 })
    await article.page.mouse.move(box.x + 80, box.y + 80, { steps: 4 })
    // Longer than the grace that a pointer has on its way.
    await wait(500)
    expect((await card(1))?.title).toBe('Terbium')
    await article.page.mouse.move(5, 5, { steps: 4 })
    expect(await isGone()).toBeNull()
  })

  it('never covers its mention', async () => {
    await open()
    for (const text of ['dual-use items', 'heavy rare earths', 'Taiwan contingency']) {
      const mark = (await article.marks()).find((each) => each.text === text)
      await article.hover(text)
      expect(await card()).not.toBeNull()
      const [point, box] = [await pointOf(article.page, mark?.index ?? -1), await cardBox(article.page)]
      const covers =
        point && point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
      expect([text, covers]).toEqual([text, false])
      await article.press('Escape')
    }
  })
})

describe('a mention', () => {
  /** Lines of the one mention that the open card overlaps. */
  const covered = async () => {
    const { x, y, width, height } = await cardBox(article.page)
    return article.page.evaluate(
      `[...[...CSS.highlights.get('tradegloss-senkaku')][0].getClientRects()].filter(({ left, right, top, bottom }) =>
        left < ${x + width} && right > ${x} && top < ${y + height} && bottom > ${y}).length`,
    )
  }

  it('of several lines is covered on none of them', async () => {
    const told = 'In 2010 a Chinese trawler rammed two Japanese coast guard patrol vessels near the Senkaku Islands.'
    article = await driver.open(pageOf(`<p style="width:110px; margin: 60px 0 0 600px; line-height: 1.8">${told}</p>`))
    const [mark] = await article.waitForMarks(1)
    await article.hover(mark?.text ?? '')
    expect(await card()).not.toBeNull()
    expect(mark?.text).toMatch(/rammed/)
    expect(await covered()).toBe(0)
  })

  it('that moves without a scroll takes its card along', async () => {
    article = await driver.open(
      pageOf('<div id="above"></div><p>Near the Senkaku Islands.</p><p style="height:900px">'),
    )
    await article.waitForMarks(1)
    await article.hover('Senkaku Islands')
    expect(await card()).not.toBeNull()
    const placed = async () => {
      const { y } = await cardBox(article.page)
      return (
        y - ((await article.page.evaluate(`document.querySelectorAll('p')[0].getBoundingClientRect().top`)) as number)
      )
    }
    const before = await placed()
    await article.page.evaluate(`document.querySelector('#above').style.height = '90px'`)
    expect(await eventually(placed, (now) => now === before, 2000)).toBe(before)
    expect(await covered()).toBe(0)
  })

  it('in a narrow window has its card within reach of the pointer', async () => {
    article = await driver.open(pageOf('<p>Near the Senkaku Islands.</p>'))
    await article.page.setViewport({ width: 380, height: 900 })
    await article.waitForMarks(1)
    await article.hover('Senkaku Islands')
    expect(await card()).not.toBeNull()
    const { bottom } = (await article.page.evaluate(
      `[...CSS.highlights.get('tradegloss-senkaku')][0].getBoundingClientRect().toJSON()`,
    )) as { bottom: number }
    const { x, y, width } = await cardBox(article.page)
    expect([x, width]).toEqual([0, 380])
    expect(y - bottom).toBeLessThan(20)
  })

  it('inside a link follows it by a click, and pins nothing', async () => {
    article = await driver.open(pageOf('<p>See <a href="#there">Senkaku Islands</a>.</p>'))
    await article.waitForMarks(1)
    await article.hover('Senkaku Islands')
    expect(await card()).not.toBeNull()
    const { x, y } = (await pointOf(article.page, 0)) ?? { x: 0, y: 0 }
    await article.page.mouse.click(x, y)
    expect(await article.page.evaluate('location.hash')).toBe('#there')
    await article.page.mouse.move(5, 500, { steps: 4 })
    expect(await isGone()).toBeNull()
  })

  it('is kept by a click, but not by one that selects or takes a selection back', async () => {
    article = await driver.open(pageOf('<p>Near the Senkaku Islands.</p>'))
    await article.waitForMarks(1)
    const at = async () => (await pointOf(article.page, 0)) ?? { x: 0, y: 0 }
    const away = () => article.page.mouse.move(5, 500, { steps: 4 })
    await article.hover('Senkaku Islands')
    await card()
    const { x, y } = await at()
    await article.page.mouse.click(x, y, { count: 2 })
    expect(await article.page.evaluate('String(getSelection()).length')).toBeGreaterThan(0)
    await away()
    expect(await isGone()).toBeNull()
    await article.page.mouse.click(x, y)
    await away()
    expect(await isGone()).toBeNull()
    await article.hover('Senkaku Islands')
    await card()
    await article.page.mouse.click(x, y)
    await away()
    // Longer than the grace that a pointer has on its way.
    await wait(600)
    expect(await card(1)).not.toBeNull()
  })
})

describe('entries in the card', () => {
  it('open in place and lead back, with the focus where it was', async () => {
    await open()
    await tellPage(driver, article, { type: 'page.show', index: 2 })
    expect((await card())?.title).toBe('Rare earths')
    await pressInCard(article.page, 'scandium')
    expect((await titled('Scandium'))?.title).toBe('Scandium')
    expect(await focused()).toMatchObject({ inCard: true })
    await pressInCard(article.page, 'Back')
    expect((await titled('Rare earths'))?.title).toBe('Rare earths')
    expect(await focused()).toMatchObject({ role: 'button', name: 'scandium' })
  })
})

describe('moving', () => {
  it('is by arrow keys, by clicks and by dragging, and keeps the card open', async () => {
    await open()
    await article.hover('dysprosium')
    await card()
    const start = await cardBox(article.page)
    const move = 'Move (arrow keys; click for the next corner)'
    await pressInCard(article.page, move, 'ArrowRight')
    const right = await cardBox(article.page)
    expect(right.x - start.x).toBeCloseTo(20, 0)
    await pressInCard(article.page, move, 'Enter')
    const docked = await cardBox(article.page)
    expect(docked.x + docked.width).toBeCloseTo(1100 - 8, 0)
    expect(docked.y).toBeCloseTo(8, 0)
    await article.page.mouse.move(docked.x + 120, docked.y + 40)
    await article.page.mouse.down()
    await article.page.mouse.move(docked.x + 20, docked.y + 90, { steps: 5 })
    await article.page.mouse.up()
    const dragged = await cardBox(article.page)
    expect([dragged.x - docked.x, dragged.y - docked.y].map(Math.round)).toEqual([-100, 50])
    await article.page.mouse.move(5, 5, { steps: 4 })
    const isKept = () =>
      inCard(
        article.page,
        `function () { return this.querySelector('[aria-label="Keep open"][aria-pressed=true]') !== null }`,
      )
    expect(await isKept()).toBe(true)
    // To read on beside it.
    await article.page.evaluate(`(document.body.style.paddingBottom = '4000px', scrollTo(0, 3000))`)
    await wait(500)
    expect(await isKept()).toBe(true)
    expect(await cardBox(article.page)).toMatchObject({ x: dragged.x, y: dragged.y })
  })

  it('is over when the card is pinned where it was: it goes with its mention', async () => {
    await open()
    await article.hover('dysprosium')
    await card()
    await pressInCard(article.page, 'Keep open')
    await article.page.evaluate(`(document.body.style.paddingBottom = '4000px', scrollTo(0, 3000))`)
    expect(
      await eventually(
        () => driver.card(article, 100),
        (shown) => shown === null,
      ),
    ).toBeNull()
  })
})

describe('"not this"', () => {
  it('here leaves the words alone on this host only, and gives them back', async () => {
    await open()
    const other = await driver.open(SAMPLE, 'https://www.ft.com/content/tradegloss')
    await other.waitForMarks(18)
    await article.page.bringToFront()
    const countIn = async (tab: ArticlePage) => (await tab.marks()).filter(({ text }) => text === 'rare earths').length
    const many = await countIn(article)
    expect(many).toBeGreaterThan(0)
    await article.hover('rare earths')
    await card()
    await pressInCard(article.page, 'Not this')
    await pressInCard(article.page, 'On www.reuters.com')
    expect(
      await eventually(
        () => countIn(article),
        (left) => left === 0,
      ),
    ).toBe(0)
    expect(await countIn(other)).toBe(many)
    expect((await card(1))?.text).toContain('“rare earths” is no longer marked.')
    await pressInCard(article.page, 'Undo')
    expect(
      await eventually(
        () => countIn(article),
        (left) => left === many,
      ),
    ).toBe(many)
    expect(await driver.ask(`chrome.storage.local.get('setting.notThis')`)).toEqual({})
    await other.page.close()
  })

  it('everywhere takes the marks of these words away at once, and gives them back', async () => {
    await open()
    const before = (await article.marks()).length
    const count = async () => (await article.marks()).filter(({ text }) => text === 'rare earths').length
    const many = await count()
    await article.hover('rare earths')
    await card()
    await pressInCard(article.page, 'Not this')
    await pressInCard(article.page, 'Everywhere')
    expect(await eventually(count, (left) => left === 0)).toBe(0)
    expect((await article.marks()).length).toBe(before - many)
    const counts = (await driver.pageState(article))?.counts
    expect(Object.values(counts ?? {}).reduce((sum, each) => sum + each, 0)).toBe(before - many)
    expect((await card(1))?.text).toContain('“rare earths” is no longer marked.')
    await pressInCard(article.page, 'Undo')
    expect(await eventually(count, (left) => left === many)).toBe(many)
  })
})

describe('copying', () => {
  it('puts the figure with its sources on the clipboard, as text and as HTML', async () => {
    await open()
    await driver.browser
      .defaultBrowserContext()
      .overridePermissions(new URL(article.page.url()).origin, ['clipboard-read', 'clipboard-write'])
    await article.hover('rare earths')
    await card()
    await pressInCard(article.page, 'Copy')
    const said = await eventually(
      () => card(1),
      (shown) => shown?.text.includes('Copied') ?? false,
    )
    expect(said?.text).toContain('Copied, with sources.')
    const [text, html] = (await article.page.evaluate(`(async () => {
      const [item] = await navigator.clipboard.read()
      return Promise.all(['text/plain', 'text/html'].map(async (type) => (await item.getType(type)).text()))
    })()`)) as [string, string]
    expect(text).toMatch(
      /^Japan buys 60–72% of its rare earths from China \(2024, sources differ\)\nSources: Toyo Keizai/,
    )
    expect(text).toMatch(/https:\/\/\S+/)
    expect(html).toMatch(/<a href="https:/)
  })
})

describe('the side panel', () => {
  it('opens from the card by a click, on the entry that the card shows', async () => {
    await open()
    await article.hover('dysprosium')
    expect((await card())?.title).toBe('Dysprosium')
    const opened = driver.browser.waitForTarget((target) => target.url().endsWith('/sidepanel.html'), {
      timeout: 20_000,
    })
    const { x, y } = await pointInCard(article.page, 'Side panel')
    await article.page.mouse.move(x, y, { steps: 4 })
    await article.page.mouse.click(x, y)
    const panel = await (await opened).asPage()
    await panel.waitForFunction(`/Dysprosium[^]*All figures/.test(document.body.innerText)`, { timeout: 20_000 })
    await panel.close()
  })
})

describe('touch', () => {
  it('follows a link that is a mention', async () => {
    article = await driver.open(pageOf('<p>See <a href="#there">Senkaku Islands</a>.</p>'))
    await article.page.setViewport({ width: 360, height: 740, hasTouch: true })
    await article.waitForMarks(1)
    const { x, y } = (await pointOf(article.page, 0)) ?? { x: 0, y: 0 }
    await article.page.touchscreen.tap(x, y)
    await wait(500)
    expect(await article.page.evaluate('location.hash')).toBe('#there')
    expect(await card(1)).toBeNull()
  })

  it('opens as a sheet by a tap, and closes by one elsewhere', async () => {
    await open()
    const { page } = article
    await page.setViewport({ width: 360, height: 740, hasTouch: true })
    await article.waitForMarks(18)
    const index = (await article.marks()).findIndex(({ text }) => text === 'dysprosium')
    const point = await eventually(
      () => pointOf(page, index),
      (at) => at !== null,
    )
    await page.touchscreen.tap(point?.x ?? 0, point?.y ?? 0)
    expect((await card())?.title).toBe('Dysprosium')
    const box = await cardBox(page)
    expect([box.x, Math.round(box.width)]).toEqual([0, 360])
    // A sheet has its place: there is nothing to move.
    const buttons = (await accessibilityTree(page)).filter((node) => node.inCard && node.role === 'button')
    expect(buttons.map(({ name }) => name)).toEqual(expect.arrayContaining(['Keep open', 'Close']))
    expect(buttons.filter(({ name }) => name.startsWith('Move'))).toEqual([])
    const away = box.y > 200 ? 20 : 720
    await page.touchscreen.tap(4, away)
    expect(await isGone()).toBeNull()
  })
})

describe('a selection', () => {
  it('is explained where the dataset knows it, and else said to be unknown', async () => {
    await open()
    const select = (text: string) =>
      article.page.evaluate(`{
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
        for (let node; (node = walker.nextNode());) {
          const at = node.data.indexOf(${JSON.stringify(text)})
          if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + ${text.length}); break }
        }
      }`)
    await select('terbium')
    const explained = { isExplained: true }
    // As the background does: a page that is not read to its end has nothing to say yet.
    const explain = () => tellPage(driver, article, { type: 'page.explain', text: 'terbium' })
    expect(await eventually(explain, (answer) => isDeepStrictEqual(answer, explained))).toEqual(explained)
    expect((await titled('Terbium'))?.title).toBe('Terbium')
    await article.press('Escape')
    await select('Australia')
    await tellPage(driver, article, { type: 'page.explain', text: 'Australia' })
    expect((await titled('Australia'))?.text).toContain('The dataset has nothing on “Australia”.')
  })
})

describe('its surroundings', () => {
  it('turn it: from right to left, and dark', async () => {
    const html = pageOf(
      `<style>body { background: #111; color: #eee }</style><article dir="rtl"><p>צ <b>rare earths</b> trade</p></article>`,
    )
    article = await driver.open(html)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await card()).not.toBeNull()
    const box = await cardBox(article.page)
    const right = (await article.page.evaluate(`document.querySelector('b').getBoundingClientRect().right`)) as number
    expect(Math.round(box.x + box.width)).toBeLessThanOrEqual(Math.ceil(right))
    expect(await cardTheme(article.page)).toBe('dark')
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
      await tellPage(driver, article, { type: 'page.next' })
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
