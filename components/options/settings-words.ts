/** Settings and their values in words, for what an import would change and what the organisation has set. */

import { categoryKey } from '../../lib/i18n/categories.ts'
import { languageOfLocale, type Locale } from '../../lib/dataset/locales.ts'
import { CATEGORIES } from '../../lib/detect/types.ts'
import type { MessageKey } from '../../lib/i18n/t.ts'
import type { OwnKey } from '../../lib/settings/change.ts'
import type { Density, MarkStyle, NotThis, Settings, Theme } from '../../lib/settings/definition.ts'
import type { OptionsView } from './options-view.ts'

type Words = Pick<OptionsView, 't' | 'numbers' | 'economies' | 'browserLocale' | 'entries'>

export const DENSITY_WORDS: Record<Density, MessageKey> = {
  all: 'options_density_all',
  section: 'options_density_section',
  first: 'options_density_first',
}
export const THEME_WORDS: Record<Theme, MessageKey> = {
  auto: 'options_theme_auto',
  light: 'options_theme_light',
  dark: 'options_theme_dark',
}
export const STYLE_WORDS: Record<MarkStyle, MessageKey> = {
  underline: 'options_style_underline',
  tint: 'options_style_tint',
}

const TITLES: Partial<Record<OwnKey, MessageKey>> = {
  categories: 'options_categories',
  density: 'options_density',
  economy: 'options_economy',
  language: 'options_language',
  theme: 'options_theme',
  markStyle: 'options_style',
  showsCount: 'options_count',
  sitesOff: 'options_sites_off',
  notThis: 'options_not_this_title',
}
export const titleOf = (key: OwnKey, { t }: Pick<Words, 't'>): string => t(TITLES[key] ?? 'options_title')

/** A language in its own words; Chinese by its script, since that is what differs. */
export function languageName(locale: Locale): string {
  const code = languageOfLocale(locale)
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? locale
}

export const economyName = (economy: string, { t, economies }: Pick<Words, 't' | 'economies'>): string =>
  economy === '' ? t('options_economy_world') : (economies[economy] ?? economy)

export const languageInWords = (
  language: Settings['language'],
  { t, browserLocale }: Pick<Words, 't' | 'browserLocale'>,
): string =>
  language === ''
    ? t('options_language_browser', { language: languageName(browserLocale) })
    : languageName(language as Locale)

export const notThisInWords = ({ text, entry }: NotThis, { t, entries }: Pick<Words, 't' | 'entries'>): string =>
  t('options_not_this_what', { text, entry: entries[entry] ?? entry })

const list = (items: readonly string[], { t, numbers }: Words): string =>
  items.length === 0 ? t('options_nothing') : new Intl.ListFormat(numbers, { type: 'unit' }).format(items)

/** The value of a setting in words. */
export function valueInWords(key: OwnKey, value: Settings, words: Words): string {
  const { t } = words
  switch (key) {
    case 'categories':
      return list(
        CATEGORIES.filter((category) => value.categories[category]).map((category) => t(categoryKey(category))),
        words,
      )
    case 'density':
      return t(DENSITY_WORDS[value.density])
    case 'economy':
      return economyName(value.economy, words)
    case 'language':
      return languageInWords(value.language, words)
    case 'theme':
      return t(THEME_WORDS[value.theme])
    case 'markStyle':
      return t(STYLE_WORDS[value.markStyle])
    case 'showsCount':
      return t(value.showsCount ? 'options_on' : 'options_off')
    case 'sitesOff':
      return list(value.sitesOff, words)
    case 'notThis':
      return list(
        value.notThis.map((item) => notThisInWords(item, words)),
        words,
      )
    default:
      return String(value[key])
  }
}
