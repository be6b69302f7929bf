/** All figures of an entry as lists to read, one per measure, the newest first. Pure. */

import { WORLD } from '../dataset/answering.ts'
import { saidOf, type EntryFigures, type FullFigure } from '../dataset/entry-figures.ts'
import { formatDate, formatPeriod } from '../i18n/numbers.ts'
import type { FigureView } from './figure-view.ts'
import { capital, valueInWords, type Wording } from './in-words.ts'
import { namedSource } from './named-source.ts'

export interface ListedFigure {
  id: string
  value: string
  period: string
  /** Whose it is, of what, and how to take it; each said once. */
  about: string[]
  source: FigureView['readings'][number]['source']
  locator: string
  /** A newer edition of the same source has replaced it. */
  isSuperseded: boolean
}

export interface FigureList {
  measure: string
  /** What the measure means. */
  description: string
  figures: ListedFigure[]
}

/** Lists of figures; the measure with most figures first. */
export function figureLists({ figures, measures, sources }: EntryFigures, wording: Wording): FigureList[] {
  const newestFirst = [...figures].sort(
    (a, b) =>
      (b.period_end || b.period).localeCompare(a.period_end || a.period) ||
      a.reporter.localeCompare(b.reporter) ||
      a.id.localeCompare(b.id),
  )
  return [...Map.groupBy(newestFirst, ({ measure }) => measure)]
    .map(([measure, rows]) => ({
      measure,
      description: capital(measures[measure] ?? measure),
      figures: rows.map((row) => listed(row, sources, wording)),
    }))
    .sort((a, b) => b.figures.length - a.figures.length)
}

function listed(row: FullFigure, sources: EntryFigures['sources'], wording: Wording): ListedFigure {
  const { t, locale } = wording
  return {
    id: row.id,
    value: valueOf(row, wording),
    period: formatPeriod(row, locale),
    about: [
      whose(row, wording),
      ...saidOf(row),
      row.scope === 'part' ? t('reading_part') : '',
      row.scenario === 'yes' ? t('panel_what_if') : '',
      row.superseded === 'yes' ? t('reading_superseded') : '',
    ].filter(Boolean),
    source: namedSource(sources, row.source_id, locale),
    locator: row.locator,
    isSuperseded: row.superseded === 'yes',
  }
}

function valueOf(row: FullFigure, wording: Wording): string {
  if (row.value !== null || row.low !== null) return valueInWords(row, wording)
  return row.date_value === '' ? row.label : formatDate(row.date_value, wording.locale)
}

/** "Japan, from China"; the world on either side goes without saying. */
function whose({ reporter, partner }: FullFigure, { economies, t }: Wording): string {
  const nameOf = (code: string) => capital(economies[code] ?? code)
  if (reporter === WORLD) return partner === WORLD ? '' : nameOf(partner)
  return partner === WORLD || partner === reporter || partner === ''
    ? nameOf(reporter)
    : t('panel_from', { economy: nameOf(reporter), partner: economies[partner] ?? partner })
}
