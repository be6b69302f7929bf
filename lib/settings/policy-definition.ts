/** What an organisation can set: one table of keys, shapes and words, from which the browsers' schema is made. Pure. */

import { CATEGORIES, type Category } from '../detect/types.ts'
import { PUBLIC_KEY } from '../dataset/public-key.ts'
import { isRecord } from '../unknown/record.ts'
import { SETTINGS, type Settings } from './definition.ts'
import { fits, type Shape } from './shape.ts'

/** The organisation's policy. What is not set is null, an empty list, or false. */
export interface Policy {
  /** Categories that are always marked (true) or never (false). */
  categories: Partial<Record<Category, boolean>>
  economy: string | null
  language: Settings['language'] | null
  /** Hosts without marks, whatever the reader says; `*.ft.com` is a host with all below it. */
  sitesOff: string[]
  /** Where there are any, marks are drawn on these hosts alone. */
  sitesAllowed: string[]
  /** Address of the dataset's feed. */
  feedUrl: string | null
  /** Raw Ed25519 public keys in base64 that alone may sign editions. */
  publicKeys: string[] | null
  /** No feed is asked. */
  updatesOff: boolean
  /** No file is imported. */
  importOff: boolean
}

interface PolicyDefinition {
  title: string
  description: string
  shape: Shape
  /** The field may be left out of the object. */
  isPartial?: true
}

/** A host, or one with all below it. */
const HOST = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/

export const POLICY: { [Key in keyof Policy]: PolicyDefinition } = {
  categories: {
    title: 'Categories',
    description: 'Categories that are always marked (true) or never (false). Those left out stay the reader’s choice.',
    shape: SETTINGS.categories.shape,
    isPartial: true,
  },
  economy: {
    title: 'Economy',
    description:
      'Whose dependence to show where the text names no economy: ISO 3166-1 alpha-3, EU, or "" for the world.',
    shape: SETTINGS.economy.shape,
  },
  language: {
    title: 'Language',
    description: 'Language of interface and cards; "" for the browser’s.',
    shape: SETTINGS.language.shape,
  },
  sitesOff: {
    title: 'Sites switched off',
    description: 'Hosts on which nothing is marked: "www.ft.com", or "*.ft.com" with all hosts below it.',
    shape: { list: HOST },
  },
  sitesAllowed: {
    title: 'Sites allowed',
    description: 'If set, nothing is marked on any other host. Written as in sitesOff. It adds no site by itself.',
    shape: { list: HOST },
  },
  feedUrl: {
    title: 'Feed',
    description: 'Address (https) of the dataset’s feed. Readers cannot change it.',
    shape: /^https:\/\//,
  },
  publicKeys: {
    title: 'Public keys',
    description: 'Ed25519 public keys (raw, base64) that alone may sign editions.',
    shape: { list: PUBLIC_KEY },
  },
  updatesOff: { title: 'Updates off', description: 'No feed is asked for editions.', shape: true },
  importOff: { title: 'Import off', description: 'No edition is imported from a file.', shape: true },
}

const POLICY_KEYS = Object.keys(POLICY) as (keyof Policy)[]

/** What holds where nothing is set. */
const NOTHING: Policy = {
  categories: {},
  economy: null,
  language: null,
  sitesOff: [],
  sitesAllowed: [],
  feedUrl: null,
  publicKeys: null,
  updatesOff: false,
  importOff: false,
}

function fitsPolicy(value: unknown, { shape, isPartial }: PolicyDefinition): boolean {
  if (!isPartial) return fits(value, shape)
  if (!isRecord(value)) return false
  return Object.entries(value).every(
    ([name, each]) => CATEGORIES.includes(name as Category) && typeof each === 'boolean',
  )
}

/**
 * The policy among what the browser holds. A value of the wrong shape counts as not set, and its key is among `ignored`,
 * as are keys that we do not know. An empty list of public keys is ignored too: it would trust nobody and say nothing.
 */
export function policyFrom(stored: Readonly<Record<string, unknown>>): { policy: Policy; ignored: string[] } {
  const isSound = (key: string): key is keyof Policy =>
    Object.hasOwn(POLICY, key) &&
    fitsPolicy(stored[key], POLICY[key as keyof Policy]) &&
    !(key === 'publicKeys' && (stored[key] as unknown[]).length === 0)
  const sound = Object.keys(stored).filter(isSound)
  return {
    policy: { ...NOTHING, ...Object.fromEntries(sound.map((key) => [key, stored[key]])) },
    ignored: Object.keys(stored).filter((key) => !isSound(key)),
  }
}

/** Keys that the organisation has set, in the table's order. */
export const setKeys = (policy: Policy): (keyof Policy)[] =>
  POLICY_KEYS.filter((key) => JSON.stringify(policy[key]) !== JSON.stringify(NOTHING[key]))
