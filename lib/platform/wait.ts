/** Letting time pass. */

/** Resolves after some milliseconds. Commands of Node have `node:timers/promises`. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
