/** The settings: one table of keys, defaults and where each is kept. Nothing that names a site is ever synced. */

import { CATEGORIES, type Category } from '../detect/types.ts'

export interface Settings {
  /** Which categories are marked. */
  categories: Record<Category, boolean>
  /** No marks anywhere. */
  isPaused: boolean
  /** Hosts on which the reader switched marks off. */
  sitesOff: string[]
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

export const SETTINGS: { [Key in keyof Settings]: Definition<Settings[Key]> } = {
  categories: {
    area: 'sync',
    default: { 'rare-earths': true, 'dual-use': true, senkaku: true, 'one-china': true },
    isValid: isCategories,
  },
  isPaused: { area: 'local', default: false, isValid: (value) => typeof value === 'boolean' },
  sitesOff: {
    area: 'local',
    default: [],
    isValid: (value): value is string[] => Array.isArray(value) && value.every((host) => typeof host === 'string'),
  },
}

export const SETTING_KEYS = Object.keys(SETTINGS) as (keyof Settings)[]

/** Name under which a setting is stored. */
export const storageKey = (key: keyof Settings): string => `setting.${key}`
