/** One driver for both browsers: the few things a reader does, so that tests read the same in Chromium and in Firefox. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import { needBrowser } from '../../lib/cli/browsers.ts'
import { backgroundOf, launchChromium, serve } from '../../lib/cli/chromium.ts'
import { accessibilityTree, hoverMark, marksOn, waitForCard, type SeenMark } from '../../lib/cli/page-marks.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { PageState } from '../../lib/messaging/protocol.ts'

export const ADDRESS = 'https://www.reuters.com/tradegloss/article/'

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Asks until `ask` gives something, at most `withinMs`; the last answer either way. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isEnough: (value: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const end = Date.now() + withinMs
  let value = await ask()
  while (!isEnough(value) && Date.now() < end) {
    await wait(100)
    value = await ask()
  }
  return value
}

/** The part of Chrome's own API that tests call in the background. */
interface ChromeTabs {
  query(query: object): Promise<{ id: number; url?: string }[]>
  sendMessage(id: number, message: object): Promise<unknown>
}

export interface SwitchState {
  name: string
  isOn: boolean
}

export interface Popup {
  readonly page: Page
  switches(): Promise<SwitchState[]>
  flip(name: string): Promise<void>
  /** Clicks the button with these words. */
  press(name: string): Promise<void>
  text(): Promise<string>
  close(): Promise<void>
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

export interface Driver {
  readonly name: 'chromium' | 'firefox'
  open(html: string, address?: string): Promise<ArticlePage>
  /** Title and all text of the open card, or null. */
  card(article: ArticlePage, withinMs?: number): Promise<{ title: string; text: string } | null>
  close(): Promise<void>
}

/** What Chromium must be started with before toolbar buttons can be clicked. */
export const CLICKABLE = '--enable-unsafe-extension-debugging'

/** Chromium: also the real popup, and a profile that survives a restart. */
export class ChromiumDriver implements Driver {
  readonly name = 'chromium'
  readonly #extension: string
  readonly #profile = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  #browser: Browser | null = null

  constructor(extension: string) {
    this.#extension = extension
  }

  get browser(): Browser {
    if (this.#browser === null) throw new Error('the browser is not running')
    return this.#browser
  }

  /** With `headless` false it needs a display; the browser's own prompts are shown there only. */
  async start(args: string[] = [], headless = true): Promise<this> {
    this.#browser = await launchChromium({ extension: this.#extension, headless, profile: this.#profile, args })
    await backgroundOf(this.#browser)
    return this
  }

  /** Closes the browser and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.browser.close()
    await this.start()
  }

  async open(html: string, address = ADDRESS): Promise<ArticlePage> {
    const page = await this.browser.newPage()
    const article = new ArticlePage(page)
    article.requests = await serve(page, new Map([[address, html]]))
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    await page.bringToFront()
    return article
  }

  async card({ page }: ArticlePage, withinMs = 3000): Promise<{ title: string; text: string } | null> {
    const title = await waitForCard(page, withinMs)
    if (title === null) return null
    return { title, text: await cardText(page) }
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

  /** Starts the extension anew under its open pages, as an update does. Its old background stays listed, dead. */
  async update(): Promise<void> {
    const page = await this.browser.newPage()
    await page.goto('chrome://extensions/')
    // Else Chromium leaves an unpacked extension switched off.
    await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })')
    const id = new URL((await backgroundOf(this.browser)).url()).host
    const started = new Promise<void>((resolve) => {
      this.browser.on('targetcreated', (target) => target.type() === 'service_worker' && resolve())
    })
    await page.evaluate(`chrome.developerPrivate.reload(${JSON.stringify(id)}, { failQuietly: true })`)
    await started
    await page.close()
  }

  /** Opens the real popup over the tab in front. */
  async popup(): Promise<Popup> {
    const worker = await backgroundOf(this.browser)
    return this.#popupAfter(() =>
      worker.evaluate(() =>
        (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup(),
      ),
    )
  }

  /** Clicks the toolbar button on a page, which lends us that page (activeTab). Needs {@link CLICKABLE}. */
  async popupByClick(page: Page): Promise<Popup> {
    const [extension] = (await this.browser.extensions()).values()
    if (extension === undefined) throw new Error('the extension is not installed')
    return this.#popupAfter(() => page.triggerExtensionAction(extension))
  }

  async #popupAfter(open: () => Promise<void>): Promise<Popup> {
    const opened = this.browser.waitForTarget((target) => target.url().endsWith('/popup.html'), { timeout: 10_000 })
    await open()
    const page = await (await opened).asPage()
    await page.waitForSelector('[role=switch]')
    return {
      page,
      switches: async () =>
        (await page.evaluate(`[...document.querySelectorAll('[role=switch]')].map((each) => ({
          name: each.getAttribute('aria-label'), isOn: each.getAttribute('aria-checked') === 'true' }))`)) as SwitchState[],
      flip: async (name) => {
        const handle = await page.waitForSelector(`[role=switch][aria-label=${JSON.stringify(name)}]`)
        await handle?.click()
      },
      press: async (name) => {
        const handle = await page.waitForSelector(`::-p-xpath(//button[normalize-space()=${JSON.stringify(name)}])`)
        await handle?.click()
      },
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

/** Text of the open card: what a screen reader is given below its dialog. */
async function cardText(page: Page): Promise<string> {
  const tree = await accessibilityTree(page)
  return tree
    .filter(({ inCard, role }) => inCard && role === 'StaticText')
    .map(({ name }) => name)
    .join(' ')
}

/** Firefox: marks, hover and card; the popup is in {@link FirefoxPopup}. */
export class FirefoxDriver implements Driver {
  readonly name = 'firefox'
  readonly #extension: string
  #browser: Browser | null = null

  constructor(extension: string) {
    this.#extension = extension
  }

  async start(): Promise<this> {
    this.#browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: needBrowser('firefox'),
      headless: true,
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: { 'extensions.webextOptionalPermissionPrompts': false },
      defaultViewport: { width: 1100, height: 900 },
    })
    await this.#browser.installExtension(this.#extension)
    return this
  }

  get browser(): Browser {
    if (this.#browser === null) throw new Error('the browser is not running')
    return this.#browser
  }

  async open(html: string, address = ADDRESS): Promise<ArticlePage> {
    const page = await this.browser.newPage()
    const article = new ArticlePage(page)
    article.requests = await serve(page, new Map([[address, html]]))
    await page.goto(address, { waitUntil: 'domcontentloaded' })
    return article
  }

  async card({ page }: ArticlePage, withinMs = 5000): Promise<{ title: string; text: string } | null> {
    return eventually(
      () => shadowCard(page),
      (card) => card !== null,
      withinMs,
    )
  }

  async close(): Promise<void> {
    await this.#browser?.close().catch(() => {})
  }
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
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: { result: BidiNode } }> }
  }
  const context = (page.mainFrame() as unknown as Record<string, string>)['_id']
  const { result } = await connection.send('script.evaluate', {
    expression: "document.querySelector('tradegloss-card')",
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
