/** An article in a tab: its marks, what the page says and asks for, and how one is opened. */

import type { Browser, Page } from 'puppeteer-core'
import { serve } from '../../lib/cli/browser/chromium.ts'
import { hoverMark, marksOn, type SeenMark } from '../../lib/cli/browser/page-marks.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import { eventually } from './waiting.ts'

export const ADDRESS = 'https://www.reuters.com/tradegloss/article/'

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

  /**
   * Rests the pointer on the first mark whose text is `text`, in the tab in front: in another one every move of the mouse
   * would wait for frames that never come. Throws if there is none to point at.
   */
  async hover(text: string): Promise<void> {
    await this.page.bringToFront()
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

/** Opens an article in a new tab. */
export async function openIn(
  browser: Browser,
  html: string,
  address: string,
  options: OpenOptions = {},
): Promise<ArticlePage> {
  return show(await browser.newPage(), html, address, options)
}

/** Serves an article to a page that was opened for it. */
export async function show(page: Page, html: string, address: string, options: OpenOptions = {}): Promise<ArticlePage> {
  const article = new ArticlePage(page)
  article.requests = await serve(page, new Map([...(options.also ?? []), [address, html]]), options.policy)
  if (options.before) await page.evaluateOnNewDocument(options.before)
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  return article
}

/** The page that has come to those of before. */
export async function newcomer(browser: Browser, before: ReadonlySet<Page>): Promise<Page> {
  const findNew = async () => (await browser.pages()).find((page) => !before.has(page)) ?? null
  const page = await eventually(findNew, (found) => found !== null)
  if (page === null) throw new Error('no window has come')
  return page
}

/** Marks by category, for tests that compare all four. */
export const byCategory = (marks: readonly SeenMark[]): Record<Category, string[]> =>
  Object.fromEntries(
    CATEGORIES.map((category) => [
      category,
      marks.filter((mark) => mark.category === category).map(({ text }) => text),
    ]),
  ) as Record<Category, string[]>
