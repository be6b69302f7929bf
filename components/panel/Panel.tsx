/** The side panel: the mentions of the page in front, or search over all entries, or one entry in full. */

import type { Translate } from '../../lib/i18n/t.ts'
import { Tabs } from '../ui/Tabs.tsx'
import { EntryView, type EntryViewProps } from './EntryView.tsx'
import { PageView, type PageViewProps } from './PageView.tsx'
import { SearchView, type SearchViewProps } from './SearchView.tsx'

export type View = 'page' | 'search'

export interface PanelProps {
  t: Translate
  view: View
  onView(view: View): void
  page: Omit<PageViewProps, 't'>
  search: Omit<SearchViewProps, 't'>
  /** The entry that is open, over whichever view. */
  entry: Omit<EntryViewProps, 't'> | null
}

export function Panel({ t, view, onView, page, search, entry }: PanelProps) {
  const { length: count } = page.mentions
  const tabs = [
    {
      value: 'page',
      label: t('panel_page'),
      count: count === 0 ? null : { shown: count, inWords: t('popup_mentions', { count }) },
    },
    { value: 'search', label: t('panel_search') },
  ] as const
  return (
    <main class="panel">
      <h1 class="hidden-visually">{t('panel_title')}</h1>
      <Tabs label={t('panel_views')} tabs={tabs} value={view} onChoose={onView}>
        {entry !== null ? (
          <EntryView key={entry.id} {...entry} t={t} />
        ) : view === 'page' ? (
          <PageView {...page} t={t} />
        ) : (
          <SearchView {...search} t={t} />
        )}
      </Tabs>
    </main>
  )
}
