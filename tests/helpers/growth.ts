/** Whether work grows with its input or faster: two sizes in one run, so that no test knows how fast a machine is. */

/** How much larger the larger text is. */
const TIMES = 16
/** Five times what linear work would need: a busy machine passes, the square (256) does not. */
const BOUND = 5 * TIMES

/** The mean of so many, and of as many as fit in this time (ms): the clock of a thread ticks too coarsely for one. */
const ROUNDS = 3
const AT_LEAST = 200

/** Time of one run (ms), counted as this thread's own: what else the machine does is not in it. */
function timeOf(work: (text: string) => void, text: string): number {
  const until = performance.now() + AT_LEAST
  const before = process.threadCpuUsage()
  let rounds = 0
  for (; rounds < ROUNDS || performance.now() < until; rounds++) work(text)
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000 / rounds
}

/** Runs `work` on `unit` repeated to `length` UTF-16 units and to a sixteenth of it; `ratio` is that of the two times. */
export function growth(unit: string, length: number, work: (text: string) => void): { ratio: number; bound: number } {
  const small = unit.repeat(length / TIMES / unit.length)
  const large = unit.repeat(length / unit.length)
  work(small)
  // Under a tenth of a millisecond the call decides, not the work.
  return { ratio: timeOf(work, large) / Math.max(0.1, timeOf(work, small)), bound: BOUND }
}
