/** The settings: one table of keys, defaults and where each is kept. Nothing that names a site is ever synced. */

import type { Category } from '../detect/types.ts'
import { LOCALES, type Locale } from '../dataset/locales.ts'
import { SETTING_PREFIX } from './keys.ts'
import { fits, type Shape } from './shape.ts'

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
  /** Hosts without marks: where the reader switched them off, and what the organisation adds; `*.ft.com` is a host with all below it. */
  sitesOff: string[]
  /** Where the organisation names hosts here, marks are drawn on these alone. */
  sitesAllowed: string[]
  notThis: NotThis[]
  /** Address of the dataset's feed, '' for none; whoever reads the feed checks it (`lib/updates/address.ts`). */
  feedUrl: string
  updates: Updates
}

/** `policy`: only the reader's organisation sets it, and it is stored with the rest of the policy. */
type Area = 'sync' | 'local' | 'policy'

interface Definition<Value> {
  area: Area
  default: Value
  /** A stored value is used only if it has this shape; else the default counts. */
  shape: Shape
}

const TEXT = /^/
/** Every category on; also the shape of one that is on or off. */
const EACH = { 'rare-earths': true, 'dual-use': true, senkaku: true, 'one-china': true } as const

export const SETTINGS: { [Key in keyof Settings]: Definition<Settings[Key]> } = {
  categories: {
    area: 'sync',
    default: EACH,
    shape: { fields: EACH },
  },
  density: { area: 'sync', default: 'all', shape: DENSITIES },
  economy: { area: 'sync', default: '', shape: /^(?:|EU|[A-Z]{3})$/ },
  language: { area: 'sync', default: '', shape: [...LOCALES, ''] },
  theme: { area: 'sync', default: 'auto', shape: THEMES },
  markStyle: { area: 'sync', default: 'underline', shape: MARK_STYLES },
  showsCount: { area: 'sync', default: true, shape: true },
  isPaused: { area: 'local', default: false, shape: true },
  sitesOff: { area: 'local', default: [], shape: { list: TEXT } },
  sitesAllowed: { area: 'policy', default: [], shape: { list: TEXT } },
  notThis: {
    area: 'local',
    default: [],
    shape: { list: { fields: { entry: TEXT, text: TEXT, host: { orNull: TEXT } } } },
  },
  feedUrl: { area: 'local', default: '', shape: TEXT },
  updates: { area: 'local', default: 'never', shape: UPDATES },
}

export const SETTING_KEYS = Object.keys(SETTINGS) as (keyof Settings)[]

/** What counts where nothing is stored. */
export const DEFAULTS = Object.fromEntries(
  SETTING_KEYS.map((key) => [key, SETTINGS[key].default]),
) as unknown as Settings

/** Name under which a setting is stored; of `categories`, what the name of each begins with. */
export const storageKey = (key: keyof Settings): string => SETTING_PREFIX + key

/** A setting in storage by storage key: one item each, so that two devices that change different ones both count. */
type Items = Readonly<Record<string, unknown>>

const categoryItem = (category: string) => `${storageKey('categories')}.${category}`

/** What a setting is stored as. */
export const itemsOf = <Key extends keyof Settings>(key: Key, value: Settings[Key]): Items =>
  key === 'categories'
    ? Object.fromEntries(Object.entries(value).map(([category, isOn]) => [categoryItem(category), isOn]))
    : { [storageKey(key)]: value }

/** A setting as it is stored; the default, of each item, where there is none or none that is sound. */
export function valueIn<Key extends keyof Settings>(stored: Items, key: Key): Settings[Key] {
  const { default: fallback, shape } = SETTINGS[key]
  if (key === 'categories') {
    const sound = Object.keys(EACH).filter((category) => typeof stored[categoryItem(category)] === 'boolean')
    const own = Object.fromEntries(sound.map((category) => [category, stored[categoryItem(category)]]))
    return { ...(fallback as object), ...own } as Settings[Key]
  }
  const value = stored[storageKey(key)]
  return fits(value, shape) ? (value as Settings[Key]) : fallback
}

/** Names of all that is stored of the settings in an area. */
export const storageKeysIn = (area: Area): string[] =>
  SETTING_KEYS.filter((key) => SETTINGS[key].area === area).flatMap((key) =>
    Object.keys(itemsOf(key, SETTINGS[key].default)),
  )
