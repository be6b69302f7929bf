/** Whose dependence cards show, in which language, and light or dark. */

import { LOCALES } from '../../lib/dataset/locales.ts'
import { THEMES } from '../../lib/settings/definition.ts'
import { Locked } from '../ui/Locked.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Select } from '../ui/Select.tsx'
import type { PartProps } from './options-view.ts'
import { economyName, languageInWords, languageName, THEME_WORDS } from './settings-words.ts'

/** Codes by the order of their names, the world first; also the one `chosen`, which another edition may have had. */
function sorted(economies: Readonly<Record<string, string>>, chosen: string, locale: string): string[] {
  const { compare } = new Intl.Collator(locale)
  const codes = [...new Set([...Object.keys(economies), chosen])].filter((code) => code !== 'WLD' && code !== '')
  return ['', ...codes.toSorted((a, b) => compare(economies[a] ?? a, economies[b] ?? b))]
}

export function Cards({ view, actions: { onChange } }: PartProps) {
  const { settings, policy, t, economies, numbers } = view
  const lock = (isSet: boolean) => (isSet ? <Locked label={t('options_data_managed')} /> : null)
  return (
    <div class="panel fields">
      <Select
        label={t('options_economy')}
        hint={t('options_economy_hint')}
        value={settings.economy}
        options={sorted(economies, settings.economy, numbers).map((code) => ({
          value: code,
          label: economyName(code, view),
        }))}
        isDisabled={policy.economy !== null}
        onChoose={(economy) => onChange('economy', () => economy)}
      />
      {lock(policy.economy !== null)}
      <Select
        label={t('options_language')}
        hint={t('options_language_hint')}
        value={settings.language}
        options={[
          { value: '' as const, label: languageInWords('', view) },
          ...LOCALES.map((locale) => ({ value: locale, label: languageName(locale), lang: locale })),
        ]}
        isDisabled={policy.language !== null}
        onChoose={(language) => onChange('language', () => language)}
      />
      {lock(policy.language !== null)}
      <RadioGroup
        label={t('options_theme')}
        hint={t('options_theme_hint')}
        value={settings.theme}
        choices={THEMES.map((theme) => ({ value: theme, label: t(THEME_WORDS[theme]) }))}
        onChoose={(theme) => onChange('theme', () => theme)}
      />
    </div>
  )
}
