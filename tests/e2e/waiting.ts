/** Waiting for what a browser does in its own time. */

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Asks until `ask` gives something, at most `withinMs`; the last answer either way. */
export async function eventually<T>(
  ask: () => Promise<T>,
  isEnough: (value: T) => boolean,
  withinMs = 30_000,
): Promise<T> {
  const end = Date.now() + withinMs
  let value = await ask()
  while (!isEnough(value) && Date.now() < end) {
    await wait(100)
    value = await ask()
  }
  return value
}
