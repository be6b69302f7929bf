/** A server-rendered React page takes itself over while we mark it: no complaint, and the marks stand. mark.js shows the other case. */

import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ArticlePage, WITH_SCRIPTS } from './article-page.ts'
import { type BrowserName, type Driver, startDriver } from './driver.ts'
import { eventually } from './waiting.ts'
import { bundleClient, renderStream } from './hydration/server.ts'
import { otherExtension } from '../../lib/cli/bench/pages/other-extension.ts'

const MARK_JS = fileURLToPath(import.meta.resolve('mark.js/dist/mark.min.js'))
const OF_SHELL = ['Dysprosium', 'rare earths', 'one-China policy']
const OF_ANALYSIS = ['Senkaku Islands', 'Heavy rare earths']
const ALL = [...OF_SHELL, ...OF_ANALYSIS]
const marking = `new Mark(document.body).mark(${JSON.stringify(ALL)}, { separateWordSearch: false, acrossElements: true })`

let client: string
let shell: string
let rest: string
beforeAll(async () => {
  ;[client, { shell, rest }] = await Promise.all([bundleClient(), renderStream()])
})

/** The late parts of the page. */
class ReactPage {
  readonly article: ArticlePage
  constructor(article: ArticlePage) {
    this.article = article
  }
  /** The script arrives and hydrates what is there. */
  async hydrate(): Promise<void> {
    await this.article.page.evaluate(client)
    await this.#run('hydrate()', 'globalThis.isHydrated')
  }
  /**
   * Content scripts come when a document has ended. So that ours meets one that still streams, which is harder, the page's
   * own world is told that it does.
   */
  async keepStreaming(): Promise<void> {
    await this.article.page.evaluate(`Object.defineProperty(document, 'readyState', { value: 'loading' }) && undefined`)
  }
  /** The rest of the document arrives, with the script that puts it where it belongs. */
  stream(): Promise<void> {
    const insert = `document.body.append(document.createRange().createContextualFragment(${JSON.stringify(rest)}))`
    return this.#run(insert, `document.querySelector('section')`)
  }
  hydrateAnalysis(): Promise<void> {
    return this.#run('hydrateAnalysis()', 'globalThis.isAnalysisHydrated')
  }
  changeLead(): Promise<void> {
    return this.#run('changeLead()', `document.querySelector('#lead')?.textContent.startsWith('Tokyo')`)
  }
  complaints(): Promise<string[]> {
    return this.article.page.evaluate('complaints') as Promise<string[]>
  }
  /** Does something, and waits until `done` holds in the page. */
  async #run(script: string, done: string): Promise<void> {
    await this.article.page.evaluate(`void ${script}`)
    await this.article.waitFor(done)
  }
}

const open = async (driver: Driver, html: string) =>
  new ReactPage(await driver.open(html, undefined, { policy: WITH_SCRIPTS }))

describe.each(['chromium', 'firefox'] satisfies BrowserName[])('a React page in %s', (name) => {
  let driver: Driver
  beforeAll(async () => {
    driver = await startDriver(name)
  })
  afterAll(() => driver?.close())

  it('hydrates marked text without complaint, and replaces it later', async () => {
    const react = await open(driver, shell + rest)
    expect(await react.article.waitForTexts(ALL)).toEqual(ALL)
    await react.hydrate()
    await react.hydrateAnalysis()
    expect(await react.article.waitForTexts(ALL)).toEqual(ALL)
    await react.changeLead()
    const later = ['Dysprosium', 'dual-use items', 'one-China policy', ...OF_ANALYSIS]
    expect(await react.article.waitForTexts(later)).toEqual(later)
    expect(await react.complaints()).toEqual([])
    await react.article.page.close()
  })

  it('streams its rest into a marked page, hydrated before and after', async () => {
    const react = await open(driver, shell)
    expect(await react.article.waitForTexts(OF_SHELL)).toEqual(OF_SHELL)
    await react.keepStreaming()
    await react.hydrate()
    await react.stream()
    expect(await react.article.waitForTexts(ALL)).toEqual(ALL)
    await react.hydrateAnalysis()
    expect(await react.article.waitForTexts(ALL)).toEqual(ALL)
    expect(await react.complaints()).toEqual([])
    await react.article.page.close()
  })

  it('hydrates with a card open', async () => {
    const react = await open(driver, shell + rest)
    await react.article.waitForTexts(ALL)
    await react.article.hover('rare earths')
    expect((await driver.card(react.article))?.title).toBe('Rare earths')
    await react.hydrate()
    await react.hydrateAnalysis()
    expect((await driver.card(react.article))?.title).toBe('Rare earths')
    expect(await react.complaints()).toEqual([])
    await react.article.page.close()
  })
})

it('with mark.js the page complains, and its marks are thrown away', async () => {
  const driver = await startDriver('chromium', true)
  try {
    await driver.browser.installExtension(otherExtension(marking, [MARK_JS]))
    const react = await open(driver, shell + rest)
    const count = () => react.article.page.evaluate(`document.querySelectorAll('mark').length`) as Promise<number>
    expect(await eventually(count, (marks) => marks > 0)).toBeGreaterThan(0)
    await react.hydrate()
    await react.hydrateAnalysis()
    expect((await react.complaints()).filter((each) => /hydrat/i.test(each)).length).toBeGreaterThan(0)
    expect(await count()).toBe(0)
  } finally {
    await driver.close()
  }
})
