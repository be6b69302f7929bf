/** Reads all that the options page shows of the dataset; an open page asks several times a second. */

import { readPointer } from '../editions/read.ts'
import { readSlot, slotsVersion } from '../editions/store.ts'
import type { StoredEdition } from '../editions/stored.ts'
import { readPolicy } from '../settings/policy.ts'
import { readSettings } from '../settings/store.ts'
import type { PublicKey } from './keys.ts'
import { readState, type Offer } from './state.ts'
import { summaryOf, type EditionSummary, type Progress, type UpdateStatus } from './status.ts'
import { readKeys } from './trust.ts'
import { canVerify } from './verify.ts'

interface Summaries {
  current: EditionSummary | null
  previous: EditionSummary | null
}

/** False where nobody who is trusted now has signed it; an edition without a signature is offered with a warning instead. */
const isVouchedFor = ({ isUnsigned, signer }: Offer, inForce: readonly PublicKey[]): boolean =>
  isUnsigned || inForce.some(({ fingerprint }) => fingerprint === signer)

export class StatusReader {
  readonly #readBundled: () => Promise<StoredEdition>
  readonly #progress: () => Progress | null
  /** Of the stored editions, as they were at a version of the slots. */
  #summaries: (Summaries & { at: number }) | null = null

  /** `readBundled` gives the edition that ships with this version, `progress` says how far an update under way is. */
  constructor(readBundled: () => Promise<StoredEdition>, progress: () => Progress | null) {
    this.#readBundled = readBundled
    this.#progress = progress
  }

  /** Rejects only where not even the bundled edition can be read. */
  async read(): Promise<UpdateStatus> {
    const [{ current, previous }, pointer, state, inForce, policy, settings, bundled, isAble] = await Promise.all([
      // Where storage is broken there is nothing to show, now; it may be mended.
      this.#readSummaries().catch(() => ({ current: null, previous: null })),
      readPointer(),
      readState(),
      readKeys(),
      readPolicy(),
      readSettings(),
      this.#readBundled(),
      canVerify(),
    ])
    return {
      current,
      onPages: pointer?.edition ?? null,
      previous,
      bundled: bundled.edition,
      feed: { url: policy.feedUrl ?? settings.feedUrl, isManaged: policy.feedUrl !== null },
      // Whoever sets a feed for others wants it read.
      schedule: policy.feedUrl === null ? settings.updates : 'weekly',
      keys: { inForce, areManaged: policy.publicKeys !== null },
      isOff: { updates: policy.updatesOff, imports: policy.importOff },
      canVerify: isAble,
      last: state.last,
      // One whose key was removed since would be refused.
      offer: state.offer && isVouchedFor(state.offer, inForce) ? state.offer : null,
      changes: state.changes,
      progress: this.#progress(),
    }
  }

  /**
   * What is in use and what was before. Whole editions are read and their hashes taken only after something was written.
   * Wherever an edition's text is used it is checked anew.
   */
  async #readSummaries(): Promise<Summaries> {
    const at = slotsVersion()
    if (this.#summaries?.at === at) return this.#summaries
    const [current, previous] = await Promise.all([readSlot('current'), readSlot('previous')])
    this.#summaries = { at, current: summaryOf(current), previous: summaryOf(previous) }
    return this.#summaries
  }
}
