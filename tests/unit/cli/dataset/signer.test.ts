/** Which keys may sign and follow: those that readers take, and what is said of any other. */

import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { FeedIndex } from '../../../../lib/cli/dataset/feed-index.ts'
import { keyIdOf, rawPublicKey } from '../../../../lib/cli/dataset/keys.ts'
import { checkSigner, checkSuccessor } from '../../../../lib/cli/dataset/signer.ts'
import type { EditionFile } from '../../../../lib/dataset/edition.ts'

const pair = () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey, id: keyIdOf(publicKey), raw: rawPublicKey(publicKey).toString('base64') }
}
type Pair = ReturnType<typeof pair>
const [ours, next, stranger] = [pair(), pair(), pair()]

describe('checkSigner', () => {
  const index = { edition: '2030.1.1', publicKey: ours.raw } as FeedIndex
  const signedBy = (key: Pair, keys?: string[]) => () =>
    checkSigner(key.privateKey, index, { edition: '2030.1.1', ...(keys && { keys }) } as EditionFile)

  it('takes the key that signed the newest edition, and no other', () => {
    expect(signedBy(ours)).not.toThrow()
    expect(signedBy(stranger)).toThrow(
      new Error(
        `Not published: edition 2030.1.1 is signed with key ${ours.id}, and those who have it take no other; ` +
          `--key is ${stranger.id}.`,
      ),
    )
  })

  it('takes any key that the newest edition hands over to, and the one that signed it no more', () => {
    expect(signedBy(next, [next.raw])).not.toThrow()
    expect(signedBy(stranger, [next.raw, stranger.raw])).not.toThrow()
    expect(signedBy(ours, [next.raw, stranger.raw])).toThrow(
      new Error(
        `Not published: edition 2030.1.1 hands over to key ${next.id} or ${stranger.id}, and those who have it take ` +
          `no other; --key is ${ours.id}.`,
      ),
    )
  })
})

describe('checkSuccessor', () => {
  const earlier = [{ file: 'edition-2029.1.1.json', keyId: stranger.id }]
  const following = (successor: Pair) => () => checkSuccessor(successor.publicKey, ours.privateKey, earlier)

  it('takes a key that is new', () => expect(following(next)).not.toThrow())
  it('refuses the key that signs, and one that has handed over: readers would be left with none', () => {
    expect(following(ours)).toThrow(
      new Error(`Not published: --next-key is ${ours.id}, the key that signs this edition.`),
    )
    expect(following(stranger)).toThrow(
      new Error(`Not published: --next-key is ${stranger.id}, which has itself handed over in edition-2029.1.1.json.`),
    )
  })
})
