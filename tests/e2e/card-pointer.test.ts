/** The card in a real browser by pointer and finger: what WCAG 1.4.13 asks of hovering, where it lies, moving it, touch. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityTree, pointOf } from '../../lib/cli/browser/page-marks.ts'
import { pageOf, SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import { cardBox, cardGone, cardTheme, inCard, pressInCard } from './card.ts'
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

const open = async () => {
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
}
const card = (within?: number) => driver.card(article, within)
const isGone = () => cardGone(driver, article)

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
