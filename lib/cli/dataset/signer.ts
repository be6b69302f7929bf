/** Which keys those who have a feed's newest edition take the next from, so that no key strands them. Node only. */

import type { KeyObject } from 'node:crypto'
import type { EditionFile } from '../../dataset/edition.ts'
import type { Handover } from '../../updates/handovers.ts'
import type { FeedIndex } from './feed-index.ts'
import { idOfRawKey, keyIdOf, rawPublicKey } from './keys.ts'

/** Throws an Error that names both keys where what `key` signs would not be taken after `newest`, the edition of `index`. */
export function checkSigner(key: KeyObject, index: FeedIndex, newest: EditionFile): void {
  const expected = newest.keys ?? [index.publicKey]
  if (expected.includes(rawPublicKey(key).toString('base64'))) return
  const ids = expected.map((each) => idOfRawKey(Buffer.from(each, 'base64'))).join(' or ')
  const isHandedOver = newest.keys !== undefined
  throw new Error(
    `Not published: edition ${index.edition} ${isHandedOver ? 'hands over to' : 'is signed with'} key ${ids}, and those ` +
      `who have it take no other; --key is ${keyIdOf(key)}.`,
  )
}

/** Throws an Error where `successor` signs already or has handed over before: a key that has handed over counts no more. */
export function checkSuccessor(successor: KeyObject, key: KeyObject, earlier: readonly Handover[]): void {
  const id = keyIdOf(successor)
  if (id === keyIdOf(key)) throw new Error(`Not published: --next-key is ${id}, the key that signs this edition.`)
  const before = earlier.find(({ keyId }) => keyId === id)
  if (before !== undefined)
    throw new Error(`Not published: --next-key is ${id}, which has itself handed over in ${before.file}.`)
}
