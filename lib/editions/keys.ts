/** Where an edition's parts lie in `storage.local`; every key but the pointer contains the edition. */

import type { Language } from '../detect/types.ts'
import type { Locale } from '../dataset/types.ts'

/** Which edition pages read; written last, so that it never points at half an edition. */
export const POINTER_KEY = 'edition'

export interface Pointer {
  /** `YYYY.MM.N` */
  edition: string
  /** Locale of the card texts that are stored. */
  locale: Locale
  /** Set where the edition was imported without a signature: every card that uses it says so. */
  isUnsigned?: true
}

const PREFIX = 'edition/'

export const lexiconKey = ({ edition }: Pointer, language: Language): string =>
  `${PREFIX}${edition}/lexicon/${language}`
export const wordsKey = ({ edition, locale }: Pointer): string => `${PREFIX}${edition}/words/${locale}`
export const cardKey = ({ edition, locale }: Pointer, entry: string): string =>
  `${PREFIX}${edition}/card/${locale}/${entry}`

/** True for keys of other editions than the one pointed at, and of its texts in another locale. */
export function isLeftOver(key: string, { edition, locale }: Pointer): boolean {
  if (!key.startsWith(PREFIX)) return false
  const [of, part, language] = key.slice(PREFIX.length).split('/')
  return of !== edition || (part !== 'lexicon' && language !== locale)
}

export function isPointer(value: unknown): value is Pointer {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Pointer).edition === 'string' &&
    typeof (value as Pointer).locale === 'string'
  )
}
