/** Work in slices: runs a queue a few milliseconds at a time, so that no task of ours delays the page. */

/** Longest slice in ms; a frame has 16. */
export const SLICE_MS = 8

/** How often the clock is asked: jobs are short, and asking costs as much as some of them. */
const JOBS_BETWEEN_LOOKS = 8

export interface Queue {
  /** Adds work: an iterator, each step of which is one small job. */
  push(work: Iterator<unknown>): void
  /** Stops for good and drops what is queued. */
  stop(): void
}

/** Pause until the browser has time again; resolved within 100 ms on a busy page. */
const idle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 100 })
  else setTimeout(run, 1)
}

/**
 * A queue that drains in slices. `onDrained` runs once whenever the queue has become empty;
 * `onError` gets what a job threw, and the rest goes on.
 */
export function createQueue(
  onDrained: () => void,
  onError: (error: unknown) => void,
  whenIdle = idle,
  now = () => performance.now(),
): Queue {
  const works: Iterator<unknown>[] = []
  let isScheduled = false
  let isStopped = false

  const step = (work: Iterator<unknown>): boolean => {
    try {
      return work.next().done === true
    } catch (error) {
      onError(error)
      return true
    }
  }
  const slice = () => {
    isScheduled = false
    if (isStopped) return
    const end = now() + SLICE_MS
    let work = works[0]
    for (let job = 1; work !== undefined; job++) {
      if (step(work)) {
        works.shift()
        work = works[0]
      }
      if (work !== undefined && job % JOBS_BETWEEN_LOOKS === 0 && now() >= end) return schedule()
    }
    try {
      onDrained()
    } catch (error) {
      onError(error)
    }
  }
  const schedule = () => {
    if (isScheduled || isStopped) return
    isScheduled = true
    whenIdle(slice)
  }
  return {
    push(work) {
      works.push(work)
      schedule()
    },
    stop() {
      isStopped = true
      works.length = 0
    },
  }
}
