/** Drives the dataset's part of the options page: asks the background, keeps what it says, and tells the page to draw. */

import type { DatasetActions, DatasetView, Errand } from '../../components/options/dataset-view.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { writeSettings } from '../../lib/settings/change.ts'
import { watchSettings } from '../../lib/settings/store.ts'
import { forgetAsked, giveUpAccess, requestAccess } from '../../lib/updates/access.ts'
import { indexAddress } from '../../lib/updates/address.ts'
import { exactText } from '../../lib/updates/exact-text.ts'
import { fault, type Fault, type Outcome } from '../../lib/updates/fault.ts'
import { describeKey } from '../../lib/updates/keys.ts'
import { MAX_EDITION_BYTES } from '../../lib/updates/limits.ts'
import { clearLog, LOG_KEY, readLog } from '../../lib/updates/log.ts'
import { CHANGED_KEY } from '../../lib/updates/state.ts'

/** How often a busy background is asked how far it is (ms). */
const ASK_MS = 300

export interface Dataset extends DatasetActions {
  /** Null until the background has answered. */
  view(): DatasetView | null
}

/** Starts at once; `onChange` is called whenever {@link Dataset.view} gives something else. */
export function createDataset(onChange: () => void): Dataset {
  let known: Pick<DatasetView, 'status' | 'requests'> | null = null
  let errand: Errand | null = null
  let outcome: DatasetView['outcome'] = null
  let proposed: DatasetView['proposed'] = null

  const refresh = async (): Promise<void> => {
    const [status, requests] = await Promise.all([askBackground({ type: 'update.status' }), readLog()])
    if (status !== null) known = { status, requests }
    onChange()
  }
  const refreshQuietly = () => void refresh().catch(noting('dataset'))

  /** Runs one errand at a time, and shows how far it is and how it ended. */
  const run = (name: Errand, work: () => Promise<Fault | 'up-to-date' | null>): void => {
    if (errand !== null) return
    errand = name
    outcome = null
    onChange()
    const timer = setInterval(refreshQuietly, ASK_MS)
    work()
      .catch((error: unknown) => fault('storage', { problem: String(error) }).fault)
      .then((result) => (outcome = result))
      .finally(() => {
        clearInterval(timer)
        errand = null
        refreshQuietly()
      })
  }
  /** A background that gives no answer was killed, or has failed in a way that it could not tell. */
  const faultOf = (reply: Outcome<object> | null): Fault | null => {
    if (reply === null) return fault('storage', { problem: 'no answer' }).fault
    return reply.ok ? null : reply.fault
  }
  const check = async (): Promise<Fault | 'up-to-date' | null> => {
    const reply = await askBackground({ type: 'update.check' })
    return reply?.ok && !reply.isNew ? 'up-to-date' : faultOf(reply)
  }

  /** Has another feed asked from now on, or ('') none. */
  const setFeed = async (url: string): Promise<void> => {
    const before = known?.status.feed.url ?? ''
    await writeSettings({ feedUrl: url })
    const isLeft = before !== '' && (url === '' || new URL(before).hostname !== new URL(url).hostname)
    if (isLeft) await giveUpAccess(before)
  }
  /** Uses a feed whose key is known, and looks what it has. */
  const follow = async (url: string) => {
    await setFeed(url)
    return check()
  }
  /** Does what takes no time, and draws what came of it. */
  const doing = (work: () => Promise<void>): void => void work().then(refresh).catch(noting('dataset'))

  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (CHANGED_KEY in changes || LOG_KEY in changes)) refreshQuietly()
  })
  watchSettings(refreshQuietly)
  refreshQuietly()

  return {
    view: () => known && { ...known, errand, outcome, proposed },
    onCheck: () => run('check', check),
    onFeed(entered) {
      const url = indexAddress(entered)
      if (url === null) {
        outcome = fault('bad-address').fault
        return onChange()
      }
      // Before anything that takes time: the browser asks only while the click counts.
      const access = requestAccess(url)
      run('feed', async () => {
        await access
        const reply = await askBackground({ type: 'update.key', url })
        await forgetAsked()
        if (!reply?.ok) return faultOf(reply)
        const { key } = reply
        const isKnown = key === null || known?.status.keys.inForce.some(({ id }) => id === key.id)
        if (isKnown) return follow(reply.url)
        proposed = { feed: reply.url, key }
        return null
      })
    },
    onForgetFeed: () => doing(() => setFeed('')),
    onSchedule: (updates) => doing(() => writeSettings({ updates })),
    onKey(publicKey) {
      run('feed', async () => {
        const key = await describeKey(publicKey.trim())
        if (key === null) return fault('bad-key').fault
        proposed = { feed: '', key }
        return null
      })
    },
    onTrust(isRight) {
      const shown = proposed
      proposed = null
      if (!isRight || shown === null) return onChange()
      run('feed', async () => {
        const { feed, key } = shown
        await askBackground({ type: 'update.trust', publicKey: key.publicKey, feed })
        return feed === '' ? null : follow(feed)
      })
    },
    onDistrust: (publicKey) => void askBackground({ type: 'update.distrust', publicKey }).then(refreshQuietly),
    onFile(file) {
      run('file', async () => {
        if (file.size > MAX_EDITION_BYTES) return fault('too-large', { bytes: MAX_EDITION_BYTES }).fault
        const text = exactText(await file.arrayBuffer())
        if (text === null) return fault('not-text').fault
        return faultOf(await askBackground({ type: 'update.file', text, name: file.name }))
      })
    },
    onAccept() {
      const offer = known?.status.offer
      if (!offer) return
      const { sha256, isUnsigned } = offer
      run('accept', async () => faultOf(await askBackground({ type: 'update.accept', sha256, isUnsigned })))
    },
    onDismiss: () => void askBackground({ type: 'update.dismiss' }).then(refreshQuietly),
    onRollBack: () => run('rollback', async () => faultOf(await askBackground({ type: 'update.rollback' }))),
    onBundled: () => run('bundled', async () => faultOf(await askBackground({ type: 'update.bundled' }))),
    onClearLog: () => doing(clearLog),
  }
}
