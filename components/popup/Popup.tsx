/** The popup: why nothing is shown, a switch per category with its count on this page, the mentions, the sites, and pause. */

import { Switch } from '../ui/Switch.tsx'
import { Button } from '../ui/Button.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { filterMentions, groupMentions } from '../active-page/groups.ts'
import { MentionList } from '../active-page/MentionList.tsx'
import { WhyNothing, type WhyNothingProps } from '../active-page/WhyNothing.tsx'
import { categoryKey } from '../../lib/i18n/categories.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { ListedMention, PageState } from '../../lib/messaging/protocol.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { isSiteOff } from '../../lib/settings/site.ts'
import type { PolicySettings } from '../../lib/settings/with-policy.ts'

export interface PopupProps extends WhyNothingProps {
  settings: Settings
  /** What of them the organisation has set. */
  policy: PolicySettings
  /** Null where Tradegloss does not run on the tab. */
  page: PageState | null
  /** Why the browser did not save the last switch; null where it did. */
  problem: string | null
  /** Those shown on the page, in its order. */
  mentions: readonly ListedMention[]
  /** Language of their words; '' where the page declares none. */
  lang: string
  /** The edition in use and how old it is, in words. */
  edition: { name: string; age: string; isUnsigned: boolean } | null
  onCategory(category: Category, isOn: boolean): void
  onSite(host: string, isOn: boolean): void
  /** Adds or removes this one site for good. */
  onAlways(host: string, isOn: boolean): void
  /** Adds or removes all sites. */
  onEverywhere(isOn: boolean): void
  onPause(isPaused: boolean): void
  /** Goes to a mention on the page and opens its card. */
  onShow(index: number): void
  /** Null where the browser has no side panel. */
  onPanel: (() => void) | null
  onOptions(): void
}

/** An entry's name is not known here, and not needed: groups are categories. */
const asIs = (entry: string) => entry

export function Popup(props: PopupProps) {
  const { settings, policy, page, mentions, standing, t, onCategory, onSite, onAlways, onEverywhere, onPause } = props
  const { host, switches } = standing
  const { sitesOff = [], sitesAllowed = [] } = policy
  const countOf = (shown: number) => ({ shown, inWords: t('popup_mentions', { count: shown }) })
  const isSiteLocked = isSiteOff({ sitesOff, sitesAllowed }, host)
  return (
    <main class="popup">
      <header>
        <h1>{t('extension_name')}</h1>
        {page && <p>{t('popup_on_page')}</p>}
      </header>
      {/* Below the switches where one of them may be the reason: nothing moves under the pointer that switched. */}
      <div role="status">{!page && <WhyNothing {...props} />}</div>
      <ul class="categories">
        {CATEGORIES.map((category) => (
          <li key={category} data-category={category}>
            <span class="line" aria-hidden="true" />
            <Switch
              label={t(categoryKey(category))}
              hint={policy.categories?.[category] === undefined ? undefined : t('options_data_managed')}
              isOn={settings.categories[category]}
              isDisabled={policy.categories?.[category] !== undefined}
              count={page?.isRead ? countOf(page.counts[category] ?? 0) : undefined}
              onToggle={(isOn) => onCategory(category, isOn)}
            />
          </li>
        ))}
      </ul>
      <div class="scope">
        {switches.site !== null && (
          <Switch
            label={t('popup_site_on', { host })}
            hint={isSiteLocked ? t('options_data_managed') : undefined}
            isOn={switches.site}
            isDisabled={settings.isPaused || isSiteLocked}
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
      {props.problem !== null && (
        <NoticeBox kind="error">
          <p>{t('options_not_saved', { problem: props.problem })}</p>
        </NoticeBox>
      )}
      <div role="status">{page && <WhyNothing {...props} />}</div>
      {mentions.length > 0 && (
        <section class="found" aria-labelledby="found-title">
          <h2 id="found-title" class="hidden-visually">
            {t('popup_list')}
          </h2>
          <MentionList
            groups={groupMentions(filterMentions(mentions, '', asIs), 'category')}
            nameOf={asIs}
            lang={props.lang}
            t={t}
            onShow={props.onShow}
          />
        </section>
      )}
      <Foot {...props} />
    </main>
  )
}

const Foot = ({ edition, t, onPanel, onOptions }: PopupProps) => (
  <footer>
    {edition && (
      <p class="edition">
        {t('popup_edition_age', { edition: edition.name, age: edition.age })}
        {edition.isUnsigned && <strong>{` · ${t('popup_unsigned')}`}</strong>}
      </p>
    )}
    <div class="buttons">
      {onPanel && (
        <Button kind="quiet" onPress={onPanel}>
          {t('popup_open_panel')}
        </Button>
      )}
      <Button kind="quiet" onPress={onOptions}>
        {t('popup_open_options')}
      </Button>
    </div>
  </footer>
)
