/** Whose editions are taken: hand-overs are followed, learnt late, taken back and never believed of a stranger. */

import { describe, expect, it, vi } from 'vitest'
import { keyIdOf } from '../../../lib/cli/dataset/keys.ts'
import { readSlot } from '../../../lib/editions/store.ts'
import { settle } from '../../../lib/editions/swap.ts'
import { readLog } from '../../../lib/updates/log.ts'
import { readState } from '../../../lib/updates/state.ts'
import { distrust, learnFrom, trust } from '../../../lib/updates/trust.ts'
import {
  accept,
  code,
  FEED,
  next,
  offered,
  onNewWorlds,
  ours,
  pair,
  publish,
  shown,
  startWorld,
  stranger,
  updater,
  world,
} from './updating.ts'

vi.mock('../../../lib/platform/browser.ts', () => import('./fake-browser.ts'))
vi.mock('../../../lib/detect/compile.ts', () => import('./no-lexicons.ts'))

onNewWorlds()

describe('another key', () => {
  it('takes over by an edition that the old key signed; the old one is accepted no more', async () => {
    publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    await updater.check(true)
    expect(await offered()).toMatchObject({ handsOverTo: [next.fingerprint] })
    await accept()
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([next.publicKey])
    publish('2026.12.2', 'Stolen', ours.privateKey)
    expect(code(await updater.check(true))).toBe('unknown-key')
    publish('2026.12.3', 'Next', next.privateKey)
    await updater.check(false)
    expect(await shown()).toBe('2026.12.3 Next')
  })

  it('is learnt by a reader who missed that edition, from the feed’s word on which it was', async () => {
    publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    publish('2026.12.2', 'Next', next.privateKey, {}, { handover: 'edition-2026.12.1.json' })
    await updater.check(false)
    expect(await shown()).toBe('2026.12.2 Next')
  })

  /** Three hand-overs in a row from our key on, and an edition of the last one's. */
  const moveOn = (): { keys: ReturnType<typeof pair>[]; handovers: { file: string; keyId: string }[] } => {
    const keys = [ours, next, pair(), pair()]
    const handovers = keys.slice(0, -1).map(({ privateKey }, index) => {
      publish(`2026.12.${index + 1}`, 'Rotated', privateKey, { keys: [(keys[index + 1] as typeof ours).publicKey] })
      return { file: `edition-2026.12.${index + 1}.json`, keyId: keyIdOf(privateKey) }
    })
    publish('2026.12.9', 'Last', (keys.at(-1) as typeof ours).privateKey, {}, { handovers })
    return { keys, handovers }
  }
  const asked = async () => (await readLog()).map(({ url }) => url.replace('https://data.example/', '')).reverse()

  it('is followed through all that a reader has missed, each by the one before', async () => {
    const { keys, handovers } = moveOn()
    expect(await updater.check(false)).toEqual({ ok: true, isNew: true })
    expect(await shown()).toBe('2026.12.9 Last')
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([keys.at(-1)?.publicKey])
    expect(await asked()).toEqual(['index.json', 'edition-2026.12.9.json', ...handovers.map(({ file }) => file)])
  })

  it('is followed from the reader’s key on: editions before it are not asked for', async () => {
    const { keys, handovers } = moveOn()
    await distrust(ours.publicKey)
    await trust(keys[2]?.publicKey ?? '', FEED)
    await updater.check(false)
    expect(await shown()).toBe('2026.12.9 Last')
    expect(await asked()).toEqual(['index.json', 'edition-2026.12.9.json', handovers[2]?.file])
  })

  it('is not believed where the list alone says so, and costs no more requests than a list may have', async () => {
    publish('2026.12.1', 'Evil', stranger.privateKey, { keys: [stranger.publicKey] })
    const lie = { file: 'edition-2026.12.1.json', keyId: keyIdOf(ours.privateKey) }
    const lies = (count: number) => ({ handovers: Array.from({ length: count }, () => lie) })
    publish('2026.12.2', 'Evil', stranger.privateKey, {}, lies(16))
    expect(code(await updater.check(true))).toBe('unknown-key')
    expect((await readState()).successions).toEqual({})
    expect(await asked()).toHaveLength(2 + 16)
    publish('2026.12.3', 'Evil', stranger.privateKey, {}, lies(17))
    expect(code(await updater.check(true))).toBe('not-index')
    expect(await asked()).toHaveLength(2 + 16 + 1)
  })

  it('that the reader removed stays away, and the one before counts again: an honest hand-over later is learnt', async () => {
    publish('2026.12.1', 'Stolen', ours.privateKey, { keys: [stranger.publicKey] })
    await updater.check(false)
    await distrust(stranger.publicKey)
    // Every start looks at the edition in use again.
    await learnFrom(await readSlot('current'))
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([ours.publicKey])
    publish('2026.12.2', 'Evil', stranger.privateKey, {}, { handover: 'edition-2026.12.1.json' })
    expect(code(await updater.check(true))).toBe('unknown-key')

    publish('2026.12.3', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    await updater.check(false)
    publish('2026.12.4', 'Next', next.privateKey)
    await updater.check(false)
    expect(await shown()).toBe('2026.12.4 Next')
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toEqual([next.publicKey])
    // And the reader's own word outweighs the one before.
    await trust(stranger.publicKey, '')
    expect((await updater.status()).keys.inForce.map(({ publicKey }) => publicKey)).toContain(stranger.publicKey)
  })

  it('counts beside those confirmed before, once however often it is confirmed', async () => {
    await trust(stranger.publicKey, '')
    await trust(stranger.publicKey, FEED)
    expect((await readState()).confirmed).toEqual([
      { publicKey: ours.publicKey, feed: FEED },
      { publicKey: stranger.publicKey, feed: FEED },
    ])
  })

  it('cannot be brought in by itself', async () => {
    publish('2026.12.1', 'Rotated', stranger.privateKey, { keys: [stranger.publicKey] })
    publish('2026.12.2', 'Evil', stranger.privateKey, {}, { handover: 'edition-2026.12.1.json' })
    expect(code(await updater.check(true))).toBe('unknown-key')
    expect((await readState()).successions).toEqual({})
  })

  it('is not forgotten where the browser is killed right after the swap', async () => {
    publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
    await updater.check(true)
    const before = world.count()
    expect(code(await accept())).toBeNull()
    const writes = world.count() - before
    const ends = new Set<string>()
    for (let after = 0; after < writes; after++) {
      await startWorld()
      publish('2026.12.1', 'Rotated', ours.privateKey, { keys: [next.publicKey] })
      await updater.check(true)
      world.killAfter(after)
      await accept().catch(() => {})
      world.revive()
      await settle()
      await learnFrom(await readSlot('current'))
      const now = await shown()
      ends.add(now)
      const [key] = (await updater.status()).keys.inForce
      expect([after, key?.publicKey]).toEqual([after, now.startsWith('2026.12.1') ? next.publicKey : ours.publicKey])
    }
    expect(ends).toEqual(new Set(['2026.11.1 Bundled', '2026.12.1 Rotated']))
  })
})
