/** Options and welcome in Chromium: what is chosen takes effect in open tabs, files go out and come back, and axe finds nothing. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'puppeteer-core'
import { backgroundOf } from '../../lib/cli/browser/chromium.ts'
import { SAMPLE } from './article.ts'
import { axeViolations } from './axe.ts'
import { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { eventually } from './waiting.ts'

const downloads = mkdtempSync(join(tmpdir(), 'tradegloss-files-'))
let driver: ChromiumDriver
let id: string
let article: ArticlePage

beforeAll(async () => {
  driver = await startDriver('chromium')
  id = new URL((await backgroundOf(driver.browser)).url()).host
  const session = await driver.browser.target().createCDPSession()
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads })
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
})
afterAll(async () => {
  await driver?.close()
  rmSync(downloads, { recursive: true, force: true })
})

// Each test starts from the defaults, whatever became of the one before.
beforeEach(async () => {
  await (await backgroundOf(driver.browser)).evaluate('chrome.storage.sync.clear()')
})

/** Opens a page of the extension. */
async function own(path: string): Promise<Page> {
  const page = await driver.browser.newPage()
  await page.setViewport({ width: 1200, height: 900 })
  await page.goto(`chrome-extension://${id}/${path}`, { waitUntil: 'domcontentloaded' })
  await page.waitForSelector('h1')
  return page
}
const ask = (page: Page, expression: string) => page.evaluate(expression)
/** Waits until an expression gives `wanted`; the last answer either way. */
const until = (page: Page, expression: string, wanted: unknown) =>
  eventually(
    () => ask(page, expression),
    (value) => value === wanted,
  )
/** Clicks what has this name once it lies still: the page fills while it is open. */
const press = (page: Page, name: string): Promise<void> =>
  page.locator(`::-p-aria([name=${JSON.stringify(name)}])`).click()
const toast = `document.querySelector('.toast span')?.textContent ?? ''`
const shownTheme = 'document.documentElement.dataset.theme'

/** Reviewed pictures are made anew on demand only: fonts differ between machines. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.TRADEGLOSS_PICTURES)
    await page.screenshot({ path: `${import.meta.dirname}/pictures/${name}.png`, captureBeyondViewport: false })
}

describe('options', () => {
  it('take effect at once, in the open tab and on the page itself', { timeout: 120_000 }, async () => {
    const page = await own('options.html')
    await press(page, 'Rare earths')
    await press(page, 'Dark')
    expect(await until(page, shownTheme, 'dark')).toBe('dark')
    await article.page.bringToFront()
    expect(
      await eventually(
        () => article.countOf('rare-earths'),
        (count) => count === 0,
      ),
    ).toBe(0)
    expect(await article.countOf('dual-use')).toBeGreaterThan(0)
    await page.bringToFront()
    const density = `chrome.storage.sync.get('setting.density').then((stored) => stored['setting.density'])`
    const all = await article.countOf('dual-use')
    await press(page, 'First on the page')
    expect(await until(page, density, 'first')).toBe('first')
    await article.page.bringToFront()
    expect(
      await eventually(
        () => article.countOf('dual-use'),
        (count) => count > 0 && count < all,
      ),
    ).toBeLessThan(all)
    await page.bringToFront()
    await press(page, 'All')
    expect(await until(page, density, undefined)).toBe(undefined)
    const [, language] = await page.$$('#cards select')
    await language?.select('ja')
    expect(await until(page, 'document.documentElement.lang', 'ja')).toBe('ja')
    // The open tab's cards follow: the background compiles them anew.
    await article.page.bringToFront()
    const title = async (): Promise<string> => {
      await article.press('Escape')
      await article.page.mouse.move(1, 1)
      // None for a moment, while the new edition is read.
      const mark = (await article.marks()).find(({ category }) => category === 'dual-use')
      if (!mark) return ''
      await article.hover(mark.text).catch(() => {})
      return (await driver.card(article))?.title ?? ''
    }
    const isJapanese = (text: string) => /\p{Script=Han}/u.test(text)
    expect(await eventually(title, isJapanese, 40_000)).toSatisfy(isJapanese)
    await language?.select('')
    expect(await until(page, 'document.documentElement.lang', 'en')).toBe('en')
    const isEnglish = (text: string) => text !== '' && !isJapanese(text)
    expect(await eventually(title, isEnglish, 40_000)).toSatisfy(isEnglish)
    await page.close()
  })

  it('go out as a file, are reset, undone and read back; a bad file changes nothing', async () => {
    const page = await own('options.html#backup')
    const isOn = `document.querySelector('[role=switch][aria-label="Rare earths"]')?.getAttribute('aria-checked')`
    await press(page, 'Rare earths')
    await press(page, 'Dark')
    expect(await until(page, isOn, 'false')).toBe('false')
    expect(await until(page, shownTheme, 'dark')).toBe('dark')
    await press(page, 'Export settings')
    const [file] = await eventually(
      async () => readdirSync(downloads).filter((name) => name.endsWith('.json')),
      (names) => names.length > 0,
    )
    const path = join(downloads, file as string)
    const { settings } = JSON.parse(readFileSync(path, 'utf8')) as { settings: Record<string, unknown> }
    expect(settings).toMatchObject({ theme: 'dark', categories: { 'rare-earths': false, senkaku: true } })

    await press(page, 'Reset all settings')
    expect(await until(page, isOn, 'true')).toBe('true')
    expect(await until(page, toast, 'All settings are back to what they were at first.')).toBe(
      'All settings are back to what they were at first.',
    )
    // What another window chose meanwhile was not undone.
    await driver.change('density', 'first')
    await press(page, 'Undo')
    expect(await until(page, isOn, 'false')).toBe('false')
    expect(await driver.ask(`chrome.storage.sync.get('setting.density')`)).toEqual({ 'setting.density': 'first' })
    await press(page, 'Reset all settings')
    expect(await until(page, isOn, 'true')).toBe('true')

    const chooser = await page.$('#backup input[type=file]')
    const bad = join(downloads, 'bad.txt')
    writeFileSync(bad, readFileSync(path, 'utf8').replace('"dark"', '"sepia"'))
    await (chooser as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(bad)
    const alert = `document.querySelector('#backup [role=alert]')?.textContent ?? ''`
    expect(
      String(
        await eventually(
          () => ask(page, alert),
          (text) => text !== '',
        ),
      ),
    ).toMatch(/value.*theme.*Nothing was changed/)
    expect(await ask(page, isOn)).toBe('true')
    await (chooser as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path)
    const changes = `[...document.querySelectorAll('#backup dt')].map(({ textContent }) => textContent).join()`
    expect(await until(page, changes, 'Categories,Light or dark')).toBe('Categories,Light or dark')
    expect(await ask(page, isOn)).toBe('true')
    await press(page, 'Import these')
    expect(await until(page, isOn, 'false')).toBe('false')
    expect(await until(page, shownTheme, 'dark')).toBe('dark')
    await press(page, 'Rare earths')
    expect(await until(page, isOn, 'true')).toBe('true')
    await page.close()
  })

  it('lead to the section of the address, once it is drawn', async () => {
    const page = await own('options.html#shortcuts')
    expect(await until(page, 'document.activeElement.textContent', 'Keyboard')).toBe('Keyboard')
    await page.close()
  })
})

describe('welcome', () => {
  it('marks its sample, and opens a card on it', async () => {
    const page = await own('welcome.html')
    const sample = new ArticlePage(page)
    const marks = await sample.waitForMarks(5)
    expect(new Set(marks.map(({ category }) => category))).toEqual(
      new Set(['rare-earths', 'dual-use', 'senkaku', 'one-china']),
    )
    await sample.hover('dysprosium')
    expect((await driver.card(sample, 15_000))?.title).toBe('Dysprosium')
    await page.close()
  })
})

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each([
    ['options', 'options.html'],
    ['welcome', 'welcome.html'],
  ])('%s breaks no rule of axe, and nothing is wider than the window', async (name, path) => {
    const page = await own(path)
    await page.evaluate(`chrome.storage.sync.set({ 'setting.theme': '${theme}' })`)
    await page.reload({ waitUntil: 'domcontentloaded' })
    expect(await until(page, shownTheme, theme)).toBe(theme)
    // Names come with the edition, and with them the longest lists.
    const isWhole = {
      options: `document.querySelectorAll('#cards option').length > 50`,
      welcome: `CSS.highlights.get('tradegloss-one-china')?.size > 0`,
    }[name]
    expect(await until(page, isWhole ?? '', true)).toBe(true)
    expect(await axeViolations(page)).toEqual([])
    await picture(page, `${name}-${theme}`)
    await page.setViewport({ width: 390, height: 844 })
    expect(await ask(page, 'document.documentElement.scrollWidth - innerWidth')).toBe(0)
    await page.close()
  })
})
