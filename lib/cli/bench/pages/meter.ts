/** Measures what a page in Chromium holds and costs, all its worlds together. */

import { setTimeout as wait } from 'node:timers/promises'
import type { CDPSession, Page } from 'puppeteer-core'

export interface Held {
  heapBytes: number
  listeners: number
}

export class Meter {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async on(page: Page): Promise<Meter> {
    const session = await page.createCDPSession()
    // Processor time, which other work on the machine does not change.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new Meter(session)
  }

  /** What is held once garbage is taken out. */
  async held(): Promise<Held> {
    // What the first round lets go of, the second can take.
    for (let round = 0; round < 2; round++) await this.#session.send('HeapProfiler.collectGarbage')
    return { heapBytes: await this.#metric('JSHeapUsedSize'), listeners: await this.#metric('JSEventListeners') }
  }

  /** Processor time (ms) that scripts have taken on the main thread since the meter was put on, once they rest. */
  async scriptMs(): Promise<number> {
    let before = -1
    let now = await this.#metric('ScriptDuration')
    while (now !== before) {
      await wait(250)
      before = now
      now = await this.#metric('ScriptDuration')
    }
    return now * 1000
  }

  async #metric(name: string): Promise<number> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    const metric = metrics.find((each) => each.name === name)
    if (metric === undefined) throw new Error(`Chromium does not measure ${name}`)
    return metric.value
  }
}
