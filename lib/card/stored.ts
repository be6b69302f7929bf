/** A card as it lies in storage: every text and figure of one entry in the reader's words, so that a page only picks. Types only. */

import type { Category } from '../detect/types.ts'
import type { OtherName } from '../dataset/localised.ts'
import type { Economy, IsoDate } from '../dataset/types.ts'

export interface NamedSource {
  publisher: string
  title: string
  /** The day, month or year, in words; '' where it is not dated. */
  published: string
  /** Only https addresses are links; others are named as text. */
  url: string | null
}

/** Another entry that a text names: UTF-16 offsets, the end exclusive. */
export type EntryLink = [start: number, end: number, entry: string]

/** A statement; `sources` are places in {@link StoredCard.sources}. What is empty is left out. */
export interface StoredStatement {
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

/** One bar as drawn, in CSS px. */
export interface Bar {
  /** Left edge, top, width and height of the sure part. */
  x: number
  y: number
  width: number
  height: number
  /** How far a range goes on beyond the sure part: upwards over the years, to the right beside economies; none without one. */
  range?: number
  /** The year, or the economy's name, cut where it would run into its bar. */
  label: string
  /** In words: "60–72%". */
  value: string
  /** Years that an economy's value is of; over the years the label says it. */
  period?: string
  /**
   * Over the years: middles of value and label where an edge keeps one from standing on the bar's own. One at the edge begins
   * or ends there: how wide letters are is the reader's system's to say.
   */
  at?: [value: number, label: number]
  /** Over the years: how much higher than usual the value is written, so that it stands clear of dots. */
  lift?: number
}

/** A chart as drawn: the series over the years, or a row for each economy. */
export interface StoredChart {
  kind: 'years' | 'economies'
  bars: Bar[]
  /** Months, quarters and half-years beside years, in order of time, as high as their range; none where there are none. */
  dots?: Bar[]
  /** Middles (CSS px) of years without a figure. */
  gaps: number[]
  height: number
  /** Says all that the drawing says: "2008: at least 90%, …". */
  description: string
}

/**
 * Which chart goes with an answer in articles of after `from`: its place in {@link StoredCard.charts} (-1: none), the bar of
 * the answer itself, and over the years the bars whose values are written.
 */
export type ChartStep = [from: IsoDate, chart: number, own: number, labelled: number[]]

/** A headline in words, with the dates on which its words change. */
export interface Answer {
  /** Place in {@link StoredCard.readings}, and in that list the rows that make the headline. */
  readings: number
  chosen: number[]
  /** None where there is no chart. */
  charts?: ChartStep[]
  value: string
  /** In the present, and where that differs in the past tense. */
  sentence: string
  past?: string
  period: string
  standing: string
  /** More than one value is reported for the period. */
  differs?: true
  /** As what a share in an article must be told to be set beside the value; none where nothing compares. */
  as?: string
  /** The economy whose figure it is; the card says so where it is not the one asked about. */
  reporter?: Economy
  /** Why to read it with care, whatever the date. */
  notes?: string[]
  /** Told as old when read after this day. */
  freshUntil?: IsoDate
  /** Told in the past, and today's beside it, in articles of after this day; none where that is `freshUntil`. */
  presentUntil?: IsoDate
  /**
   * Which answer of the same thing is today's, by the day of reading, to be told beside this one; none where the economy's own steps
   * lead to the same.
   */
  later?: AnswerStep[]
  /** Primary sources first, broadcast logs last. */
  sources: number[]
}

/** From which date of articles on an answer counts; -1: none. */
export type AnswerStep = [from: IsoDate, answer: number]

export interface StoredCard {
  id: string
  category: Category
  title: string
  otherNames: OtherName[]
  summary: StoredStatement[]
  why: StoredStatement | null
  /** Which lists and announcements name it, and under which customs codes. */
  controls: StoredStatement[]
  /** What else there is to know. */
  more: StoredStatement[]
  /** What it is mixed up with: the difference in one sentence, and the rest. */
  trap: [line: StoredStatement, rest: StoredStatement | null] | null
  /** `date` as precise as known, `when` in words; oldest first. */
  events: (StoredStatement & { date: string; when: string })[]
  positions: (StoredStatement & { party: string })[]
  sources: NamedSource[]
  /** Economies buy it, and so depend. */
  isMaterial: boolean
  /** What the number of an article may be set beside, by what it is told to be, in order of time: the year that it is of, in words, and the place of its source. */
  told: Record<string, [year: number, inWords: string, source: number][]>
  /** By economy: steps for articles of the last two years, and for older ones. */
  economies: Record<Economy, [recent: AnswerStep[], old: AnswerStep[]]>
  answers: Answer[]
  readings: StoredReading[][]
  charts: StoredChart[]
  edition: string
}
