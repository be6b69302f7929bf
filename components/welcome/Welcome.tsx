/** The page that a new reader is shown once: what Tradegloss does, on a sample to try, and what it does not. */

import type { MessageKey, Translate } from '../../lib/i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Sample } from './Sample.tsx'

export interface WelcomeProps {
  t: Translate
  /** How many sites the list has. */
  sites: number
  /** What each shortcut does, and its keys as the browser writes them; only those that are set. */
  shortcuts: readonly { does: string; keys: string }[]
  /** Of them the one that goes to the next mention; '' where it is not set. */
  nextKeys: string
  /** False while no edition is stored yet. */
  isReady: boolean
  isTouch: boolean
  onSettings(): void
  onSites(): void
}

const CARD: [title: MessageKey, text: MessageKey][] = [
  ['welcome_card_figure', 'welcome_card_figure_text'],
  ['welcome_card_why', 'welcome_card_why_text'],
  ['welcome_card_who', 'welcome_card_who_text'],
]
const PRIVACY: MessageKey[] = ['welcome_privacy_pages', 'welcome_privacy_nobody', 'welcome_privacy_network']

const Pointer = () => (
  <svg class="try-pointer" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3 1.5 13 8l-4.6.9L6 13.5z" fill="currentColor" />
  </svg>
)

export const Welcome = ({ t, sites, shortcuts, nextKeys, isReady, isTouch, onSettings, onSites }: WelcomeProps) => (
  <div class="welcome">
    <header class="welcome-header">
      <img src="/icons/48.png" width="32" height="32" alt="" />
      <span>{t('extension_name')}</span>
    </header>
    <main>
      <div class="hero">
        <div>
          <h1>{t('welcome_headline')}</h1>
          <p class="hero-lead">{t('welcome_lead')}</p>
          <p class="try" role="status">
            <Pointer />
            {isReady ? t(isTouch ? 'welcome_try_touch' : 'welcome_try') : t('welcome_waiting')}
            {isReady && nextKeys && ` ${t('welcome_try_keys', { keys: nextKeys })}`}
          </p>
        </div>
        <Sample t={t} />
      </div>
      <section class="block" aria-labelledby="welcome-card">
        <h2 id="welcome-card">{t('welcome_card_title')}</h2>
        <ul class="thirds">
          {CARD.map(([title, text]) => (
            <li key={title}>
              <h3>{t(title)}</h3>
              <p>{t(text)}</p>
            </li>
          ))}
        </ul>
      </section>
      <section class="block privacy" aria-labelledby="welcome-privacy">
        <h2 id="welcome-privacy">{t('welcome_privacy_title')}</h2>
        <ul>
          {PRIVACY.map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </section>
      <div class="halves">
        <section class="block" aria-labelledby="welcome-where">
          <h2 id="welcome-where">{t('welcome_where_title')}</h2>
          <p>{t('welcome_where_text', { sites })}</p>
          <div class="buttons">
            <Button onPress={onSites}>{t('welcome_where_list')}</Button>
          </div>
        </section>
        <section class="block" aria-labelledby="welcome-reach">
          <h2 id="welcome-reach">{t('welcome_reach_title')}</h2>
          <ul class="reach">
            <li>{t('welcome_reach_button')}</li>
            <li>{t('welcome_reach_panel')}</li>
            {shortcuts.length > 0 && (
              <li>
                {t('welcome_reach_keys')}
                <dl class="keys">
                  {shortcuts.map(({ does, keys }) => (
                    <div key={does}>
                      <dt>{does}</dt>
                      <dd>
                        <kbd>{keys}</kbd>
                      </dd>
                    </div>
                  ))}
                </dl>
              </li>
            )}
          </ul>
          <div class="buttons">
            <Button kind="primary" onPress={onSettings}>
              {t('welcome_settings')}
            </Button>
          </div>
        </section>
      </div>
    </main>
  </div>
)
