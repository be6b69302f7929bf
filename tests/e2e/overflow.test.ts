/** The extension's own pages hold their words in every language: nothing is wider than the window, cut off, or beside its box. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'puppeteer-core'
import { LOCALES } from '../../lib/dataset/locales.ts'
import { SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually } from './waiting.ts'
import { openOwn, type OwnPage } from './own-pages.ts'

let driver: ChromiumDriver
let article: ArticlePage

beforeAll(async () => {
  driver = await startDriver('chromium')
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
})
afterAll(() => driver.close())

/** Widths (CSS px): as browsers show the page, the narrowest that they may, and what a zoom of 250 and 400% leaves of a popup. */
const WIDTHS: Record<OwnPage, number[]> = {
  popup: [340, 300, 185],
  sidepanel: [400, 360, 280],
  options: [1200, 320],
  welcome: [1200, 320],
}

/**
 * Runs in the page: texts that stick out of a box around them, boxes that hide a part of theirs, and fields narrower than
 * the words in them.
 */
const MISFITS = `(() => {
  const misfits = []
  const nameOf = (each) => each.localName + (each.className ? '.' + String(each.className).split(' ').join('.') : '')
  const root = document.documentElement
  if (root.scrollWidth > innerWidth) misfits.push('the page is ' + root.scrollWidth + ' px wide')
  const isHidden = (each) => each.closest('.hidden-visually, svg, option') || !each.checkVisibility()
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let text; (text = texts.nextNode()); ) {
    if (!text.data.trim() || isHidden(text.parentElement)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    for (const line of range.getClientRects()) {
      for (let box = text.parentElement; box && box !== document.body; box = box.parentElement) {
        const style = getComputedStyle(box)
        if (style.display === 'inline' || style.display === 'contents') continue
        const { left, right, top, bottom } = box.getBoundingClientRect()
        const isBeside = line.left < left - 1 || line.right > right + 1
        const isBelow = box.matches('button, [role=tab]') && (line.top < top - 1 || line.bottom > bottom + 1)
        if (isBeside || isBelow) misfits.push('"' + text.data.trim() + '" sticks out of ' + nameOf(box))
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) break
      }
    }
  }
  const pen = document.createElement('canvas').getContext('2d')
  for (const each of document.body.querySelectorAll('*')) {
    if (isHidden(each)) continue
    const style = getComputedStyle(each)
    if (style.overflowX === 'hidden' && each.scrollWidth > each.clientWidth + 1) misfits.push(nameOf(each) + ' is cut off')
    const words = each.localName === 'select' ? each.selectedOptions[0]?.text : each.placeholder
    if (!words) continue
    pen.font = style.font
    const room = each.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    if (pen.measureText(words).width > room + 1) misfits.push('"' + words + '" does not fit into ' + nameOf(each))
  }
  for (const chart of document.querySelectorAll('svg.chart')) {
    const { left, right } = chart.getBoundingClientRect()
    for (const text of chart.querySelectorAll('text')) {
      const box = text.getBoundingClientRect()
      // Some letters reach over their own box by themselves.
      if (box.left < left - 1.5 || box.right > right + 1.5) misfits.push('"' + text.textContent + '" sticks out of its chart')
    }
  }
  return [...new Set(misfits)]
})()`

const misfits = (page: Page) => page.evaluate(MISFITS) as Promise<string[]>

/** Opens everything that is closed. */
const OPEN_ALL = `for (const each of document.querySelectorAll('details')) each.open = true`

/** Letters, words and lines as far apart as readers may set them (WCAG 1.4.12). */
const APART = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }`

/** With all of it open, also set as widely as readers may. */
async function fits(page: Page, widths: readonly number[]): Promise<void> {
  await page.evaluate(OPEN_ALL)
  for (const width of widths) {
    await page.setViewport({ width, height: 800 })
    expect([width, await misfits(page)]).toEqual([width, []])
  }
  const style = await page.addStyleTag({ content: APART })
  // Places in a drawing are fixed; what it says stands folded up below it.
  const apart = (await misfits(page)).filter((misfit) => !misfit.endsWith('sticks out of its chart'))
  expect(['apart', apart]).toEqual(['apart', []])
  await style.evaluate((each) => each.remove())
}

describe.each(LOCALES)('in %s', (locale) => {
  beforeAll(async () => {
    await driver.change('language', locale)
    // Cards are compiled anew; the lists show their figures.
    await eventually(
      () => driver.ask(`chrome.storage.local.get('edition').then(({ edition }) => edition?.locale)`),
      (stored) => stored === locale,
      30_000,
    )
  }, 60_000)

  it.each(Object.entries(WIDTHS) as [OwnPage, number[]][])(
    '%s holds its words',
    { timeout: 60_000 },
    async (name, widths) => {
      const page = await openOwn(driver, article, name, widths[0] ?? 0)
      expect(await page.evaluate('document.documentElement.lang')).toBe(locale)
      await fits(page, widths)
      if (name === 'sidepanel') {
        await page.evaluate(`document.querySelector('.run-entry').click()`)
        await page.waitForFunction(`document.querySelector('.entry-card') !== null`, { polling: 100 })
        await fits(page, widths)
      }
      await page.close()
    },
  )

  it('the side panel does not move sideways where a zoom of 200% leaves it 180 px', async () => {
    const page = await openOwn(driver, article, 'sidepanel', 180)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(180)
    await page.close()
  })
})
