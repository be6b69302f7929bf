/**
 * Changes to the reader's own settings, one after another: two quick ones must both count. Only what differs from the
 * default is stored; what the organisation sets is never written.
 */

import { browser } from '../platform/browser.ts'
import { createTurns } from '../platform/turns.ts'
import { DEFAULTS, itemsOf, SETTINGS, type Settings } from './definition.ts'
import { isSame } from './same.ts'
import { readStored } from './store.ts'

/** Settings that are the reader's to change. */
export type OwnKey = Exclude<keyof Settings, 'sitesAllowed'>
export type OwnSettings = Pick<Settings, OwnKey>

const inTurn = createTurns()

/**
 * Stores settings area by area; what equals its default is removed. Items that are as they were `before` are left alone:
 * another device may have changed them since.
 */
async function store(settings: Partial<OwnSettings>, before: Partial<OwnSettings> = {}): Promise<void> {
  for (const area of ['sync', 'local'] as const) {
    const kept: Record<string, unknown> = {}
    const gone: string[] = []
    for (const key of (Object.keys(settings) as OwnKey[]).filter((each) => SETTINGS[each].area === area)) {
      const items = (of: Partial<OwnSettings>) => itemsOf(key, of[key] as OwnSettings[OwnKey])
      const [first, old] = [items(DEFAULTS), key in before ? items(before) : {}]
      for (const [item, value] of Object.entries(items(settings))) {
        if (isSame(value, old[item])) continue
        if (isSame(value, first[item])) gone.push(item)
        else kept[item] = value
      }
    }
    if (Object.keys(kept).length > 0) await browser.storage[area].set(kept)
    if (gone.length > 0) await browser.storage[area].remove(gone)
  }
}

/** Stores what `to` makes of the setting as it is stored now, the organisation's word left aside. Rejects where storage does. */
export const changeSetting = <Key extends OwnKey>(key: Key, to: (now: Settings[Key]) => Settings[Key]): Promise<void> =>
  inTurn(async () => {
    const { own } = await readStored()
    await store({ [key]: to(own[key]) }, own)
  })

/** Stores several settings at once, or none of them where storage refuses one, and rejects then; those left out stay as they are. */
export const writeSettings = (settings: Partial<OwnSettings>): Promise<void> =>
  inTurn(async () => {
    const { own } = await readStored()
    try {
      await store(settings)
    } catch (error) {
      const before = Object.fromEntries((Object.keys(settings) as OwnKey[]).map((key) => [key, own[key]]))
      // One area may have taken its part before the other refused: whoever is told that nothing was saved must find it so.
      await store(before).catch(() => {})
      throw error
    }
  })
