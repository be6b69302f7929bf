/** A reader opens an article: marks appear, a card opens and closes as it should, and the page is left alone. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pageOf, SAMPLE } from './article.ts'
import { pointOf } from '../../lib/cli/browser/page-marks.ts'
import { type ArticlePage, byCategory } from './article-page.ts'
import { cardGone } from './card.ts'
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

const cardWithin = (ms?: number) => driver.card(article, ms)
/** Waits until all of the article is read. */
const untilRead = async () =>
  expect(
    await eventually(
      () => driver.pageState(article),
      (state) => state?.isRead === true,
    ),
  ).toMatchObject({ isRead: true })

describe('marks', () => {
  it('appear for all four categories, registered under their names', async () => {
    article = await driver.open(SAMPLE)
    const marks = byCategory(await article.waitForMarks(18))
    expect(marks['rare-earths']).toContain('heavy rare earths')
    expect(marks['dual-use']).toContain('goods with both civilian and military uses')
    expect(marks.senkaku).toEqual(['arrest of a Chinese fishing-boat captain', 'Senkaku Islands', 'Diaoyus'])
    expect(marks['one-china']).toEqual([
      'survival-threatening situation',
      'one-China principle',
      'one-China policy',
      'Taiwan contingency',
    ])
  })

  it('follow text that comes later, changes and goes', async () => {
    article = await driver.open(pageOf('<article><p id="a">Nothing here yet.</p></article>'))
    await untilRead()
    expect(await article.marks()).toEqual([])
    const texts = async () => (await article.marks()).map(({ text }) => text)
    await article.page.evaluate(`document.querySelector('#a').textContent = 'Exports of rare earths fell.'`)
    expect(await eventually(texts, (found) => found.length === 1)).toEqual(['rare earths'])
    await article.page.evaluate(
      `document.querySelector('article').insertAdjacentHTML('beforeend', '<p>The <em>one-</em>China policy.</p>')`,
    )
    expect(await eventually(texts, (found) => found.length === 2)).toEqual(['rare earths', 'one-China policy'])
    await article.page.evaluate(`document.querySelector('#a').firstChild.data = 'Nothing again.'`)
    expect(await eventually(texts, (found) => found.length === 1)).toEqual(['one-China policy'])
    await article.page.evaluate(`document.querySelector('article').replaceChildren()`)
    expect(await eventually(texts, (found) => found.length === 0)).toEqual([])
  })

  it('are counted once, however the page puts its text together', async () => {
    article = await driver.open(pageOf('<article><p id="a">Japan.</p><p id="s">Tokyo.</p></article>'))
    await untilRead()
    await article.page.evaluate(`{
      const block = document.createElement('div')
      block.innerHTML = '<p></p>'
      document.querySelector('article').append(block)
      block.firstChild.textContent = 'Exports of rare earths fell.'
      const inline = document.createElement('span')
      inline.innerHTML = ' It needs <b>dual-use items</b> badly.'
      document.querySelector('#a').append(inline)
    }`)
    expect((await article.waitForMarks(2)).map(({ text }) => text)).toEqual(['dual-use items', 'rare earths'])
    await wait(300)
    const counts = (await driver.pageState(article))?.counts
    expect(counts).toEqual({ 'rare-earths': 1, 'dual-use': 1, senkaku: 0, 'one-china': 0 })
  })

  it('are found in open shadow roots, and follow their text', async () => {
    article = await driver.open(pageOf('<article><p>Japan and China.</p></article>'))
    await wait(600)
    await article.page.evaluate(`{
      const host = document.createElement('news-card')
      host.attachShadow({ mode: 'open' }).innerHTML = '<span>Exports of rare earths</span>'
      document.querySelector('article').append(host)
    }`)
    expect((await article.waitForMarks(1)).map(({ text }) => text)).toEqual(['rare earths'])
    await article.page.evaluate(
      `document.querySelector('news-card').shadowRoot.firstChild.firstChild.data = 'The one-China policy'`,
    )
    const texts = async () => (await article.marks()).map(({ text }) => text)
    expect(await eventually(texts, ([text]) => text === 'one-China policy')).toEqual(['one-China policy'])
    await article.hover('one-China policy')
    expect((await cardWithin())?.title).toBe('One-China policy')
  })

  it('come back when the page clears the registry', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    await article.page.evaluate(`CSS.highlights.clear(); document.body.append(document.createElement('p'))`)
    expect((await article.waitForMarks(18)).length).toBe(18)
  })

  it('stay out of navigation, forms, code, editable and hidden text', async () => {
    const term = 'rare earths'
    article = await driver.open(
      pageOf(
        `<nav>${term}</nav><form><input><label>${term}</label></form><pre>${term}</pre><code>${term}</code><div contenteditable>${term}</div>
         <p hidden>${term}</p><p aria-hidden="true">${term}</p><div role="search">${term}</div><p>Only here: ${term}.</p>`,
      ),
    )
    const marks = await article.waitForMarks(1)
    expect(marks.map(({ before }) => before)).toEqual(['Only here: '])
  })
})

describe('the card', () => {
  it('opens after the pointer rests on a mention, for the economy of the sentence', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    await article.hover('rare earths')
    const card = await cardWithin()
    expect(card?.title).toBe('Rare earths')
    expect(card?.text).toContain('Japan buys 60–72% of its rare earths from China')
    expect(card?.text).toMatch(/This article: 60%\s+· dataset: 60–\u206072% \(2024, sources differ\)/)
  })

  it('is the one element ever added, in a closed root, and only once a card is opened', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    const added = () => article.page.evaluate(`document.querySelectorAll('tradegloss-card').length`)
    expect(await added()).toBe(0)
    await article.hover('heavy rare earths')
    expect((await cardWithin())?.title).toBe('Heavy rare earths')
    expect(await added()).toBe(1)
    expect(await article.page.evaluate(`document.querySelector('tradegloss-card').shadowRoot`)).toBe(null)
    expect(await article.page.evaluate(`document.querySelector('tradegloss-card').parentNode.localName`)).toBe('html')
  })

  it('closes on Escape, and on leaving after a grace', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    await article.hover('rare earths')
    expect(await cardWithin()).not.toBe(null)
    await article.press('Escape')
    expect(await cardGone(driver, article)).toBe(null)
    await article.hover('rare earths')
    expect(await cardWithin()).not.toBe(null)
    await article.page.mouse.move(5, 5, { steps: 10 })
    expect(await cardGone(driver, article, 3000)).toBeNull()
  })

  it('stays while the pointer travels into it', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    await article.hover('rare earths')
    expect(await cardWithin()).not.toBe(null)
    const { x, y } = await pointerOnMark('rare earths')
    await article.page.mouse.move(x + 60, y + 90, { steps: 15 })
    await wait(800)
    expect((await cardWithin(100))?.title).toBe('Rare earths')
  })

  it('stays when a mention that is no link is clicked, and closes on a click outside', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    const { x, y } = await pointerOnMark('Senkaku Islands')
    await article.page.mouse.click(x, y)
    expect((await cardWithin())?.title).toMatch(/Senkaku \/ Diaoyu/)
    await article.page.mouse.move(5, 5, { steps: 10 })
    await wait(800)
    expect(await cardWithin(100)).not.toBe(null)
    await article.page.mouse.click(20, 400)
    expect(await cardGone(driver, article)).toBe(null)
  })

  it('does not open while a button is down, nor for a pointer that passes through', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    const { x, y } = await pointerOnMark('rare earths')
    await article.page.mouse.move(x - 200, y)
    await article.page.mouse.down()
    await article.page.mouse.move(x, y, { steps: 10 })
    await wait(500)
    expect(await cardWithin(100)).toBe(null)
    await article.page.mouse.up()
    await article.page.mouse.click(20, 500)
    for (let at = 0; at < 3; at++) {
      await article.page.mouse.move(x - 300, y - 200)
      await article.page.mouse.move(x, y)
      await article.page.mouse.move(x + 300, y + 200)
    }
    await wait(500)
    expect(await cardWithin(100)).toBe(null)
  })

  it('opens for a pointer that comes in leaps, however fast, once it rests', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    const { x, y } = await pointerOnMark('rare earths')
    await article.page.mouse.move(x - 300, y - 200)
    await article.page.mouse.move(x, y)
    expect((await cardWithin())?.title).toBe('Rare earths')
  })

  it('ignores events that a script makes up', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    await article.page.evaluate(`
      var range = [...CSS.highlights.get('tradegloss-rare-earths')][0]
      var box = range.getClientRects()[0]
      var target = range.startContainer.parentElement
      for (const type of ['pointermove', 'pointerdown', 'click'])
        target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, clientX: box.left + 5, clientY: box.top + 5 }))`)
    await wait(600)
    expect(await cardWithin(100)).toBe(null)
  })

  it('never covers its mention', async () => {
    article = await driver.open(
      pageOf(`<div style="height:760px"></div><p>Japan needs rare earths.</p><div style="height:900px">`),
    )
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await cardWithin()).not.toBe(null)
    const { x, y } = await pointerOnMark('rare earths')
    const top = await article.page.evaluate(`document.elementFromPoint(${x}, ${y}).localName`)
    expect(top).toBe('p')
  })

  it('shows positions of every party for disputed entries, under both names', async () => {
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
    await article.hover('Diaoyus')
    const card = await cardWithin()
    expect(card?.text).toContain('Senkaku')
    expect(card?.text).toContain('Diaoyu')
    for (const party of ['Tokyo', 'Beijing', 'Taipei', 'Washington']) expect(card?.text).toContain(party)
  })

  it('works above an open modal dialog', async () => {
    article = await driver.open(pageOf(`<p>Page.</p><dialog><p>Exports of rare earths to Japan.</p></dialog>`))
    await article.page.evaluate(`document.querySelector('dialog').showModal()`)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect((await cardWithin())?.title).toBe('Rare earths')
    expect(await article.page.evaluate(`document.querySelector('tradegloss-card').parentNode.localName`)).toBe('dialog')
    const isOpen = () => article.page.evaluate(`document.querySelector('dialog').open`)
    await article.press('Escape')
    expect(await cardWithin(1)).toBeNull()
    expect(await isOpen()).toBe(true)
    await article.press('Escape')
    expect(await isOpen()).toBe(false)
  })

  it('stays open while the page changes the paragraph around the mention, but not its words', async () => {
    article = await driver.open(pageOf(`<p>Exports of rare earths to Japan.</p>`))
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect((await cardWithin())?.title).toBe('Rare earths')
    await article.page.evaluate(
      `document.querySelector('p').append(document.createTextNode(''), document.createElement('b'))`,
    )
    await wait(1500)
    expect((await cardWithin(300))?.title).toBe('Rare earths')
    expect(await article.marks()).toHaveLength(1)
  })

  it('is not confused with a dialog of the page', async () => {
    article = await driver.open(
      pageOf(`<div role="dialog" aria-label="Cookies">Accept?</div><p>Exports of rare earths to Japan.</p>`),
    )
    await article.waitForMarks(1)
    expect(await cardWithin(500)).toBeNull()
    await article.hover('rare earths')
    expect((await cardWithin())?.title).toBe('Rare earths')
  })

  /** Middle of a mark's first line, in CSS px of the viewport. */
  async function pointerOnMark(text: string): Promise<{ x: number; y: number }> {
    const marks = await article.marks()
    const index = marks.findIndex((mark) => mark.text === text)
    const point = await pointOf(article.page, index)
    if (point === null) throw new Error(`no mark "${text}"`)
    return point
  }
})

describe('the page', () => {
  it('is never changed: no mutation, no console line, no request', async () => {
    article = await driver.open(SAMPLE)
    await article.page.evaluate(`
      window.records = 0
      new MutationObserver((all) => { window.records += all.filter((each) => ![...each.addedNodes].some((node) => node.localName === 'tradegloss-card')).length })
        .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })`)
    await article.waitForMarks(18)
    await article.hover('rare earths')
    expect(await cardWithin()).not.toBe(null)
    await article.press('Escape')
    await wait(200)
    expect(await article.page.evaluate('window.records')).toBe(0)
    expect(article.noise.filter((line) => !/favicon|ERR_FAILED/.test(line))).toEqual([])
    expect(article.requests.filter((address) => !address.endsWith('/favicon.ico'))).toEqual([])
  })
})
