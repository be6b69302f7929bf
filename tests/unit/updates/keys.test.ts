/** Keys: what they are called, which are in force, and that a key which handed over never comes back. */

import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fingerprintOf, keyIdOf, rawPublicKey } from '../../../lib/cli/dataset/keys.ts'
import { describeKey, keysInForce, rawKey } from '../../../lib/updates/keys.ts'

const pair = () => {
  const { publicKey } = generateKeyPairSync('ed25519')
  return { id: keyIdOf(publicKey), publicKey: rawPublicKey(publicKey).toString('base64'), node: publicKey }
}
const [a, b, c] = [pair(), pair(), pair()]
const ids = async (...args: Parameters<typeof keysInForce>) => (await keysInForce(...args)).map(({ id }) => id)

describe('a key', () => {
  it('is called as the dataset tool calls it', async () =>
    expect(await describeKey(a.publicKey)).toEqual({
      publicKey: a.publicKey,
      id: a.id,
      fingerprint: fingerprintOf(a.node),
    }))
  it.each(['', 'x', 'A'.repeat(44), `${'A'.repeat(43)}B`, `${a.publicKey}=`, ` ${a.publicKey}`, a.publicKey.slice(1)])(
    'is none: %j',
    async (text) => {
      expect(rawKey(text)).toBeNull()
      expect(await describeKey(text)).toBeNull()
    },
  )
})

describe('keys in force', () => {
  it('are none by themselves', async () => expect(await ids(null, [], {})).toEqual([]))
  it('are those that the reader confirmed', async () =>
    expect(await ids(null, [a.publicKey, b.publicKey, a.publicKey, 'nonsense'], {})).toEqual([a.id, b.id]))
  it('are the organisation’s alone where it names any', async () =>
    expect(await ids([b.publicKey], [a.publicKey], {})).toEqual([b.id]))
  it('are the successors of one that handed over, and not the old one', async () => {
    expect(await ids(null, [a.publicKey], { [a.id]: [b.publicKey] })).toEqual([b.id])
    expect(await ids(null, [a.publicKey], { [a.id]: [b.publicKey], [b.id]: [c.publicKey] })).toEqual([c.id])
    expect(await ids([a.publicKey], [], { [a.id]: [b.publicKey] })).toEqual([b.id])
  })
  it('never include one that handed over, confirmed anew or named by its successor', async () => {
    expect(await ids(null, [a.publicKey, b.publicKey], { [a.id]: [b.publicKey] })).toEqual([b.id])
    expect(await ids(null, [a.publicKey], { [a.id]: [b.publicKey], [b.id]: [a.publicKey] })).toEqual([])
  })
  it('ignore what a stranger hands over', async () =>
    expect(await ids(null, [a.publicKey], { [c.id]: [b.publicKey] })).toEqual([a.id]))
  it('are none where all successors were removed', async () =>
    expect(await ids(null, [a.publicKey], { [a.id]: [] })).toEqual([]))
})
