/** What a page pays for: the scout on every page, the content script from the first mention on, however that comes about. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pageOf, SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually, wait } from './waiting.ts'

const NOTHING = pageOf('<article><h1>Council</h1><p id="a">The council met on Tuesday about the bridge.</p></article>')

let driver: ChromiumDriver
let article: ArticlePage
beforeAll(async () => {
  driver = await startDriver('chromium')
})
afterAll(() => driver.close())
afterEach(() => article.page.close())

/** Files of ours that the page has loaded so far, each once: right after an installation open tabs are given theirs again. */
async function scripts(): Promise<string[]> {
  const session = await article.page.createCDPSession()
  const files = new Set<string>()
  session.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) files.add(new URL(url).pathname)
  })
  await session.send('Debugger.enable')
  await session.detach()
  return [...files].toSorted()
}
const stateWhen = (isWanted: (state: Awaited<ReturnType<ChromiumDriver['pageState']>>) => boolean) =>
  eventually(() => driver.pageState(article), isWanted)
const read = () => stateWhen((state) => state?.isRead === true)

describe('a page without a mention', () => {
  it('loads the scout and nothing else, and counts as read', async () => {
    article = await driver.open(NOTHING)
    expect(await read()).toMatchObject({ isOn: true, isScout: true, isRead: true, counts: {} })
    await wait(500)
    expect(await scripts()).toEqual(['/scout.js'])
    const popup = await driver.popup()
    expect(await popup.text()).toContain('No mention of these four topics on this page.')
    await popup.close()
  })

  it.each<[string, string]>([
    [
      'text that comes later',
      `document.querySelector('article').insertAdjacentHTML('beforeend', '<p>Rare earths.</p>')`,
    ],
    ['words that change in place', `document.querySelector('#a').firstChild.data = 'Exports of rare earths fell.'`],
    [
      'words that elements part',
      `document.querySelector('#a').innerHTML = 'Exports of <b>ra</b>re <i>earths</i> fell.'`,
    ],
    [
      'a shadow root that comes in',
      `{ const host = document.createElement('div')
        host.attachShadow({ mode: 'open' }).innerHTML = '<p>Rare earths.</p>'
        document.querySelector('article').append(host) }`,
    ],
  ])('is marked from the first mention on: %s', async (_, change) => {
    article = await driver.open(NOTHING)
    await read()
    await article.page.evaluate(change)
    expect((await stateWhen((state) => state?.isScout === false && state.isRead))?.counts['rare-earths']).toBe(1)
    expect(await scripts()).toEqual(['/annotate.js', '/scout.js'])
  })

  it('is marked when it becomes another article', async () => {
    article = await driver.open(NOTHING)
    await read()
    await article.page.evaluate(
      `history.pushState({}, '', '/tradegloss/other/'); document.documentElement.lang = 'ja'
       document.querySelector('article').innerHTML = '<h1>輸出規制</h1><p>中国はレアアースの輸出を止めた。</p>'`,
    )
    expect((await article.waitForTexts(['レアアース'])).length).toBe(1)
  })

  it('explains a selection all the same', async () => {
    article = await driver.open(pageOf('<article><p id="a">A shop sold <b>terbium</b>.</p></article>'))
    await read()
    await article.page.evaluate(`getSelection().selectAllChildren(document.querySelector('b'))`)
    await driver.ask(
      `(async () => { chrome.contextMenus.onClicked.dispatch({ menuItemId: 'explain', selectionText: 'terbium' },
        (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]) })()`,
    )
    expect((await driver.card(article))?.title).toBe('Terbium')
  })

  it('is left alone while everything is paused, and looked at afterwards', async () => {
    article = await driver.open(NOTHING)
    await read()
    await driver.pause(true)
    expect(await stateWhen((state) => state?.isOn === false)).toMatchObject({ isRead: false, isScout: true })
    await article.page.evaluate(`document.querySelector('#a').textContent = 'Exports of rare earths fell.'`)
    await wait(1000)
    expect(await scripts()).toEqual(['/scout.js'])
    await driver.pause(false)
    expect(await article.waitForTexts(['rare earths'])).toEqual(['rare earths'])
  })
})

it('a page with mentions has the scout make room', async () => {
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
  expect(await scripts()).toEqual(['/annotate.js', '/scout.js'])
  expect(await driver.pageState(article)).toMatchObject({ isScout: false })
})
