/** The popup: a switch per category with its count on this page, this site, and pause. */

import { Switch } from '../ui/Switch.tsx'
import { categoryKey } from '../../lib/card/model.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { Translate } from '../../lib/i18n/t.ts'
import type { PageState } from '../../lib/messaging/protocol.ts'
import type { Settings } from '../../lib/settings/definition.ts'

export interface PopupProps {
  settings: Settings
  /** Null where Tradegloss does not run on the tab. */
  page: PageState | null
  edition: string | null
  t: Translate
  onCategory(category: Category, isOn: boolean): void
  onSite(host: string, isOn: boolean): void
  onPause(isPaused: boolean): void
}

/** Why nothing is shown, or null where something is. */
function reason({
  page,
  edition,
  settings,
}: PopupProps):
  'popup_nothing_site' | 'popup_no_dataset' | 'popup_reading' | 'popup_nothing_found' | 'popup_no_drawing' | null {
  if (page === null) return 'popup_nothing_site'
  if (edition === null) return 'popup_no_dataset'
  if (settings.isPaused || !page.isOn) return null
  if (!page.isRead) return 'popup_reading'
  if (Object.values(page.counts).every((count) => count === 0)) return 'popup_nothing_found'
  return page.canDraw ? null : 'popup_no_drawing'
}

export function Popup(props: PopupProps) {
  const { settings, page, edition, t, onCategory, onSite, onPause } = props
  const why = reason(props)
  return (
    <main class="popup">
      <header>
        <h1>{t('extension_name')}</h1>
        {page && <p>{t('popup_on_page')}</p>}
      </header>
      {why && (
        <p class="reason" role="status">
          {t(why)}
        </p>
      )}
      <ul class="categories">
        {CATEGORIES.map((category) => (
          <li key={category} data-category={category}>
            <Switch
              label={t(categoryKey(category))}
              isOn={settings.categories[category]}
              onToggle={(isOn) => onCategory(category, isOn)}
            >
              {page?.isRead && (
                <span class="count" aria-label={t('popup_mentions', { count: String(page.counts[category] ?? 0) })}>
                  {page.counts[category] ?? 0}
                </span>
              )}
            </Switch>
          </li>
        ))}
      </ul>
      <div class="scope">
        {page && (
          <Switch
            label={t('popup_site_on', { host: page.host })}
            isOn={!settings.sitesOff.includes(page.host)}
            isDisabled={settings.isPaused}
            onToggle={(isOn) => onSite(page.host, isOn)}
          />
        )}
        <Switch label={t('popup_pause')} isOn={settings.isPaused} onToggle={onPause} />
      </div>
      {edition && <footer>{t('popup_edition', { edition })}</footer>}
    </main>
  )
}
