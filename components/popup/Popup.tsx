/** The popup: why nothing is shown, a switch per category with its count on this page, the sites, and pause. */

import { Switch } from '../ui/Switch.tsx'
import { Notice, type NoticeProps } from './Notice.tsx'
import { categoryKey } from '../../lib/card/model.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { PageState } from '../../lib/messaging/protocol.ts'
import type { Settings } from '../../lib/settings/definition.ts'

export interface PopupProps extends NoticeProps {
  settings: Settings
  /** Null where Tradegloss does not run on the tab. */
  page: PageState | null
  edition: string | null
  onCategory(category: Category, isOn: boolean): void
  onSite(host: string, isOn: boolean): void
  /** Adds or removes this one site for good. */
  onAlways(host: string, isOn: boolean): void
  /** Adds or removes all sites. */
  onEverywhere(isOn: boolean): void
  onPause(isPaused: boolean): void
}

export function Popup(props: PopupProps) {
  const { settings, page, edition, standing, t, onCategory, onSite, onAlways, onEverywhere, onPause } = props
  const { host, switches } = standing
  return (
    <main class="popup">
      <header>
        <h1>{t('extension_name')}</h1>
        {page && <p>{t('popup_on_page')}</p>}
      </header>
      <Notice {...props} />
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
        {switches.site !== null && (
          <Switch
            label={t('popup_site_on', { host })}
            isOn={switches.site}
            isDisabled={settings.isPaused}
            onToggle={(isOn) => onSite(host, isOn)}
          />
        )}
        {switches.always !== null && (
          <Switch
            label={t('popup_always', { host })}
            isOn={switches.always}
            onToggle={(isOn) => onAlways(host, isOn)}
          />
        )}
        {switches.everywhere !== null && (
          <Switch label={t('popup_everywhere')} isOn={switches.everywhere} onToggle={onEverywhere} />
        )}
        <Switch label={t('popup_pause')} isOn={settings.isPaused} onToggle={onPause} />
      </div>
      {edition && <footer>{t('popup_edition', { edition })}</footer>}
    </main>
  )
}
