/** What a reader does with the card in a real browser: other entries, "not this", copying, the side panel, a selection. */

import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import { focusedIn, pointInCard, pressInCard, tellPage } from './card.ts'
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

const open = async () => {
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
}
const card = (within?: number) => driver.card(article, within)
const titled = (title: string) =>
  eventually(
    () => card(1),
    (shown) => shown?.title === title,
  )

describe('entries in the card', () => {
  it('open in place and lead back, with the focus where it was', async () => {
    await open()
    await tellPage(article, { type: 'page.show', index: 2 })
    expect((await card())?.title).toBe('Rare earths')
    await pressInCard(article.page, 'scandium')
    expect((await titled('Scandium'))?.title).toBe('Scandium')
    expect(await focusedIn(article.page)).toMatchObject({ inCard: true })
    await pressInCard(article.page, 'Back')
    expect((await titled('Rare earths'))?.title).toBe('Rare earths')
    expect(await focusedIn(article.page)).toMatchObject({ role: 'button', name: 'scandium' })
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
    const explain = () => tellPage(article, { type: 'page.explain', text: 'terbium' })
    expect(await eventually(explain, (answer) => isDeepStrictEqual(answer, explained))).toEqual(explained)
    expect((await titled('Terbium'))?.title).toBe('Terbium')
    await article.press('Escape')
    await select('Australia')
    await tellPage(article, { type: 'page.explain', text: 'Australia' })
    expect((await titled('Australia'))?.text).toContain('The dataset has nothing on “Australia”.')
  })
})
