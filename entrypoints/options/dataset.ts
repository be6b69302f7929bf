/** Drives the dataset's part of the options page: asks the background, keeps what it says, and tells the page to draw. */

import type { DatasetActions, DatasetView, Errand } from '../../components/options/dataset-view.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { createRefresh } from '../../lib/platform/turns.ts'
import { writeSettings } from '../../lib/settings/change.ts'
import { watchPolicy } from '../../lib/settings/policy.ts'
import { watchSettings } from '../../lib/settings/store.ts'
import { forgetAsked } from '../../lib/sites/permission-prompt.ts'
import { giveUpAccess, hasAccess, requestAccess } from '../../lib/updates/access.ts'
import { indexAddress } from '../../lib/updates/address.ts'
import { exactText } from '../../lib/updates/exact-text.ts'
import { fault, type Fault, type Outcome } from '../../lib/updates/fault.ts'
import { describeKey } from '../../lib/updates/keys.ts'
import { MAX_EDITION_BYTES } from '../../lib/updates/limits.ts'
import { clearLog, LOG_KEY, readLog } from '../../lib/updates/log.ts'
import { CHANGED_KEY } from '../../lib/updates/state.ts'

/** How often a busy background is asked how far it is, and one that gave no answer is asked again (ms). */
const ASK_MS = 300
/** How often it is asked again: the browser may be starting it, or have killed it over the question. */
const MOST_TRIES = 10

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

  /** Reads what there is to show, and draws it; false where the background gave no answer. */
  const read = async (): Promise<boolean> => {
    const [status, requests] = await Promise.all([askBackground({ type: 'update.status' }), readLog()])
    if (status !== null) known = { status, requests }
    onChange()
    return status !== null
  }
  /** Questions never queue up in a busy background, and no old answer comes after a newer one. */
  const refresh = createRefresh(async () => {
    for (let tries = 1; !(await read()) && tries < MOST_TRIES; tries++)
      await new Promise((wait) => setTimeout(wait, ASK_MS))
  })
  const refreshQuietly = () => void refresh().catch(noting('dataset'))
  const failed = (problem: unknown): Fault => fault('storage', { problem: String(problem) }).fault

  /** Runs one errand at a time, and shows how far it is and how it ended. */
  const run = (name: Errand, work: () => Promise<Fault | 'up-to-date' | null>): void => {
    if (errand !== null) return
    errand = name
    outcome = null
    onChange()
    const timer = setInterval(refreshQuietly, ASK_MS)
    work()
      .catch(failed)
      .then(async (result) => {
        clearInterval(timer)
        // How it ended is said at once; what can be done next is what the background says then.
        outcome = result
        onChange()
        await refresh()
      })
      .catch(noting('dataset'))
      .finally(() => {
        errand = null
        onChange()
      })
  }
  /** A background that gives no answer was killed, or has failed in a way that it could not tell. */
  const faultOf = (reply: Outcome<object> | null): Fault | null => {
    if (reply === null) return fault('no-answer').fault
    return reply.ok ? null : reply.fault
  }
  const check = async (): Promise<Fault | 'up-to-date' | null> => {
    const reply = await askBackground({ type: 'update.check' })
    return reply?.ok && !reply.isNew ? 'up-to-date' : faultOf(reply)
  }

  /** The feed that is in use now: what was last drawn may be older than what was last done. */
  const feedInUse = async () => ((await askBackground({ type: 'update.status' })) ?? known?.status)?.feed.url ?? ''
  /** Gives back what was allowed for a feed, unless `kept`, or '', is of the same site. */
  const leave = async (url: string, kept: string): Promise<void> => {
    if (url === '' || (kept !== '' && new URL(url).hostname === new URL(kept).hostname)) return
    await giveUpAccess(url)
  }
  /** Has another feed asked from now on, or ('') none. */
  const setFeed = async (url: string): Promise<void> => {
    const before = await feedInUse()
    await writeSettings({ feedUrl: url })
    await leave(before, url)
  }
  /** Uses a feed whose key is known, and looks what it has. */
  const follow = async (url: string) => {
    await setFeed(url)
    return check()
  }
  /** Does what takes no time, and draws what came of it. */
  const doing = (work: () => Promise<unknown>): void => {
    work()
      .catch((error: unknown) => {
        outcome = failed(error)
      })
      .then(refresh)
      .catch(noting('dataset'))
  }

  /** Has the background do what takes no time; where it gives no answer nothing was done, and that is said. */
  const telling = (message: Parameters<typeof askBackground>[0]): void =>
    doing(async () => {
      outcome = (await askBackground(message)) === null ? fault('no-answer').fault : null
    })

  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && (CHANGED_KEY in changes || LOG_KEY in changes)) refreshQuietly()
  })
  watchSettings(refreshQuietly)
  watchPolicy(refreshQuietly)
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
      // A second click would have the browser allow once more what the first is about to give back.
      if (errand !== null) return
      // Before anything that takes time: the browser asks only while the click counts.
      const wasThere = hasAccess(url)
      const access = requestAccess(url)
      run('feed', async () => {
        const isNew = (await access) && !(await wasThere)
        const reply = await askBackground({ type: 'update.key', url })
        // What is granted anew the background hears of, maybe only after this, and must find what it was asked for.
        if (!isNew) await forgetAsked()
        if (!reply?.ok) {
          await leave(url, await feedInUse())
          return faultOf(reply)
        }
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
      if (!isRight || shown === null) {
        onChange()
        return doing(async () => leave(shown?.feed ?? '', await feedInUse()))
      }
      run('feed', async () => {
        const { feed, key } = shown
        if ((await askBackground({ type: 'update.trust', publicKey: key.publicKey, feed })) === null) {
          // What was compared need not be entered again.
          proposed = shown
          return fault('no-answer').fault
        }
        return feed === '' ? null : follow(feed)
      })
    },
    onDistrust: (publicKey) => telling({ type: 'update.distrust', publicKey }),
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
    onDismiss: () => telling({ type: 'update.dismiss' }),
    onRollBack: () => run('rollback', async () => faultOf(await askBackground({ type: 'update.rollback' }))),
    onBundled: () => run('bundled', async () => faultOf(await askBackground({ type: 'update.bundled' }))),
    onClearLog: () => doing(clearLog),
  }
}
