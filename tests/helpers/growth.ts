/** Whether work grows with its input or faster: two sizes in one run, so that no test knows how fast a machine is. */

/** How much larger the larger text is. */
const TIMES = 16
/** Five times what linear work would need: a busy machine passes, the square (256) does not. */
const BOUND = 5 * TIMES

/** The fastest of so many: other work on the machine only ever adds. */
const ROUNDS = 3

function fastest(work: (text: string) => void, text: string): number {
  let best = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const before = performance.now()
    work(text)
    best = Math.min(best, performance.now() - before)
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
