/** Updates, imports and ways back: each flow from the reader's word to the swapped edition. */

import { compareEditions } from '../dataset/edition-number.ts'
import { signedText } from '../dataset/signed.ts'
import { bundledEdition } from '../editions/ensure.ts'
import { readSlot } from '../editions/store.ts'
import type { Origin, StoredEdition } from '../editions/stored.ts'
import { createOnce } from '../platform/turns.ts'
import { readPolicy } from '../settings/policy.ts'
import { askable, feedInUse } from './askable.ts'
import { examine, type Examined } from './examine.ts'
import { refused, type Fault, type Outcome } from './fault.ts'
import { readEditionOf, readIndex } from './feed.ts'
import { Flows } from './flows.ts'
import { Installer, type InstallerOptions } from './installer.ts'
import { describeKey, type PublicKey } from './keys.ts'
import { changeState, readState } from './state.ts'
import { StatusReader } from './status-reader.ts'
import type { UpdateStatus } from './status.ts'
import { followHandovers, readKeys } from './trust.ts'
import { canVerify } from './verify.ts'

export interface UpdaterOptions extends Omit<InstallerOptions, 'readBundled'> {
  /** JSON of the edition that ships with this version. */
  readBundled: () => Promise<string>
}

const outcomeOf = (failed: Fault | null): Outcome<object> =>
  failed === null ? { ok: true } : { ok: false, fault: failed }

export class Updater {
  readonly #readCompileContext: UpdaterOptions['readCompileContext']
  readonly #readBundled: () => Promise<StoredEdition>
  readonly #installer: Installer
  readonly #flows = new Flows()
  readonly #status: StatusReader

  constructor({ readBundled, readCompileContext, inTurn }: UpdaterOptions) {
    this.#readCompileContext = readCompileContext
    this.#readBundled = createOnce(async () => (await bundledEdition(await readBundled())).stored)
    this.#installer = new Installer({ readBundled: this.#readBundled, readCompileContext, inTurn })
    this.#status = new StatusReader(this.#readBundled, () => this.#flows.progress)
  }

  /** All that the options page shows of the dataset. Rejects only where not even the bundled edition can be read. */
  status(): Promise<UpdateStatus> {
    return this.#status.read()
  }

  /**
   * Asks the feed. By hand, what it has is offered to the reader; else it is installed at once. `isNew` is false where
   * the feed has nothing newer.
   */
  check(isByHand: boolean): Promise<Outcome<{ isNew: boolean }>> {
    return this.#flows.run(async () => {
      const outcome = await this.#ask(isByHand)
      await changeState(({ succeededAt }) => {
        const at = Date.now()
        return {
          last: { at, fault: outcome.ok ? null : outcome.fault },
          succeededAt: outcome.ok ? at : succeededAt,
        }
      })
      return outcome
    })
  }

  async #ask(isByHand: boolean): Promise<Outcome<{ isNew: boolean }>> {
    const feed = await feedInUse()
    if (!feed.ok) return feed
    const { skipUpTo } = await readState()
    if ((await readKeys()).length === 0) return refused('no-key')
    this.#flows.reach('reading')
    const answer = await readIndex(feed.url)
    if (!answer.ok) return answer
    const { index } = answer
    const before = await this.#installer.faultOfOrder({ edition: index.edition, isUnsigned: false })
    if (before !== null) return before.code === 'same' ? { ok: true, isNew: false } : { ok: false, fault: before }
    const isSkipped = skipUpTo !== '' && compareEditions(index.edition, skipUpTo) <= 0
    if (isSkipped && !isByHand) return { ok: true, isNew: false }

    const read = await readEditionOf(feed.url, index, (bytes) => this.#flows.reach('reading', bytes, index.bytes))
    if (!read.ok) return read
    const origin: Origin = { kind: 'feed', url: feed.url }
    let examined = await this.#examine(read.text, origin)
    if (!examined.ok && examined.fault.code === 'unknown-key' && (await followHandovers(feed.url, index)))
      examined = await this.#examine(read.text, origin)
    if (!examined.ok) return examined
    // A feed cannot offer what the reader would have to be warned of.
    if (examined.stored.isUnsigned) return refused('unsigned')
    if (examined.stored.edition !== index.edition) return refused('changed', { host: new URL(feed.url).host })
    if (isByHand) await this.#installer.offer(examined)
    else {
      const failed = await this.#install(examined)
      if (failed !== null) return { ok: false, fault: failed }
    }
    return { ok: true, isNew: true }
  }

  async #examine(text: string, origin: Origin): Promise<Outcome<Examined>> {
    this.#flows.reach('examining')
    const [keys, context] = await Promise.all([readKeys(), this.#readCompileContext()])
    return examine(text, origin, keys, context)
  }

  #install(examined: Examined): Promise<Fault | null> {
    this.#flows.reach('installing')
    return this.#installer.install(examined)
  }

  /** Examines a file that the reader chose, and offers it. `text` is its exact text. */
  importFile(text: string, name: string): Promise<Outcome<object>> {
    return this.#flows.run(async () => {
      if ((await readPolicy()).importOff) return refused('import-off')
      if (!(await canVerify())) return refused('no-ed25519')
      const examined = await this.#examine(text, { kind: 'file', name })
      if (!examined.ok) return examined
      const before = await this.#installer.faultOfOrder(examined.stored)
      if (before !== null) return { ok: false, fault: before }
      await this.#installer.offer(examined)
      return { ok: true }
    })
  }

  /** Installs what was offered; `sha256` and `isUnsigned` say that the reader has seen what it is. */
  accept(sha256: string, isUnsigned: boolean): Promise<Outcome<object>> {
    return this.#flows.run(async () => {
      const stored = await readSlot('incoming')
      if (stored === null || stored.sha256 !== sha256 || stored.isUnsigned !== isUnsigned) {
        await changeState(() => ({ offer: null }))
        return refused('no-offer')
      }
      const policy = await readPolicy()
      if (stored.origin.kind === 'file' && policy.importOff) return refused('import-off')
      if (stored.origin.kind === 'feed' && policy.updatesOff) return refused('updates-off')
      // Keys and what is in use may have changed since it was offered.
      const text = stored.signature === null ? stored.text : signedText({ ...stored.signature, edition: stored.text })
      const examined = await this.#examine(text, stored.origin)
      return examined.ok ? outcomeOf(await this.#install(examined)) : examined
    })
  }

  /** The reader does not want what is offered. */
  dismiss(): Promise<void> {
    return this.#installer.withdraw()
  }

  /** Goes back to the edition before this one. */
  rollBack(): Promise<Outcome<object>> {
    return this.#flows.run(async () => {
      const previous = await readSlot('previous')
      return previous === null ? refused('no-previous') : this.#goBack(previous, false)
    })
  }

  /** Goes back to the edition that ships with this version, and forgets which was the highest. */
  useBundled(): Promise<Outcome<object>> {
    return this.#flows.run(async () => this.#goBack(await this.#readBundled(), true))
  }

  async #goBack(to: StoredEdition, isStartingOver: boolean): Promise<Outcome<object>> {
    this.#flows.reach('installing')
    return outcomeOf(await this.#installer.goBack(to, isStartingOver))
  }

  /** Reads which key a feed says that it signs with, for the reader to compare and confirm. Nothing is stored. */
  readKey(entered: string): Promise<Outcome<{ url: string; key: PublicKey | null }>> {
    return this.#flows.run(async () => {
      const feed = await askable(entered)
      if (!feed.ok) return feed
      const answer = await readIndex(feed.url)
      if (!answer.ok) return answer
      const { publicKeys } = await readPolicy()
      const key = publicKeys === null ? await describeKey(answer.index.publicKey) : null
      return { ok: true, url: feed.url, key }
    })
  }
}
