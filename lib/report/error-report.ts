/** What a reader who found an error passes on: entry, figure, edition and term, and nothing of the page. Pure. */

import type { Translate } from '../i18n/t.ts'

export interface ErrorReport {
  entry: string
  /** Ids of the figures shown; none where the entry has no headline figure. */
  figures: readonly string[]
  edition: string
  /** The term that led to the entry, as the dataset writes it; '' where none did. */
  term: string
}

/** Plain text; the labels are the dataset's own words, for whoever looks them up. */
export const errorReport = ({ entry, figures, edition, term }: ErrorReport, t: Translate): string =>
  [
    t('report_error'),
    `entry: ${entry}`,
    `figure: ${figures.join(' ') || '–'}`,
    `edition: ${edition}`,
    `term: ${term || '–'}`,
    '',
    t('report_error_what'),
    '',
  ].join('\n')
