/** Work that must not overlap, one piece after another. */

export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A queue of its own: what it is given begins when all before it has ended, well or badly. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const done = last.then(work)
    last = done.catch(() => {})
    return done
  }
}
