/** Messages between the parts of the extension, one map per direction. Nothing here ever reaches a page. */

import type { PublicKey } from '../updates/keys.ts'
import type { Outcome } from '../updates/fault.ts'
import type { UpdateStatus } from '../updates/status.ts'
import type { Found, FoundMention, ArticleNumber, Category, Language } from '../detect/types.ts'
import type { ArticleWords } from '../detect/language.ts'
import type { EditionPointer } from '../editions/keys.ts'
import type { AskedEntry } from '../platform/panel.ts'

/** A mention by its words, up to 32 UTF-16 units around them, and the code points before it in the body's text (null in a shadow root). */
export interface Quote {
  quote: string
  prefix: string
  suffix: string
  start: number | null
}

/** Texts of one page, blocks or pieces of them, and what the page is about. */
export interface TextsQuestion extends ArticleWords {
  /** Edition that the page shows. */
  pointer: EditionPointer
  texts: readonly string[]
  /** What the page is about: categories of which a term that needs no context was found on it. */
  topics: readonly Category[]
  /** Second looks that the page may still ask for. */
  looks: number
}

/** Texts of one page in which a mention is looked for, and what the page says its article is about. */
export interface ScoutQuestion extends ArticleWords {
  texts: readonly string[]
}

export interface ScoutAnswer {
  /** There is a term that may be a mention under another headline. */
  isDoubtful: boolean
  /** In which the texts were taken to be. */
  language: Language
}

/** What texts hold, in their order; null where no term was met. */
export interface TextsAnswer {
  found: (Found | null)[]
  /** In which they were taken to be. */
  language: Language
  /** The economy that the article is about, or null. */
  economy: string | null
  /** Second looks that were taken. */
  looks: number
}

/** A mention with more than its sentence around it; offsets in UTF-16 units of `text`. */
export interface PassageQuestion {
  text: string
  start: number
  end: number
}

/** How a page stands: popup, side panel and toolbar button show it, and `explain.ts` goes by it. */
export interface PageState {
  host: string
  /** False where the reader switched the site off or paused everything. */
  isOn: boolean
  /** True where only the scout is there: no mention was met so far. */
  isScout: boolean
  /** False on a site that the reader added where the page looks like no article, and is left alone. */
  isArticle: boolean
  /** True once the page was read; counts are final until it changes. */
  isRead: boolean
  counts: Record<string, number>
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

/** What a report needs of a page beyond its address and title, which the browser tells. */
export interface ReportOfPage {
  /** Date of the article, or null where the page states none. */
  date: string | null
  language: Language
  /** Each mention's words and place, in the order of the page. */
  mentions: (ListedMention & Quote)[]
}

/** Scout and content script → background. */
export interface ToBackground {
  /**
   * A scout begins, and asks whether the reader wants its page marked and whether there is an edition to mark it by. Whoever
   * follows pages (`page-changes.ts`) takes it for news of that page.
   */
  'page.begin': { in: Record<never, never>; out: { isOn: boolean; hasEdition: boolean } }
  /**
   * Brings the content script if a page's texts hold a mention. Limits as of `texts.find`. No answer where there is no edition,
   * or the browser does not let us.
   */
  'texts.scout': { in: ScoutQuestion; out: ScoutAnswer }
  /**
   * Finds the mentions of a page's texts; at most {@link MAX_TEXTS} a call, of {@link MAX_TEXT} UTF-16 units each. No answer
   * where the edition is not there any more.
   */
  'texts.find': { in: TextsQuestion; out: TextsAnswer }
  /** The longest term in a selection, whatever its context. */
  'text.ask': {
    in: { pointer: EditionPointer; language: Language; text: string }
    out: { mention: FoundMention | null }
  }
  /** Reads the numbers that their sentences tie to mentions; at most {@link MAX_PASSAGES} a call. */
  'numbers.read': {
    in: { pointer: EditionPointer; language: Language; passages: readonly PassageQuestion[] }
    out: { numbers: (ArticleNumber | null)[] }
  }
  /** Opens the side panel of the sender's window on an entry; in the handler at once, or the click behind it is spent. */
  'panel.open': { in: AskedEntry; out: Record<never, never> }
  /** What the sender's page shows has changed: its count, its mentions, or whether it is on. The side panel hears it too. */
  'page.changed': { in: Record<never, never>; out: Record<never, never> }

  // For the extension's own pages alone
  /** Annotates sites from now on, in open tabs as well. Granted before for something else, they bring no event of the browser's. */
  'sites.add': { in: { patterns: readonly string[] }; out: Record<never, never> }

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

/** Extension pages and background → scout, which answers `page.state` only, or content script. */
export interface ToPage {
  'page.state': { in: Record<never, never>; out: PageState }
  /** Every mention of the categories shown, in the order of the page, and the article's date, or null where the page states none. */
  'page.mentions': { in: Record<never, never>; out: { mentions: ListedMention[]; date: string | null } }
  /** The same with quotes, for a report; `report` is null where nothing is annotated. */
  'page.report': { in: Record<never, never>; out: { report: ReportOfPage | null } }
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

export const MAX_TEXTS = 256
/** Longest text (UTF-16 units) that is searched at a time, headline and lead as well. */
export const MAX_TEXT = 8192
/** Languages that a page may declare. */
export const MAX_TAGS = 2
export const MAX_PASSAGES = 40
/** Sites that are added at a time: whoever has granted none is asked for the whole list, some 500. */
export const MAX_SITES = 5000
/** Longest file, in UTF-16 units: one that is too large gets a line of its own from whoever examines it. */
export const MAX_FILE = 20_000_000
/** Longest address, file name or key. */
export const MAX_NAME = 2000
/** Longest passage around a mention (UTF-16 units) in which a number is read. */
export const MAX_PASSAGE = 2000
/** Longest selection (UTF-16 units) that is explained. */
export const MAX_SELECTION = 2000
/** Longest id of an entry (UTF-16 units). */
export const MAX_ENTRY = 100
