/** Where an edition's parts lie in `storage.local`; every key but the pointer contains the edition. */

import type { Language } from '../detect/types.ts'
import type { Locale } from '../dataset/types.ts'

/** Which edition pages read; written last, so that it never points at half an edition. */
export const POINTER_KEY = 'edition'

/** Points at the edition that pages read: its number, and what its parts were compiled for. */
export interface EditionPointer {
  /** `YYYY.MM.N` */
  edition: string
  /** Locale of the card texts that are stored. */
  locale: Locale
  /** Set where the edition was imported without a signature: every card that uses it says so. */
  isUnsigned?: true
  /** Version of the extension that compiled the parts; another may do it otherwise. Pages need not look. */
  code?: string
}

const PREFIX = 'edition/'

/** An unsigned edition never shares a key with a signed one of its number. */
const folderOf = ({ edition, isUnsigned }: EditionPointer) => edition + (isUnsigned ? '~' : '')

/** Where the lexicon of a language lies. */
export const lexiconKey = (pointer: EditionPointer, language: Language): string =>
  `${PREFIX}${folderOf(pointer)}/lexicon/${language}`
/** Where the build leaves the lexicon of a language, in the form in which it is stored. */
export const lexiconPath = (language: Language): string => `lexicons/${language}.json`
/** Where the words of cards lie that are no entry's own. */
export const wordsKey = (pointer: EditionPointer): string => `${PREFIX}${folderOf(pointer)}/words/${pointer.locale}`
/** Where the card of an entry lies. */
export const cardKey = (pointer: EditionPointer, entry: string): string =>
  `${PREFIX}${folderOf(pointer)}/card/${pointer.locale}/${entry}`
/** Under it lies the list of all the other keys, so that a hole is noticed. */
export const partsKey = (pointer: EditionPointer): string => `${PREFIX}${folderOf(pointer)}/parts/${pointer.locale}`

/** Where the search index of the side panel lies. */
export const searchKey = (pointer: EditionPointer): string => `${PREFIX}${folderOf(pointer)}/search/${pointer.locale}`
/** Where all figures of an entry lie. */
export const figuresKey = (pointer: EditionPointer, entry: string): string =>
  `${PREFIX}${folderOf(pointer)}/figures/${pointer.locale}/${entry}`

/** True for keys of other editions than the one pointed at, and of its texts in another locale. */
export function isLeftOver(key: string, pointer: EditionPointer): boolean {
  if (!key.startsWith(PREFIX)) return false
  const [of, part, language] = key.slice(PREFIX.length).split('/')
  return of !== folderOf(pointer) || (part !== 'lexicon' && language !== pointer.locale)
}

/** True for what has the shape of a pointer, wherever it came from. */
export function isPointer(value: unknown): value is EditionPointer {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as EditionPointer).edition === 'string' &&
    typeof (value as EditionPointer).locale === 'string'
  )
}
