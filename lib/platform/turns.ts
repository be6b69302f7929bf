/** Work that must not overlap: queued one after another, repeated while it is asked for, or run once. */

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

/**
 * What has `work` done anew, one at a time: whatever is asked for while it goes on is done by doing it once more. Ends when
 * nothing more was asked for; rejects, and forgets what was asked for, where `work` does.
 */
export function createRefresh(work: () => Promise<void>): () => Promise<void> {
  let going: Promise<void> | null = null
  let isStale = false
  const go = async (): Promise<void> => {
    try {
      while (isStale) {
        isStale = false
        await work()
      }
    } finally {
      going = null
    }
  }
  return () => {
    isStale = true
    going ??= go()
    return going
  }
}

/** Has `work` done when it is first asked for, and keeps what it gave. Work that failed is done again the next time. */
export function createOnce<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | null = null
  return () =>
    (done ??= work().catch((error: unknown) => {
      done = null
      throw error
    }))
}
