/** `npm start`: opens Chromium with the extension on a page, and without a display shows what it did. */

import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, join, parse as parsePath, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'puppeteer-core'
import { CATEGORIES } from '../detect/types.ts'
import { isoDate } from '../page/article.ts'
import type { ListedMention } from '../messaging/protocol.ts'
import { isOnSites, type Site } from '../sites/match.ts'
import { messageOf } from '../unknown/message.ts'
import { askTabOf, launchChromium, serve } from './browser/chromium.ts'
import { builtExtension } from './browser/extension.ts'
import { fail, tellUnwritable } from './fail.ts'
import { pageOfFile, pageOfUrl, type NewsPage } from './browser/news-page.ts'
import { hoverMark, marksOn, waitForCard } from './browser/page-marks.ts'
import { requiredSites } from './build/required-sites.ts'
import { table } from './table.ts'

const HELP = `npm start [-- FILE.html|FILE.txt|URL …] [--headless] [--screenshot PNG] [--date YYYY-MM-DD] [--allow]

  FILE          is shown as an article of its own address if that site is listed, else of www.reuters.com
  URL           is loaded from the network; its site must be listed, or --allow adds it to a temporary build
  --headless    (also without a display) prints what was marked and saves a screenshot with a card open
  --screenshot  where to save it: .png, .jpg or .webp (default: tradegloss.png)
  --date        the article's date, in place of any that a FILE states; not for a URL, which states its own`

const SAMPLE = fileURLToPath(new URL('sample-article.html', import.meta.url))
/** Longest wait for a page to be read: a first start also compiles the dataset. */
const READ_WITHIN_MS = 20_000

const isUrl = (text: string) => /^https?:\/\//i.test(text)

async function pagesFor(
  inputs: readonly string[],
  listed: readonly Site[],
  date: string | undefined,
  isAllowed: boolean,
): Promise<NewsPage[]> {
  return Promise.all(
    (inputs.length > 0 ? inputs : [SAMPLE]).map(async (input) =>
      isUrl(input) ? pageOfUrl(input, listed, { date, isAllowed }) : pageOfFile(input, listed, date),
    ),
  )
}

async function open(browser: Browser, { address, html, name }: NewsPage): Promise<Page> {
  const page = await browser.newPage()
  if (html !== null) await serve(page, new Map([[address, html]]))
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: 60_000 })
  } catch (error) {
    throw new Error(`${name} could not be opened: ${messageOf(error)}`, {
      cause: error,
    })
  }
  return page
}

/** Mentions as the extension lists them, once the page was read and their number no longer grows. */
async function mentionsOf(page: Page): Promise<readonly ListedMention[]> {
  const end = Date.now() + READ_WITHIN_MS
  let last = -1
  while (Date.now() < end) {
    const isRead = (await askTabOf(page, { type: 'page.state' }))?.isRead === true
    const { mentions } = (isRead && (await askTabOf(page, { type: 'page.mentions' }))) || { mentions: [] }
    if (isRead && mentions.length === last) return mentions
    if (isRead) last = mentions.length
    await wait(300)
  }
  return []
}

/** Opens the card of the mark that has most to say: one with the article's own number, else with a figure. */
async function screenshotWithCard(page: Page, mentions: readonly ListedMention[], file: string): Promise<boolean> {
  const marks = await marksOn(page)
  const withFigure = new Set(mentions.filter(({ figure }) => figure !== '').map(({ text }) => text))
  const ranked = [...marks].sort((a, b) => score(b) - score(a))
  function score({ category, text, before }: (typeof marks)[number]): number {
    return (
      (withFigure.has(text) ? 2 : 0) +
      (category === 'rare-earths' ? 1 : 0) +
      (/\d\s?(?:%|percent|per cent)\s+of\s+[\w’' ]{0,30}$/.test(before) ? 4 : 0)
    )
  }
  for (const mark of ranked.slice(0, 5)) {
    if ((await hoverMark(page, mark.index)) && (await waitForCard(page))) {
      await page.screenshot({ path: file as `${string}.png` })
      return true
    }
  }
  return false
}

async function report(page: Page, { name }: NewsPage, file: string): Promise<boolean> {
  const mentions = await mentionsOf(page)
  if (mentions.length === 0) {
    console.error(`${name}: nothing to show, no mention of ${CATEGORIES.join(', ')} was found.`)
    return false
  }
  console.log(`${name} (${page.url()})\n`)
  console.log(
    table(
      ['category', 'text', 'entry', 'headline figure'],
      mentions.map(({ category, text, entry, figure }) => [category, text, entry, figure]),
    ),
  )
  const isSaved = await screenshotWithCard(page, mentions, file)
  console.log(
    isSaved
      ? `\n${mentions.length} ${mentions.length === 1 ? 'mention' : 'mentions'}; screenshot with an open card: ${file}\n`
      : '',
  )
  if (!isSaved) console.error(`${name}: no mention could be pointed at, so no card was opened.`)
  return isSaved
}

/** "shot.png" for one page; "shot-2.png" for the second of several. */
function numbered(file: string, index: number, count: number): string {
  const { dir, name, ext } = parsePath(file)
  return join(dir, `${name}${count > 1 ? `-${index + 1}` : ''}${ext || '.png'}`)
}

/** Throws an Error in words where no picture could be saved as `file`: better now than after the browser was shown. */
function checkScreenshot(file: string): void {
  const { name, ext } = parsePath(file)
  // What the browser can write; an article given by mistake is not overwritten.
  if (name === '' || !['', '.png', '.jpg', '.jpeg', '.webp'].includes(ext.toLowerCase()))
    throw new Error(`--screenshot "${file}" is no name of a picture (.png, .jpg, .webp).`)
  const folder = dirname(resolve(file))
  if (!existsSync(folder)) throw new Error(`--screenshot: there is no folder ${folder}.`)
  try {
    accessSync(folder, constants.W_OK)
  } catch (error) {
    throw new Error(`--screenshot: nothing can be written into ${folder}.`, { cause: error })
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      headless: { type: 'boolean' },
      screenshot: { type: 'string', default: 'tradegloss.png' },
      date: { type: 'string' },
      allow: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return console.log(HELP)
  if (values.date !== undefined && isoDate(values.date) !== values.date)
    throw new Error(`--date "${values.date}" is no day of the form YYYY-MM-DD from 1900 to 2099.`)
  const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
  const headless = values.headless === true || !hasDisplay
  if (headless) checkScreenshot(values.screenshot)
  const listed = requiredSites()
  const pages = await pagesFor(positionals, listed, values.date, values.allow)
  const foreign = pages
    .filter(({ address }) => !isOnSites(address, listed))
    .map(({ address }) => new URL(address).hostname)
  if (new Set(foreign).size > 1) throw new Error('--allow adds one host at a time; open the others on their own.')
  const extension = await builtExtension('chrome', () => console.error('Building the extension …'), foreign[0])
  const browser = await launchChromium({ extension, headless })
  try {
    if (!headless) {
      for (const page of pages) await open(browser, page)
      console.log('Chromium is open; close it or press Ctrl+C to end.')
      await new Promise((ended) => browser.once('disconnected', ended))
      return
    }
    for (const [index, page] of pages.entries()) {
      const tab = await open(browser, page)
      const isShown = await report(tab, page, numbered(values.screenshot, index, pages.length))
      if (!isShown) process.exitCode = 1
      await tab.close()
    }
  } finally {
    await browser.close().catch(() => {})
  }
}

// The picture is saved also where nobody reads on.
tellUnwritable(() => {})
await main().catch(fail)
