/** The side panel beside a real page: it lists, filters and jumps, searches, opens entries, and saves what is asked for. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'puppeteer-core'
import { parse } from 'csv-parse/sync'
import { SAMPLE } from './article.ts'
import { axeInBothThemes } from './axe.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually, wait } from './waiting.ts'

let driver: ChromiumDriver
let article: ArticlePage
let panel: Page

beforeAll(async () => {
  driver = await startDriver('chromium')
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
  // The welcome page may have come in front meanwhile.
  await article.page.bringToFront()
  panel = await driver.panel()
  // Files that the panel saves are kept where the test can read them.
  await panel.evaluate(`{
    globalThis.saved = []
    const create = URL.createObjectURL
    URL.createObjectURL = (blob) => { globalThis.blob = blob; return create(blob) }
    HTMLAnchorElement.prototype.click = function () { globalThis.saved.push({ name: this.download, blob: globalThis.blob }) }
  }`)
})
afterAll(() => driver.close())

const text = () => panel.evaluate('document.body.innerText') as Promise<string>
/** Text of the panel, once these words are in it. */
const textWith = (words: string | RegExp) =>
  eventually(text, (seen) => (typeof words === 'string' ? seen.includes(words) : words.test(seen)))
const press = (selector: string) =>
  panel.evaluate(`(() => {
    const found = document.querySelector(${JSON.stringify(selector)})
    if (!found) throw new Error('there is no ${selector.replaceAll("'", '')}')
    found.click()
  })()`)
const pressButton = (words: string) =>
  panel.evaluate(`(() => {
    const found = [...document.querySelectorAll('button')].find(({ textContent, ariaLabel }) => [textContent.trim(), ariaLabel].includes(${JSON.stringify(words)}))
    if (!found) throw new Error('there is no button "' + ${JSON.stringify(words)} + '"')
    found.click()
  })()`)
const write = (value: string) =>
  panel.evaluate(`(() => {
    const field = document.querySelector('input[type=search]')
    field.value = ${JSON.stringify(value)}
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  })()`)
const count = (selector: string) =>
  panel.evaluate(`document.querySelectorAll(${JSON.stringify(selector)}).length`) as Promise<number>
/** How many there are, once they are `wanted`; else whatever there is in the end. */
const countWhen = (selector: string, wanted: number) =>
  eventually(
    () => count(selector),
    (seen) => seen === wanted,
  )
/** Name and text of the file saved last, once there are `files`. */
async function saved(files: number): Promise<{ name: string; text: string }> {
  await eventually(
    () => panel.evaluate('saved.length'),
    (seen) => seen === files,
  )
  return (await panel.evaluate(
    // `text()` of a blob would swallow the byte order mark.
    `(async () => {
      const { name, blob } = saved.at(-1)
      return { name, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()) }
    })()`,
  )) as { name: string; text: string }
}

describe('this page', () => {
  it('lists every mention under its category, and follows the switches', async () => {
    expect(await countWhen('.mention', 18)).toBe(18)
    expect(await textWith(/Rare earths\s+7/)).toMatch(/Rare earths\s+7/)
    expect(await textWith('Japan buys 60–72% of its rare earths from China (2024, sources differ)')).toMatch(
      'Japan buys 60–72% of its rare earths from China (2024, sources differ)',
    )
    await driver.change('categories', { 'rare-earths': false, 'dual-use': true, senkaku: true, 'one-china': true })
    expect(await countWhen('.mention', 11)).toBe(11)
    await driver.change('categories', null)
    expect(await countWhen('.mention', 18)).toBe(18)
  })

  it('says in which language the words of the page are', async () => {
    await driver.change('language', 'de')
    await panel.waitForFunction(`document.documentElement.lang === 'de'`, { polling: 100 })
    expect(await panel.$$eval('.mention', (each) => [...new Set(each.map((one) => one.getAttribute('lang')))])).toEqual(
      ['en'],
    )
    // Cards are compiled in each language behind that, and pages start over then: what comes next begins on settled ones.
    const named = (title: string) => countWhen(`[aria-label$="${title}"]`, 1)
    expect(await named('Seltenerdmagnete')).toBe(1)
    await driver.change('language', null)
    await panel.waitForFunction(`document.documentElement.lang === 'en'`, { polling: 100 })
    expect(await named('Rare-earth magnets')).toBe(1)
    await article.waitForMarks(18)
  })

  it('filters, and groups by entry or in the order of the page', async () => {
    await write('senkaku')
    const seen = await eventually(
      () => count('.mention'),
      (mentions) => mentions < 18,
    )
    expect(seen).toBeGreaterThan(0)
    await write('no such words')
    expect(await textWith('No mention matches.')).toMatch('No mention matches.')
    await write('')
    expect(await countWhen('.mention', 18)).toBe(18)
    await panel.select('.select', 'page')
    expect(await countWhen('.group', 0)).toBe(0)
    const texts = (await panel.evaluate(
      `[...document.querySelectorAll('.mention strong')].map(({ textContent }) => textContent)`,
    )) as string[]
    expect(texts).toEqual((await article.marks()).map((mark) => mark.text))
    await panel.select('.select', 'category')
  })

  it('goes to a mention and opens its card there', async () => {
    await panel.evaluate(`[...document.querySelectorAll('.mention')].at(-1).click()`)
    expect((await driver.card(article))?.title).toBeTruthy()
  })

  it('follows the tab in front', async () => {
    const other = await driver.open('<!doctype html><title>x</title><p>Nothing of note.</p>', 'https://www.ft.com/x/')
    expect(await textWith('No mention of these four topics on this page.')).toMatch(
      'No mention of these four topics on this page.',
    )
    await other.page.close()
    await article.page.bringToFront()
    expect(await countWhen('.mention', 18)).toBe(18)
  })

  it('leads back from an entry to the button that opened it, and shows it below the tabs', async () => {
    await panel.setViewport({ width: 360, height: 500 })
    await panel.evaluate(`[...document.querySelectorAll('.run-entry')].at(4).focus()`)
    const before = await panel.evaluate('document.activeElement.ariaLabel')
    await panel.keyboard.press('Enter')
    // The way back takes the focus when it was drawn.
    await panel.waitForFunction(`document.activeElement.closest('.entry-top')`, { polling: 100 })
    await panel.keyboard.press('Enter')
    expect(await countWhen('.entry-card', 0)).toBe(0)
    expect(await panel.evaluate('document.activeElement.ariaLabel')).toBe(before)
    // Backwards through all that is there: nothing that has the focus lies below the tabs.
    await panel.evaluate(`document.querySelector('.report button:last-child').focus()`)
    for (let at = await count('[role=tabpanel] button'); at > 0; at--) {
      await panel.keyboard.down('Shift')
      await panel.keyboard.press('Tab')
      await panel.keyboard.up('Shift')
      const hidden = `(({ activeElement: at }, tabs) =>
        at.closest('[role=tabpanel]') && at.getBoundingClientRect().top < tabs.bottom ? at.textContent || at.ariaLabel : '')(
          document, document.querySelector('.tabs').getBoundingClientRect())`
      expect(await panel.evaluate(hidden)).toBe('')
    }
  })

  it('tells how many there are in words, and listens for what becomes of them', async () => {
    const { nodes } = await (await panel.createCDPSession()).send('Accessibility.getFullAXTree')
    const named = (role: string) =>
      nodes.filter((node) => !node.ignored && node.role?.value === role).map(({ name }) => name?.value)
    expect(named('tab')).toEqual(['This page 18 mentions', 'Search'])
    // One for why nothing is shown, one for what the filter leaves, one for what becomes of a report.
    expect(named('status')).toHaveLength(3)
    await write('dysprosium')
    expect(await eventually(() => panel.$eval('p[role=status]', (each) => each.textContent), Boolean)).toBe('1 mention')
    await write('')
  })

  it('has nothing that axe objects to', async () => {
    expect(await axeInBothThemes(panel)).toEqual({ light: [], dark: [] })
  })
})

describe('a report', () => {
  it('is saved as Markdown, with sources', async () => {
    await pressButton('Markdown')
    const file = await saved(1)
    expect(file.name).toMatch(/^tradegloss-www\.reuters\.com-\d{4}-\d\d-\d\d\.md$/)
    expect(file.text).toContain('## Rare earths (7)')
    expect(file.text).toContain('**rare earths**')
    expect(file.text).toContain('## Sources')
  })

  it('is saved as CSV, a line a mention, each with its place in the page', async () => {
    await pressButton('CSV')
    const { text: csv } = await saved(2)
    expect(csv.startsWith('\ufeff')).toBe(true)
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows).toHaveLength(18)
    const body = (await article.page.evaluate('document.body.textContent')) as string
    const points = [...body]
    for (const { start, end, quote, prefix } of rows) {
      expect(points.slice(Number(start), Number(end)).join('')).toBe(quote)
      expect(body).toContain(`${prefix}${quote}`)
    }
  })

  it('is saved as Web Annotations that point at the same words', async () => {
    await pressButton('Web Annotation (JSON-LD)')
    const { text: json } = await saved(3)
    const { first, total } = JSON.parse(json) as {
      total: number
      first: { items: { target: { source: { id: string }; selector: { exact?: string }[] } }[] }
    }
    expect(total).toBe(18)
    expect(first.items.every(({ target }) => target.source.id === article.page.url())).toBe(true)
    expect(first.items.map(({ target }) => target.selector[0]?.exact?.replace(/\s+/g, ' '))).toEqual(
      (await article.marks()).map((mark) => mark.text),
    )
  })
})

describe('search', () => {
  beforeEach(() => press('#tab-search'))

  it('has all entries, and finds by a misspelt name', async () => {
    expect(
      await eventually(
        () => count('.entry-link'),
        (seen) => seen > 50,
      ),
    ).toBeGreaterThan(50)
    await write('disprosium')
    expect(await countWhen('.entry-link', 1)).toBe(1)
    expect(await textWith('Dysprosium')).toMatch('Dysprosium')
    expect(await axeInBothThemes(panel)).toEqual({ light: [], dark: [] })
  })

  it('opens an entry with card, figures and a way back', async () => {
    await write('レアアース')
    await eventually(
      () => count('.entry-link'),
      (seen) => seen > 0,
    )
    await press('.entry-link')
    expect(await textWith('All figures')).toMatch('All figures')
    expect(await count('.figure-list')).toBeGreaterThan(3)
    expect(await panel.evaluate('document.activeElement.textContent')).toBe('Back')
    await panel.evaluate(`document.querySelector('.figure-list').open = true`)
    expect(await axeInBothThemes(panel)).toEqual({ light: [], dark: [] })
    await pressButton('Download figures (CSV)')
    const { name, text: csv } = await saved(4)
    expect(name).toBe('tradegloss-rare-earths-figures.csv')
    const rows = parse(csv, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.length).toBeGreaterThan(100)
    expect(rows.every(({ entry, source_id, publisher }) => entry === 'rare-earths' && source_id && publisher)).toBe(
      true,
    )
    await pressButton('Back')
    expect(await countWhen('.figure-list', 0)).toBe(0)
    expect(await panel.evaluate('document.activeElement.textContent')).toBe('Search')
  })

  it('leaves an open entry alone when a setting changes that it does not show', async () => {
    await press('.entry-link')
    expect(await textWith('All figures')).toMatch('All figures')
    // The entry is whole: what comes in later would move what is read.
    let height = -1
    const isStill = async () => {
      const before = height
      height = (await panel.evaluate('document.body.scrollHeight')) as number
      return height === before
    }
    expect(await eventually(isStill, Boolean)).toBe(true)
    await panel.waitForFunction(`(scrollTo({ top: 200, behavior: 'instant' }), scrollY === 200)`)
    await driver.ask(`chrome.storage.sync.set({ 'setting.theme': 'dark' })`)
    await panel.waitForFunction(`document.documentElement.dataset.theme === 'dark'`)
    // What would follow is read from storage: some milliseconds.
    await wait(500)
    expect(await panel.evaluate('scrollY')).toBe(200)
    await driver.ask(`chrome.storage.sync.remove('setting.theme')`)
    await pressButton('Back')
  })
})

describe('an entry that a mention leads to', () => {
  it('shows the figure of the economy in its sentence, and so do entries opened from it', async () => {
    await press('#tab-page')
    await eventually(
      () => count('.run-entry'),
      (seen) => seen > 0,
    )
    await panel.evaluate(
      `[...document.querySelectorAll('.run')].find((run) => run.textContent.includes('The European Union')).querySelector('.run-entry').click()`,
    )
    expect(await textWith(/About|All figures/)).toMatch(/The European Union (?:buys|bought)/)
    await pressButton('Back')
  })
})

describe('an entry that the card asked for', () => {
  /** Asks as a card would, in the panel's window or the one numbered so many more. */
  const askFor = (entry: string, others = 0) =>
    driver.ask(`chrome.windows.getLastFocused().then(({ id }) =>
      chrome.storage.session.set({ 'panel.entry':
        { windowId: id + ${others}, entry: '${entry}', economy: 'USA', articleDate: null } }))`)

  it('is opened, and forgotten; that of another window is left to its panel', async () => {
    await askFor('terbium', 1)
    await wait(500)
    expect(await text()).not.toMatch(/Terbium[\s\S]*All figures/)
    await askFor('rare-earths')
    expect(await textWith(/The United States[\s\S]*All figures/)).toMatch(/The United States b[\s\S]*All figures/)
    expect(
      await eventually(
        () => driver.ask(`chrome.storage.session.get('panel.entry')`),
        (stored) => JSON.stringify(stored) === '{}',
      ),
    ).toEqual({})
  })
})
