/** That every locale declared complete says all that English says: names, statements, positions, events, labels. */

import { saidOf } from '../entry-figures.ts'
import type { Edition, Locale } from '../types.ts'
import type { Report } from './report.ts'

/** The reports of the tables that locales are spread over. */
export interface LocaleReports {
  entries: Report
  texts: Report
  positions: Report
  events: Report
  figures: Report
}

/** Where words stand that cards and lists show. */
interface Shown {
  /** Of the first such row of `figures`. */
  index: number
  column: 'label' | 'commodity' | 'measure'
}

/** Words of figures and measures that cards and lists show, with the first cell of `figures` that brings each. */
export function wordingsShown({ tables: { figures, measures } }: Edition): Map<string, Shown> {
  const meaning = new Map(measures.map(({ id, description }) => [id, description]))
  const found = new Map<string, Shown>()
  figures.forEach((row, index) => {
    const { label, commodity, measure } = row
    // Readings on a card name the goods whatever they are.
    for (const wording of [...saidOf(row), commodity, meaning.get(measure) ?? '']) {
      if (wording === '' || found.has(wording)) continue
      found.set(wording, {
        index,
        column: wording === label ? 'label' : wording === commodity ? 'commodity' : 'measure',
      })
    }
  })
  return found
}

/** Rules of what other locales than English need; those that the edition declares complete are checked. */
export function checkLocales(edition: Edition, reports: LocaleReports): void {
  const { texts, positions, events, entries, 'event-texts': eventTexts, wordings } = edition.tables
  const others = edition.locales.filter((locale) => locale !== 'en')
  if (others.length === 0) return
  const shown = wordingsShown(edition)
  const has = (keys: readonly string[]) => {
    const known = new Set(keys)
    return (...parts: string[]) => known.has(parts.join(' '))
  }
  const hasText = has(texts.map(({ entry, locale, field }) => `${entry} ${locale} ${field}`))
  const hasPosition = has(positions.map(({ entry, locale, party }) => `${entry} ${locale} ${party}`))
  const hasEvent = has(eventTexts.map(({ event, locale }) => `${event} ${locale}`))
  const hasWording = has(wordings.map(({ wording, locale }) => `${wording} ${locale}`))
  /** `table`: where it is to be added, if that is another one. */
  const missing = (report: Report, index: number, column: string, what: string, locale: Locale, table = '') =>
    report(index, column, `${what} is missing in ${locale}${table && `: add it to ${table}`}`)
  for (const locale of others) {
    entries.forEach(({ id }, index) => {
      if (!hasText(id, locale, 'title'))
        missing(reports.entries, index, 'name_en', `the title of "${id}"`, locale, 'texts')
    })
    texts.forEach(({ entry, locale: own, field }, index) => {
      if (own === 'en' && !hasText(entry, locale, field))
        missing(reports.texts, index, 'text', `${field} of "${entry}"`, locale)
    })
    positions.forEach(({ entry, locale: own, party }, index) => {
      if (own === 'en' && !hasPosition(entry, locale, party))
        missing(reports.positions, index, 'text', `the position of ${party} on "${entry}"`, locale)
    })
    events.forEach(({ id }, index) => {
      if (!hasEvent(id, locale)) missing(reports.events, index, 'event', `event "${id}"`, locale, 'event-texts')
    })
    for (const [wording, { index, column }] of shown)
      if (!hasWording(wording, locale)) missing(reports.figures, index, column, `"${wording}"`, locale, 'wordings')
  }
}
