/** Makes a page report of what the page says and the dataset knows. Pure. */

import type { FigureView } from '../card/figure-view.ts'
import { buildCard } from '../card/model.ts'
import { categoryKey } from '../i18n/categories.ts'
import type { Wording } from '../card/in-words.ts'
import type { StoredCard } from '../card/stored.ts'
import type { IsoDate } from '../dataset/types.ts'
import type { ReportOfPage } from '../messaging/protocol.ts'
import type { PageReport, ReportedFigure } from './report.ts'

export interface ReportContext {
  title: string
  address: string
  edition: string
  /** BCP 47. */
  reportLanguage: string
  /** ISO 8601 with time, in UTC. */
  readAt: string
  /** Where the reader is. */
  today: IsoDate
  /** Cards by entry; a mention whose entry is missing is reported without a figure. */
  cards: ReadonlyMap<string, StoredCard>
  wording: Wording
}

/** A mention at the edge of a surrogate pair would not be well-formed text. */
const wellFormed = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

/**
 * The report of a page as its content script told it. Each mention gets the figure that its card would open on; one whose
 * card is missing in `context` goes by its entry's id, without a figure.
 */
export function buildReport(page: ReportOfPage, context: ReportContext): PageReport {
  const { title, address, edition, reportLanguage, readAt, today, cards, wording } = context
  return {
    title,
    address,
    date: page.date,
    language: page.language,
    reportLanguage,
    edition,
    readAt,
    readOn: today,
    mentions: page.mentions.map(({ quote, prefix, suffix, start, entry, category, confidence, economy }) => {
      const stored = cards.get(entry)
      const card = stored && buildCard(stored, { economy, articleDate: page.date, today, number: null }, wording)
      return {
        quote,
        prefix: wellFormed(prefix),
        suffix: wellFormed(suffix),
        start,
        entry,
        title: card?.title ?? entry,
        category,
        categoryLabel: wording.t(categoryKey(category)),
        confidence,
        figure: card?.figure ? figureOf(card.figure) : null,
      }
    }),
  }
}

const figureOf = ({
  value,
  sentence,
  period,
  standing,
  sourcesDiffer,
  notes,
  sources,
  readings,
}: FigureView): ReportedFigure => ({
  ids: readings.filter(({ isChosen }) => isChosen).map(({ id }) => id),
  value,
  sentence,
  period,
  standing,
  sourcesDiffer,
  notes,
  sources,
})
