/** What the reader's organisation has set, in words; shown only where it has set anything. */

import { categoryKey } from '../../lib/i18n/categories.ts'
import { CATEGORIES } from '../../lib/detect/types.ts'
import { setKeys, type Policy } from '../../lib/settings/policy-definition.ts'
import type { MessageKey } from '../../lib/i18n/t.ts'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import type { OptionsView, PartProps } from './options-view.ts'
import { economyName, languageInWords } from './settings-words.ts'

const TITLES: Record<keyof Policy, MessageKey> = {
  categories: 'options_categories',
  economy: 'options_economy',
  language: 'options_language',
  sitesOff: 'options_sites_off',
  sitesAllowed: 'options_policy_allowed',
  feedUrl: 'options_policy_feed',
  publicKeys: 'options_policy_keys',
  updatesOff: 'options_policy_updates_off',
  importOff: 'options_policy_import_off',
}

export const hasPolicy = ({ policy, ignored }: OptionsView): boolean => setKeys(policy).length > 0 || ignored.length > 0

function inWords(key: keyof Policy, view: OptionsView): string {
  const { policy, t, numbers } = view
  const list = (items: readonly string[]) => new Intl.ListFormat(numbers, { type: 'unit' }).format(items)
  switch (key) {
    case 'categories':
      return list(
        CATEGORIES.filter((category) => policy.categories[category] !== undefined).map(
          (category) => `${t(categoryKey(category))}: ${t(policy.categories[category] ? 'options_on' : 'options_off')}`,
        ),
      )
    case 'economy':
      return economyName(policy.economy ?? '', view)
    case 'language':
      return languageInWords(policy.language ?? '', view)
    case 'feedUrl':
      return policy.feedUrl ?? ''
    case 'updatesOff':
    case 'importOff':
      return t('options_off')
    default:
      return list(policy[key] ?? [])
  }
}

export function Organisation({ view }: Pick<PartProps, 'view'>) {
  const { policy, ignored, t, numbers } = view
  return (
    <div class="panel">
      <dl class="rows">
        {setKeys(policy).map((key) => (
          <div key={key} class="row">
            <dt class="row-text">{t(TITLES[key])}</dt>
            <dd class="row-value">{inWords(key, view)}</dd>
          </div>
        ))}
      </dl>
      {ignored.length > 0 && (
        <NoticeBox kind="warning">
          <p>{t('options_policy_ignored', { keys: new Intl.ListFormat(numbers).format(ignored) })}</p>
        </NoticeBox>
      )}
    </div>
  )
}
