/** The words of detection: what a lexicon holds and what a mention is. Knows no DOM and no dataset file. */

/** The four categories; fixed in CSS, in the interface and in the dataset. */
export const CATEGORIES = ['rare-earths', 'dual-use', 'senkaku', 'one-china'] as const
export type Category = (typeof CATEGORIES)[number]

/** Languages a term may belong to (BCP 47). */
export const LANGUAGES = ['en', 'ja', 'zh-Hans', 'zh-Hant', 'ko', 'de', 'fr', 'es'] as const
export type Language = (typeof LANGUAGES)[number]

/** Languages that put no spaces between words, or as Korean none before endings. */
export const CJK: ReadonlySet<Language> = new Set(['ja', 'ko', 'zh-Hans', 'zh-Hant'])

/** Rare earths come from here: named in a sentence it supplies, unless that makes it the buyer. */
export const SUPPLIER = 'CHN'

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** A mention is marked from this confidence on. */
export const MARK_FROM = 0.5

/** As what an amount of an economy's reserves is told: in %, of those of the world, or in t. */
export const reservesTold = (economy: string, unit: string): string => `reserves ${economy} ${unit}`

/** What a number tied to a mention says, read from the article's own sentence. */
export interface ArticleNumber {
  /** The words of the article, e.g. "60%". */
  text: string
  /** The number in `unit`, e.g. 60 or 4.2e9; of a range its upper end. */
  value: number
  unit: '%' | 't' | 'USD' | 'EUR' | 'JPY' | 'CNY'
  /** What a share is a share of: what is bought (from the main supplier), mined or made, refined; null where it is none of these. */
  of: 'bought' | 'mined' | 'refined' | null
  /**
   * As what it can be set beside a figure, where that is not what a share is `of`: "reserves BRA t"; '' for nothing, where the
   * world's output is another's than the main supplier's.
   */
  told?: string
  /** The year that the sentence says a share is of. */
  year?: number
}

/** An {@link ArticleNumber} with its place in the text it was read from. */
export interface TiedNumber extends ArticleNumber, Span {}

/** A term found in a text. */
export interface Mention {
  /** UTF-16 offset of the first character. */
  start: number
  /** UTF-16 offset, exclusive. */
  end: number
  text: string
  category: Category
  /** Id of the entry that the card explains. */
  entry: string
  /** 0–1, two decimals; marked from {@link MARK_FROM}. */
  confidence: number
  /** The term or pattern that matched, as the dataset writes it. */
  term: string
  /** The context rule that was asked, or '' where the term needs none. */
  rule: string
}

/** A mention, and whose dependence its sentence is about. */
export interface FoundMention extends Mention {
  /** What the sentence names as buyer or target (ISO 3166-1 alpha-3, `EU`, `WLD`), or null. */
  economy: string | null
}

/** What one text holds, where any term was met in it. */
export interface Found {
  /** In the order of the text; offsets are UTF-16 units of it. */
  mentions: FoundMention[]
  /** Categories of terms that ask for no context: they vouch for others on the page. */
  strong: Category[]
  /** Some term asks for context, so that another page would make other mentions of it. */
  isDoubtful: boolean
}

/** A term that the rules left in doubt, in its sentence. */
export interface Doubt {
  sentence: string
  /** Where in the sentence the term ends: UTF-16 offset, exclusive. */
  end: number
}

/** A second look at a doubtful term: false where it is no mention, undefined where nobody has looked yet. */
export type Judge = (doubt: Doubt) => boolean | undefined

/** What a block cannot know about its page: read by rules that "need" the page to be about something. */
export interface PageContext {
  /** Headline and lead, plain text; may be empty. */
  lead: string
  /** Categories of which a term that needs no context was found on the page. */
  strong: ReadonlySet<Category>
}

export const EMPTY_PAGE: PageContext = { lead: '', strong: new Set() }
