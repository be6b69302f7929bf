/** A card as it lies in storage: every text and figure of one entry in the reader's words, so that a page only picks. Types only. */

import type { ArticleNumber, Category } from '../detect/types.ts'
import type { Economy, IsoDate } from '../dataset/types.ts'

export interface NamedSource {
  publisher: string
  title: string
  published: string
  /** Only https addresses are links; others are named as text. */
  url: string | null
}

/** Another entry that a text names: UTF-16 offsets, the end exclusive. */
export type EntryLink = [start: number, end: number, entry: string]

/** A statement; `sources` are places in {@link StoredCard.sources}. What is empty is left out. */
export interface Passage {
  text: string
  links?: EntryLink[]
  sources?: number[]
}

export interface StoredReading {
  /** Id in figures.csv. */
  id: string
  value: string
  period: string
  /** Basis, customs code, scope and edition, where they matter. */
  details: string
  source: number
  locator: string
}

/** One bar's worth: a year, or an economy for as long as no newer figure of it counts. */
export interface ChartPoint {
  year: number
  /** The economy's name; none over the years. */
  name?: string
  low: number
  /** Only where it is not `low`. */
  high?: number
  /** In words: "60–72%". */
  value: string
  /** The figure of an economy counts in articles of after `from`, up to and with `until`; none: to this day. */
  from?: IsoDate
  until?: IsoDate
}

export interface StoredChart {
  kind: 'years' | 'economies'
  points: ChartPoint[]
  /** What a full bar stands for: 100 for shares, else the largest value. */
  most: number
}

/** A headline in words, with the dates on which its words change. */
export interface Answer {
  /** Place in {@link StoredCard.readings}, and in that list the rows that make the headline. */
  readings: number
  chosen: number[]
  /** Place in {@link StoredCard.charts}, and in that chart its own point; none where there is no chart. */
  chart?: [chart: number, point: number]
  value: string
  /** In the present, and where that differs in the past tense. */
  sentence: string
  past?: string
  period: string
  standing: string
  /** More than one value is reported for the period. */
  differs?: true
  /** What a share in an article may be set beside, with its unit, and as what; none where nothing compares. */
  beside?: { of: ArticleNumber['of']; unit: string; value: string }
  /** Why to read it with care, whatever the date. */
  notes?: string[]
  /** Told as old when read after this day. */
  freshUntil?: IsoDate
  /** Told in the past in articles of after this day. */
  presentUntil?: IsoDate
  /** Primary sources first, broadcast logs last. */
  sources: number[]
}

/** From which date of articles on an answer counts; -1: none. */
export type AnswerStep = [from: IsoDate, answer: number]

export interface StoredCard {
  id: string
  category: Category
  title: string
  otherNames: string
  summary: Passage[]
  why: Passage | null
  /** Which lists and announcements name it, and under which customs codes. */
  controls: Passage[]
  /** What else there is to know. */
  more: Passage[]
  /** What it is mixed up with: the difference in one sentence, and the rest. */
  trap: [line: Passage, rest: Passage | null] | null
  /** `date` as precise as known, `when` in words; oldest first. */
  events: (Passage & { date: string; when: string })[]
  positions: (Passage & { party: string })[]
  sources: NamedSource[]
  /** Economies buy it, and so depend. */
  isMaterial: boolean
  /** By economy: steps for articles of the last two years, and for older ones. */
  economies: Record<Economy, [recent: AnswerStep[], old: AnswerStep[]]>
  answers: Answer[]
  readings: StoredReading[][]
  charts: StoredChart[]
  edition: string
}
