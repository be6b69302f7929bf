/** The pages section of the bench: our content script in a real browser, beside others on the same pages, interleaved in one run. */

import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'puppeteer-core'
import { SLICE_MS } from '../../page/schedule.ts'
import { backgroundOf, launchChromium, serve } from '../browser/chromium.ts'
import { builtExtension } from '../browser/extension.ts'
import { DEFAULT_ADDRESS } from '../browser/news-page.ts'
import { EMPTY_POPOVER, hoverTimes } from './pages/hover.ts'
import { LONG_DAY } from './pages/long-day.ts'
import { Meter } from './pages/meter.ts'
import { otherExtension } from './pages/other-extension.ts'
import { PEERS, writePeers, type Peer } from './pages/peers.ts'
import { hasPages, PAGES_FOLDER, readSavedPage, savedPages } from './pages/saved-pages.ts'
import { visit, type Visit } from './pages/visit.ts'
import { median } from './rounds.ts'
import type { Quantity, Row, Section } from './section.ts'

type Name = Peer | 'ours'
type Browsers = Record<Name | 'popover', Browser>

/** mark.js takes seconds a page: it sees every so many. */
const SLOW_EVERY = 9
const ROUNDS = 15
const NAVIGATIONS = 200
const FRAME_MS = 1000 / 60
const MEGABYTE = 1_000_000

const ms = (value: number): Quantity => ({ value, unit: 'ms' })
const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0)

/** Visits of one page by everyone, `nothing` among them. */
type Visits = Partial<Record<Name, Visit>> & { nothing: Visit }

/** What `name` adds on the pages that it saw to an empty content script. */
const addedBy = (visits: readonly Visits[], name: Name, key: keyof Visit): number[] =>
  visits.flatMap(({ nothing, [name]: one }) => (one ? [one[key] - nothing[key]] : []))

async function visitAll(browsers: Browsers, every: number): Promise<Visits[]> {
  const all: Visits[] = []
  const pages = savedPages().filter((_, index) => index % every === 0)
  for (const [index, saved] of pages.entries()) {
    const { html, address } = readSavedPage(saved)
    const names = ([...PEERS, 'ours'] as const).filter((name) => name !== 'mark.js' || index % SLOW_EVERY === 0)
    const seen: Partial<Record<Name, Visit>> = {}
    // Another goes first each time, so that none has the warmer machine.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(turn + index) % names.length] as Name
      seen[name] = await visit(browsers[name], html, address)
    }
    all.push(seen as Visits)
    process.stderr.write(`\r${index + 1} pages`)
  }
  process.stderr.write('\n')
  return all
}

const SENTENCES = [
  'Japan still imports about 60% of its rare earths from China, and dysprosium prices rose.',
  ...Array.from(
    { length: 9 },
    (_, at) => `Officials in capital ${at} said that talks on ports and tariffs would go on.`,
  ),
]
/** News of half a million characters, every tenth sentence on topic. */
const LONG = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Long</title><article>${`<p>${SENTENCES.join(' ')}</p>`.repeat(Math.ceil(500_000 / SENTENCES.join(' ').length))}</article></html>`

/** Heap (bytes) that is not given back after so many client-side navigations. */
async function keptAfterDay(browser: Browser): Promise<number> {
  const page = await browser.newPage()
  try {
    await serve(page, new Map([[DEFAULT_ADDRESS, LONG_DAY]]), '')
    await page.goto(DEFAULT_ADDRESS, { waitUntil: 'domcontentloaded' })
    await page.bringToFront()
    const meter = await Meter.on(page)
    await page.evaluate('read(0, 20)')
    const first = await meter.held()
    await page.evaluate(`read(20, ${NAVIGATIONS})`)
    return (await meter.held()).heapBytes - first.heapBytes
  } finally {
    await page.close()
  }
}

function rowsOfVisits(visits: readonly Visits[]): Row[] {
  const names = ['ours', 'reader', 'alternation', 'mark.js'] as const
  const row = (what: string, key: keyof Visit, of: (values: number[]) => number, unit: string): Row => {
    const cells = names.map((name) => [name, { value: of(addedBy(visits, name, key)), unit }] as const)
    const { ours, ...peers } = Object.fromEntries(cells)
    return { what, measured: ours as Quantity, limit: null, peers: peers as Record<string, Quantity> }
  }
  const total = (name: Name, of = visits) => sum(addedBy(of, name, 'scriptMs'))
  const slow = visits.filter((each) => each['mark.js'])
  const ratio = (what: string, value: number, limit: number): Row => ({
    what,
    measured: { value, unit: '×' },
    limit: { kind: 'at most', value: limit },
    peers: {},
  })
  return [
    row('added script time a page, median', 'scriptMs', median, 'ms'),
    row('added script time a page, worst', 'scriptMs', (values) => Math.max(...values), 'ms'),
    row(`added script time, all pages (mark.js ${slow.length})`, 'scriptMs', sum, 'ms'),
    ratio('… beside the reader', total('ours') / total('reader'), 2),
    ratio('… beside mark.js, on its pages', total('ours', slow) / total('mark.js', slow), 0.05),
    row('added layout and paint a page, median', 'layoutMs', median, 'ms'),
    row('longest task added on a page, median', 'longestMs', median, 'ms'),
    {
      what: 'longest slice of our work on any of them',
      measured: ms(Math.max(...visits.map(({ ours }) => ours?.sliceMs ?? 0))),
      limit: { kind: 'at most', value: SLICE_MS },
      peers: {},
    },
    row('added nodes a page, median', 'nodes', median, ''),
    row('added heap a page, median', 'heapBytes', median, 'B'),
  ]
}

/** Rejects where there is no Chromium. Without the saved pages only the rest is measured; `every` second or third one is a quick look. */
export async function measurePages(every: number): Promise<Section> {
  const extension = await builtExtension('chrome', () => console.error('Building the extension …'))
  const folders = { ...(await writePeers()), ours: extension, popover: otherExtension(EMPTY_POPOVER) }
  const browsers = {} as Browsers
  try {
    for (const [name, folder] of Object.entries(folders) as [keyof Browsers, string][])
      browsers[name] = await launchChromium({ extension: folder, headless: true })
    await isReady(browsers.ours)
    const visits = hasPages ? await visitAll(browsers, every) : []
    const long: Visit[] = []
    for (let round = 0; round < 5; round++) long.push(await visit(browsers.ours, LONG, DEFAULT_ADDRESS, true))
    const kept = await keptAfterDay(browsers.ours)
    const [card, popover] = [await hoverTimes(browsers.ours, ROUNDS), await hoverTimes(browsers.popover, ROUNDS)]
    return {
      notes: [
        hasPages
          ? `${visits.length} saved news pages, their own scripts off, in headless Chromium; script, layout and tasks in processor time, less that of an empty content script on the same page.`
          : `${PAGES_FOLDER} is absent, so no saved page was measured.`,
        'Script time: compiling and running, what the browser hands over (answers too), garbage collection. The reader looks at every character of every text; alternation and mark.js have the terms of our lexicon, without its patterns.',
      ],
      rows: [
        ...(visits.length > 0 ? rowsOfVisits(visits) : []),
        {
          what: 'longest task of ours, 500,000 characters, median of 5',
          measured: ms(median(long.map(({ longestMs }) => longestMs))),
          limit: { kind: 'at most', value: 16 },
          peers: {},
        },
        {
          what: 'longest slice of it, median of 5',
          measured: ms(median(long.map(({ sliceMs }) => sliceMs))),
          limit: { kind: 'at most', value: SLICE_MS },
          peers: {},
        },
        {
          what: `heap kept after ${NAVIGATIONS} client-side navigations`,
          measured: { value: kept / MEGABYTE, unit: 'MB' },
          limit: { kind: 'at most', value: 1 },
          peers: {},
        },
        {
          what: 'card after the rest, beyond an empty popover, median',
          measured: { value: (median(card) - median(popover)) / FRAME_MS, unit: 'frames' },
          limit: { kind: 'at most', value: 2 },
          peers: { card: ms(median(card)), popover: ms(median(popover)) },
        },
      ],
    }
  } finally {
    for (const browser of Object.values(browsers)) await browser.close().catch(() => {})
  }
}

/** A fresh installation compiles its dataset first. */
async function isReady(browser: Browser): Promise<void> {
  const worker = await backgroundOf(browser)
  const end = Date.now() + 60_000
  while (!(await worker.evaluate(`chrome.storage.local.get('edition').then(({ edition }) => !!edition)`))) {
    if (Date.now() > end) throw new Error('The extension did not store its dataset within a minute.')
    await wait(200)
  }
}
