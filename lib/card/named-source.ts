/** A source as cards and lists name it. Pure. */

import type { SourceRow } from '../dataset/types.ts'
import { formatDate } from '../i18n/numbers.ts'
import type { NamedSource } from './stored.ts'

/** The source by its id; one that `sources` lacks is named by that. `locale`: of its date. */
export function namedSource(
  sources: Readonly<Record<string, Omit<SourceRow, 'source_id'>>>,
  id: string,
  locale: string,
): NamedSource {
  const { publisher = id, title = '', published = '', url = '' } = sources[id] ?? {}
  return {
    publisher,
    title,
    published: formatDate(published, locale, 'short'),
    url: url.startsWith('https://') ? url : null,
  }
}
