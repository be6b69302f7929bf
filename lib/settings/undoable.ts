/** Changes of the reader's own settings with a way back, which leaves alone what was changed since. */

import { changeSetting, writeSettings, type OwnKey, type OwnSettings } from './change.ts'
import type { Settings } from './definition.ts'
import { isSame } from './same.ts'
import { readStored } from './store.ts'

/** Takes a change back. Rejects where storage does. */
export type Undo = () => Promise<void>

/** Writes what `to` makes of the settings stored now. Rejects where storage does. */
export async function replaceSettings(to: (before: OwnSettings) => Partial<OwnSettings>): Promise<Undo> {
  const { sitesAllowed: _, ...before } = (await readStored()).own
  const written = to(before)
  await writeSettings(written)
  return async () => {
    const { own: now } = await readStored()
    const kept = (Object.keys(written) as OwnKey[]).filter((key) => isSame(now[key], written[key]))
    await writeSettings(Object.fromEntries(kept.map((key) => [key, before[key]])))
  }
}

/** Takes an item off a list; one that is taken back stands last. Rejects where storage does. */
export async function takeOff<Key extends 'sitesOff' | 'notThis'>(
  key: Key,
  item: Settings[Key][number],
): Promise<Undo> {
  const others = (list: Settings[Key]) => list.filter((each) => !isSame(each, item)) as Settings[Key]
  await changeSetting(key, others)
  return () => changeSetting(key, (now) => [...others(now), item] as Settings[Key])
}
