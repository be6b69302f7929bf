/** What updates remember between one time and the next, kept where no content script reaches. */

import type { Locale } from '../dataset/locales.ts'
import { inTransaction, withDatabase } from '../editions/database.ts'
import { browser } from '../platform/browser.ts'
import type { Fault } from './fault.ts'
import type { Successions } from './keys.ts'
import { soundIn } from './sound-state.ts'

/** A key that the reader confirmed. */
export interface ConfirmedKey {
  publicKey: string
  /** Address of the feed that showed it; '' where the reader typed it in. */
  feed: string
}

/** What one edition changes against another, in words. */
export interface Changes {
  /** Locale of the lines: the reader's when they were written. */
  locale: Locale
  from: string
  to: string
  /** The publisher's own words, '' where there are none. */
  notes: string
  /** Lines of {@link changesInWords}, the first ones. */
  lines: string[]
  /** How many lines more there are. */
  more: number
}

/** An edition that passed every check and waits for the reader's decision. */
export interface Offer extends Changes {
  /** Of the edition's text: what is accepted is what was shown. */
  sha256: string
  isUnsigned: boolean
  /** Fingerprint of the signer's key, '' for an unsigned edition. */
  signer: string
  /** Host of the feed, or name of the file. */
  source: string
  /** Fingerprints of the keys that its signer hands over to. */
  handsOverTo: string[]
}

export interface UpdateState {
  /** Highest signed edition ever used, '' for none. */
  highest: string
  /** Weekly updates leave editions up to this one alone: the reader went back from it. '' for none. */
  skipUpTo: string
  confirmed: ConfirmedKey[]
  successions: Successions
  /** Keys that the reader removed: no edition brings them back, only the reader does. */
  refused: string[]
  /** The last time that the feed was asked (ms since 1970), and what came of it. */
  last: { at: number; fault: Fault | null } | null
  /** When the feed last answered as it should (ms since 1970), 0 for never. */
  succeededAt: number
  offer: Offer | null
  /** The last change of the dataset. */
  changes: (Changes & { at: number }) | null
}

const EMPTY: UpdateState = {
  highest: '',
  skipUpTo: '',
  confirmed: [],
  successions: {},
  refused: [],
  last: null,
  succeededAt: 0,
  offer: null,
  changes: null,
}

/** Changes whenever the state does, so that open pages of ours hear of it; says nothing itself. */
export const CHANGED_KEY = 'updates.changed'

/** What is stored, with what it lacks. */
const stateIn = (stored: unknown): UpdateState => ({ ...EMPTY, ...(soundIn(stored) as Partial<UpdateState>) })

/** What is remembered; nothing where it is lost, of another shape, or cannot be read: then no key is trusted. */
export async function readState(): Promise<UpdateState> {
  const stored = await withDatabase((db) => db.get('state', 'updates')).catch(() => null)
  return stateIn(stored)
}

/** Writes what `change` makes of the state, in one transaction. */
export async function changeState(change: (now: UpdateState) => Partial<UpdateState>): Promise<UpdateState> {
  const next = await inTransaction('state', async (store) => {
    const now = stateIn(await store.get('updates'))
    const changed = { ...now, ...change(now) }
    await store.put(changed, 'updates')
    return changed
  })
  // A page that is not told sees it when it is next opened.
  await browser.storage.local.set({ [CHANGED_KEY]: Date.now() }).catch(() => {})
  return next
}
