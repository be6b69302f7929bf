/** Firefox, by WebDriver BiDi: what Puppeteer has no verbs for is asked for here. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import puppeteer from 'puppeteer-core'
import { needBrowser } from '../../lib/cli/browser/browsers.ts'
import { ADDRESS, ArticlePage, newcomer, openIn, type OpenOptions, show } from './article-page.ts'
import type { Driver } from './driver.ts'
import { FirefoxPopup } from './firefox-popup.ts'
import { pausing } from './own-pages.ts'
import { CARD_MS, eventually } from './waiting.ts'

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

  async card({ page }: ArticlePage, withinMs = CARD_MS): Promise<{ title: string; text: string } | null> {
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
    const page = await newcomer(this.browser, before)
    // The window's own first page may still be on its way, and would stop the one that is asked for.
    const isQuiet = () =>
      page.goto('about:blank').then(
        () => true,
        () => false,
      )
    if (!(await eventually(isQuiet, Boolean))) throw new Error('the private window never came to rest')
    return show(page, html, address)
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
