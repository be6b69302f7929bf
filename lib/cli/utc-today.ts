/** Today, the same wherever a command runs. */

/** `YYYY-MM-DD` in UTC: what is read or listed twice on a day gives the same answer. */
export const utcToday = (): string => new Date().toISOString().slice(0, 10)
