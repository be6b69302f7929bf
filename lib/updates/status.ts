/** Everything that the options page shows of the dataset, in one answer. */

import type { StoredEdition } from '../editions/stored.ts'
import type { PublicKey } from './keys.ts'
import type { Changes, Offer } from './state.ts'
import type { Fault } from './fault.ts'

/** An edition as the reader is told of it. */
export interface EditionSummary {
  edition: string
  isUnsigned: boolean
  origin: StoredEdition['origin']
  /** Id of the key that signed it, '' for none. */
  keyId: string
  /** ms since 1970 */
  addedAt: number
}

export type Step = 'reading' | 'examining' | 'installing'

export interface Progress {
  step: Step
  /** Bytes read so far, and how many there will be; 0 where that is not known. */
  bytes: number
  of: number
}

export interface UpdateStatus {
  /** Null where pages have an edition whose whole copy is lost, or none yet. */
  current: EditionSummary | null
  /** Number of the edition that pages read, null for none: it may be all that is left of it. */
  onPages: string | null
  previous: EditionSummary | null
  /** Number of the edition that ships with this version. */
  bundled: string
  feed: { url: string; isManaged: boolean }
  schedule: 'weekly' | 'never'
  keys: { inForce: PublicKey[]; areManaged: boolean }
  /** What the organisation has switched off. */
  isOff: { updates: boolean; imports: boolean }
  /** False where the browser cannot check signatures: updates are off then. */
  canVerify: boolean
  last: { at: number; fault: Fault | null } | null
  offer: Offer | null
  changes: (Changes & { at: number }) | null
  progress: Progress | null
}

export const summaryOf = (stored: StoredEdition | null): EditionSummary | null =>
  stored === null
    ? null
    : {
        edition: stored.edition,
        isUnsigned: stored.isUnsigned,
        origin: stored.origin,
        keyId: stored.signature?.keyId ?? '',
        addedAt: stored.addedAt,
      }
