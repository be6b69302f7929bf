/** A Chromium with the extension in it, and pages served to it from memory. Node only. */

import { existsSync, readdirSync } from 'node:fs'
import puppeteer, {
  type Browser,
  type HTTPRequest,
  type LaunchOptions,
  type Page,
  type WebWorker,
} from 'puppeteer-core'
import type { Message, Reply, ToPage } from '../../messaging/protocol.ts'
import { messageOf } from '../../unknown/message.ts'
import { needBrowser } from './browsers.ts'

/** Keeps a fresh profile quiet: no first-run pages, no background traffic. */
const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-features=DialMediaRouteProvider,SpareRendererForSitePerProcess',
  '--hide-scrollbars',
]

/** CSS px, and pixels of the screen for each. */
export const VIEWPORT = { width: 1100, height: 900, deviceScaleFactor: 2 }

export interface LaunchChromium {
  /** Folder of a build; without it a plain browser starts. */
  extension?: string
  headless: boolean
  /** A folder whose profile survives the browser; a temporary one without. */
  profile?: string
  args?: string[]
}

/** Starts it. On a fresh profile the page that greets a new reader is closed, so that it lies over nothing. */
export async function launchChromium({ extension, headless, profile, args = [] }: LaunchChromium): Promise<Browser> {
  const executablePath = needBrowser('chromium')
  const isFresh = profile === undefined || !existsSync(profile) || readdirSync(profile).length === 0
  const options: LaunchOptions = {
    executablePath,
    headless,
    pipe: true,
    enableExtensions: extension ? [extension] : true,
    defaultViewport: headless ? VIEWPORT : null,
    // Chromium refuses its sandbox to root.
    args: [
      ...QUIET,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless ? ['--disable-gpu'] : []),
      ...args,
    ],
    ...(profile ? { userDataDir: profile } : {}),
  }
  const browser = await puppeteer.launch(options).catch((error: unknown) => {
    // Puppeteer speaks to whoever calls it, and adds what the browser printed.
    const [reason = ''] = messageOf(error).split(/[.\n]/)
    const way = headless ? '' : ' with a window (--headless needs no display)'
    throw new Error(`Chromium (${executablePath}) did not start${way}: ${reason}.`, { cause: error })
  })
  if (extension && isFresh) await closeWelcome(browser)
  return browser
}

/** Waits for the page that greets whoever has just installed the extension, and closes it. Gives up after 15 s. */
export async function closeWelcome(browser: Browser): Promise<void> {
  const shown = await browser
    .waitForTarget((each) => each.url().endsWith('/welcome.html'), { timeout: 15_000 })
    .catch(() => null)
  await (await shown?.page())?.close()
}

/** The extension's background worker, once it runs. */
export async function backgroundOf(browser: Browser): Promise<WebWorker> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().endsWith('background.js'),
    { timeout: 30_000 },
  )
  const worker = await target.worker()
  if (worker === null) throw new Error('The background of the extension did not start.')
  return worker
}

/** The part of Chrome's own API that is called in the background. */
interface ChromeTabs {
  query(query: object): Promise<{ id: number; url?: string }[]>
  sendMessage(id: number, message: object): Promise<unknown>
}

/** What runs of ours in a page answers, asked through the background; null where nothing does, or has no answer. */
export async function askTabOf<Key extends keyof ToPage>(
  page: Page,
  message: Message<ToPage, Key>,
): Promise<Reply<ToPage, Key> | null> {
  const worker = await backgroundOf(page.browser())
  return (await worker.evaluate(
    async (url, asked) => {
      const { tabs } = (globalThis as unknown as { chrome: { tabs: ChromeTabs } }).chrome
      const tab = (await tabs.query({})).find((each) => each.url === url)
      return tab ? ((await tabs.sendMessage(tab.id, asked).catch(() => null)) ?? null) : null
    },
    page.url(),
    message,
  )) as Reply<ToPage, Key> | null
}

/** Page scripts are off by policy and not by the browser's switch, which would silence our own listeners too. */
export const NO_SCRIPTS = "script-src 'none'"

/**
 * Answers the addresses of `pages` with their HTML under a content security `policy`, and aborts everything else; returns
 * what was asked for besides.
 */
export async function serve(
  page: Page,
  pages: ReadonlyMap<string, string>,
  policy: string = NO_SCRIPTS,
): Promise<string[]> {
  const others: string[] = []
  await page.setRequestInterception(true)
  page.on('request', (request: HTTPRequest) => {
    const html =
      request.isNavigationRequest() && request.frame() === page.mainFrame() ? pages.get(request.url()) : undefined
    if (html !== undefined)
      request
        .respond({
          status: 200,
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': policy },
          body: html,
        })
        .catch(() => {})
    else {
      others.push(request.url())
      // A page that was left meanwhile has taken its requests with it.
      request.abort().catch(() => {})
    }
  })
  return others
}
