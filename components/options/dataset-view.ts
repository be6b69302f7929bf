/** What the dataset's part of the options page is given, and what it may ask for. */

import type { Translate } from '../../lib/i18n/t.ts'
import type { Fault } from '../../lib/updates/fault.ts'
import type { PublicKey } from '../../lib/updates/keys.ts'
import type { Request } from '../../lib/updates/log.ts'
import type { UpdateStatus } from '../../lib/updates/status.ts'

/** What the reader asked for and has not got yet. */
export type Errand = 'check' | 'feed' | 'file' | 'accept' | 'rollback' | 'bundled'

export interface DatasetView {
  status: UpdateStatus
  /** Newest first. */
  requests: readonly Request[]
  errand: Errand | null
  /** What the last errand came to: a fault, or that the feed has nothing newer. */
  outcome: Fault | 'up-to-date' | null
  /** A key to be compared and confirmed; `feed` is its address, '' where the reader typed the key in. */
  proposed: { feed: string; key: PublicKey } | null
}

export interface DatasetActions {
  onCheck(): void
  /** Called straight from the click: the browser asks for the permission then. */
  onFeed(url: string): void
  onForgetFeed(): void
  onSchedule(schedule: 'weekly' | 'never'): void
  /** A publisher's key that the reader typed in. */
  onKey(publicKey: string): void
  /** The proposed key is the right one, or not. */
  onTrust(isRight: boolean): void
  onDistrust(publicKey: string): void
  onFile(file: File): void
  onAccept(): void
  onDismiss(): void
  onRollBack(): void
  onBundled(): void
  onClearLog(): void
}

/** What each part of it is given. */
export interface DatasetPartProps {
  view: DatasetView
  actions: DatasetActions
  t: Translate
  /** BCP 47 locale that writes numbers and dates. */
  locale: string
  nowMs: number
}
