/** Whether work grows with its input or faster: two sizes in one run, so that no test knows how fast a machine is. */

/** How much larger the larger text is. */
const TIMES = 16
/** Five times what linear work would need: a busy machine passes, the square (256) does not. */
const BOUND = 5 * TIMES

/** The fastest of so many, and of as many as fit in this time (ms): other work on the machine only ever adds. */
const ROUNDS = 3
const AT_LEAST = 100

function fastest(work: (text: string) => void, text: string): number {
  let best = Infinity
  const until = performance.now() + AT_LEAST
  for (let round = 0; round < ROUNDS || performance.now() < until; round++) {
    // This thread's own time: what else the machine does is not in it.
    const before = process.threadCpuUsage()
    work(text)
    best = Math.min(best, process.threadCpuUsage(before).user / 1000)
  }
  return best
}

/** Runs `work` on `unit` repeated to `length` UTF-16 units and to a sixteenth of it; `ratio` is that of the two times. */
export function growth(unit: string, length: number, work: (text: string) => void): { ratio: number; bound: number } {
  const small = unit.repeat(length / TIMES / unit.length)
  const large = unit.repeat(length / unit.length)
  work(small)
  // Under a tenth of a millisecond the clock decides, not the work.
  return { ratio: fastest(work, large) / Math.max(0.1, fastest(work, small)), bound: BOUND }
}
