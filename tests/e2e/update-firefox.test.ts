/** The dataset updated in Firefox, from a feed over https, with open tabs repainted; faults and a way back, as the options page asks for them. */

import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rawPublicKey } from '../../lib/cli/dataset/keys.ts'
import type { UpdateStatus } from '../../lib/updates/status.ts'
import { pageOf } from './article.ts'
import { extensionFor } from './build.ts'
import type { ArticlePage } from './article-page.ts'
import { FirefoxDriver } from './firefox-driver.ts'
import { eventually } from './waiting.ts'
import { editionWith, whole } from './editions.ts'
import { FAULTS, FeedServer, feedOf } from './feed-server.ts'

/** Below a listed host, whose permission is there. */
const HOST = 'data.reuters.com'
const NEW_WORD = 'grintovium'
const { privateKey, publicKey } = generateKeyPairSync('ed25519')

let server: FeedServer
let driver: FirefoxDriver
let article: ArticlePage

const ask = (message: object) => driver.inOwnPage(`browser.runtime.sendMessage(${JSON.stringify(message)})`)
const status = async () => (await ask({ type: 'update.status' })) as UpdateStatus
const forms = async () => (await article.marks()).map(({ text }) => text)
const isMarked = (wanted: boolean) =>
  eventually(forms, (now) => now.length > 0 && now.includes(NEW_WORD) === wanted, 20_000)

beforeAll(async () => {
  server = await FeedServer.start()
  server.files = feedOf('2027.1.1', editionWith('2027.1.1', NEW_WORD), privateKey)
  driver = await new FirefoxDriver(await extensionFor('firefox')).start(HOST)
  article = await driver.open(
    pageOf(`<article><h1>Export controls</h1><p>Japan buys dysprosium and ${NEW_WORD} from China.</p></article>`),
  )
  await article.waitForMarks(1)
}, 120_000)
afterAll(async () => {
  await driver?.close()
  await server?.stop()
})

it(
  'refuses what a host gets wrong, installs what is sound, repaints the open tab, and goes back',
  { timeout: 240_000 },
  async () => {
    const url = `https://${HOST}:${server.port}/index.json`
    expect(await ask({ type: 'update.key', url })).toMatchObject({
      ok: true,
      key: { publicKey: rawPublicKey(publicKey).toString('base64') },
    })
    await ask({ type: 'update.trust', publicKey: rawPublicKey(publicKey).toString('base64'), feed: url })
    await driver.inOwnPage(`browser.storage.local.set(${JSON.stringify({ 'setting.feedUrl': url })})`)

    for (const [behave, code] of [
      [FAULTS.status(404), 'not-found'],
      [FAULTS.redirect('http://www.reuters.com/'), 'redirected'],
      [FAULTS.truncated, 'cut-off'],
      [FAULTS.gzipBomb, 'too-large'],
    ] as const) {
      server.behave = behave
      expect(await ask({ type: 'update.check' })).toMatchObject({ ok: false, fault: { code } })
    }
    server.behave = null
    expect(await isMarked(false)).not.toContain(NEW_WORD)

    expect(await ask({ type: 'update.check' })).toEqual({ ok: true, isNew: true })
    const { offer } = await status()
    expect(offer?.lines.join()).toContain(`“${NEW_WORD}” (English) for Dysprosium`)
    expect(await ask({ type: 'update.accept', sha256: offer?.sha256, isUnsigned: false })).toEqual({ ok: true })
    expect(await isMarked(true)).toContain(NEW_WORD)
    expect((await status()).current).toMatchObject({ edition: '2027.1.1', origin: { kind: 'feed', url } })

    expect(await ask({ type: 'update.bundled' })).toEqual({ ok: true })
    expect(await isMarked(false)).not.toContain(NEW_WORD)
    expect((await status()).current).toMatchObject({ edition: whole.edition, origin: { kind: 'bundled' } })
  },
)
