/** Makes sure that pages have an edition, whole and in the reader's language: the stored one, or the bundled one where that is newer. */

import { compareEditions } from '../dataset/edition-number.ts'
import { loadEdition } from '../dataset/edition.ts'
import { languageOfLocale } from '../dataset/locales.ts'
import type { Edition, Locale } from '../dataset/types.ts'
import type { Messages } from '../i18n/t.ts'
import { browser } from '../platform/browser.ts'
import { noteError, noting } from '../platform/errors.ts'
import {
  compileForPages,
  isWhole,
  removeLeftOvers,
  writeParts,
  type LexiconTexts,
  type ReadyLexicons,
} from './install.ts'
import { lexiconKey, type EditionPointer } from './keys.ts'
import { readPointer, type Styles } from './read.ts'
import { readSlot, sha256Of, writeSlot } from './store.ts'
import type { StoredEdition } from './stored.ts'
import { pointsAt, settle, swapIn } from './swap.ts'

/** What an edition is compiled for and with: the reader's language, what cards look like, and the code that compiles. */
export interface CompileContext {
  locale: Locale
  /** Interface texts in that locale. */
  messages: Messages
  styles: Styles
  /** Version of the extension. */
  code: string
}

/** What ships with the extension. */
export interface Bundle {
  /** JSON of the edition. */
  readEdition(): Promise<string>
  /** Its lexicons, which the build has compiled. */
  readLexicons(): Promise<LexiconTexts>
}

/** Where pages will find an edition. */
export const pointerTo = (
  { edition, isUnsigned }: Pick<StoredEdition, 'edition' | 'isUnsigned'>,
  { locale, code }: Pick<CompileContext, 'locale' | 'code'>,
): EditionPointer => ({ edition, locale, code, ...(isUnsigned ? { isUnsigned } : {}) })

/** The edition that ships with the extension, checked. Throws an Error where it is unsound, which a build never is. */
export async function bundledEdition(text: string): Promise<{ stored: StoredEdition; edition: Edition }> {
  const loaded = loadEdition(text)
  if (!loaded.ok) throw new Error(loaded.problem)
  const { edition } = loaded
  const stored: StoredEdition = {
    edition: edition.edition,
    isUnsigned: false,
    signature: null,
    text,
    sha256: await sha256Of(text),
    handsOverTo: [],
    origin: { kind: 'bundled' },
    addedAt: Date.now(),
  }
  return { stored, edition }
}

/**
 * Finishes what was cut short, then recompiles where pages lack a part, the language is another, other code compiled it,
 * or `isForced`. With another release of the extension the newer of the stored and the bundled edition counts, the stored one
 * where they are even; else the stored one, which the reader may have gone back to. One that can be read no more gives way.
 * Rejects where storage fails, with what pages had before working.
 */
export async function ensureEdition(bundle: Bundle, context: CompileContext, isForced: boolean): Promise<void> {
  await settle().catch(noting('stored editions'))
  const [current, pointer] = await Promise.all([readSlot('current').catch(() => null), readPointer()])
  const isUsable = pointer !== null && !isForced && pointer.code === context.code && (await isWhole(pointer))
  const isAsWanted = isUsable && pointer.locale === context.locale
  if (isAsWanted && current !== null && pointsAt(pointer, current)) return

  const bundled = await bundledEdition(await bundle.readEdition())
  // The whole edition is lost, but pages have what they need of it: it serves until something has to be recompiled.
  if (isAsWanted && current === null && compareEditions(pointer.edition, bundled.stored.edition) > 0) return

  const isRelease = pointer?.code !== context.code
  const kept = current === null ? null : loadedToKeep(current, bundled.stored, isRelease)
  const chosen = current === null || kept === null ? bundled.stored : current
  const next = pointerTo(chosen, context)
  const { messages, styles } = context
  // In another language the words are others, the terms are not.
  const isStored =
    isUsable &&
    current !== null &&
    pointsAt(pointer, chosen) &&
    // A feed's edition that can be read no more may bear the number of the bundled one.
    (chosen === current || current.origin.kind === 'bundled')
  const lexicons = isStored ? await storedLexicons(next) : kept === null ? await bundledLexicons(bundle, next) : null
  const pages = compileForPages(kept ?? bundled.edition, next, messages, styles, lexicons)
  if (current !== null && current.edition !== chosen.edition) return swapIn(chosen, pages)
  await writeParts(pages)
  // Pages have all they need: without a store there is nothing to go back to, and that is all.
  if (kept === null) await writeSlot('current', chosen).catch(noting('stored editions'))
  await removeLeftOvers()
}

/** Null where the lexicon of the locale is not stored as it is today. */
async function storedLexicons(pointer: EditionPointer): Promise<ReadyLexicons | null> {
  const key = lexiconKey(pointer, languageOfLocale(pointer.locale))
  const { [key]: own } = await browser.storage.local.get(key)
  return typeof own === 'string' ? { own, toStore: null } : null
}

async function bundledLexicons(bundle: Bundle, { locale }: EditionPointer): Promise<ReadyLexicons> {
  const toStore = await bundle.readLexicons()
  return { own: toStore[languageOfLocale(locale)], toStore }
}

/** The stored edition, checked, where it is to be used; null where the bundled one is. */
function loadedToKeep(current: StoredEdition, bundled: StoredEdition, isRelease: boolean): Edition | null {
  const order = compareEditions(current.edition, bundled.edition)
  if ((order < 0 && isRelease) || (order === 0 && current.origin.kind === 'bundled')) return null
  const loaded = loadEdition(current.text)
  if (!loaded.ok) noteError('stored edition', loaded.problem)
  return loaded.ok ? loaded.edition : null
}
