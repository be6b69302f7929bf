/** Chromium: a profile that survives a restart, the real popup and side panel, and where extensions are managed. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page, Target } from 'puppeteer-core'
import { askTabOf, backgroundOf, launchChromium } from '../../lib/cli/browser/chromium.ts'
import { accessibilityTree, waitForCard } from '../../lib/cli/browser/page-marks.ts'
import type { PageState } from '../../lib/messaging/protocol.ts'
import { itemsOf, SETTINGS, type Settings } from '../../lib/settings/definition.ts'
import { ADDRESS, ArticlePage, newcomer, openIn, type OpenOptions, show } from './article-page.ts'
import type { Driver, Popup, SwitchState } from './driver.ts'
import { pausing } from './own-pages.ts'
import { CARD_MS, eventually } from './waiting.ts'

/** What Chromium must be started with before toolbar buttons can be clicked. */
export const CLICKABLE = '--enable-unsafe-extension-debugging'

/** How long a busy machine may take to show a popup or the panel (ms). */
const OPENS_MS = 30_000

/** In Chromium it is a page like any other. */
export interface PopupPage extends Popup {
  readonly page: Page
}

/** Chromium: also the real popup, and a profile that survives a restart. */
export class ChromiumDriver implements Driver {
  readonly name = 'chromium'
  readonly #extension: string | null
  readonly #profile = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  #browser: Browser | null = null
  /** The extension's, as the browser knows it. */
  #id = ''
  /** A page of the extension, once one was needed. */
  #own: Page | null = null

  /** `extension` is the folder of a build; with null the browser is a plain one. */
  constructor(extension: string | null) {
    this.#extension = extension
  }

  get browser(): Browser {
    if (this.#browser === null) throw new Error('the browser is not running')
    return this.#browser
  }

  /** With `headless` false it needs a display; the browser's own prompts are shown there only. */
  async start(args: string[] = [], headless = true): Promise<this> {
    const extension = this.#extension === null ? {} : { extension: this.#extension }
    this.#browser = await launchChromium({ ...extension, headless, profile: this.#profile, args })
    if (this.#extension !== null) this.#id = new URL((await backgroundOf(this.#browser)).url()).host
    return this
  }

  /** Kills the browser as a power cut does; {@link start} brings it back on the same profile. */
  async kill(): Promise<void> {
    const { browser } = this
    const process = browser.process()
    const gone = new Promise((resolve) => process?.once('exit', resolve))
    process?.kill('SIGKILL')
    await gone
    await browser.disconnect()
    this.#forget()
  }

  async restart(): Promise<void> {
    await this.browser.close()
    this.#forget()
    await this.start()
  }

  #forget(): void {
    this.#browser = this.#own = null
  }

  async open(html: string, address = ADDRESS, options: OpenOptions = {}): Promise<ArticlePage> {
    const article = await openIn(this.browser, html, address, options)
    await article.page.bringToFront()
    return article
  }

  async card({ page }: ArticlePage, withinMs = CARD_MS): Promise<{ title: string; text: string } | null> {
    const title = await waitForCard(page, withinMs)
    if (title === null) return null
    return { title, text: await cardText(page) }
  }

  /** The extension is loaded anew under its open pages, as by an update. Its old background stays listed, dead. */
  async reloadExtension(): Promise<void> {
    const started = new Promise<void>((resolve) => {
      const onTarget = (target: Target) => {
        if (target.type() !== 'service_worker') return
        this.browser.off('targetcreated', onTarget)
        resolve()
      }
      this.browser.on('targetcreated', onTarget)
    })
    // Without developer mode it would come back switched off.
    await this.#administer(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`)
    // The page that asks is gone before it could be answered.
    await this.inOwnPage('chrome.runtime.reload()').catch(() => {})
    await this.#leaveOwnPage()
    await started
  }

  async switchExtension(isOn: boolean): Promise<void> {
    await this.#administer(`chrome.management.setEnabled(${JSON.stringify(this.#id)}, ${isOn})`)
  }

  async removeExtension(): Promise<void> {
    await this.browser.uninstallExtension(this.#id)
  }

  /**
   * Runs a script where a reader manages extensions, in a tab behind the one that is read. It is closed again: while it is
   * open, the browser works out anew what it shows of our hundreds of sites, for seconds, whenever the extension changes.
   */
  async #administer(script: string): Promise<void> {
    const manager = await this.browser.newPage({ background: true })
    await manager.goto('chrome://extensions', { waitUntil: 'domcontentloaded' })
    await manager.evaluate(script)
    await manager.close()
  }

  async pause(isPaused: boolean): Promise<void> {
    await this.inOwnPage(pausing(isPaused))
  }

  async inOwnPage(expression: string): Promise<unknown> {
    if (this.#own === null) {
      this.#own = await this.browser.newPage({ background: true })
      await this.#own.goto(`chrome-extension://${this.#id}/popup.html`)
    }
    return this.#own.evaluate(expression)
  }

  async allowPrivate(): Promise<void> {
    const update = JSON.stringify({ extensionId: this.#id, incognitoAccess: true })
    await this.#administer(`(async () => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
      // Which starts the extension anew.
      await chrome.developerPrivate.updateExtensionConfiguration(${update})
    })()`)
    await this.#leaveOwnPage()
  }

  /** A page of the extension goes with it when it starts anew. */
  async #leaveOwnPage(): Promise<void> {
    await this.#own?.close().catch(() => {})
    this.#own = null
  }

  async openPrivate(html: string, address = ADDRESS): Promise<ArticlePage> {
    await eventually(
      () => this.inOwnPage('chrome.extension.isAllowedIncognitoAccess()').catch(() => this.#leaveOwnPage()),
      (isAllowed) => isAllowed === true,
    )
    const before = new Set(await this.browser.pages())
    await this.inOwnPage(`chrome.windows.create({ incognito: true, url: 'about:blank' }).then(() => null)`)
    return show(await newcomer(this.browser, before), html, address)
  }

  /** What the content script says of the page in front, as the popup would be told. */
  pageState({ page }: ArticlePage): Promise<PageState | null> {
    return askTabOf(page, { type: 'page.state' })
  }

  /** Opens the real popup over the tab in front. */
  async popup(): Promise<PopupPage> {
    const worker = await backgroundOf(this.browser)
    return this.popupAfter(() =>
      worker.evaluate(() =>
        (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup(),
      ),
    )
  }

  /** The value of an expression in the background, awaited. */
  async ask(expression: string): Promise<unknown> {
    return (await backgroundOf(this.browser)).evaluate(expression)
  }

  /** Stores a setting as another window would; null takes it back to its default. */
  async change(key: keyof Settings, value: unknown): Promise<void> {
    const area = `chrome.storage.${SETTINGS[key].area}`
    const items = itemsOf(key, (value ?? SETTINGS[key].default) as never)
    await this.ask(
      value === null
        ? `${area}.remove(${JSON.stringify(Object.keys(items))})`
        : `${area}.set(${JSON.stringify(items)})`,
    )
  }

  /** Opens the real side panel from the popup over the tab in front, as a reader does. */
  async panel(): Promise<Page> {
    const opened = this.browser.waitForTarget((target) => target.url().endsWith('/sidepanel.html'), {
      timeout: OPENS_MS,
    })
    const popup = await this.popup()
    await popup.press('Side panel')
    const page = await (await opened).asPage()
    await page.waitForSelector('[role=tab]')
    return page
  }

  /** Clicks the toolbar button on a page, which lends us that page (activeTab). Needs {@link CLICKABLE}. */
  async popupByClick(page: Page): Promise<PopupPage> {
    const [extension] = (await this.browser.extensions()).values()
    if (extension === undefined) throw new Error('the extension is not installed')
    return this.popupAfter(() => page.triggerExtensionAction(extension))
  }

  /** The popup that `open` brings up. */
  async popupAfter(open: () => Promise<void>): Promise<PopupPage> {
    const opened = this.browser.waitForTarget(
      (target) => target.url().endsWith('/popup.html') && target !== this.#own?.target(),
      { timeout: OPENS_MS },
    )
    await open()
    const page = await (await opened).asPage()
    await page.waitForSelector('[role=switch]')
    return {
      page,
      switches: async () =>
        (await page.evaluate(`[...document.querySelectorAll('[role=switch]')].map((each) => ({
          name: each.getAttribute('aria-label'), isOn: each.getAttribute('aria-checked') === 'true' }))`)) as SwitchState[],
      flip: (name) => clickIn(page, `[role=switch][aria-label=${JSON.stringify(name)}]`),
      press: (name) => clickIn(page, `::-p-xpath(//button[normalize-space()=${JSON.stringify(name)}])`),
      text: async () => (await page.evaluate('document.body.innerText')) as string,
      close: () => page.close(),
    }
  }

  async close(): Promise<void> {
    await this.#browser?.close().catch(() => {})
    this.#browser = null
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Clicks once the control has a place: a popup fills while it is open. Locators would count frames, which one in the background lacks. */
async function clickIn(page: Page, selector: string): Promise<void> {
  const isClicked = async () => {
    try {
      await (await page.waitForSelector(selector))?.click()
      return true
    } catch (error) {
      if (/not clickable/.test(String(error))) return false
      throw error
    }
  }
  if (!(await eventually(isClicked, Boolean))) throw new Error(`never clickable: ${selector}`)
}

/** Text of the open card: what a screen reader is given below its dialog. */
async function cardText(page: Page): Promise<string> {
  const tree = await accessibilityTree(page)
  return tree
    .filter(({ inCard, role }) => inCard && role === 'StaticText')
    .map(({ name }) => name)
    .join(' ')
}
