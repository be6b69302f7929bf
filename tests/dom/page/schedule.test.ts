/** Work in slices: no slice runs over its time, an error ends one run only, and nothing runs where nothing may. */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { createSlices, SLICE_MS } from '../../../lib/page/schedule.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Slices whose idle times and clock the test holds. */
function setUp(work: () => Iterator<number>) {
  let time = 0
  const waiting: ((remainingMs: number) => void)[] = []
  const onError = vi.fn<(error: unknown) => void>()
  const clock = vi.fn<() => number>(() => time)
  const slices = createSlices(work, onError, (run) => waiting.push(run), clock)
  return {
    slices,
    onError,
    waiting,
    clock,
    pass: (ms: number) => (time += ms),
    now: () => time,
    /** Gives one idle time of so many ms. */
    idle: (remainingMs = 50) => waiting.shift()?.(remainingMs),
    /** Idle times until nothing waits; how many there were. */
    run() {
      let count = 0
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        next(50)
        count++
      }
      return count
    },
  }
}
function* steps(count: number, cost: number, step: (at: number) => void = () => {}): Generator<number> {
  for (let at = 0; at < count; at++) {
    step(at)
    yield cost
  }
}

describe('createSlices', () => {
  it('does nothing before the browser has time, nor before it is woken', () => {
    const step = vi.fn<() => void>()
    const { slices, idle, waiting } = setUp(() => steps(1, 1, step))
    expect(waiting).toHaveLength(0)
    slices.wake()
    expect(step).not.toHaveBeenCalled()
    idle()
    expect(step).toHaveBeenCalledTimes(1)
  })

  it('ends a slice in time and goes on where it was', () => {
    const done: number[] = []
    const { slices, pass, now, waiting } = setUp(() => steps(1000, 500, (at) => (pass(0.1), done.push(at))))
    slices.wake()
    let count = 0
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const start = now()
      next(50)
      count++
      // The clock is asked every 2,000 characters' worth of work: four steps.
      expect(now() - start).toBeLessThan(SLICE_MS)
    }
    expect(done).toEqual(Array.from({ length: 1000 }, (_, at) => at))
    expect(count).toBeGreaterThan(10)
  })

  it('takes no longer than the browser has time, and its own limit where it never has', () => {
    for (const [remaining, most] of [
      [3, 3],
      [50, SLICE_MS],
      [0, SLICE_MS],
    ] as const) {
      const { slices, pass, now, idle } = setUp(() => steps(1000, 5000, () => pass(0.5)))
      slices.wake()
      idle(remaining)
      expect(now()).toBeGreaterThan(0)
      expect(now()).toBeLessThanOrEqual(most + 0.5)
    }
  })

  it('does not ask the clock at every small step', () => {
    const { slices, run, clock } = setUp(() => steps(1000, 10))
    slices.wake()
    run()
    expect(clock.mock.calls.length).toBeLessThan(20)
  })

  it('runs once more, from the beginning, where it was woken in the middle', () => {
    let runs = 0
    const held = setUp(() => {
      runs++
      return steps(10, 1, (at) => {
        if (runs === 1 && at === 3) held.slices.wake()
      })
    })
    held.slices.wake()
    held.run()
    expect(runs).toBe(2)
  })

  it('asks for one idle time only, however often it is woken', () => {
    const { slices, waiting } = setUp(() => steps(1, 1))
    for (let at = 0; at < 10; at++) slices.wake()
    expect(waiting).toHaveLength(1)
  })

  it('tells of an error once and runs again when woken', () => {
    let isBroken = true
    const step = vi.fn<(at: number) => void>((at) => {
      if (isBroken && at === 1) throw new Error('broken')
    })
    const { slices, run, onError } = setUp(() => steps(3, 1, step))
    slices.wake()
    expect(run()).toBe(1)
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('broken'))
    expect(step).toHaveBeenCalledTimes(2)
    isBroken = false
    slices.wake()
    run()
    expect(step).toHaveBeenCalledTimes(5)
  })

  it('does nothing in a hidden tab, and goes on where it was when woken after that', () => {
    const done: number[] = []
    const { slices, pass, idle, run } = setUp(() => steps(100, 5000, (at) => (pass(1), done.push(at))))
    slices.wake()
    idle()
    const before = done.length
    expect(before).toBeLessThan(100)
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    slices.wake()
    expect(run()).toBe(1)
    expect(done).toHaveLength(before)
    hidden.mockReturnValue(false)
    slices.wake()
    run()
    expect(done.slice(0, 100)).toEqual(Array.from({ length: 100 }, (_, at) => at))
  })

  it('stops for good, also in the middle of a slice', () => {
    const step = vi.fn<(at: number) => void>((at) => {
      if (at === 3) held.slices.stop()
    })
    const held = setUp(() => steps(100, 1, step))
    held.slices.wake()
    held.run()
    held.slices.wake()
    held.run()
    expect(step).toHaveBeenCalledTimes(4)
  })
})
