/** Work in slices: runs what there is to do a few milliseconds at a time, so that no task of ours delays the page. */

/** Longest slice in ms; a frame has 16. */
export const SLICE_MS = 8
/** A slice ends when the clock says so (ms); the work since the clock was last asked comes on top of it. */
const ENDS_MS = 6

/** The clock is asked after this much work: asking costs as much as a small step. */
const BETWEEN_LOOKS = 2000

export interface Slices {
  /** There is something to do. */
  wake(): void
  /** Stops for good, also in the middle of something. */
  stop(): void
}

/** Runs once the browser has time, within 100 ms on a busy page, and says for how long (ms; 0 where it never had time). */
export type WhenIdle = (run: (remainingMs: number) => void) => void

const whenIdle: WhenIdle = (run) => {
  if (typeof requestIdleCallback === 'function')
    requestIdleCallback((deadline) => run(deadline.timeRemaining()), { timeout: 100 })
  else setTimeout(run, 1, 0)
}

/**
 * Runs `work` in slices whenever it is woken, from its beginning each time; it yields after every small step what the step
 * cost, in about as many units as it read characters. Nothing runs in a hidden tab: wake it again when it
 * is seen.
 * What a step throws goes to `onError` and ends that run.
 */
export function createSlices(
  work: () => Iterator<number>,
  onError: (error: unknown) => void,
  idle = whenIdle,
  now = () => performance.now(),
): Slices {
  let running: Iterator<number> | null = null
  let isWanted = false
  let isScheduled = false
  let isStopped = false

  const slice = (remainingMs: number) => {
    isScheduled = false
    if (isStopped || document.hidden) return
    const end = now() + Math.min(ENDS_MS, remainingMs || ENDS_MS)
    try {
      if (running === null) {
        isWanted = false
        running = work()
      }
      for (let cost = 0; ;) {
        const step = running.next()
        if (isStopped) return
        if (step.done) break
        cost += step.value
        if (cost < BETWEEN_LOOKS) continue
        if (now() >= end) return schedule()
        cost = 0
      }
    } catch (error) {
      onError(error)
    }
    running = null
    if (isWanted) schedule()
  }
  const schedule = () => {
    if (isScheduled) return
    isScheduled = true
    idle(slice)
  }
  return {
    wake() {
      isWanted = true
      schedule()
    },
    stop() {
      isStopped = true
      running = null
    },
  }
}
