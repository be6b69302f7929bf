/** The dataset updated in a real browser: from a feed that our tool published, through every fault of a host, killed half-way, and back. */

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Page } from 'puppeteer-core'
import { fingerprintOf, readPrivateKey, readPublicKey, signEdition } from '../../lib/cli/dataset/keys.ts'
import { backgroundOf } from '../../lib/cli/browser/chromium.ts'
import { PACKAGE_FOLDER } from '../../lib/cli/dataset/package-files.ts'
import { signedText } from '../../lib/dataset/signed.ts'
import { pageOf } from './article.ts'
import { extensionFor } from './build.ts'
import type { ArticlePage } from './article-page.ts'
import { ChromiumDriver } from './chromium-driver.ts'
import { enterFeed, pressIn } from './own-pages.ts'
import { eventually } from './waiting.ts'
import { editionWith, termRow, whole } from './editions.ts'
import { FAULTS, FeedServer, feedOf, type Behave } from './feed-server.ts'

const RUN = fileURLToPath(new URL('../../lib/cli/run.mjs', import.meta.url))
/** A host below one that is listed: its permission is there, so that no browser asks, which headless ones cannot. */
const HOST = 'data.reuters.com'
/** The word that only the new edition knows. */
const NEW_WORD = 'grintovium'
const ARTICLE = pageOf(
  `<article><h1>Export controls on rare earths</h1><p>Japan buys dysprosium and ${NEW_WORD} from China, and other rare earths too.</p></article>`,
)

const work = mkdtempSync(join(tmpdir(), 'tradegloss-'))
let server: FeedServer
let driver: ChromiumDriver
let article: ArticlePage
let options: Page
const args: string[] = []

function dataset(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, 'dataset', ...words], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout + stderr)
  return stdout
}

/** Publishes the first edition with the maintainer's tool, from a copy of the package. */
function publishWithTool(): void {
  const folder = join(work, 'package')
  cpSync(PACKAGE_FOLDER, folder, { recursive: true })
  const descriptor = join(folder, 'datapackage.json')
  writeFileSync(descriptor, readFileSync(descriptor, 'utf8').replace(/"version": "[^"]+"/, '"version": "2027.1.1"'))
  const quoted = termRow(NEW_WORD)
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
  const terms = join(folder, 'terms.csv')
  writeFileSync(terms, `${readFileSync(terms, 'utf8').trimEnd()}\n${quoted}\n`)
  writeFileSync(join(work, 'notes.md'), 'One more word for dysprosium.\n')
  dataset('keygen', join(work, 'keys'))
  const key = join(work, 'keys', 'private.pem')
  dataset('publish', join(work, 'feed'), '--key', key, '--from', folder, '--notes', join(work, 'notes.md'))
}

const key = () => readPrivateKey(join(work, 'keys', 'private.pem'))

/** Puts another edition on the feed, signed by the same key. */
async function publish(edition: string, form: string): Promise<void> {
  server.files = feedOf(edition, editionWith(edition, form), await key())
}

async function openOptions(): Promise<Page> {
  const id = new URL((await backgroundOf(driver.browser)).url()).host
  const page = await driver.browser.newPage()
  await page.goto(`chrome-extension://${id}/options.html`, { waitUntil: 'domcontentloaded' })
  return page
}
const text = async (): Promise<string> => (await options.evaluate('document.body.innerText')) as string
/** The page's text once `words` are in it; fails with what there is instead. */
const says = async (words: string): Promise<void> =>
  expect(await eventually(text, (seen) => seen.includes(words))).toContain(words)
const press = (name: string) => pressIn(options, name)

/** Asks the feed and gives the line in which that ended, once it has: lines of before do not count. */
async function checkFails(): Promise<string> {
  const asked = server.requests.length
  await press('Check now')
  const end = `document.querySelector('.data progress') ? '' : (document.querySelector('.data [role=alert]')?.innerText ?? '')`
  return eventually(
    async () => (server.requests.length > asked ? ((await options.evaluate(end)) as string) : ''),
    (line) => line !== '',
    30_000,
  )
}

const forms = async () => (await article.marks()).map((mark) => mark.text)
/** Waits until the open article marks the word, or does not, without being loaded anew. */
const marks = async (word: string, isMarked: boolean): Promise<void> => {
  await article.page.bringToFront()
  const seen = await eventually(forms, (now) => now.length > 0 && now.includes(word) === isMarked, 20_000)
  expect(seen).toContain('dysprosium')
  expect(seen.includes(word)).toBe(isMarked)
}
const pointer = async (): Promise<{ edition: string; isUnsigned?: true }> => {
  const worker = await backgroundOf(driver.browser)
  const stored = (await worker.evaluate('chrome.storage.local.get("edition")')) as { edition: { edition: string } }
  return stored.edition
}

async function openBoth(): Promise<void> {
  article = await driver.open(ARTICLE)
  await article.waitForMarks(2)
  // A reload would take it away.
  await article.page.evaluate('window.isStillHere = true')
  options = await openOptions()
}

beforeAll(async () => {
  publishWithTool()
  server = await FeedServer.start()
  for (const name of readdirSync(join(work, 'feed')))
    server.files.set(name, readFileSync(join(work, 'feed', name), 'utf8'))
  args.push('--ignore-certificate-errors', `--host-resolver-rules=MAP ${HOST} 127.0.0.1, MAP feed.example 127.0.0.1`)
  driver = await new ChromiumDriver(await extensionFor('chrome')).start(args)
  await openBoth()
}, 180_000)
afterAll(async () => {
  await driver?.close()
  await server?.stop()
  rmSync(work, { recursive: true, force: true })
})
afterEach(() => {
  server.behave = null
})

const address = () => `https://${HOST}:${server.port}/feed`

describe('a feed', () => {
  it(
    'is used once its key was compared, offers what changes in words, and repaints open tabs',
    { timeout: 240_000 },
    async () => {
      expect(await forms()).not.toContain(NEW_WORD)
      await enterFeed(options, address())
      await says(fingerprintOf(await readPublicKey(join(work, 'keys', 'public.pem'))))
      expect((await pointer()).edition).not.toBe('2027.1.1')
      await press('It is the same: trust it')
      await says(`Edition 2027.1.1 from ${HOST}:${server.port} is ready`)
      await says('One more word for dysprosium.')
      await says(`“${NEW_WORD}” (English) for Dysprosium`)
      await marks(NEW_WORD, false)
      await press('Use this edition')
      await says('Edition 2027.1.1 (')
      await marks(NEW_WORD, true)
      await article.hover(NEW_WORD)
      expect((await driver.card(article))?.title).toBe('Dysprosium')
      expect(await article.page.evaluate('window.isStillHere')).toBe(true)
      await article.page.mouse.move(1, 1)
    },
  )

  it('was asked without cookie, referrer or cache, and the log says what was asked', async () => {
    for (const { headers } of server.requests) {
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
      expect(headers['cache-control']).toBe('no-cache')
    }
    const [, ...rows] = (await options.$$eval('.log-table tr', (lines) =>
      lines.map((line) => [...line.children].map((cell) => cell.textContent)),
    )) as string[][]
    expect(rows.map(([, url, , outcome]) => [url, outcome])).toContainEqual([
      `${address()}/edition-2027.1.1.json`,
      'Received',
    ])
    expect(rows).toHaveLength(server.requests.length)
  })

  it('has nothing newer', async () => {
    await press('Check now')
    await says('There is no newer edition.')
    expect((await pointer()).edition).toBe('2027.1.1')
  })
})

describe('every fault of a host ends in one line, with the old edition working', () => {
  beforeEach(() => publish('2027.1.2', 'wolframium'))

  it.each<[name: string, behave: Behave | null, line: string]>([
    ['404', FAULTS.status(404), `${HOST}:PORT has no such file (404).`],
    ['429', FAULTS.status(429), `${HOST}:PORT was asked too often (429).`],
    ['500', FAULTS.status(500), `${HOST}:PORT has a problem of its own (500).`],
    ['a redirect to http', FAULTS.redirect('http://www.reuters.com/x.json'), 'Redirects are not followed'],
    ['a redirect to another host', FAULTS.redirect('https://feed.example/x.json'), 'Redirects are not followed'],
    ['a page instead of JSON', FAULTS.contentType, 'did not send JSON, but text/html'],
    ['a file cut off', FAULTS.truncated, 'was cut off'],
    ['10 MB of zeros', FAULTS.zeros, 'The file is larger than 8 MB.'],
    ['a gzip bomb', FAULTS.gzipBomb, 'The file is larger than 8 MB.'],
    ['bytes that are no text', FAULTS.noText, 'The file is not text in UTF-8.'],
    ['a host that stops sending', FAULTS.stalled, 'sent nothing for 10 seconds.'],
  ])('%s', { timeout: 90_000 }, async (_, behave, line) => {
    server.behave = behave
    expect(await checkFails()).toContain(line.replace('PORT', String(server.port)))
    expect((await pointer()).edition).toBe('2027.1.1')
    await marks(NEW_WORD, true)
  })

  it('a feed that changes between its index and its file', async () => {
    const { files } = server
    server.files = new Map([
      ...files,
      ['edition-2027.1.2.json', signedText(signEdition(editionWith('2027.1.2', 'wolfromium'), await key()))],
    ])
    expect(await checkFails()).toContain('changed while it was read')
    expect((await pointer()).edition).toBe('2027.1.1')
  })

  it('an edition that another key signed, and one that was changed after signing', async () => {
    const { files } = server
    server.files = feedOf('2027.1.2', editionWith('2027.1.2', 'evil'), generateKeyPairSync('ed25519').privateKey)
    expect(await checkFails()).toContain('which is not trusted')
    const index = JSON.parse(files.get('index.json') as string) as { sha256: string }
    const forged = (files.get('edition-2027.1.2.json') as string).replace('wolframium', 'wolfrumium')
    const { createHash } = await import('node:crypto')
    index.sha256 = createHash('sha256').update(forged).digest('hex')
    server.files = new Map([
      ['index.json', JSON.stringify(index)],
      ['edition-2027.1.2.json', forged],
    ])
    expect(await checkFails()).toContain('The signature does not fit')
    expect((await pointer()).edition).toBe('2027.1.1')
  })

  it('a lower edition that is replayed', async () => {
    server.files = feedOf('2027.1.0', editionWith('2027.1.0', 'old'), await key())
    expect(await checkFails()).toContain('Edition 2027.1.0 is older than 2027.1.1.')
    expect((await pointer()).edition).toBe('2027.1.1')
  })

  it('storage that is full: the old edition goes on, and room brings the new one', { timeout: 240_000 }, async () => {
    const worker = await backgroundOf(driver.browser)
    // Leaves less than an edition's parts.
    await worker.evaluate(`(async () => {
      const used = await chrome.storage.local.getBytesInUse(null)
      await chrome.storage.local.set({ ballast: 'x'.repeat(chrome.storage.local.QUOTA_BYTES - used - 500_000) })
    })()`)
    await press('Check now')
    await says('Edition 2027.1.2 from')
    await press('Use this edition')
    await says('There is no room left in the browser’s storage.')
    expect((await pointer()).edition).toBe('2027.1.1')
    await worker.evaluate(`chrome.storage.local.remove('ballast')`)
    await marks(NEW_WORD, true)
  })
})

describe('going back', () => {
  it('is to the edition before, in open tabs too, and to the bundled one', { timeout: 240_000 }, async () => {
    await press('Check now')
    await press('Use this edition')
    await says('Edition 2027.1.2 (')
    await marks(NEW_WORD, false)
    await press('Go back to edition 2027.1.1')
    await says('Edition 2027.1.1 (')
    await marks(NEW_WORD, true)
    await press(`Back to the bundled edition ${whole.edition}`)
    await says('It ships with this version of Tradegloss.')
    await marks(NEW_WORD, false)
    expect((await pointer()).edition).toBe(whole.edition)
  })
})

describe('an unsigned file', () => {
  it('is used after a warning only, and stays marked', { timeout: 240_000 }, async () => {
    const file = join(work, 'unsigned.json')
    writeFileSync(file, editionWith('2027.2.1', NEW_WORD))
    await options.bringToFront()
    const input = await eventually(() => options.$('.data input[type=file]:not([aria-disabled=true])'), Boolean)
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file)
    await says('Anybody may have written or changed this file')
    expect((await pointer()).edition).toBe(whole.edition)
    await press('Use it without a signature')
    await says('This edition is not signed')
    await marks(NEW_WORD, true)
    expect(await pointer()).toMatchObject({ edition: '2027.2.1', isUnsigned: true })
    await press(`Back to the bundled edition ${whole.edition}`)
    await says('It ships with this version of Tradegloss.')
  })
})

describe('storage that went bad', () => {
  it(
    'is mended at the next start: same edition, whole; a stored edition that changed is not gone back to',
    { timeout: 180_000 },
    async () => {
      const { edition } = await pointer()
      const worker = await backgroundOf(driver.browser)
      // A part is gone, the pointer is nonsense, and the edition before has another text than was stored.
      await worker.evaluate(`(async () => {
      const lost = (await chrome.storage.local.getKeys()).filter((key) => /\\/card\\/|\\/lexicon\\/en$/.test(key))
      await chrome.storage.local.remove(lost)
      await chrome.storage.local.set({ edition: 7 })
      const db = await new Promise((resolve, reject) => {
        const opening = indexedDB.open('tradegloss')
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = reject
      })
      // On the disk before the browser is killed.
      const change = db.transaction('editions', 'readwrite', { durability: 'strict' })
      const store = change.objectStore('editions')
      store.get('previous').onsuccess = ({ target: { result } }) =>
        store.put({ ...result, text: result.text.replace('dysprosium', 'dysprosiom') }, 'previous')
      await new Promise((resolve) => (change.oncomplete = resolve))
      db.close()
    })()`)
      await driver.kill()
      await driver.start(args)
      await openBoth()
      expect((await pointer()).edition).toBe(edition)
      await says(`Edition ${edition} (`)
      await article.hover('dysprosium')
      expect((await driver.card(article))?.title).toBe('Dysprosium')
      expect(await text()).not.toContain('Go back to edition')
      await article.page.mouse.move(1, 1)
    },
  )
})

describe('a browser killed in the middle of an update', () => {
  it('comes back with one edition, whole', { timeout: 180_000 }, async () => {
    await publish('2027.3.1', NEW_WORD)
    const before = (await pointer()).edition
    await press('Check now')
    await says('Edition 2027.3.1 from')
    const worker = await backgroundOf(driver.browser)
    await press('Use this edition')
    // Its parts are being written; the pointer has not moved or only just.
    const keys = () =>
      worker.evaluate(
        `chrome.storage.local.getKeys().then((keys) => keys.filter((key) => key.includes('/2027.3.1/')).length)`,
      ) as Promise<number>
    await eventually(keys, (count) => count > 0, 30_000)
    await driver.kill()
    await driver.start(args)
    await openBoth()
    const { edition } = await pointer()
    expect([before, '2027.3.1']).toContain(edition)
    await says(`Edition ${edition} (`)
    await marks(NEW_WORD, edition === '2027.3.1')
    const strays = (await (
      await backgroundOf(driver.browser)
    ).evaluate(
      `chrome.storage.local.getKeys().then((keys) => keys.filter((key) => key.startsWith('edition/') && !key.startsWith('edition/${edition}/')))`,
    )) as string[]
    expect(strays).toEqual([])
    // And it can be updated as if nothing had been.
    if (edition !== '2027.3.1') {
      await press('Check now')
      await press('Use this edition')
    }
    await says('Edition 2027.3.1 (')
    await marks(NEW_WORD, true)
  })
})
