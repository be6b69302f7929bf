/** The extension's own pages for who reads them by keyboard alone, or hears them: every control has its name, the focus is never lost, and what was done is told. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElementHandle, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessibilityTree } from '../../lib/cli/browser/page-marks.ts'
import { SAMPLE } from './article.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { editionWith } from './editions.ts'
import { openOwn, OWN_PAGES } from './own-pages.ts'
import { eventually } from './waiting.ts'

const files = mkdtempSync(join(tmpdir(), 'tradegloss-heard-'))
let driver: ChromiumDriver
let article: ArticlePage
beforeAll(async () => {
  driver = await startDriver('chromium')
  article = await driver.open(SAMPLE)
  await article.waitForMarks(18)
})
afterAll(async () => {
  await driver?.close()
  rmSync(files, { recursive: true, force: true })
})

/** Name of what has the focus; '' where nothing has. */
const focused = (page: Page) =>
  page.evaluate(`(({ activeElement: at }) => at === document.body ? '' :
    at.ariaLabel ?? at.labels?.[0]?.textContent ?? at.textContent)(document)`) as Promise<string>
/** The same once it is `wanted`; else whatever it is in the end. */
const focusedOn = (page: Page, wanted: string) =>
  eventually(
    () => focused(page),
    (name) => name === wanted,
    3000,
  )
/** Puts the focus on what has this name and presses Enter. */
async function pressByKey(page: Page, name: string): Promise<void> {
  const control = await page.waitForSelector(`::-p-aria([name=${JSON.stringify(name)}])`)
  await control?.focus()
  await page.keyboard.press('Enter')
}

/** Notes from now on what a live region comes to say, once each time that it changes. */
const listen = (page: Page) =>
  page.evaluate(`{
    const said = (globalThis.said = [])
    const regions = '[role=status], [role=alert]'
    const before = new Map([...document.querySelectorAll(regions)].map((each) => [each, each.textContent]))
    new MutationObserver(() => {
      for (const region of document.querySelectorAll(regions)) {
        // What comes in together with its words is heard of alerts only.
        const was = before.get(region) ?? (region.role === 'alert' ? '' : region.textContent)
        before.set(region, region.textContent)
        if (region.textContent !== was && region.textContent !== '') said.push(region.textContent)
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  }`)
const heard = (page: Page) => page.evaluate('said') as Promise<string[]>
/** What was told once these words were; else all that was. */
const hears = (page: Page, words: string) =>
  eventually(
    () => heard(page),
    (said) => said.some((each) => each.includes(words)),
    20_000,
  )

describe('every control has a name of its own, and no id is given twice', () => {
  const CONTROLS = new Set([
    'button',
    'switch',
    'radio',
    'combobox',
    'textbox',
    'searchbox',
    'link',
    'tab',
    'DisclosureTriangle',
  ])
  it.each(OWN_PAGES)('%s', { timeout: 60_000 }, async (name) => {
    const page = await openOwn(driver, article, name, 400)
    if (name === 'options') await page.waitForSelector('.data-edition')
    await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true`)
    const controls = (await accessibilityTree(page)).filter(({ role }) => CONTROLS.has(role))
    expect(controls.length).toBeGreaterThan(1)
    expect(controls.filter((control) => control.name === '')).toEqual([])
    expect(controls.filter(({ role }) => role === 'textbox').map((control) => control.name)).toEqual(
      name === 'options' ? ['Search the list', 'Address of a feed', 'A publisher’s public key'] : [],
    )
    const twice = `(() => {
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
      return ids.filter((id, at) => ids.indexOf(id) !== at)
    })()`
    expect(await page.evaluate(twice)).toEqual([])
    await page.close()
  })
})

describe('the focus', () => {
  it('goes on to the next row, then to the heading, and from the line at the foot back', async () => {
    const words = ['rare earths', 'yttrium', 'scandium']
    await driver.change(
      'notThis',
      words.map((text) => ({ text, entry: 'rare-earths', host: null })),
    )
    const page = await openOwn(driver, article, 'options', 1000)
    await page.bringToFront()
    const remove = (text: string) => `Remove: “${text}” as Rare earths`
    await pressByKey(page, remove('yttrium'))
    expect(await focusedOn(page, remove('scandium'))).toBe(remove('scandium'))
    await page.keyboard.press('Enter')
    expect(await focusedOn(page, remove('rare earths'))).toBe(remove('rare earths'))
    await page.keyboard.press('Enter')
    expect(await focusedOn(page, 'Not this')).toBe('Not this')
    await pressByKey(page, 'Undo')
    expect(await focusedOn(page, 'Close')).toBe('Close')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.toast', { hidden: true })
    expect(await focused(page)).not.toBe('')
    await driver.change('notThis', null)
    await page.close()
  })

  it('is never below the line at the foot where the page is narrow', { timeout: 60_000 }, async () => {
    await driver.change('notThis', [{ text: 'rare earths', entry: 'rare-earths', host: null }])
    const page = await openOwn(driver, article, 'options', 320)
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
    await page.bringToFront()
    await pressByKey(page, 'Remove: “rare earths” as Rare earths')
    await page.waitForSelector('.toast')
    const below: unknown[] = []
    // How high the window is decides what comes to lie where.
    for (const height of [400, 600]) {
      await page.setViewport({ width: 320, height })
      await page.evaluate(`document.querySelector('nav a').focus()`)
      for (let at = 0; at < 30; at++) {
        await page.keyboard.press('Tab')
        below.push(
          await page.evaluate(`(async ({ activeElement: at }) => {
            await new Promise(requestAnimationFrame)
            if (at === document.body || at.closest('.toast')) return ''
            const [box, toast] = [at, document.querySelector('.toast')].map((each) => each.getBoundingClientRect())
            return box.top >= toast.top && box.bottom <= toast.bottom ? at.outerHTML : ''
          })(document)`),
        )
      }
    }
    expect(below.filter((name) => name !== '')).toEqual([])
    await driver.change('notThis', null)
    await page.close()
  })

  it('stays while the dataset is read, and what came of it is told once', { timeout: 120_000 }, async () => {
    const page = await openOwn(driver, article, 'options', 1000)
    await page.bringToFront()
    await page.waitForSelector('.data-edition')
    await listen(page)
    const file = join(files, 'unsigned.json')
    writeFileSync(file, editionWith('2027.2.1', 'dyspronium'))
    const chooser = (await page.$('.data input[type=file]')) as ElementHandle<HTMLInputElement>
    await chooser.focus()
    await chooser.uploadFile(file as never)
    const offered = 'Edition 2027.2.1 from unsigned.json is not signed'
    expect((await hears(page, offered)).filter((each) => each === offered)).toEqual([offered])
    expect(await focused(page)).toBe('Edition from a file')
    await pressByKey(page, 'Use it without a signature')
    const used = 'Edition 2027.2.1 ('
    expect((await hears(page, used)).filter((each) => each.startsWith(used))).toHaveLength(1)
    expect(await focused(page)).not.toBe('')
    expect((await heard(page)).filter((each) => /\d MB/.test(each))).toEqual([])
    await page.close()
  })
})
