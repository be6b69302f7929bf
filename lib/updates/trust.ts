/** Whose editions are taken: the keys in force, how the reader adds and removes one, and what editions say of keys themselves. */

import { loadEdition } from '../dataset/edition.ts'
import { parseSigned } from '../dataset/signed.ts'
import type { StoredEdition } from '../editions/stored.ts'
import { readPolicy } from '../settings/policy.ts'
import { readBeside, type FeedIndex } from './feed.ts'
import { describeKey, keysInForce, type PublicKey, type Successions } from './keys.ts'
import { laterOf } from './order.ts'
import { changeState, readState, type UpdateState } from './state.ts'
import { verifySigned } from './verify.ts'

/** The keys that may sign now. */
export async function readKeys(): Promise<PublicKey[]> {
  const [{ publicKeys }, { confirmed, successions }] = await Promise.all([readPolicy(), readState()])
  return keysInForce(
    publicKeys,
    confirmed.map(({ publicKey }) => publicKey),
    successions,
  )
}

/** Trusts a key that the reader confirmed; false where it is none. `feed` is the address that showed it, or ''. */
export async function trust(publicKey: string, feed: string): Promise<boolean> {
  if ((await describeKey(publicKey)) === null) return false
  await changeState(({ confirmed, refused }) => ({
    confirmed: [...confirmed.filter((key) => key.publicKey !== publicKey), { publicKey, feed }],
    refused: refused.filter((key) => key !== publicKey),
  }))
  return true
}

/**
 * Trusts a key no more, whether the reader confirmed it or another handed over to it. A hand-over to this key alone is
 * taken back: the key before counts again, and may hand over to another.
 */
export async function distrust(publicKey: string): Promise<void> {
  await changeState(({ confirmed, successions, refused }) => {
    const left = Object.entries(successions).map(([id, keys]): [string, readonly string[]] => [
      id,
      keys.filter((key) => key !== publicKey),
    ])
    return {
      confirmed: confirmed.filter((key) => key.publicKey !== publicKey),
      successions: Object.fromEntries(left.filter(([, keys]) => keys.length > 0)),
      refused: [...refused.filter((key) => key !== publicKey), publicKey],
    }
  })
}

/** The successions with another one in it; keys that the reader removed are none, and a hand-over to them alone is none. */
function withSuccession(
  { successions, refused }: Pick<UpdateState, 'successions' | 'refused'>,
  keyId: string,
  successors: readonly string[],
): Successions {
  const taken = successors.filter((key) => !refused.includes(key))
  return taken.length === 0 || Object.hasOwn(successions, keyId) ? successions : { ...successions, [keyId]: taken }
}

/**
 * Takes down what the edition in use says about numbers and keys. To be called after a swap and at every start, since a
 * browser may be killed between the two.
 */
export async function learnFrom(current: StoredEdition | null): Promise<void> {
  if (current === null || current.isUnsigned) return
  const { handsOverTo, signature, edition } = current
  const learnt = (now: UpdateState) => ({
    highest: laterOf(now.highest, edition),
    successions: signature === null ? now.successions : withSuccession(now, signature.keyId, handsOverTo),
  })
  const now = await readState()
  const { highest, successions } = learnt(now)
  // What is known already is not written at every start.
  if (highest !== now.highest || successions !== now.successions) await changeState(learnt)
}

/**
 * For a reader who missed editions with which a feed moved to other keys: goes through those that the index lists and that
 * a key in force is said to have signed, from the oldest on, since each may bring the key that signed the next. True where
 * there was something to learn.
 */
export async function followHandovers(address: string, { handovers, file }: FeedIndex): Promise<boolean> {
  let hasLearnt = false
  for (const handover of handovers) {
    const keys = await readKeys()
    const isOurs = handover.keyId === '' || keys.some(({ id }) => id === handover.keyId)
    if (handover.file !== file && isOurs && (await followHandover(address, handover.file, keys))) hasLearnt = true
  }
  return hasLearnt
}

/** Reads an edition that one of `keys` must have signed, and takes from it the keys that it hands over to; true where that is news. */
async function followHandover(address: string, file: string, keys: readonly PublicKey[]): Promise<boolean> {
  const read = await readBeside(address, file)
  const parsed = read.ok ? parseSigned(read.text) : null
  if (!parsed?.ok) return false
  const verified = await verifySigned(parsed.signed, keys)
  if (!verified.ok) return false
  const loaded = loadEdition(parsed.signed.edition)
  const successors = (loaded.ok && loaded.file.keys) || []
  const before = await readState()
  if (withSuccession(before, verified.key.id, successors) === before.successions) return false
  await changeState((now) => ({ successions: withSuccession(now, verified.key.id, successors) }))
  return true
}
