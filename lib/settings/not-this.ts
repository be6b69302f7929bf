/** "Not this": which mentions the reader asked not to have marked. */

import type { Mention } from '../detect/types.ts'
import type { NotThis } from './definition.ts'

/** What the reader says of a mention: these words, for this entry, on `host` or (null) everywhere. */
export const notThis = ({ entry, text }: Pick<Mention, 'entry' | 'text'>, host: string | null): NotThis => ({
  entry,
  text: text.toLowerCase().replace(/\s+/g, ' '),
  host,
})

/** What was said of a mention that counts on `host`. */
const countsFor = (mention: Pick<Mention, 'entry' | 'text'>, host: string) => {
  const { entry, text } = notThis(mention, null)
  return (one: NotThis): boolean => one.entry === entry && one.text === text && (one.host === null || one.host === host)
}

/** Whether a mention on `host` is one of those in `list`. */
export const isUnwanted =
  (list: readonly NotThis[], host: string) =>
  (mention: Pick<Mention, 'entry' | 'text'>): boolean => {
    // Asked of every mention of a page; most readers have said it of none.
    if (list.length === 0) return false
    return list.some(countsFor(mention, host))
  }

/** `list` after the reader on `host` wanted a mention unmarked here, everywhere, or (null) marked again; other hosts' stay. */
export function withNotThis(
  list: readonly NotThis[],
  mention: Pick<Mention, 'entry' | 'text'>,
  host: string,
  scope: 'here' | 'everywhere' | null,
): NotThis[] {
  const isReplaced = countsFor(mention, host)
  const others = list.filter((one) => !isReplaced(one))
  return scope === null ? others : [...others, notThis(mention, scope === 'here' ? host : null)]
}
