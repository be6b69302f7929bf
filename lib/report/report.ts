/** A page report: every mention of a page with the figure beside it, ready to be written in one format or another. Pure. */

import { withPeriod, type FigureView } from '../card/figure-view.ts'
import type { Category, Language } from '../detect/types.ts'
import type { IsoDate } from '../dataset/types.ts'

export type ReportedSource = Pick<FigureView['sources'][number], 'publisher' | 'title' | 'published' | 'url'>

export interface ReportedFigure {
  /** Ids in the dataset; several where sources differ. */
  ids: string[]
  /** As it is set large: "60–72%". */
  value: string
  /** "Japan buys 60–72% of its rare earths from China". */
  sentence: string
  period: string
  /** "official or primary source", "sources differ", … */
  standing: string
  sourcesDiffer: boolean
  /** Why to read it with care. */
  notes: string[]
  sources: ReportedSource[]
}

export interface ReportedMention {
  /** The words of the page, to the letter, and up to 32 UTF-16 units before and after them. */
  quote: string
  prefix: string
  suffix: string
  /** Code points before it in the text of the page's body; null where it stands outside of that (a shadow root). */
  start: number | null
  entry: string
  /** Name of the entry. */
  title: string
  category: Category
  categoryLabel: string
  /** 0–1, two decimals. */
  confidence: number
  figure: ReportedFigure | null
}

export interface PageReport {
  title: string
  address: string
  /** Date of the article, or null where the page states none. */
  date: IsoDate | null
  language: Language
  /** Language of the report itself (BCP 47). */
  reportLanguage: string
  edition: string
  /** When the page was read: ISO 8601 with time, in UTC. */
  readAt: string
  /** The day of that where the reader is. */
  readOn: IsoDate
  /** In the order of the page. */
  mentions: ReportedMention[]
}

/** Every source that figures of the report rest on, once, in order of first use. */
export function sourcesOf({ mentions }: PageReport): ReportedSource[] {
  const byName = new Map<string, ReportedSource>()
  for (const { figure } of mentions)
    for (const source of figure?.sources ?? []) {
      const name = sourceName(source)
      if (!byName.has(name)) byName.set(name, source)
    }
  return [...byName.values()]
}

/** A source in one line: publisher, title, when it was published. */
export const sourceName = ({ publisher, title, published }: ReportedSource): string =>
  [publisher, title, published].filter(Boolean).join(', ')

/** A figure in one line, with its period and standing: "Japan buys 60–72% … (2024, sources differ)". */
export const figureInLine = ({ sentence, period, standing }: ReportedFigure): string =>
  withPeriod(sentence, period, standing)
