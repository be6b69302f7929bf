/** What the options page knows of the dataset: what the background says, and the log of requests. */

import type { DatasetView } from '../../components/options/dataset-view.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { noting } from '../../lib/platform/errors.ts'
import { createRefresh } from '../../lib/platform/turns.ts'
import { wait } from '../../lib/platform/wait.ts'
import { readLog } from '../../lib/updates/log.ts'

/** How long a background that gave no answer is left alone before it is asked again (ms). */
const AGAIN_MS = 300
/** How often it is asked at most: the browser may be starting it, or have killed it over the question. */
const MOST_TRIES = 10

export class DatasetStatus {
  readonly #onRead: () => void
  #known: Pick<DatasetView, 'status' | 'requests'> | null = null

  /** Reads it anew. Questions never queue up in a busy background, and no old answer comes after a newer one. */
  readonly refresh = createRefresh(async () => {
    for (let tries = 1; !(await this.#read()) && tries < MOST_TRIES; tries++) await wait(AGAIN_MS)
  })

  /** `onRead` is called whenever it was read, also where nothing new came of it. */
  constructor(onRead: () => void) {
    this.#onRead = onRead
  }

  /** Null until the background has answered. */
  get known(): Pick<DatasetView, 'status' | 'requests'> | null {
    return this.#known
  }

  refreshQuietly(): void {
    void this.refresh().catch(noting('dataset'))
  }

  /** Address of the feed that is in use now, '' for none: what was last read may be older than what was last done. */
  async feedInUse(): Promise<string> {
    return ((await askBackground({ type: 'update.status' })) ?? this.#known?.status)?.feed.url ?? ''
  }

  /** False where the background gave no answer. */
  async #read(): Promise<boolean> {
    const [status, requests] = await Promise.all([askBackground({ type: 'update.status' }), readLog()])
    if (status !== null) this.#known = { status, requests }
    this.#onRead()
    return status !== null
  }
}
