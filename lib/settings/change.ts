/**
 * Changes to the reader's own settings, one after another: two quick ones must both count. Only what differs from the
 * default is stored; what the organisation sets is never written.
 */

import { browser } from '../platform/browser.ts'
import { createTurns } from '../platform/turns.ts'
import { SETTINGS, storageKey, type Settings } from './definition.ts'
import { isSame } from './same.ts'
import { readStored } from './store.ts'

/** Settings that are the reader's to change. */
export type OwnKey = Exclude<keyof Settings, 'sitesAllowed'>
export type OwnSettings = Pick<Settings, OwnKey>

const inTurn = createTurns()

/** Stores settings area by area; what equals its default is removed. */
async function store(settings: Partial<OwnSettings>): Promise<void> {
  const keys = Object.keys(settings) as OwnKey[]
  const isDefault = (key: OwnKey) => isSame(settings[key], SETTINGS[key].default)
  for (const area of ['sync', 'local'] as const) {
    const mine = keys.filter((key) => SETTINGS[key].area === area)
    const [gone, kept] = [mine.filter(isDefault), mine.filter((key) => !isDefault(key))]
    if (kept.length > 0)
      await browser.storage[area].set(Object.fromEntries(kept.map((key) => [storageKey(key), settings[key]])))
    if (gone.length > 0) await browser.storage[area].remove(gone.map(storageKey))
  }
}

/** Stores what `to` makes of the setting as it is stored now, the organisation's word left aside. Rejects where storage does. */
export const changeSetting = <Key extends OwnKey>(key: Key, to: (now: Settings[Key]) => Settings[Key]): Promise<void> =>
  inTurn(async () => store({ [key]: to((await readStored()).own[key]) }))

/** Stores several settings at once; those left out stay as they are. Rejects where storage does. */
export const writeSettings = (settings: Partial<OwnSettings>): Promise<void> => inTurn(() => store(settings))
