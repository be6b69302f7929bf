/** What the schema cannot say: rules of meaning over all tables of an edition. */

import type { Language } from '../detect/types.ts'
import type { TableFault } from './check.ts'
import { checkEntries } from './rules/entries.ts'
import { checkEvents } from './rules/events.ts'
import { checkFigures } from './rules/figures.ts'
import { checkLocales } from './rules/locales.ts'
import { checkNewsSites } from './rules/news-sites.ts'
import { reportTo } from './rules/report.ts'
import { checkCitations, checkSources } from './rules/sources.ts'
import { checkCompiles, checkForms, checkSingleCharacters } from './rules/terms.ts'
import { checkWords } from './rules/words.ts'
import type { Edition } from './types.ts'

export interface Findings {
  faults: TableFault[]
  /** Known and accepted, but worth a line. */
  warnings: TableFault[]
}

export interface RuleOptions {
  /** Knows the public suffix list, which this pure core does not. */
  isPublicSuffix: (host: string) => boolean
  /** Told before the lexicon of each language is compiled, which is most of the work. */
  onLanguage?: (language: Language) => void
  /** The caller compiles the terms itself, which finds the same faults without naming their rows. */
  isCompiledElsewhere?: boolean
}

/** Applies every rule to an edition that has passed its schema. No fault means that it may be published. */
export function checkRules(
  edition: Edition,
  { isPublicSuffix, onLanguage = () => {}, isCompiledElsewhere = false }: RuleOptions,
): Findings {
  const { tables } = edition
  const faults: TableFault[] = []
  const warnings: TableFault[] = []
  const { figures, measures, units, economies, sources } = tables
  checkEntries(tables, reportTo(faults, 'entries'))
  checkLocales(edition, {
    entries: reportTo(faults, 'entries'),
    texts: reportTo(faults, 'texts'),
    positions: reportTo(faults, 'positions'),
    events: reportTo(faults, 'events'),
    figures: reportTo(faults, 'figures'),
  })
  checkForms(tables.terms, reportTo(faults, 'terms'))
  checkSingleCharacters(tables.terms, reportTo(warnings, 'terms'))
  checkWords(tables.words, reportTo(faults, 'words'))
  if (!isCompiledElsewhere) checkCompiles(tables, reportTo(faults, 'terms'), onLanguage)
  checkCitations(tables.texts, sources, reportTo(faults, 'texts'))
  checkCitations(tables.positions, sources, reportTo(faults, 'positions'))
  checkFigures(figures, measures, units, economies, reportTo(faults, 'figures'))
  checkEvents(tables.events, reportTo(faults, 'events'))
  checkSources(tables, reportTo(faults, 'sources'), reportTo(warnings, 'sources'))
  checkNewsSites(tables['news-sites'], isPublicSuffix, reportTo(faults, 'news-sites'))
  return { faults, warnings }
}
