/** Messages between the parts of the extension, one map per direction. Nothing here ever reaches a page. */

import type { PublicKey } from '../updates/keys.ts'
import type { Outcome } from '../updates/fault.ts'
import type { UpdateStatus } from '../updates/status.ts'
import type { ArticleNumber, Category, Doubt, Language } from '../detect/types.ts'

/** A mention's sentence; offsets in UTF-16 units of `text`. */
export interface SentenceQuestion {
  text: string
  start: number
  end: number
  language: Language
}

/** What the popup shows of a page. */
export interface PageState {
  host: string
  /** False where the reader switched the site off or paused everything. */
  isOn: boolean
  /** False on a site that the reader added where the page looks like no article, and is left alone. */
  isArticle: boolean
  /** True once the page was read; counts are final until it changes. */
  isRead: boolean
  counts: Record<string, number>
  /** Edition in use, or null while none is stored. */
  edition: string | null
  /** False where the browser cannot draw highlights. */
  canDraw: boolean
}

/** One mention of a page, as a list shows it. */
export interface ListedMention {
  category: Category
  text: string
  entry: string
  /** The headline figure in words, or '' where the entry has none. */
  figure: string
}

/** Content script → background. */
export interface ToBackground {
  /** Reads the numbers that sentences tie to mentions; at most {@link MAX_SENTENCES} a call. */
  'sentences.read': { in: { sentences: SentenceQuestion[] }; out: { numbers: (ArticleNumber | null)[] } }
  /** A second look at doubtful English terms; at most {@link MAX_SENTENCES} a call. False: no mention. */
  'sentences.judge': { in: { doubts: Doubt[] }; out: { verdicts: boolean[] } }

  // The dataset, for the extension's own pages alone
  'update.status': { in: Record<never, never>; out: UpdateStatus }
  /** Asks the feed; what it has is offered in the status. */
  'update.check': { in: Record<never, never>; out: Outcome<{ isNew: boolean }> }
  /** Examines a file's exact text; it is offered in the status. */
  'update.file': { in: { text: string; name: string }; out: Outcome<object> }
  /** Installs the offer with this hash, and says whether the reader was told that it is unsigned. */
  'update.accept': { in: { sha256: string; isUnsigned: boolean }; out: Outcome<object> }
  'update.dismiss': { in: Record<never, never>; out: { ok: true } }
  'update.rollback': { in: Record<never, never>; out: Outcome<object> }
  'update.bundled': { in: Record<never, never>; out: Outcome<object> }
  /** Which key the feed at this address signs with; null where it does not say, or the organisation has set keys. */
  'update.key': { in: { url: string }; out: Outcome<{ url: string; key: PublicKey | null }> }
  /** Trusts a key, shown by a feed or typed in (`feed` is '' then). */
  'update.trust': { in: { publicKey: string; feed: string }; out: { isKey: boolean } }
  'update.distrust': { in: { publicKey: string }; out: { ok: true } }
}

/** Extension pages and background → content script. */
export interface ToPage {
  'page.state': { in: Record<never, never>; out: PageState }
  /** Every mention of the categories shown, in the order of the page. */
  'page.mentions': { in: Record<never, never>; out: { mentions: ListedMention[] } }
}

export type Message<Map, Key extends keyof Map = keyof Map> = Key extends keyof Map
  ? { type: Key } & (Map[Key] extends { in: infer In } ? In : never)
  : never
export type Reply<Map, Key extends keyof Map> = Map[Key] extends { out: infer Out } ? Out : never

export const MAX_SENTENCES = 40
/** Longest file, in UTF-16 units: one that is too large gets a line of its own from whoever examines it. */
export const MAX_FILE = 20_000_000
/** Longest address, file name or key. */
export const MAX_NAME = 2000
/** Longest sentence (UTF-16 units) that is read. */
export const MAX_SENTENCE = 2000
