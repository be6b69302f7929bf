/** Search over all entries, by any name or term in any language; without a query all of them, by category. */

import { categoryKey } from '../../lib/i18n/categories.ts'
import type { SearchedEntry } from '../../lib/dataset/search.ts'
import { CATEGORIES } from '../../lib/detect/types.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import { Names } from '../card/Names.tsx'
import { SearchField } from './SearchField.tsx'

export interface SearchViewProps {
  query: string
  /** What was found, the best first; all entries where nothing is asked. */
  found: readonly SearchedEntry[]
  t: Translate
  onQuery(query: string): void
  onEntry(entry: string): void
}

export function SearchView({ query, found, t, onQuery, onEntry }: SearchViewProps) {
  const isAsked = query.trim() !== ''
  return (
    <div class="view">
      <div role="search">
        <SearchField
          label={t('panel_query')}
          placeholder={t('panel_query_hint')}
          value={query}
          onInput={onQuery}
          onEnter={() => {
            if (isAsked && found[0]) onEntry(found[0].id)
          }}
        />
      </div>
      <p class={isAsked ? 'told' : 'hidden-visually'} role="status">
        {isAsked && (found.length === 0 ? t('panel_not_found', { query }) : t('panel_found', { count: found.length }))}
      </p>
      {isAsked ? (
        <Entries entries={found} t={t} isMixed onEntry={onEntry} />
      ) : (
        CATEGORIES.map((category) => (
          <section key={category} data-category={category}>
            <h2 class="group" data-category={category}>
              <span class="line" aria-hidden="true" />
              <span class="group-name">{t(categoryKey(category))}</span>
            </h2>
            <Entries entries={found.filter((entry) => entry.category === category)} t={t} onEntry={onEntry} />
          </section>
        ))
      )}
    </div>
  )
}

interface EntriesProps {
  entries: readonly SearchedEntry[]
  /** Of several categories, so that each says its own. */
  isMixed?: boolean
  t: Translate
  onEntry(entry: string): void
}

const Entries = ({ entries, isMixed = false, t, onEntry }: EntriesProps) => (
  <ul class="entries">
    {entries.map(({ id, title, otherNames, category }) => (
      <li key={id} data-category={category}>
        <button type="button" class="entry-link" onClick={() => onEntry(id)}>
          <span class="entry-title">{title}</span>
          {isMixed && <span class="entry-category">{t(categoryKey(category))}</span>}
          {otherNames.length > 0 && (
            <span class="entry-names">
              <Names names={otherNames} />
            </span>
          )}
        </button>
      </li>
    ))}
  </ul>
)
