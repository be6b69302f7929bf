/** What the reader has done with the dataset: one errand at a time, how it ended, and what there is to show then. */

import type { DatasetView, Errand } from '../../components/options/dataset-view.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { noting } from '../../lib/platform/errors.ts'
import { messageOf } from '../../lib/unknown/message.ts'
import { fault, type Fault, type Outcome } from '../../lib/updates/fault.ts'
import type { DatasetStatus } from './dataset-status.ts'

/** How an errand ended; null: as it should. */
export type End = DatasetView['outcome']

/** How often a busy background is asked how far it is (ms). */
const LOOK_MS = 300

/** What an answer of the background comes to. One that gives none was killed, or has failed in a way that it could not tell. */
export function faultOf(reply: Outcome<object> | null): Fault | null {
  if (reply === null) return fault('no-answer')
  return reply.ok ? null : reply.fault
}

const failed = (problem: unknown): Fault => fault('storage', { problem: messageOf(problem) })

export class Errands {
  readonly #status: DatasetStatus
  readonly #onChange: () => void
  #current: Errand | null = null
  #end: End = null

  constructor(status: DatasetStatus, onChange: () => void) {
    this.#status = status
    this.#onChange = onChange
  }

  /** The one under way. */
  get current(): Errand | null {
    return this.#current
  }

  /** How the last one ended. */
  get end(): End {
    return this.#end
  }

  /** Runs an errand, unless there is one under way, and shows how far it is. */
  run(errand: Errand, work: () => Promise<End>): void {
    if (this.#current !== null) return
    this.#current = errand
    this.endWith(null)
    const timer = setInterval(() => this.#status.refreshQuietly(), LOOK_MS)
    work()
      .catch(failed)
      .then(async (end) => {
        clearInterval(timer)
        // How it ended is said at once; what can be done next is what the background says then.
        this.endWith(end)
        await this.#status.refresh()
      })
      .catch(noting('dataset'))
      .finally(() => {
        this.#current = null
        this.#onChange()
      })
  }

  /** Shows how something ended. */
  endWith(end: End): void {
    this.#end = end
    this.#onChange()
  }

  /** Does what takes no time, and shows what came of it. */
  do(work: () => Promise<unknown>): void {
    work()
      .catch((error: unknown) => {
        this.#end = failed(error)
      })
      .then(this.#status.refresh)
      .catch(noting('dataset'))
  }

  /** Has the background do what takes no time; where it gives no answer nothing was done, and that is said. */
  tell(message: Parameters<typeof askBackground>[0]): void {
    this.do(async () => {
      this.#end = (await askBackground(message)) === null ? fault('no-answer') : null
    })
  }
}
