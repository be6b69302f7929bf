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
}

const PREFIX = 'edition/'

export const lexiconKey = ({ edition }: Pointer, language: Language): string =>
  `${PREFIX}${edition}/lexicon/${language}`
export const namesKey = ({ edition, locale }: Pointer): string => `${PREFIX}${edition}/names/${locale}`
export const cardKey = ({ edition, locale }: Pointer, entry: string): string =>
  `${PREFIX}${edition}/card/${locale}/${entry}`

/** True for keys of editions other than the one pointed at. */
export const isLeftOver = (key: string, { edition }: Pointer): boolean =>
  key.startsWith(PREFIX) && !key.startsWith(`${PREFIX}${edition}/`)

export function isPointer(value: unknown): value is Pointer {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Pointer).edition === 'string' &&
    typeof (value as Pointer).locale === 'string'
  )
}
