/** Sites that the reader adds, through the browser's own prompt: marked in every tab, articles only, until taken back. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backgroundOf } from '../../lib/cli/browser/chromium.ts'
import { pageOf, SAMPLE } from './article.ts'
import { extensionFor } from './build.ts'
import { Display, whyNoDisplay } from './display.ts'
import { ADDRESS, type ArticlePage } from './article-page.ts'
import { ChromiumDriver, CLICKABLE, type PopupPage } from './chromium-driver.ts'
import { turn } from './turn.ts'
import { eventually, wait } from './waiting.ts'

const why = whyNoDisplay()
if (why) console.warn(`skipped: ${why}, so no permission prompt can be answered`)

const HOST = 'blog.example'
const POST = `https://${HOST}/2026/01/09/a-post-on-rare-earths.html`
const OTHER = `https://${HOST}/2026/01/10/another-post.html`
const ALWAYS = `Always annotate ${HOST}`
const EVERYWHERE = 'Annotate articles on all sites'
/** Mentions, and nothing that makes an article. */
const LIST = pageOf('<h1>Shop</h1><ul><li>Rare earths</li><li>Rare earths oxides</li></ul>', {
  head: '<meta property="og:type" content="product">',
})

/** What the extension holds: permissions besides the manifest's, registered patterns, and what is stored. */
interface Held {
  granted: string[]
  registered: string[]
  stored: Record<string, string>
}

describe.skipIf(why !== null)('a site that the reader adds', () => {
  let display: Display
  let driver: ChromiumDriver
  beforeAll(async () => {
    if (why) return
    display = await Display.start()
    driver = await new ChromiumDriver(await extensionFor('chrome')).start([CLICKABLE], false)
  })
  afterAll(async () => {
    await driver?.close()
    display?.stop()
  })

  async function held(by?: PopupPage): Promise<Held> {
    const page = by?.page ?? (await backgroundOf(driver.browser))
    return (await page.evaluate(`(async () => {
      const listed = chrome.runtime.getManifest().host_permissions
      const { origins } = await chrome.permissions.getAll()
      const [script] = await chrome.scripting.getRegisteredContentScripts()
      return {
        granted: origins.filter((each) => !listed.includes(each)),
        registered: script?.matches ?? [],
        stored: (await chrome.storage.local.get('sites.added'))['sites.added'] ?? {},
      }
    })()`)) as Held
  }
  const heldOnce = (isThere: (now: Held) => boolean) => eventually(() => held(), isThere, 10_000)
  const NOTHING: Held = { granted: [], registered: [], stored: {} }
  const ADDED: Held = {
    granted: [`https://${HOST}/*`],
    registered: [`https://${HOST}/*`],
    stored: { [`https://${HOST}/*`]: 'granted' },
  }
  const marksGo = async (article: ArticlePage) => expect(await article.waitForTexts([])).toEqual([])
  const says = async (popup: PopupPage, words: string) =>
    expect(
      await eventually(
        () => popup.text(),
        (text) => text.includes(words),
        5000,
      ),
    ).toContain(words)
  /**
   * Clicks something that asks, and answers the prompt. Chromium closes the popup when the prompt opens, and opens none
   * for what was granted before.
   */
  async function answer(popup: PopupPage, click: () => Promise<void>, isYes: boolean): Promise<void> {
    await click().catch(() => {})
    const isAsked = await eventually(async () => popup.page.isClosed(), Boolean, 3000)
    if (!isAsked) return popup.close()
    await wait(1000)
    display.press(...(isYes ? ['Tab', 'Return'] : ['Return']))
  }
  /** Those of the site come when the page has answered, which a busy one does after the popup is there. */
  const siteSwitches = async (popup: PopupPage) =>
    (
      await eventually(
        () => popup.switches(),
        (all) => all.length > 5,
      )
    ).slice(4)
  const stateOf = async (popup: PopupPage, name: string) =>
    (await siteSwitches(popup)).find((each) => each.name === name)?.isOn

  it('is not added where the reader says no', async () => {
    const article = await driver.open(SAMPLE, POST)
    const popup = await driver.popupByClick(article.page)
    await answer(popup, () => popup.flip(ALWAYS), false)
    await wait(1500)
    expect(await held()).toEqual(NOTHING)
    expect(await article.marks()).toEqual([])
    const again = await driver.popupByClick(article.page)
    await says(again, `${HOST} is not on the list of news sites.`)
    await again.close()
    await article.page.close()
  })

  it('is marked at once in every open tab, and when it is loaded again', async () => {
    const behind = await driver.open(SAMPLE, OTHER)
    const article = await driver.open(SAMPLE, POST)
    const popup = await driver.popupByClick(article.page)
    await answer(popup, () => popup.flip(ALWAYS), true)
    expect(await heldOnce(({ registered }) => registered.length > 0)).toEqual(ADDED)
    expect((await article.waitForMarks(18)).length).toBe(18)
    await behind.page.bringToFront()
    expect((await behind.waitForMarks(18)).length).toBe(18)
    await article.page.bringToFront()
    await article.page.reload({ waitUntil: 'domcontentloaded' })
    expect((await article.waitForMarks(18)).length).toBe(18)
    await behind.page.close()
    await article.page.close()
  })

  it('is left alone where a page is no article, unless the reader insists', async () => {
    const list = await driver.open(LIST, `https://${HOST}/shop`)
    const popup = await driver.popupByClick(list.page)
    await says(popup, 'This page does not look like an article, so it is left alone.')
    expect(await list.marks()).toEqual([])
    await popup.press('Annotate this page')
    expect((await list.waitForMarks(2)).length).toBe(2)
    await popup.close()
    await list.page.close()
  })

  it('is read when a page becomes an article, and left when it is another page', async () => {
    const page = await driver.open(LIST, `https://${HOST}/app`)
    const become = (path: string, html: string) =>
      page.page.evaluate(
        (to, content) => {
          history.pushState({}, '', to)
          document.head.querySelector('[property="og:type"]')?.remove()
          document.body.replaceChildren(...new DOMParser().parseFromString(content, 'text/html').body.childNodes)
        },
        path,
        html,
      )
    await become('/2026/01/09/a-post-on-rare-earths', SAMPLE)
    expect((await page.waitForMarks(18)).length).toBeGreaterThanOrEqual(18)
    await become('/', '<p>Rare earths</p>')
    await marksGo(page)
    await page.page.close()
  })

  it('is gone at once when the browser takes the permission back, and the popup says so', async () => {
    const article = await driver.open(SAMPLE, POST)
    await article.waitForMarks(18)
    const extensionId = new URL((await backgroundOf(driver.browser)).url()).host
    const settings = await driver.browser.newPage()
    await settings.goto('chrome://extensions/')
    await settings.evaluate(
      `chrome.developerPrivate.removeHostPermission(${JSON.stringify(extensionId)}, 'https://${HOST}/*')`,
    )
    await settings.close()
    expect(await heldOnce(({ registered }) => registered.length === 0)).toEqual({
      ...NOTHING,
      stored: { [`https://${HOST}/*`]: 'withdrawn' },
    })
    await marksGo(article)
    await article.page.bringToFront()
    const popup = await driver.popupByClick(article.page)
    await says(popup, `You added ${HOST}, but your browser no longer lets Tradegloss read it by itself.`)
    expect(await stateOf(popup, ALWAYS)).toBe(false)
    await answer(popup, () => popup.press('Allow on this site'), true)
    expect(await heldOnce(({ registered }) => registered.length > 0)).toEqual(ADDED)
    expect((await article.waitForMarks(18)).length).toBe(18)
    await article.page.close()
  })

  it('is removed with its permission, at once in every tab', async () => {
    const behind = await driver.open(SAMPLE, OTHER)
    await behind.waitForMarks(18)
    const article = await driver.open(SAMPLE, POST)
    await article.waitForMarks(18)
    const popup = await driver.popupByClick(article.page)
    expect(await stateOf(popup, ALWAYS)).toBe(true)
    await popup.flip(ALWAYS)
    expect(await heldOnce(({ granted, registered }) => granted.length + registered.length === 0)).toEqual(NOTHING)
    await marksGo(article)
    await marksGo(behind)
    await popup.close()
    await behind.page.close()
    await article.page.close()
  })

  it('may be every site: then listed ones need no article check, and one can be left out', async () => {
    const article = await driver.open(SAMPLE, POST)
    const popup = await driver.popupByClick(article.page)
    await answer(popup, () => popup.flip(EVERYWHERE), true)
    expect(await heldOnce(({ registered }) => registered.length > 0)).toEqual({
      granted: ['https://*/*'],
      registered: ['https://*/*'],
      stored: { 'https://*/*': 'granted' },
    })
    expect((await article.waitForMarks(18)).length).toBe(18)
    const listed = await driver.open(LIST, ADDRESS)
    expect((await listed.waitForMarks(2)).length).toBe(2)
    await listed.page.close()
    await article.page.bringToFront()
    const again = await driver.popupByClick(article.page)
    expect(await siteSwitches(again)).toEqual([
      { name: `Marks on ${HOST}`, isOn: true },
      { name: EVERYWHERE, isOn: true },
      { name: 'Pause everywhere', isOn: false },
    ])
    await turn(again, `Marks on ${HOST}`)
    await marksGo(article)
    await turn(again, `Marks on ${HOST}`)
    expect((await article.waitForMarks(18)).length).toBe(18)
    await again.flip(EVERYWHERE)
    expect(await heldOnce(({ granted, registered }) => granted.length + registered.length === 0)).toEqual(NOTHING)
    await marksGo(article)
    await again.close()
  })

  it('is registered anew and marked again when the extension is updated', { timeout: 150_000 }, async () => {
    const article = await driver.open(SAMPLE, POST)
    const popup = await driver.popupByClick(article.page)
    await answer(popup, () => popup.flip(ALWAYS), true)
    await article.waitForMarks(18)
    await driver.reloadExtension()
    await article.page.bringToFront()
    const again = await driver.popupByClick(article.page)
    expect(
      await eventually(
        () => again.text(),
        (text) => /Rare earths\s+7/.test(text),
      ),
    ).toMatch(/Rare earths\s+7/)
    expect((await article.marks()).length).toBe(18)
    expect(await held(again)).toEqual(ADDED)
    await again.close()
    await article.page.close()
  })
})
