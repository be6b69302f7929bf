/** Words around a mention, none of them cut in half: what was cut off after so many UTF-16 units begins and ends in one. */

/** `before`, which was cut off where it is `cut` UTF-16 units long, from its first whole word on. */
export const fromWord = (before: string, cut: number): string =>
  before.length < cut ? before : before.replace(/^\S*\s/, '')

/** The same up to the last whole word of what comes after. */
export const toWord = (after: string, cut: number): string => (after.length < cut ? after : after.replace(/\s\S*$/, ''))
