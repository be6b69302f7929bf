/** Today, where the reader is. */

/** `YYYY-MM-DD`; Sweden writes dates that way. */
export const today = (): string => new Date().toLocaleDateString('sv-SE')
