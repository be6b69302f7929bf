/** Messages between the parts of the extension, one map per direction. Nothing here ever reaches a page. */

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
  /** Some of the words around it, at most 30 UTF-16 units to either side; '' where there are none. */
  before: string
  after: string
  entry: string
  /** The headline figure in words, or '' where the entry has none. */
  figure: string
  /** Whose dependence the figure shows: the economy of sentence or article, `WLD` where neither names one. */
  economy: string
  /** 0–1, two decimals. */
  confidence: number
  /** The term or pattern that matched, as the dataset writes it. */
  term: string
}

/** Content script → background. */
export interface ToBackground {
  /** Reads the numbers that sentences tie to mentions; at most {@link MAX_SENTENCES} a call. */
  'sentences.read': { in: { sentences: SentenceQuestion[] }; out: { numbers: (ArticleNumber | null)[] } }
  /** A second look at doubtful English terms; at most {@link MAX_SENTENCES} a call. False: no mention. */
  'sentences.judge': { in: { doubts: Doubt[] }; out: { verdicts: boolean[] } }
  /** Opens the side panel of the sender's window on an entry; in the handler at once, or the click behind it is spent. */
  'panel.open': { in: { entry: string }; out: { isOpen: boolean } }
}

/** Extension pages and background → content script. */
export interface ToPage {
  'page.state': { in: Record<never, never>; out: PageState }
  /** Every mention of the categories shown, in the order of the page. */
  'page.mentions': { in: Record<never, never>; out: { mentions: ListedMention[] } }
  /** Brings a mention of the list into view and opens its card. */
  'page.show': { in: { index: number }; out: Record<never, never> }
  /** Goes to the next or previous mention and opens its card. */
  'page.next': { in: Record<never, never>; out: Record<never, never> }
  'page.previous': { in: Record<never, never>; out: Record<never, never> }
  /** Opens the card of the mention that the reader last went to, or closes the one that is open. */
  'page.toggle': { in: Record<never, never>; out: Record<never, never> }
  /** Explains the selected text; false where it holds no term, or the page is not read yet. */
  'page.explain': { in: { text: string }; out: { isExplained: boolean } }
}

export type Message<Map, Key extends keyof Map = keyof Map> = Key extends keyof Map
  ? { type: Key } & (Map[Key] extends { in: infer In } ? In : never)
  : never
export type Reply<Map, Key extends keyof Map> = Map[Key] extends { out: infer Out } ? Out : never

export const MAX_SENTENCES = 40
/** Longest sentence (UTF-16 units) that is read. */
export const MAX_SENTENCE = 2000
/** Longest selection (UTF-16 units) that is explained. */
export const MAX_SELECTION = 2000
/** Longest id of an entry (UTF-16 units). */
export const MAX_ENTRY = 100
