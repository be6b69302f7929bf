/** The settings: one table of keys, defaults and where each is kept. Nothing that names a site is ever synced. */

import { CATEGORIES, type Category } from '../detect/types.ts'
import { LOCALES, type Locale } from '../dataset/locales.ts'

export const DENSITIES = ['all', 'section', 'first'] as const
export type Density = (typeof DENSITIES)[number]
export const THEMES = ['auto', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
export const MARK_STYLES = ['underline', 'tint'] as const
export type MarkStyle = (typeof MARK_STYLES)[number]

/** How often the feed is asked without being told to. */
export const UPDATES = ['weekly', 'never'] as const
export type Updates = (typeof UPDATES)[number]

/** A mention that the reader does not want marked: these words for this entry, on one host or everywhere. */
export interface NotThis {
  entry: string
  /** The mention's text, in lower case with single spaces. */
  text: string
  /** Null: everywhere. */
  host: string | null
}

export interface Settings {
  /** Which categories are marked. */
  categories: Record<Category, boolean>
  /** Which mentions of an entry are drawn: all, the first of each section, or the first of the page. */
  density: Density
  /** Whose dependence to show where neither sentence nor article names one (ISO 3166-1 alpha-3 or `EU`); '' for the world. */
  economy: string
  /** Language of interface and card texts; '' for the browser's. */
  language: Locale | ''
  /** `auto`: extension pages follow the browser, the card follows the page's own background. */
  theme: Theme
  markStyle: MarkStyle
  /** The number of mentions on the toolbar button. */
  showsCount: boolean
  /** No marks anywhere. */
  isPaused: boolean
  /** Hosts on which the reader switched marks off. */
  sitesOff: string[]
  notThis: NotThis[]
  /** Address of the dataset's feed, '' for none; whoever reads the feed checks it (`lib/updates/address.ts`). */
  feedUrl: string
  updates: Updates
}

type Area = 'sync' | 'local'

interface Definition<Value> {
  area: Area
  default: Value
  /** A stored value is used only if it has the right shape; else the default counts. */
  isValid(value: unknown): value is Value
}

const isCategories = (value: unknown): value is Record<Category, boolean> =>
  typeof value === 'object' &&
  value !== null &&
  CATEGORIES.every((category) => typeof (value as Record<string, unknown>)[category] === 'boolean')

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isOneOf =
  <Value extends string>(values: readonly Value[]) =>
  (value: unknown): value is Value =>
    values.includes(value as Value)
const isEconomy = (value: unknown): value is string => typeof value === 'string' && /^(?:|EU|[A-Z]{3})$/.test(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isListOf =
  <Item>(isItem: (value: unknown) => value is Item) =>
  (value: unknown): value is Item[] =>
    Array.isArray(value) && value.every(isItem)

function isNotThis(value: unknown): value is NotThis {
  if (typeof value !== 'object' || value === null) return false
  const { entry, text, host } = value as Record<string, unknown>
  return isText(entry) && isText(text) && (host === null || isText(host))
}

export const SETTINGS: { [Key in keyof Settings]: Definition<Settings[Key]> } = {
  categories: {
    area: 'sync',
    default: { 'rare-earths': true, 'dual-use': true, senkaku: true, 'one-china': true },
    isValid: isCategories,
  },
  density: { area: 'sync', default: 'all', isValid: isOneOf(DENSITIES) },
  economy: { area: 'sync', default: '', isValid: isEconomy },
  language: { area: 'sync', default: '', isValid: isOneOf([...LOCALES, '']) },
  theme: { area: 'sync', default: 'auto', isValid: isOneOf(THEMES) },
  markStyle: { area: 'sync', default: 'underline', isValid: isOneOf(MARK_STYLES) },
  showsCount: { area: 'sync', default: true, isValid: isBoolean },
  isPaused: { area: 'local', default: false, isValid: isBoolean },
  sitesOff: { area: 'local', default: [], isValid: isListOf(isText) },
  notThis: { area: 'local', default: [], isValid: isListOf(isNotThis) },
  feedUrl: { area: 'local', default: '', isValid: isText },
  updates: { area: 'local', default: 'never', isValid: isOneOf(UPDATES) },
}

export const SETTING_KEYS = Object.keys(SETTINGS) as (keyof Settings)[]

/** What counts where nothing is stored. */
export const DEFAULTS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].default]),
) as unknown as Settings

/** Name under which a setting is stored. */
export const storageKey = (key: keyof Settings): string => `setting.${key}`
