/** That every locale declared complete says all that English says: names, statements, positions, events, labels. */

import { cardFacts } from '../facts.ts'
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

/** Labels and commodities of figures that a card can show, with the first row of `figures` that has each. */
export function wordingsOnCards(edition: Edition): Map<string, number> {
  const { entries, figures } = edition.tables
  const rowOf = new Map(figures.map(({ id }, index) => [id, index]))
  const found = new Map<string, number>()
  for (const entry of entries) {
    for (const { id, label, measure, commodity } of cardFacts(edition, entry, 'en').figures) {
      // A label that is the measure's id is said in a sentence of the interface.
      for (const wording of label === measure ? [commodity] : [label, commodity])
        if (wording !== '' && !found.has(wording)) found.set(wording, rowOf.get(id) ?? 0)
    }
  }
  return found
}

export function checkLocales(edition: Edition, reports: LocaleReports): void {
  const { texts, positions, events, entries, 'event-texts': eventTexts, wordings } = edition.tables
  const others = edition.locales.filter((locale) => locale !== 'en')
  if (others.length === 0) return
  const onCards = wordingsOnCards(edition)
  const has = (keys: readonly string[]) => {
    const known = new Set(keys)
    return (...parts: string[]) => known.has(parts.join(' '))
  }
  const hasText = has(texts.map(({ entry, locale, field }) => `${entry} ${locale} ${field}`))
  const hasPosition = has(positions.map(({ entry, locale, party }) => `${entry} ${locale} ${party}`))
  const hasEvent = has(eventTexts.map(({ event, locale }) => `${event} ${locale}`))
  const hasWording = has(wordings.map(({ wording, locale }) => `${wording} ${locale}`))
  const missing = (report: Report, index: number, column: string, what: string, locale: Locale) =>
    report(index, column, `${what} is missing in ${locale}`)
  for (const locale of others) {
    entries.forEach(({ id }, index) => {
      if (!hasText(id, locale, 'title')) missing(reports.entries, index, 'name_en', `the title of "${id}"`, locale)
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
      if (!hasEvent(id, locale)) missing(reports.events, index, 'event', `event "${id}"`, locale)
    })
    for (const [wording, index] of onCards)
      if (!hasWording(wording, locale)) missing(reports.figures, index, 'label', `"${wording}"`, locale)
  }
}
