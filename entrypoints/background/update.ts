/** Updates of the dataset: the weekly look at the feed, and what the options page asks for. */

import { readBundled } from '../../lib/editions/bundled.ts'
import type { Handlers } from '../../lib/messaging/server.ts'
import type { ToBackground } from '../../lib/messaging/protocol.ts'
import { browser } from '../../lib/platform/browser.ts'
import { readPolicy } from '../../lib/settings/policy.ts'
import { readSettings } from '../../lib/settings/store.ts'
import { isDue, LOOK_MINUTES } from '../../lib/updates/schedule.ts'
import { readState } from '../../lib/updates/state.ts'
import { distrust, trust } from '../../lib/updates/trust.ts'
import { Updater } from '../../lib/updates/updater.ts'
import { inTurn, readCompileContext } from './edition.ts'

const ALARM = 'update'

const updater = new Updater({ readBundled, readCompileContext, inTurn })

/** What the options page may ask; senders and shapes were checked. */
export const updateHandlers = {
  'update.status': () => updater.status(),
  'update.check': () => updater.check(true),
  'update.file': ({ text, name }) => updater.importFile(text, name),
  'update.accept': ({ sha256, isUnsigned }) => updater.accept(sha256, isUnsigned),
  'update.dismiss': async () => {
    await updater.dismiss()
    return { ok: true }
  },
  'update.rollback': () => updater.rollBack(),
  'update.bundled': () => updater.useBundled(),
  'update.key': ({ url }) => updater.readKey(url),
  'update.trust': async ({ publicKey, feed }) => ({ isKey: await trust(publicKey, feed) }),
  'update.distrust': async ({ publicKey }) => {
    await distrust(publicKey)
    return { ok: true }
  },
} satisfies Partial<Handlers<ToBackground>>

/** True where the feed is to be asked by itself: as the reader has it, and always where the organisation set the feed. */
async function isWeekly(): Promise<boolean> {
  const [{ updates, feedUrl }, policy] = await Promise.all([readSettings(), readPolicy()])
  return !policy.updatesOff && (policy.feedUrl !== null || (updates === 'weekly' && feedUrl !== ''))
}

/** Sets the alarm, or takes it off, as the settings say. A clock that was set back must not put it off for years. */
export async function followSchedule(): Promise<void> {
  const [isWanted, alarm] = await Promise.all([isWeekly(), browser.alarms.get(ALARM)])
  if (!isWanted) {
    if (alarm !== undefined) await browser.alarms.clear(ALARM)
    return
  }
  const isSound = alarm !== undefined && alarm.scheduledTime <= Date.now() + LOOK_MINUTES * 60_000
  if (!isSound) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: LOOK_MINUTES })
}

/** Asks the feed when its alarm goes off and a week has passed. */
export function watchAlarm(onError: (error: unknown) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return
    const look = async () => {
      if ((await isWeekly()) && isDue(await readState(), Date.now())) await updater.check(false)
    }
    look().catch(onError)
  })
}
