/** The options page: its sections, the list of them at the side, and what was just done at the foot. */

import type { ComponentChildren } from 'preact'
import { Section } from '../ui/Section.tsx'
import { Toast } from '../ui/Toast.tsx'
import { Backup } from './Backup.tsx'
import { Cards } from './Cards.tsx'
import { Marks } from './Marks.tsx'
import { NotThisList } from './NotThisList.tsx'
import { hasPolicy, Organisation } from './Organisation.tsx'
import { SECTIONS, type OptionsProps } from './options-view.ts'
import { Shortcuts } from './Shortcuts.tsx'
import { Sites } from './Sites.tsx'

type SectionId = keyof typeof SECTIONS

export function Options({ view, actions, dataset, log, mostLogged }: OptionsProps) {
  const { t, done } = view
  const part = { view, actions }
  const ids = (Object.keys(SECTIONS) as SectionId[]).filter((id) => id !== 'organisation' || hasPolicy(view))
  const contents: Record<SectionId, { intro: string; content: ComponentChildren }> = {
    marks: { intro: t('options_marks_intro'), content: <Marks {...part} /> },
    cards: { intro: t('options_cards_intro'), content: <Cards {...part} /> },
    sites: { intro: t('options_sites_intro'), content: <Sites {...part} /> },
    'not-this': { intro: t('options_not_this_intro'), content: <NotThisList {...part} /> },
    shortcuts: { intro: t('options_shortcuts_intro'), content: <Shortcuts {...part} /> },
    dataset: { intro: t('options_dataset_intro'), content: <div class="panel">{dataset}</div> },
    log: { intro: t('options_log_intro', { most: mostLogged }), content: <div class="panel">{log}</div> },
    backup: { intro: t('options_backup_intro'), content: <Backup {...part} /> },
    organisation: { intro: t('options_policy_intro'), content: <Organisation view={view} /> },
  }
  return (
    <div class="options">
      <header class="options-header">
        <img src="/icons/48.png" width="32" height="32" alt="" />
        <h1>
          <span class="options-name">{t('extension_name')}</span> {t('options_title')}
        </h1>
      </header>
      <nav class="options-nav" aria-label={t('options_nav')}>
        <ul>
          {ids.map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{t(SECTIONS[id])}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="options-main">
        <p class="options-lead">{t('options_saved_hint')}</p>
        {ids.map((id) => (
          <Section key={id} id={id} title={t(SECTIONS[id])} intro={contents[id].intro}>
            {contents[id].content}
          </Section>
        ))}
      </main>
      <Toast
        toast={done}
        undoLabel={t('options_undo')}
        dismissLabel={t('options_dismiss')}
        onDismiss={actions.onDismiss}
      />
    </div>
  )
}
