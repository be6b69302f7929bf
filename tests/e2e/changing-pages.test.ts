/** Pages that change while they are read: other articles under the same roof, feeds that grow, posts that come in. In Chromium. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hoverMark } from '../../lib/cli/browser/page-marks.ts'
import { pageOf } from './article.ts'
import { ADDRESS, type ArticlePage, WITH_SCRIPTS } from './article-page.ts'
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
afterEach(() => article.page.close())

const textsOf = async () => (await article.marks()).map(({ text }) => text)
const hasCard = async (within?: number) => (await driver.card(article, within)) !== null

it('client-side navigation: marks are those of the article shown', async () => {
  article = await driver.open(pageOf('<main><p>Japan buys rare earths abroad.</p></main>'))
  await article.waitForMarks(1)
  await article.page.evaluate(`{
    history.pushState(null, '', '/tradegloss/other/')
    document.querySelector('main').innerHTML = '<h1>Other</h1><p>The one-China policy.</p><p>Dual-use goods.</p>'
  }`)
  const isOther = (texts: string[]) => texts.join() === 'one-China policy,Dual-use goods'
  expect(await eventually(textsOf, isOther)).toEqual(['one-China policy', 'Dual-use goods'])
})

it('client-side navigation whose text comes late, under the metadata of the page before: the card is of the new article', async () => {
  const head = '<meta property="og:title" content="Japan looks for rare earths elsewhere">'
  article = await driver.open(
    pageOf('<main><h1>Japan looks for rare earths elsewhere</h1><p>Tokyo said Japan buys rare earths.</p></main>', {
      date: '2010-10-12',
      head,
    }),
  )
  await article.waitForMarks(1)
  const figureOnCard = async () => {
    await article.hover('rare earths')
    const text = (await driver.card(article))?.text
    await article.press('Escape')
    return text?.match(/Japan b\w+ \S+ of its rare earths from China(?: in \d{4})?/)?.[0]
  }
  const [then, now] = ['of its rare earths from China in 2010', 'Japan buys 60–72% of its rare earths from China']
  expect(await figureOnCard()).toContain(then)
  await article.page.evaluate(`{
    history.pushState(null, '', '/tradegloss/other/')
    const main = document.querySelector('main')
    main.innerHTML = '<h1>…</h1>'
    setTimeout(() => (main.innerHTML = '<h1>Magnets run short</h1><p>Engineers in Japan wait for rare earths.</p>'), 900)
  }`)
  expect(await article.waitForTexts(['rare earths'])).toEqual(['rare earths'])
  await article.waitFor(`document.querySelector('h1').textContent === 'Magnets run short'`)
  expect(await eventually(figureOnCard, (figure) => figure === now, 8000)).toBe(now)
})

describe('going back to a page that the browser has kept', () => {
  const OTHER = `${ADDRESS}other/`
  /** Reads a page, goes to another, lets `meanwhile` happen, and goes back. */
  async function thereAndBack(meanwhile: () => Promise<void>): Promise<void> {
    article = await driver.open(pageOf('<p>Japan buys rare earths abroad.</p>'), ADDRESS, {
      also: new Map([[OTHER, pageOf('<p>Dual-use goods.</p>')]]),
    })
    await article.waitForMarks(1)
    await article.page.evaluate('globalThis.isKept = true')
    await article.page.goto(OTHER, { waitUntil: 'domcontentloaded' })
    expect(await article.waitForTexts(['Dual-use goods'])).toEqual(['Dual-use goods'])
    await meanwhile()
    await article.page.goBack({ waitUntil: 'domcontentloaded' })
    expect(article.page.url()).toBe(ADDRESS)
    const kept = await article.page.evaluate(
      `({ isKept: globalThis.isKept === true, reasons: performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null })`,
    )
    expect(kept).toEqual({ isKept: true, reasons: null })
  }

  it('we are no reason not to keep it; marks are there, and the card opens', async () => {
    await thereAndBack(async () => {})
    expect(await article.waitForTexts(['rare earths'])).toEqual(['rare earths'])
    await article.hover('rare earths')
    expect((await driver.card(article))?.title).toBe('Rare earths')
  })

  it('what was switched off meanwhile is off', async () => {
    try {
      await thereAndBack(() => driver.pause(true))
      expect(await article.waitForTexts([])).toEqual([])
    } finally {
      await driver.pause(false)
    }
    expect(await article.waitForTexts(['rare earths'])).toEqual(['rare earths'])
  })
})

it('infinite scroll: what comes when its end is reached is marked, each once', async () => {
  const feed = `<main></main><script>
    let count = 0
    const more = () => {
      for (let at = 0; at < 10; at++) {
        const story = document.createElement('article')
        story.style.minHeight = '150px'
        story.innerHTML = '<h2>Story ' + ++count + '</h2><p>Japan buys rare earths abroad.</p>'
        document.querySelector('main').append(story)
      }
    }
    addEventListener('scroll', () => scrollY + innerHeight > document.body.scrollHeight - 100 && more())
    more()
  </script>`
  article = await driver.open(pageOf(feed), ADDRESS, { policy: WITH_SCRIPTS })
  for (const stories of [10, 20, 30, 40]) {
    expect(await eventually(textsOf, (texts) => texts.length === stories)).toHaveLength(stories)
    if (stories < 40) await article.page.evaluate('scrollTo(0, document.body.scrollHeight)')
  }
  await article.page.mouse.move(5, 5)
  // One of the newest stories, but so far from their end that pointing at it brings no more under the pointer.
  await hoverMark(article.page, (await article.marks()).length - 6)
  expect(await hasCard()).toBe(true)
})

it('a live blog: new posts are marked, old marks and an open card stay', async () => {
  article = await driver.open(pageOf('<div id="posts"><p>Japan buys rare earths abroad.</p></div>'))
  await article.waitForMarks(1)
  await article.hover('rare earths')
  expect(await hasCard()).toBe(true)
  for (let at = 0; at < 5; at++) {
    await article.page.evaluate(
      `document.querySelector('#posts').insertAdjacentHTML('beforeend', '<p>Post ${at} on dual-use goods.</p>')`,
    )
    await wait(100)
  }
  expect((await article.waitForMarks(6)).map(({ text }) => text)).toEqual([
    'rare earths',
    ...Array(5).fill('dual-use goods'),
  ])
  expect(await hasCard(300)).toBe(true)
})

it('a paragraph that changes around an open card: the card stays as long as the words do', async () => {
  article = await driver.open(pageOf('<p>Exports of rare earths rose <b>10%</b> in March.</p>'))
  await article.waitForMarks(1)
  await article.hover('rare earths')
  expect(await hasCard()).toBe(true)
  const change = async (script: string) => {
    await article.page.evaluate(`{ const p = document.querySelector('p'); ${script} }`)
    await wait(700)
  }
  await change(`p.querySelector('b').firstChild.data = '12%'`)
  expect(await hasCard(100)).toBe(true)
  await change(`p.textContent = 'Today exports of rare earths fell.'`)
  expect(await hasCard(100)).toBe(true)
  expect(await textsOf()).toEqual(['rare earths'])
  await change(`p.textContent = 'Today exports of iron fell.'`)
  expect(await cardGone(driver, article)).toBeNull()
})

it('a card whose sentence becomes another: it shows what is known of that one', async () => {
  article = await driver.open(pageOf('<p>Japan buys 60% of its rare earths from China.</p>'))
  await article.waitForMarks(1)
  await article.hover('rare earths')
  const textOfCard = async () => (await driver.card(article))?.text ?? ''
  expect(await textOfCard()).toMatch(/Japan buys \S+ of its rare earths from China[^]*This article: 60%/)
  await article.page.evaluate(
    `document.querySelector('p').firstChild.data = 'The United States buys 80% of its rare earths from China.'`,
  )
  const isOther = (text: string) => text.includes('United States') && text.includes('This article: 80%')
  const text = await eventually(textOfCard, isOther)
  expect(text).toMatch(/The United States \w+ \S+ of its rare earths[^]*This article: 80%/)
  expect(text).not.toContain('Japan buys')
})

it('text that is shown and hidden by an attribute: tab panels, the app behind a dialog, and what is edited', async () => {
  article = await driver.open(
    pageOf(`<div id="app"><section>Japan buys rare earths abroad.</section><section hidden><div>Dual-use goods.</div></section></div>
      <p>The one-China policy.</p><i id="gone"></i>`),
  )
  expect(await article.waitForTexts(['rare earths', 'one-China policy'])).toHaveLength(2)
  await article.page.evaluate(
    `for (const panel of document.querySelectorAll('section')) panel.toggleAttribute('hidden')`,
  )
  expect(await article.waitForTexts(['Dual-use goods', 'one-China policy'])).toHaveLength(2)
  await article.page.evaluate(`{
    document.querySelector('#app').setAttribute('aria-hidden', 'true')
    document.querySelector('#gone').remove()
  }`)
  expect(await article.waitForTexts(['one-China policy'])).toHaveLength(1)
  await article.page.evaluate(`document.querySelector('#app').removeAttribute('aria-hidden')`)
  expect(await article.waitForTexts(['Dual-use goods', 'one-China policy'])).toHaveLength(2)
  await article.page.evaluate(`document.querySelector('p').contentEditable = 'true'`)
  expect(await article.waitForTexts(['Dual-use goods'])).toHaveLength(1)
  await article.page.evaluate(`document.querySelector('p').contentEditable = 'inherit'`)
  expect(await article.waitForTexts(['Dual-use goods', 'one-China policy'])).toHaveLength(2)
})

it('a page that is written anew: it is read like the first', async () => {
  article = await driver.open(pageOf('<p>Japan buys rare earths abroad.</p>'), ADDRESS, { policy: WITH_SCRIPTS })
  await article.waitForMarks(1)
  await article.page.evaluate(`{
    document.open()
    document.write('<!doctype html><html lang="en"><body><p>Dual-use goods.</p></body></html>')
    document.close()
  }`)
  await wait(700)
  expect(await article.waitForTexts(['Dual-use goods'])).toEqual(['Dual-use goods'])
  await article.page.evaluate(`document.querySelector('p').append(' The one-China policy.')`)
  expect(await article.waitForTexts(['Dual-use goods', 'one-China policy'])).toHaveLength(2)
  await article.hover('Dual-use goods')
  expect(await hasCard()).toBe(true)
})

it('a hidden tab: nothing is read until it is seen again', async () => {
  article = await driver.open(pageOf('<p>Japan buys rare earths abroad.</p><p id="q">x</p>'))
  await article.waitForMarks(1)
  const other = await driver.browser.newPage()
  await other.bringToFront()
  expect(await eventually(() => article.page.evaluate('document.hidden'), Boolean)).toBe(true)
  await article.page.evaluate(`document.querySelector('#q').textContent = 'Dual-use goods.'`)
  await wait(1500)
  expect(await textsOf()).toEqual(['rare earths'])
  await other.close()
  await article.page.bringToFront()
  expect(await eventually(textsOf, (texts) => texts.length === 2)).toEqual(['rare earths', 'Dual-use goods'])
})

it('a page without a mention: once it is read nothing of ours is there', async () => {
  article = await driver.open(pageOf('<p>Ports and tariffs.</p><x-news></x-news>'))
  const isRead = async () => (await driver.pageState(article))?.isRead ?? false
  expect(await eventually(isRead, Boolean)).toBe(true)
  const ours = `({ highlights: CSS.highlights.size, cards: document.querySelectorAll('tradegloss-card').length })`
  expect(await article.page.evaluate(ours)).toEqual({ highlights: 0, cards: 0 })
  // It is still followed.
  await article.page.evaluate(`document.querySelector('p').textContent = 'Dual-use goods.'`)
  expect(await article.waitForTexts(['Dual-use goods'])).toEqual(['Dual-use goods'])
})
