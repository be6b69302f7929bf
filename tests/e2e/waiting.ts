/** Waiting for what a browser does in its own time. */

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** How long a card may take that must come (ms): a busy machine was seen to need seconds. */
export const CARD_MS = 15_000

/** Long enough that asking does not keep a busy browser from what is asked for. */
const ASKED_EVERY_MS = 40

/** Asks until `ask` gives something, at most `withinMs`; the last answer either way. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isEnough: (value: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const end = Date.now() + withinMs
  let value = await ask()
  while (!isEnough(value) && Date.now() < end) {
    await wait(ASKED_EVERY_MS)
    value = await ask()
  }
  return value
}
