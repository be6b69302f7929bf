/** Editions in words: where one came from, who signed it, and when. Pure. */

import type { Translate } from '../../lib/i18n/t.ts'
import type { EditionSummary } from '../../lib/updates/status.ts'

/** A key id as people compare it. */
const grouped = (id: string) => (id.match(/.{4}/g) ?? []).join(' ')

/** Where an edition came from and who signed it, in one sentence or two. */
export function originInWords({ origin, isUnsigned, keyId }: EditionSummary, t: Translate): string {
  if (origin.kind === 'bundled') return t('options_data_from_bundled')
  const source = origin.kind === 'feed' ? new URL(origin.url).host : origin.name
  if (isUnsigned) return t('options_data_from_unsigned', { source })
  return t('options_data_from_signed', { source, key: grouped(keyId) })
}

/** A day and a minute, as the reader's language writes them. */
export const timeInWords = (ms: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(ms)
