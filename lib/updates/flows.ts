/** Runs the flows of updates: one after another, with how far the one under way is, and what storage throws told as a fault. */

import { createTurns } from '../platform/turns.ts'
import { messageOf } from '../unknown/message.ts'
import { refused, type Outcome } from './fault.ts'
import type { Progress, Step } from './status.ts'

const isFull = (error: unknown) => error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)

export class Flows {
  readonly #inTurn = createTurns()
  #progress: Progress | null = null

  /** How far the flow under way is; null where none is, or it has not said so. */
  get progress(): Progress | null {
    return this.#progress
  }

  /** The flow under way says how far it is: `bytes` of `of` were read, 0 where that is not known. */
  reach(step: Step, bytes = 0, of = 0): void {
    this.#progress = { step, bytes, of }
  }

  /** Runs a flow after those before it. */
  run<Value>(flow: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
    return this.#inTurn(async (): Promise<Outcome<Value>> => {
      try {
        return await flow()
      } catch (error) {
        const problem = messageOf(error)
        return refused(isFull(error) ? 'full' : 'storage', { problem })
      } finally {
        this.#progress = null
      }
    })
  }
}
