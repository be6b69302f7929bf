/** The feed that the reader chooses: the permission to read it, the key that it signs with, and the one before it. */

import type { DatasetView } from '../../components/options/dataset-view.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { writeSettings } from '../../lib/settings/change.ts'
import { forgetAsked } from '../../lib/sites/permission-prompt.ts'
import { giveUpAccess, hasAccess, requestAccess } from '../../lib/updates/access.ts'
import { indexAddress } from '../../lib/updates/address.ts'
import { fault } from '../../lib/updates/fault.ts'
import { describeKey } from '../../lib/updates/keys.ts'
import type { DatasetStatus } from './dataset-status.ts'
import { faultOf, type End, type Errands } from './errands.ts'

/** Has the feed asked now. */
export async function checkFeed(): Promise<End> {
  const reply = await askBackground({ type: 'update.check' })
  return reply?.ok && !reply.isNew ? 'up-to-date' : faultOf(reply)
}

/** Gives back what was allowed for a feed, unless `kept`, or '', is of the same site. */
async function leave(url: string, kept: string): Promise<void> {
  if (url === '' || (kept !== '' && new URL(url).hostname === new URL(kept).hostname)) return
  await giveUpAccess(url)
}

export class FeedChoice {
  readonly #status: DatasetStatus
  readonly #errands: Errands
  readonly #onChange: () => void
  #proposed: DatasetView['proposed'] = null

  constructor(status: DatasetStatus, errands: Errands, onChange: () => void) {
    this.#status = status
    this.#errands = errands
    this.#onChange = onChange
  }

  /** A key that waits for the reader to compare and confirm it. */
  get proposed(): DatasetView['proposed'] {
    return this.#proposed
  }

  /** Uses the feed at the address entered, or first proposes its key; called straight from the click. */
  enter(entered: string): void {
    const url = indexAddress(entered)
    if (url === null) return this.#errands.endWith(fault('bad-address'))
    // A second click would have the browser allow once more what the first is about to give back.
    if (this.#errands.current !== null) return
    // Before anything that takes time: the browser asks only while the click counts.
    const wasThere = hasAccess(url)
    const access = requestAccess(url)
    this.#errands.run('feed', async () => {
      const isNew = (await access) && !(await wasThere)
      const reply = await askBackground({ type: 'update.key', url })
      // What is granted anew the background hears of, maybe only after this, and must find what it was asked for.
      if (!isNew) await forgetAsked()
      if (!reply?.ok) {
        await leave(url, await this.#status.feedInUse())
        return faultOf(reply)
      }
      const { key } = reply
      const isKnown = key === null || this.#status.known?.status.keys.inForce.some(({ id }) => id === key.id)
      if (isKnown) return this.#follow(reply.url)
      this.#proposed = { feed: reply.url, key }
      return null
    })
  }

  /** Proposes a key that the reader typed in. */
  enterKey(publicKey: string): void {
    this.#errands.run('feed', async () => {
      const key = await describeKey(publicKey.trim())
      if (key === null) return fault('bad-key')
      this.#proposed = { feed: '', key }
      return null
    })
  }

  /** The proposed key is the right one: it is trusted, and its feed is used. */
  confirm(): void {
    const shown = this.#proposed
    // While another errand is under way none is begun, and the proposal stays.
    if (shown === null || this.#errands.current !== null) return
    this.#proposed = null
    this.#errands.run('feed', async () => {
      const { feed, key } = shown
      if ((await askBackground({ type: 'update.trust', publicKey: key.publicKey, feed })) === null) {
        // What was compared need not be entered again.
        this.#proposed = shown
        return fault('no-answer')
      }
      return feed === '' ? null : this.#follow(feed)
    })
  }

  /** It is not: its feed is not used. */
  decline(): void {
    const feed = this.#proposed?.feed ?? ''
    this.#proposed = null
    this.#onChange()
    this.#errands.do(async () => leave(feed, await this.#status.feedInUse()))
  }

  /** Has no feed asked any more. */
  forget(): void {
    this.#errands.do(() => this.#set(''))
  }

  /** Uses a feed whose key is known, and looks what it has. */
  async #follow(url: string): Promise<End> {
    await this.#set(url)
    return checkFeed()
  }

  async #set(url: string): Promise<void> {
    const before = await this.#status.feedInUse()
    await writeSettings({ feedUrl: url })
    await leave(before, url)
  }
}
