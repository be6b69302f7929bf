/** The rows of the dataset as code sees them; their columns are declared in `public/dataset/datapackage.json`. */

import type { Category, Language } from '../detect/types.ts'
import type { Locale } from './locales.ts'

export type { Locale } from './locales.ts'

/** ISO 3166-1 alpha-3, `EU` or `WLD`. */
export type Economy = string

/** ISO 8601 calendar date, `YYYY-MM-DD`; compared as text. */
export type IsoDate = string

export type Qualifier = 'exact' | 'estimate' | 'about' | 'at-least' | 'at-most' | 'range'
export type Standing = 'primary' | 'secondary' | 'conflicting'
export type PeriodKind = 'year' | 'half' | 'quarter' | 'month' | 'range' | 'point' | 'fiscal-year' | 'none'

export interface EntryRow {
  id: string
  category: Category
  /** Id of the entry above, or ''. */
  parent: string
  kind: string
  name_en: string
  /** Names in other scripts and short forms, as shown under the title; separated by " · ". */
  other_names: string
  headline_measure: string
  headline_partner: Economy
  /** Entry ids in order of nearness, separated by spaces. */
  related: string
}

export interface FigureRow {
  id: string
  entry: string
  measure: string
  /** The source's own wording of the measure. */
  label: string
  reporter: Economy
  partner: Economy
  commodity: string
  /** In `unit`; null where the row is a date or a printed range. */
  value: number | null
  low: number | null
  high: number | null
  unit: string
  /** As the source writes it, e.g. "2024" or "2021-2024". */
  period: string
  period_start: IsoDate
  period_end: IsoDate
  period_kind: PeriodKind
  qualifier: Qualifier
  scenario: 'yes' | 'no'
  scope: 'whole' | 'part'
  basis: string
  source_id: string
  locator: string
  confidence: Standing
  same_as: string
  superseded: 'yes' | 'no'
}

export interface TextRow {
  entry: string
  locale: Locale
  field: string
  text: string
  /** Source ids, separated by spaces. */
  sources: string
}

export interface PositionRow {
  entry: string
  locale: Locale
  party: string
  text: string
  sources: string
}

export interface EventRow {
  id: string
  /** As precise as `date_precision` says: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  date: string
  date_precision: string
  entry: string
  event: string
  source_id: string
}

/** An event in another locale than English. */
export interface EventTextRow {
  event: string
  locale: Locale
  text: string
}

/** A label or commodity of figures in another locale than English. */
export interface WordingRow {
  wording: string
  locale: Locale
  text: string
}

export interface SourceRow {
  source_id: string
  publisher: string
  title: string
  published: string
  url: string
}

export interface TermRow {
  entry: string
  lang: Language
  form: string
  status: 'seen' | 'unverified' | 'pattern'
  rule: string
}

export interface WordRow {
  set: string
  lang: Language
  /** Forms separated by "|". */
  forms: string
}

export interface EconomyRow {
  economy: Economy
  lang: Language
  name: string
  /** The name inside a sentence, with its article. */
  phrase: string
  names: string
  demonyms: string
  metonyms: string
}

export interface NewsSiteRow {
  host: string
  match: 'domain' | 'host'
  lang: string
  kind: string
  name: string
  /** Release of the extension that brought the host; empty for those of the first. */
  since: string
}

export interface MeasureRow {
  id: string
  description: string
  unit_family: string
}

export interface UnitRow {
  id: string
  families: string
  base: string
  factor: number
}

/** All tables of an edition, by resource name. */
export interface Tables {
  entries: EntryRow[]
  terms: TermRow[]
  words: WordRow[]
  texts: TextRow[]
  positions: PositionRow[]
  figures: FigureRow[]
  measures: MeasureRow[]
  units: UnitRow[]
  events: EventRow[]
  'event-texts': EventTextRow[]
  wordings: WordingRow[]
  sources: SourceRow[]
  economies: EconomyRow[]
  'news-sites': NewsSiteRow[]
}

/** A version of the dataset, checked and typed. */
export interface Edition {
  /** `YYYY.MM.N`. */
  edition: string
  /** Locales whose texts are complete. */
  locales: Locale[]
  tables: Tables
}
