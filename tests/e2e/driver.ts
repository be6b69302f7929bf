/** One driver for both browsers: the few things a reader does, so that tests read the same in Chromium and in Firefox. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page, Target } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import { needBrowser } from '../../lib/cli/browsers.ts'
import { backgroundOf, launchChromium, serve } from '../../lib/cli/chromium.ts'
import { accessibilityTree, hoverMark, marksOn, waitForCard, type SeenMark } from '../../lib/cli/page-marks.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { PageState } from '../../lib/messaging/protocol.ts'
import { itemsOf, SETTINGS, storageKey, type Settings } from '../../lib/settings/definition.ts'
import { extensionFor } from './build.ts'
import { FirefoxPopup } from './firefox-popup.ts'
import { eventually } from './waiting.ts'

export { eventually, wait } from './waiting.ts'

export const ADDRESS = 'https://www.reuters.com/tradegloss/article/'

/** How long a busy machine may take to show a popup or the panel (ms). */
const OPENS_MS = 30_000

/** The part of Chrome's own API that tests call in the background. */
interface ChromeTabs {
  query(query: object): Promise<{ id: number; url?: string }[]>
  sendMessage(id: number, message: object): Promise<unknown>
}

export interface SwitchState {
  name: string
  isOn: boolean
}

/** The real popup, over the tab in front. */
export interface Popup {
  switches(): Promise<SwitchState[]>
  flip(name: string): Promise<void>
  /** Clicks the button with these words. */
  press(name: string): Promise<void>
  text(): Promise<string>
  close(): Promise<void>
}

/** In Chromium it is a page like any other. */
export interface PopupPage extends Popup {
  readonly page: Page
}

/** A page with an article on it. */
export class ArticlePage {
  readonly page: Page
  /** Console lines and errors of the page itself, from the moment it was opened. */
  readonly noise: string[] = []
  /** Addresses asked for besides the article. */
  requests: string[] = []

  constructor(page: Page) {
    this.page = page
    page.on('console', (message) => this.noise.push(message.text()))
    page.on('pageerror', (error) => this.noise.push(String(error)))
  }

  marks(): Promise<SeenMark[]> {
    return marksOn(this.page)
  }

  /** Marks once there are at least `count`. */
  waitForMarks(count = 1): Promise<SeenMark[]> {
    return eventually(
      () => this.marks(),
      (marks) => marks.length >= count,
    )
  }

  /** Texts of the marks in the order of the page, once they are `wanted`; else whatever there is in the end. */
  waitForTexts(wanted: readonly string[]): Promise<string[]> {
    return eventually(
      async () => (await this.marks()).map(({ text }) => text),
      (texts) => texts.join('|') === wanted.join('|'),
    )
  }

  /** Waits until an expression holds in the page's own world; throws where it never does. */
  async waitFor(expression: string): Promise<void> {
    const holds = () => this.page.evaluate(`!!(${expression})`)
    if (!(await eventually(holds, Boolean))) throw new Error(`never came true: ${expression}`)
  }

  async countOf(category: Category): Promise<number> {
    return (await this.marks()).filter((mark) => mark.category === category).length
  }

  /** Rests the pointer on the first mark whose text is `text`; throws if there is none to point at. */
  async hover(text: string): Promise<void> {
    const mark = (await this.marks()).find((each) => each.text === text)
    if (!mark || !(await hoverMark(this.page, mark.index))) throw new Error(`no mark "${text}" to point at`)
  }

  press(key: 'Escape' | 'Tab' | 'Enter'): Promise<void> {
    return this.page.keyboard.press(key)
  }
}

export interface OpenOptions {
  /** Content security policy; without one, page scripts are off. {@link WITH_SCRIPTS} lets them run. */
  policy?: string
  /** Script that runs in the page's own world before anything of the page. */
  before?: string
  /** Other pages of the site, by address. */
  also?: ReadonlyMap<string, string>
}

/** A policy that forbids a page nothing. */
export const WITH_SCRIPTS = ''

export interface Driver {
  readonly name: 'chromium' | 'firefox'
  open(html: string, address?: string, options?: OpenOptions): Promise<ArticlePage>
  /** Title and all text of the open card, or null. */
  card(article: ArticlePage, withinMs?: number): Promise<{ title: string; text: string } | null>
  /** Pauses everywhere, or goes on, as the popup's switch does. */
  pause(isPaused: boolean): Promise<void>
  popup(): Promise<Popup>
  /** What an expression, or the promise that it gives, comes to in a page of the extension's own. It must be plain data. */
  inOwnPage(expression: string): Promise<unknown>
  /** Lets the extension into private windows, as the reader does where extensions are managed. */
  allowPrivate(): Promise<void>
  /** Opens an article in a new private window. */
  openPrivate(html: string, address?: string): Promise<ArticlePage>
  /** Closes the browser and starts it again on the same profile. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** What Chromium must be started with before toolbar buttons can be clicked. */
export const CLICKABLE = '--enable-unsafe-extension-debugging'

export type BrowserName = Driver['name']

/** Starts a browser with the extension built for it, or a plain one. */
export async function startDriver(name: BrowserName, isPlain = false): Promise<ChromiumDriver | FirefoxDriver> {
  const folder = isPlain ? null : await extensionFor(name === 'firefox' ? 'firefox' : 'chrome')
  return (name === 'firefox' ? new FirefoxDriver(folder) : new ChromiumDriver(folder)).start()
}

/** An expression for the extension's own pages that pauses, or goes on. */
const pausing = (isPaused: boolean) =>
  `(globalThis.browser ?? chrome).storage.local.set(${JSON.stringify({ [storageKey('isPaused')]: isPaused })})`

async function openIn(browser: Browser, html: string, address: string, options: OpenOptions): Promise<ArticlePage> {
  return show(await browser.newPage(), html, address, options)
}

/** Serves an article to a page that was opened for it. */
async function show(page: Page, html: string, address: string, options: OpenOptions = {}): Promise<ArticlePage> {
  const article = new ArticlePage(page)
  article.requests = await serve(page, new Map([...(options.also ?? []), [address, html]]), options.policy)
  if (options.before) await page.evaluateOnNewDocument(options.before)
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  return article
}

/** Chromium: also the real popup, and a profile that survives a restart. */
export class ChromiumDriver implements Driver {
  readonly name = 'chromium'
  readonly #extension: string | null
  readonly #profile = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  #browser: Browser | null = null
  /** The extension's, as the browser knows it. */
  #id = ''
  #manager: Page | null = null
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
    this.#browser = this.#manager = this.#own = null
  }

  async open(html: string, address = ADDRESS, options: OpenOptions = {}): Promise<ArticlePage> {
    const article = await openIn(this.browser, html, address, options)
    await article.page.bringToFront()
    return article
  }

  async card({ page }: ArticlePage, withinMs = 3000): Promise<{ title: string; text: string } | null> {
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
    await this.#administer(`chrome.developerPrivate.reload(${JSON.stringify(this.#id)}, { failQuietly: true })`)
    await started
  }

  async switchOffExtension(): Promise<void> {
    await this.#administer(`chrome.management.setEnabled(${JSON.stringify(this.#id)}, false)`)
  }

  async removeExtension(): Promise<void> {
    await this.browser.uninstallExtension(this.#id)
  }

  /** Runs a script where a reader manages extensions, in a tab behind the one that is read. */
  async #administer(script: string): Promise<void> {
    if (this.#manager === null) {
      this.#manager = await this.browser.newPage({ background: true })
      await this.#manager.goto('chrome://extensions', { waitUntil: 'domcontentloaded' })
    }
    await this.#manager.evaluate(script)
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
    await this.#administer(`chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })`)
    // Which starts the extension anew.
    await this.#administer(`chrome.developerPrivate.updateExtensionConfiguration(${update})`)
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
  async pageState({ page }: ArticlePage): Promise<PageState | null> {
    const worker = await backgroundOf(this.browser)
    return (await worker.evaluate(async (url) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: ChromeTabs } }).chrome
      const tab = (await tabs.query({})).find((each) => each.url === url)
      return tab ? tabs.sendMessage(tab.id, { type: 'page.state' }).catch(() => null) : null
    }, page.url())) as PageState | null
  }

  /** Opens the real popup over the tab in front. */
  async popup(): Promise<PopupPage> {
    const worker = await backgroundOf(this.browser)
    return this.#popupAfter(() =>
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
    return this.#popupAfter(() => page.triggerExtensionAction(extension))
  }

  async #popupAfter(open: () => Promise<void>): Promise<PopupPage> {
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

/** The page that has come to those of before. */
async function newcomer(browser: Browser, before: ReadonlySet<Page>): Promise<Page> {
  const findNew = async () => (await browser.pages()).find((page) => !before.has(page)) ?? null
  const page = await eventually(findNew, (found) => found !== null)
  if (page === null) throw new Error('no window has come')
  return page
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

/** The parts of WebDriver BiDi that Puppeteer has no verbs for. */
interface Bidi {
  send(
    method: string,
    params: object,
  ): Promise<{ result: { context: string; contexts: { context: string; url: string }[]; result: BidiNode } }>
}

const bidiOf = (browser: Browser): Bidi => (browser as unknown as { connection: Bidi }).connection

/** Firefox gives extensions an address of their own in every profile; ours is set, so that tests find its pages. */
const FIREFOX_ID = 'tradegloss@tradegloss.org'
const FIREFOX_ADDRESS = '5b9e3a52-6a0c-4f0e-9d53-3f6f1f0c7a11'

/** Firefox, whose profile survives a restart too, though the extension is installed anew. */
export class FirefoxDriver implements Driver {
  readonly name = 'firefox'
  readonly #extension: string | null
  readonly #profile = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  #browser: Browser | null = null

  /** Context of a page of the extension, once one was needed. */
  #own: string | null = null
  /** The welcome page was shown, which comes once. */
  #isGreeted = false

  /** `extension` is the folder of a build; with null the browser is a plain one. */
  constructor(extension: string | null) {
    this.#extension = extension
  }

  get browser(): Browser {
    if (this.#browser === null) throw new Error('the browser is not running')
    return this.#browser
  }

  /** With `ownHosts` (names, separated by commas) those are this machine, whatever their certificates. */
  async start(ownHosts = ''): Promise<this> {
    this.#browser = await puppeteer.launch({
      browser: 'firefox',
      acceptInsecureCerts: ownHosts !== '',
      executablePath: needBrowser('firefox'),
      headless: true,
      userDataDir: this.#profile,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: {
        // An extension without Mozilla's signature goes when the browser does; what it stored must not.
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
        'extensions.webextOptionalPermissionPrompts': false,
        'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_ADDRESS }),
        'network.dns.localDomains': ownHosts,
      },
      defaultViewport: { width: 1100, height: 900 },
    })
    if (this.#extension !== null) {
      await this.#browser.installExtension(this.#extension)
      if (!this.#isGreeted) await closeWelcomeIn(bidiOf(this.#browser))
      this.#isGreeted = true
    }
    return this
  }

  async restart(): Promise<void> {
    await this.browser.close()
    this.#own = null
    await this.start()
  }

  async open(html: string, address = ADDRESS, options: OpenOptions = {}): Promise<ArticlePage> {
    return openIn(this.browser, html, address, options)
  }

  async card({ page }: ArticlePage, withinMs = 5000): Promise<{ title: string; text: string } | null> {
    return eventually(
      () => shadowCard(page),
      (card) => card !== null,
      withinMs,
    )
  }

  async pause(isPaused: boolean): Promise<void> {
    await this.inOwnPage(pausing(isPaused))
  }

  async popup(): Promise<FirefoxPopup> {
    const popup = await FirefoxPopup.of(this.browser)
    await popup.open()
    return popup
  }

  async allowPrivate(): Promise<void> {
    this.#own = null
    await (await FirefoxPopup.of(this.browser)).allowPrivate()
  }

  async openPrivate(html: string, address = ADDRESS): Promise<ArticlePage> {
    const before = new Set(await this.browser.pages())
    await (await FirefoxPopup.of(this.browser)).openPrivateWindow()
    return show(await newcomer(this.browser, before), html, address)
  }

  async inOwnPage(expression: string): Promise<unknown> {
    const bidi = bidiOf(this.browser)
    this.#own ??= await openOwnPage(bidi)
    const { result } = await bidi.send('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
      target: { context: this.#own },
      awaitPromise: true,
    })
    const { value } = result.result as { value?: unknown }
    return JSON.parse(typeof value === 'string' ? value : 'null')
  }

  async close(): Promise<void> {
    await this.#browser?.close().catch(() => {})
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Waits for the page that greets whoever has just installed the extension, and closes it, so that it lies over nothing. */
async function closeWelcomeIn(bidi: Bidi): Promise<void> {
  const shown = await eventually(
    async () => (await bidi.send('browsingContext.getTree', {})).result.contexts,
    (contexts) => contexts.some(({ url }) => url.endsWith('/welcome.html')),
  )
  const welcome = shown.find(({ url }) => url.endsWith('/welcome.html'))
  if (welcome) await bidi.send('browsingContext.close', { context: welcome.context })
}

/** Opens a page of the extension in a tab behind the others; its context. */
async function openOwnPage(bidi: Bidi): Promise<string> {
  const { result } = await bidi.send('browsingContext.create', { type: 'tab', background: true })
  // Firefox never reports such a page as loaded.
  await bidi.send('browsingContext.navigate', {
    context: result.context,
    url: `moz-extension://${FIREFOX_ADDRESS}/popup.html`,
    wait: 'none',
  })
  await eventually(
    () =>
      bidi
        .send('script.evaluate', {
          expression: 'browser.runtime.id',
          target: { context: result.context },
          awaitPromise: false,
        })
        .catch(() => null),
    (reply) => reply !== null && 'value' in reply.result.result,
  )
  return result.context
}

/** A node as WebDriver BiDi serialises it, closed shadow roots included. */
interface BidiNode {
  value?: {
    nodeType?: number
    nodeValue?: string
    localName?: string
    attributes?: Record<string, string>
    children?: BidiNode[]
    shadowRoot?: BidiNode | null
  }
}

async function shadowCard(page: Page): Promise<{ title: string; text: string } | null> {
  const context = (page.mainFrame() as unknown as Record<string, string>)['_id']
  const { result } = await bidiOf(page.browser()).send('script.evaluate', {
    // By the prototype: a page may name its pictures "querySelector".
    expression: "Document.prototype.querySelector.call(document, 'tradegloss-card')",
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 30 },
  })
  const frame = result.result.value?.shadowRoot?.value?.children?.find(
    ({ value }) => value?.attributes?.role === 'dialog',
  )
  if (!frame?.value?.children?.length) return null
  const heading = find(frame, (node) => node.value?.localName === 'h2')
  return heading ? { title: textOf(heading), text: textOf(frame) } : null
}

function find(node: BidiNode, isIt: (node: BidiNode) => boolean): BidiNode | null {
  if (isIt(node)) return node
  for (const child of node.value?.children ?? []) {
    const found = find(child, isIt)
    if (found) return found
  }
  return null
}

function textOf(node: BidiNode): string {
  if (node.value?.nodeType === 3) return node.value.nodeValue ?? ''
  return (node.value?.children ?? []).map(textOf).join(' ').replace(/\s+/g, ' ').trim()
}

/** Marks by category, for tests that compare all four. */
export const byCategory = (marks: readonly SeenMark[]): Record<Category, string[]> =>
  Object.fromEntries(
    CATEGORIES.map((category) => [
      category,
      marks.filter((mark) => mark.category === category).map(({ text }) => text),
    ]),
  ) as Record<Category, string[]>
