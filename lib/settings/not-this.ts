/** "Not this": which mentions the reader asked not to have marked. */

import type { Mention } from '../detect/types.ts'
import type { NotThis } from './definition.ts'

/** What the reader says of a mention: these words, for this entry, on `host` or (null) everywhere. */
export const notThis = ({ entry, text }: Pick<Mention, 'entry' | 'text'>, host: string | null): NotThis => ({
  entry,
  text: text.toLowerCase().replace(/\s+/g, ' '),
  host,
})

/** Whether a mention on `host` is one of those in `list`. */
export const isUnwanted =
  (list: readonly NotThis[], host: string) =>
  (mention: Pick<Mention, 'entry' | 'text'>): boolean => {
    if (list.length === 0) return false
    const { entry, text } = notThis(mention, null)
    return list.some((one) => one.entry === entry && one.text === text && (one.host === null || one.host === host))
  }
