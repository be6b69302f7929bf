/** Hears that a page found no edition, or one that cannot be read, and has it supplied anew, though the browser was not started again. */

/** How long after an attempt in vain the next may follow (ms): storage may be full or broken. */
const AGAIN_MS = 60_000

/** Supplies pages with an edition; `isForced` where what is stored looks whole and is not. */
type Supply = (isForced: boolean) => Promise<void>

/** Gives what to call whenever a page lacks an edition: `isUnreadable` where one is stored, and of no use. */
export function createMending(supply: Supply, onError: (error: unknown) => void): (isUnreadable: boolean) => void {
  let isAtWork = false
  let notBeforeMs = -Infinity
  const rest = () => (notBeforeMs = performance.now() + AGAIN_MS)
  return (isUnreadable) => {
    if (isAtWork || performance.now() < notBeforeMs) return
    isAtWork = true
    supply(isUnreadable)
      .then(
        // Whether pages can read it now will be seen; compiling it again and again would not help.
        () => isUnreadable && rest(),
        (error: unknown) => {
          rest()
          onError(error)
        },
      )
      .finally(() => (isAtWork = false))
      .catch(onError)
  }
}
