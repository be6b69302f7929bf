/** Updates, imports and ways back: each flow from the reader's word to the swapped edition, one after another. */

import { compareEditions } from '../dataset/edition-number.ts'
import { loadEdition } from '../dataset/edition.ts'
import { signedText } from '../dataset/signed.ts'
import { bundledEdition, pointerTo, type Surroundings } from '../editions/ensure.ts'
import { compileForPages } from '../editions/install.ts'
import { readPointer } from '../editions/read.ts'
import { clearSlot, readSlot, slotsVersion, writeSlot } from '../editions/store.ts'
import type { Origin, StoredEdition } from '../editions/stored.ts'
import { swapIn } from '../editions/swap.ts'
import { createTurns, type InTurn } from '../platform/turns.ts'
import { readPolicy } from '../settings/policy.ts'
import { readSettings } from '../settings/store.ts'
import { indexAddress } from './address.ts'
import { examine, type Examined } from './examine.ts'
import { fault, type Fault, type Outcome } from './fault.ts'
import { readEditionOf, readIndex } from './feed.ts'
import { describeKey, type PublicKey } from './keys.ts'
import { changesBetween, offerOf } from './offer.ts'
import { faultOfOrder, laterOf } from './order.ts'
import { changeState, readState, type Offer } from './state.ts'
import { summaryOf, type EditionSummary, type Progress, type UpdateStatus } from './status.ts'
import { followHandovers, learnFrom, readKeys } from './trust.ts'
import { canVerify } from './verify.ts'

export interface UpdaterOptions {
  readBundled: () => Promise<string>
  /** Language and version that editions are compiled for. */
  readSurroundings: () => Promise<Surroundings>
  /** Runs what writes editions, one after another with everything else that does. */
  inTurn: InTurn
}

/** What a flow came to; `null`: as it should. */
export type Result = Fault | null

/** False where nobody who is trusted now has signed it; an edition without a signature is offered with a warning instead. */
const isVouchedFor = ({ isUnsigned, signer }: Offer, inForce: readonly PublicKey[]): boolean =>
  isUnsigned || inForce.some(({ fingerprint }) => fingerprint === signer)

const isFull = (error: unknown) => error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)

export class Updater {
  readonly #options: UpdaterOptions
  #progress: Progress | null = null
  #bundled: Promise<StoredEdition> | null = null
  /** Of the stored editions, as they were at a version of the slots. */
  #summaries: { at: number; current: EditionSummary | null; previous: EditionSummary | null } | null = null
  /** What was asked for goes one after another. */
  readonly #flows = createTurns()

  constructor(options: UpdaterOptions) {
    this.#options = options
  }

  /** Runs a flow after those before it; what storage throws becomes a fault. */
  #flow<Value>(work: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    const run = async (): Promise<Outcome<Value>> => {
      try {
        return await work()
      } catch (error) {
        const problem = error instanceof Error ? error.message : String(error)
        return fault(isFull(error) ? 'full' : 'storage', { problem })
      } finally {
        this.#progress = null
      }
    }
    return this.#flows(run)
  }

  #bundledEdition(): Promise<StoredEdition> {
    this.#bundled ??= this.#options
      .readBundled()
      .then(async (text) => (await bundledEdition(text)).stored)
      .catch((error: unknown) => {
        // What failed once may be read the next time.
        this.#bundled = null
        throw error
      })
    return this.#bundled
  }

  /** Address of the feed's index, or why there is none to be asked. */
  async #feed(): Promise<Outcome<{ url: string }>> {
    const [{ feedUrl: managed, updatesOff }, { feedUrl: own }] = await Promise.all([readPolicy(), readSettings()])
    if (updatesOff) return fault('updates-off')
    if (!(await canVerify())) return fault('no-ed25519')
    const entered = managed ?? own
    if (entered === '') return fault('no-feed')
    const url = indexAddress(entered)
    return url === null ? fault('bad-address') : { ok: true, url }
  }

  /**
   * What is in use and what was before. Whole editions are read and their hashes taken only after something was written:
   * an open options page asks several times a second. Wherever an edition's text is used it is checked anew.
   */
  async #stored(): Promise<{ current: EditionSummary | null; previous: EditionSummary | null }> {
    const at = slotsVersion()
    if (this.#summaries?.at === at) return this.#summaries
    const [current, previous] = await Promise.all(
      (['current', 'previous'] as const).map((slot) => readSlot(slot).then(summaryOf)),
    )
    this.#summaries = { at, current: current ?? null, previous: previous ?? null }
    return this.#summaries
  }

  /** All that the options page shows of the dataset. Rejects only where not even the bundled edition can be read. */
  async status(): Promise<UpdateStatus> {
    const [{ current, previous }, pointer, state, inForce, policy, settings, bundled, isAble] = await Promise.all([
      // Where storage is broken there is nothing to show, now; it may be mended.
      this.#stored().catch(() => ({ current: null, previous: null })),
      readPointer(),
      readState(),
      readKeys(),
      readPolicy(),
      readSettings(),
      this.#bundledEdition(),
      canVerify(),
    ])
    return {
      current,
      onPages: pointer?.edition ?? null,
      previous,
      bundled: bundled.edition,
      feed: { url: policy.feedUrl ?? settings.feedUrl, isManaged: policy.feedUrl !== null },
      // Whoever sets a feed for others wants it read.
      schedule: policy.feedUrl === null ? settings.updates : 'weekly',
      keys: { inForce, areManaged: policy.publicKeys !== null },
      isOff: { updates: policy.updatesOff, imports: policy.importOff },
      canVerify: isAble,
      last: state.last,
      // One whose key was removed since would be refused.
      offer: state.offer && isVouchedFor(state.offer, inForce) ? state.offer : null,
      changes: state.changes,
      progress: this.#progress,
    }
  }

  /**
   * Asks the feed. By hand, what it has is offered to the reader; else it is installed at once. `isNew` is false where
   * the feed has nothing newer.
   */
  check(isByHand: boolean): Promise<Outcome<{ isNew: boolean }>> {
    return this.#flow(async () => {
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
    const feed = await this.#feed()
    if (!feed.ok) return feed
    const state = await readState()
    if ((await readKeys()).length === 0) return fault('no-key')
    this.#progress = { step: 'reading', bytes: 0, of: 0 }
    const answer = await readIndex(feed.url)
    if (!answer.ok) return answer
    const { index } = answer
    const [current, bundled] = await Promise.all([readSlot('current'), this.#bundledEdition()])
    const known = { edition: index.edition, isUnsigned: false }
    const before = faultOfOrder(known, current, state.highest, bundled.edition)
    if (before !== null) return before.code === 'same' ? { ok: true, isNew: false } : { ok: false, fault: before }
    const isSkipped = state.skipUpTo !== '' && compareEditions(index.edition, state.skipUpTo) <= 0
    if (isSkipped && !isByHand) return { ok: true, isNew: false }

    const read = await readEditionOf(feed.url, index, (bytes) => {
      this.#progress = { step: 'reading', bytes, of: index.bytes }
    })
    if (!read.ok) return read
    const origin: Origin = { kind: 'feed', url: feed.url }
    let examined = await this.#examine(read.text, origin)
    if (!examined.ok && examined.fault.code === 'unknown-key' && (await followHandovers(feed.url, index)))
      examined = await this.#examine(read.text, origin)
    if (!examined.ok) return examined
    // A feed cannot offer what the reader would have to be warned of.
    if (examined.stored.isUnsigned) return fault('unsigned')
    if (examined.stored.edition !== index.edition) return fault('changed', { host: new URL(feed.url).host })
    if (isByHand) await this.#offer(examined)
    else {
      const failed = await this.#install(examined)
      if (failed !== null) return { ok: false, fault: failed }
    }
    return { ok: true, isNew: true }
  }

  async #examine(text: string, origin: Origin): Promise<Outcome<Examined>> {
    this.#progress = { step: 'examining', bytes: 0, of: 0 }
    const [keys, surroundings] = await Promise.all([readKeys(), this.#options.readSurroundings()])
    return examine(text, origin, keys, surroundings)
  }

  /** Keeps a sound edition for the reader to decide on. */
  async #offer(examined: Examined): Promise<void> {
    const surroundings = await this.#options.readSurroundings()
    await this.#options.inTurn(async () => {
      const offer = await offerOf(await readSlot('current'), examined, surroundings)
      await writeSlot('incoming', examined.stored)
      await changeState(() => ({ offer }))
    })
  }

  /** Examines a file that the reader chose, and offers it. `text` is its exact text. */
  importFile(text: string, name: string): Promise<Outcome<object>> {
    return this.#flow(async () => {
      if ((await readPolicy()).importOff) return fault('import-off')
      if (!(await canVerify())) return fault('no-ed25519')
      const examined = await this.#examine(text, { kind: 'file', name })
      if (!examined.ok) return examined
      const refused = await this.#faultOfOrder(examined.stored)
      if (refused !== null) return { ok: false, fault: refused }
      await this.#offer(examined)
      return { ok: true }
    })
  }

  async #faultOfOrder(candidate: StoredEdition): Promise<Result> {
    const [current, bundled, { highest }] = await Promise.all([
      readSlot('current'),
      this.#bundledEdition(),
      readState(),
    ])
    return faultOfOrder(candidate, current, highest, bundled.edition)
  }

  /** Installs what was offered; `sha256` and `isUnsigned` say that the reader has seen what it is. */
  accept(sha256: string, isUnsigned: boolean): Promise<Outcome<object>> {
    return this.#flow(async () => {
      const stored = await readSlot('incoming')
      if (stored === null || stored.sha256 !== sha256 || stored.isUnsigned !== isUnsigned) {
        await changeState(() => ({ offer: null }))
        return fault('no-offer')
      }
      const policy = await readPolicy()
      if (stored.origin.kind === 'file' && policy.importOff) return fault('import-off')
      if (stored.origin.kind === 'feed' && policy.updatesOff) return fault('updates-off')
      // Keys and what is in use may have changed since it was offered.
      const text = stored.signature === null ? stored.text : signedText({ ...stored.signature, edition: stored.text })
      const examined = await this.#examine(text, stored.origin)
      if (!examined.ok) return examined
      const failed = await this.#install(examined)
      return failed === null ? { ok: true } : { ok: false, fault: failed }
    })
  }

  async dismiss(): Promise<void> {
    await this.#options.inTurn(async () => {
      const waiting = await readSlot('incoming')
      if (waiting?.isAccepted !== true) await clearSlot('incoming')
      await changeState(() => ({ offer: null }))
    })
  }

  async #install({ stored, file, pages }: Examined): Promise<Result> {
    this.#progress = { step: 'installing', bytes: 0, of: 0 }
    const surroundings = await this.#options.readSurroundings()
    return this.#options.inTurn(async () => {
      const refused = await this.#faultOfOrder(stored)
      if (refused !== null) return refused
      const changes = changesBetween(await readSlot('current'), file, surroundings)
      await swapIn(stored, pages)
      await learnFrom(await readSlot('current'))
      await changeState(() => ({ offer: null, changes: { ...changes, at: Date.now() } }))
      return null
    })
  }

  /** Goes back to the edition before this one. */
  rollBack(): Promise<Outcome<object>> {
    return this.#flow(async () => {
      const previous = await readSlot('previous')
      return previous === null ? fault('no-previous') : this.#goBack(previous, false)
    })
  }

  /** Goes back to the edition that ships with this version, and forgets which was the highest. */
  useBundled(): Promise<Outcome<object>> {
    return this.#flow(async () => this.#goBack(await this.#bundledEdition(), true))
  }

  async #goBack(to: StoredEdition, isStartingOver: boolean): Promise<Outcome<object>> {
    const loaded = loadEdition(to.text)
    if (!loaded.ok) return fault('unsound', { problem: loaded.problem })
    this.#progress = { step: 'installing', bytes: 0, of: 0 }
    const surroundings = await this.#options.readSurroundings()
    return this.#options.inTurn(async () => {
      const current = await readSlot('current')
      const isSame = current !== null && current.edition === to.edition && current.isUnsigned === to.isUnsigned
      if (!isSame) {
        const pages = compileForPages(
          loaded.edition,
          pointerTo(to, surroundings),
          surroundings.messages,
          surroundings.styles,
        )
        await swapIn({ ...to, addedAt: Date.now() }, pages)
      }
      const changes = changesBetween(current, loaded.file, surroundings)
      await changeState(({ skipUpTo, highest }) => ({
        offer: null,
        skipUpTo: current === null || current.isUnsigned ? skipUpTo : laterOf(skipUpTo, current.edition),
        highest: isStartingOver ? to.edition : highest,
        ...(isSame ? {} : { changes: { ...changes, at: Date.now() } }),
      }))
      return { ok: true }
    })
  }

  /** Reads which key a feed says that it signs with, for the reader to compare and confirm. Nothing is stored. */
  readKey(entered: string): Promise<Outcome<{ url: string; key: PublicKey | null }>> {
    return this.#flow(async () => {
      const [{ updatesOff, publicKeys }, isAble] = await Promise.all([readPolicy(), canVerify()])
      if (updatesOff) return fault('updates-off')
      if (!isAble) return fault('no-ed25519')
      const url = indexAddress(entered)
      if (url === null) return fault('bad-address')
      const answer = await readIndex(url)
      if (!answer.ok) return answer
      const key = publicKeys === null ? await describeKey(answer.index.publicKey) : null
      return { ok: true, url, key }
    })
  }
}
