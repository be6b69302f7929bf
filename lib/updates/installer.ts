/** Writes editions where they belong, one after another: on offer, into use, and back to one before. */

import { loadEdition } from '../dataset/edition.ts'
import { pointerTo, type CompileContext } from '../editions/ensure.ts'
import { compileForPages } from '../editions/install.ts'
import { clearSlot, readSlot, writeSlot } from '../editions/store.ts'
import type { StoredEdition } from '../editions/stored.ts'
import { swapIn } from '../editions/swap.ts'
import type { InTurn } from '../platform/turns.ts'
import type { Examined } from './examine.ts'
import { fault, type Fault } from './fault.ts'
import { changesBetween, offerOf } from './offer.ts'
import { faultOfOrder, laterOf, type Numbered } from './order.ts'
import { changeState, readState } from './state.ts'
import { learnFrom } from './trust.ts'

export interface InstallerOptions {
  /** The edition that ships with this version. */
  readBundled: () => Promise<StoredEdition>
  /** What editions are compiled for, as it is now. */
  readCompileContext: () => Promise<CompileContext>
  /** Runs what writes editions, one after another with everything else that does. */
  inTurn: InTurn
}

export class Installer {
  readonly #options: InstallerOptions

  constructor(options: InstallerOptions) {
    this.#options = options
  }

  /** Why an edition may not follow the one in use, or null. */
  async faultOfOrder(candidate: Numbered): Promise<Fault | null> {
    const [current, bundled, { highest }] = await Promise.all([
      readSlot('current'),
      this.#options.readBundled(),
      readState(),
    ])
    return faultOfOrder(candidate, current, highest, bundled.edition)
  }

  /** Keeps a sound edition for the reader to decide on. */
  async offer(examined: Examined): Promise<void> {
    const context = await this.#options.readCompileContext()
    await this.#options.inTurn(async () => {
      const offer = await offerOf(await readSlot('current'), examined, context)
      await writeSlot('incoming', examined.stored)
      await changeState(() => ({ offer }))
    })
  }

  /** Offers it no more; an edition that is being swapped in stays. */
  async withdraw(): Promise<void> {
    await this.#options.inTurn(async () => {
      const waiting = await readSlot('incoming')
      if (waiting?.isAccepted !== true) await clearSlot('incoming')
      await changeState(() => ({ offer: null }))
    })
  }

  /** Puts a sound edition into use; null, or why it may not follow what is in use by then. */
  async install({ stored, file, pages }: Examined): Promise<Fault | null> {
    const context = await this.#options.readCompileContext()
    return this.#options.inTurn(async () => {
      const refused = await this.faultOfOrder(stored)
      if (refused !== null) return refused
      const changes = changesBetween(await readSlot('current'), file, context)
      await swapIn(stored, pages)
      await learnFrom(await readSlot('current'))
      await changeState(() => ({ offer: null, changes: { ...changes, at: Date.now() } }))
      return null
    })
  }

  /** Goes back to an edition, by the reader's word; with `isStartingOver` the record of the highest edition seen is dropped. */
  async goBack(to: StoredEdition, isStartingOver: boolean): Promise<Fault | null> {
    const loaded = loadEdition(to.text)
    if (!loaded.ok) return fault('unsound', { problem: loaded.problem })
    const context = await this.#options.readCompileContext()
    const { messages, styles } = context
    return this.#options.inTurn(async () => {
      const current = await readSlot('current')
      const isSame = current !== null && current.edition === to.edition && current.isUnsigned === to.isUnsigned
      if (!isSame) {
        const pages = compileForPages(loaded.edition, pointerTo(to, context), messages, styles)
        await swapIn({ ...to, addedAt: Date.now() }, pages)
      }
      const changes = changesBetween(current, loaded.file, context)
      await changeState(({ skipUpTo, highest }) => ({
        offer: null,
        skipUpTo: current === null || current.isUnsigned ? skipUpTo : laterOf(skipUpTo, current.edition),
        highest: isStartingOver ? to.edition : highest,
        ...(isSame ? {} : { changes: { ...changes, at: Date.now() } }),
      }))
      return null
    })
  }
}
