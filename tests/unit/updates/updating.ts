/**
 * Updates from a feed in a browser in memory: what publishers put there, what a reader does, and what pages show then.
 * Whoever imports this puts `fake-browser.ts` and `no-lexicons.ts` in the places of what they stand for.
 */

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { beforeEach, vi } from 'vitest'
import { fingerprintOf, rawPublicKey, signEdition } from '../../../lib/cli/dataset/keys.ts'
import { signedText } from '../../../lib/dataset/signed.ts'
import { ensureEdition, type CompileContext } from '../../../lib/editions/ensure.ts'
import { readCard, readPointer } from '../../../lib/editions/read.ts'
import { readSlot } from '../../../lib/editions/store.ts'
import { messagesOf } from '../../../lib/i18n/t.ts'
import { createTurns } from '../../../lib/platform/turns.ts'
import { learnFrom, trust } from '../../../lib/updates/trust.ts'
import { Updater } from '../../../lib/updates/updater.ts'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { feedOf } from '../../e2e/feed-server.ts'
import { bundleOf, smallText } from '../editions/small.ts'
import { createWorld, type World } from '../editions/world.ts'
import { browser } from './fake-browser.ts'

export const FEED = 'https://data.example/index.json'
const BUNDLED = smallText('2026.11.1', 'Bundled')
const CONTEXT: CompileContext = {
  locale: 'en',
  messages: messagesOf(english),
  styles: { style: '', marks: '' },
  code: '1.0',
}

export let world: World
/** What the feed's host has, by name. */
export let files: Map<string, string>
export let updater: Updater
let policy: Record<string, unknown>
/** What the organisation sets from now on. */
export const setPolicy = (set: Record<string, unknown>): void => void (policy = set)

/** A new key. */
export const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: rawPublicKey(publicKey).toString('base64'), fingerprint: fingerprintOf(publicKey) }
}
export const [ours, next, stranger] = [pair(), pair(), pair()]

/** Puts an edition on the feed. */
export function publish(edition: string, mark: string, key: KeyObject = ours.privateKey, more = {}, index = {}): void {
  for (const [name, text] of feedOf(edition, smallText(edition, mark, more), key, index)) files.set(name, text)
}
export const signedFile = (edition: string, mark: string) =>
  signedText(signEdition(smallText(edition, mark), ours.privateKey))

/** Begins anew: what was stored is gone. */
export async function startWorld(): Promise<void> {
  world = createWorld()
  policy = {}
  files = new Map()
  browser.storage = Object.assign(world.storage, { managed: { get: async () => policy } })
  updater = new Updater({
    readBundled: async () => BUNDLED,
    readCompileContext: async () => CONTEXT,
    inTurn: createTurns(),
  })
  await ensureEdition(bundleOf(BUNDLED), CONTEXT, true)
  await learnFrom(await readSlot('current'))
  await world.storage.local.set({ 'setting.feedUrl': FEED })
  await trust(ours.publicKey, FEED)
}

/** Gives each test of a file a browser of its own with the bundled edition, our key trusted, and a feed that has nothing. */
export function onNewWorlds(): void {
  beforeEach(async () => {
    vi.stubGlobal('fetch', async (address: string) => {
      const text = files.get(new URL(address).pathname.slice(1))
      return text === undefined
        ? new Response('no', { status: 404 })
        : new Response(text, { headers: { 'content-type': 'application/json' } })
    })
    await startWorld()
  })
}

/** What pages show now. */
export async function shown(): Promise<string> {
  const pointer = await readPointer()
  if (pointer === null) return 'nothing'
  const card = await readCard(pointer, 'dysprosium')
  return `${pointer.edition} ${card?.title}${pointer.isUnsigned ? ' unsigned' : ''}`
}
/** What the reader is asked about. */
export const offered = async () => (await updater.status()).offer
/** The reader says yes to what is offered. */
export async function accept() {
  const offer = await offered()
  if (offer === null) throw new Error('nothing is offered')
  return updater.accept(offer.sha256, offer.isUnsigned)
}
/** The code of the fault, or null where there is none. */
export const code = (outcome: { ok: true } | { ok: false; fault: { code: string } }) =>
  outcome.ok ? null : outcome.fault.code
