/** The extension's own pages in tabs behind an article, which stays in front, since popup and side panel speak of it; welcome must be seen to mark its sample. */

import type { Page } from 'puppeteer-core'
import { backgroundOf } from '../../lib/cli/browser/chromium.ts'
import { storageKey } from '../../lib/settings/definition.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'

/** Each page, with what stands there once it has all that it shows beside an article. */
const WHOLE = {
  popup: `document.querySelectorAll('.mention').length > 0`,
  sidepanel: `document.querySelectorAll('.mention').length > 0`,
  options: `document.querySelectorAll('#cards option').length > 50`,
  welcome: `CSS.highlights.get('tradegloss-rare-earths')?.size > 0`,
}
export type OwnPage = keyof typeof WHOLE
export const OWN_PAGES = Object.keys(WHOLE) as OwnPage[]

/** Opens a page in the language that the setting asks for, and waits until it is whole. */
export async function openOwn(
  driver: ChromiumDriver,
  article: ArticlePage,
  name: OwnPage,
  width: number,
): Promise<Page> {
  await article.page.bringToFront()
  const { host } = new URL((await backgroundOf(driver.browser)).url())
  const page = await driver.browser.newPage({ background: name !== 'welcome' })
  await page.setViewport({ width, height: 800 })
  await page.goto(`chrome-extension://${host}/${name}.html`, { waitUntil: 'domcontentloaded' })
  await page.waitForFunction(WHOLE[name], { polling: 100, timeout: 20_000 })
  return page
}

/** Clicks a button in front once it is enabled and lies still: these pages fill while they are open. */
export async function pressIn(page: Page, name: string): Promise<void> {
  await page.bringToFront()
  await page
    .locator(`::-p-xpath(//button[normalize-space()=${JSON.stringify(name)}][not(@aria-disabled='true')])`)
    .setTimeout(30_000)
    .click()
}

/** Enters a feed's address on the options page and asks to use it. */
export async function enterFeed(options: Page, address: string): Promise<void> {
  await options.bringToFront()
  await options.locator('#dataset input[inputmode=url]:not([readonly])').setTimeout(30_000).fill(address)
  await pressIn(options, 'Use this feed')
}

/** An expression for the extension's own pages that pauses, or goes on. */
export const pausing = (isPaused: boolean) =>
  `(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify({ [storageKey('isPaused')]: isPaused })})`
