/** Hears that a page found no edition, or one that cannot be read, and has it supplied anew, though the browser was not started again. */

/** How long after one attempt the next may follow (ms): where storage is full or broken, each is in vain. */
const AGAIN_MS = 60_000

/** Supplies pages with an edition; `isForced` where what is stored looks whole and is not. */
type Supply = (isForced: boolean) => Promise<void>

/** Gives what to call whenever a page lacks an edition: `isUnreadable` where one is stored, and of no use. */
export function createMending(supply: Supply, onError: (error: unknown) => void): (isUnreadable: boolean) => void {
  let lastMs = -Infinity
  return (isUnreadable) => {
    if (performance.now() - lastMs < AGAIN_MS) return
    lastMs = performance.now()
    supply(isUnreadable).catch(onError)
  }
}
