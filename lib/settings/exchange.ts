/** Settings as a file: written, read with care, and compared with what holds now. Only the reader's own, never the organisation's. */

import type { MessageKey } from '../i18n/t.ts'
import { isRecord } from '../unknown/record.ts'
import type { OwnKey, OwnSettings } from './change.ts'
import { DEFAULTS, SETTING_KEYS, SETTINGS, type Settings } from './definition.ts'
import { isSame } from './same.ts'
import { fits, trimmed, type Shape } from './shape.ts'

/** What a file says of itself: settings by their names, each as code sees it, however a release stores it. */
const FORMAT = 'tradegloss-settings'
const VERSION = 1

/** A file of settings is small; whatever is larger (UTF-16 units) is something else. */
const MAX_LENGTH = 1_000_000

/** Of the moment (the pause), or with a permission that no file can give (the feed). */
const LEFT_OUT: ReadonlySet<keyof Settings> = new Set(['isPaused', 'feedUrl', 'updates'])

/** A host as browsers write it, or one with all below it: an address or a name in other letters would switch nothing off. */
const HOST = /^(?:\*\.)?(?:[a-z\d._-]+|\[[\da-f:.]+\])$/

/** What a value must look like in a file; one that is stored already is the browser's word. */
const shapeOf = (key: OwnKey): Shape => (key === 'sitesOff' ? { list: HOST } : SETTINGS[key].shape)

/** What a file holds; the organisation's part is not the reader's to hand on. */
export const EXCHANGED = SETTING_KEYS.filter(
  (key): key is OwnKey => SETTINGS[key].area !== 'policy' && !LEFT_OUT.has(key),
)

/** The file's text: every setting of the reader's, also those that stand at their default. */
export const exportSettings = (own: Settings): string =>
  `${JSON.stringify(
    { format: FORMAT, version: VERSION, settings: Object.fromEntries(EXCHANGED.map((key) => [key, own[key]])) },
    null,
    2,
  )}\n`

/** What is wrong with a file, in words to be. */
export interface Problem {
  says: MessageKey
  values: Record<string, string>
}

export type Import = { ok: true; settings: Partial<OwnSettings> } | { ok: false; problem: Problem }

const wrong = (says: Problem['says'], values: Problem['values'] = {}): Import => ({
  ok: false,
  problem: { says, values },
})

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a file's text. Takes all of it or nothing: one value that is wrong refuses the file, and is named. */
export function importSettings(text: string): Import {
  if (text.length > MAX_LENGTH) return wrong('options_import_too_large')
  const file = parse(text.replace(/^\uFEFF/, ''))
  if (file === undefined) return wrong('options_import_no_json')
  if (!isRecord(file) || file.format !== FORMAT || !isRecord(file.settings)) return wrong('options_import_other_file')
  const { version } = file
  if (!Number.isInteger(version) || (version as number) < 1) return wrong('options_import_other_file')
  if ((version as number) > VERSION) return wrong('options_import_newer')
  const { settings } = file
  const unknown = Object.keys(settings).find((key) => !EXCHANGED.includes(key as OwnKey))
  if (unknown !== undefined) return wrong('options_import_unknown_key', { key: unknown })
  const bad = EXCHANGED.find((key) => key in settings && !fits(settings[key], shapeOf(key)))
  if (bad !== undefined) return wrong('options_import_bad_value', { key: bad })
  const known = EXCHANGED.filter((key) => key in settings)
  return {
    ok: true,
    settings: Object.fromEntries(known.map((key) => [key, trimmed(settings[key], SETTINGS[key].shape)])),
  }
}

/** Keys whose value would change, in the table's order. */
export const changedKeys = (now: Settings, next: Partial<OwnSettings>): OwnKey[] =>
  EXCHANGED.filter((key) => key in next && !isSame(now[key], next[key]))

/** What a reset brings back: all of it, the pause too. The dataset stays, and so does its feed, which has a permission of its own. */
export function firstSettings(): Partial<OwnSettings> {
  const { sitesAllowed: _, feedUrl: _feed, updates: _updates, ...own } = DEFAULTS
  return own
}
