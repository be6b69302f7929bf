/** Work in slices: no slice runs over its time, an error stops nothing, and the end is told once. */

import { describe, expect, it, vi } from 'vitest'
import { createQueue, SLICE_MS } from '../../../lib/page/schedule.ts'

/** A queue whose idle times and clock the test holds. */
function setUp() {
  let time = 0
  const waiting: (() => void)[] = []
  const onDrained = vi.fn<() => void>()
  const onError = vi.fn<(error: unknown) => void>()
  const queue = createQueue(
    onDrained,
    onError,
    (run) => waiting.push(run),
    () => time,
  )
  return {
    queue,
    onDrained,
    onError,
    waiting,
    pass: (ms: number) => (time += ms),
    now: () => time,
    /** Gives the queue one idle time. */
    idle: () => waiting.shift()?.(),
    /** Idle times until nothing waits; how many there were. */
    run() {
      let slices = 0
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        next()
        slices++
      }
      return slices
    },
  }
}
function* jobs(count: number, job: (at: number) => void = () => {}) {
  for (let at = 0; at < count; at++) {
    job(at)
    yield
  }
}

describe('createQueue', () => {
  it('does nothing before the browser has time', () => {
    const { queue, idle } = setUp()
    const job = vi.fn<() => void>()
    queue.push(jobs(1, job))
    expect(job).not.toHaveBeenCalled()
    idle()
    expect(job).toHaveBeenCalledTimes(1)
  })

  it('does all the work in order and tells the end once', () => {
    const { queue, run, onDrained } = setUp()
    const done: string[] = []
    queue.push(jobs(3, (at) => done.push(`a${at}`)))
    queue.push(jobs(2, (at) => done.push(`b${at}`)))
    expect(run()).toBe(1)
    expect(done).toEqual(['a0', 'a1', 'a2', 'b0', 'b1'])
    expect(onDrained).toHaveBeenCalledTimes(1)
  })

  it('ends a slice in time and goes on in the next', () => {
    const { queue, pass, now, waiting, onDrained } = setUp()
    const done = vi.fn<() => void>()
    queue.push(jobs(1000, () => (pass(0.1), done())))
    let slices = 0
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const start = now()
      next()
      slices++
      // The clock is asked every eighth job.
      expect(now() - start).toBeLessThanOrEqual(SLICE_MS + 8 * 0.1 + 1e-6)
    }
    expect(done).toHaveBeenCalledTimes(1000)
    expect(slices).toBeGreaterThan(10)
    expect(onDrained).toHaveBeenCalledTimes(1)
  })

  it('goes on after a job that throws, and drops only that work', () => {
    const { queue, run, onError, onDrained } = setUp()
    const done: string[] = []
    queue.push(
      jobs(3, (at) => {
        if (at === 1) throw new Error('broken block')
        done.push(`a${at}`)
      }),
    )
    queue.push(jobs(2, (at) => done.push(`b${at}`)))
    run()
    expect(done).toEqual(['a0', 'b0', 'b1'])
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('broken block'))
    expect(onDrained).toHaveBeenCalledTimes(1)
  })

  it('takes work that comes while it works', () => {
    const { queue, run, onDrained } = setUp()
    const done: string[] = []
    queue.push(
      jobs(1, () => {
        done.push('a')
        queue.push(jobs(1, () => done.push('b')))
      }),
    )
    run()
    expect(done).toEqual(['a', 'b'])
    expect(onDrained).toHaveBeenCalled()
  })

  it('tells the end again after new work', () => {
    const { queue, run, onDrained } = setUp()
    queue.push(jobs(1))
    run()
    queue.push(jobs(1))
    run()
    expect(onDrained).toHaveBeenCalledTimes(2)
  })

  it('asks for one idle time only, however much is pushed', () => {
    const { queue, waiting } = setUp()
    for (let at = 0; at < 10; at++) queue.push(jobs(1))
    expect(waiting).toHaveLength(1)
  })

  it('stops for good', () => {
    const { queue, run, onDrained } = setUp()
    const job = vi.fn<() => void>()
    queue.push(jobs(3, job))
    queue.stop()
    run()
    queue.push(jobs(3, job))
    expect(run()).toBe(0)
    expect(job).not.toHaveBeenCalled()
    expect(onDrained).not.toHaveBeenCalled()
  })

  it('stops in the middle of a slice', () => {
    const { queue, run, onDrained } = setUp()
    const done: number[] = []
    queue.push(
      jobs(100, (at) => {
        done.push(at)
        if (at === 3) queue.stop()
      }),
    )
    queue.push(jobs(5, () => done.push(-1)))
    run()
    expect(done).not.toContain(-1)
    expect(run()).toBe(0)
    expect(onDrained.mock.calls.length).toBeLessThanOrEqual(1)
  })
})
