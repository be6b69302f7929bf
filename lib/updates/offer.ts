/** What an edition would change, in words, and who vouches for it: what the reader sees before saying yes. */

import { diffTables } from '../dataset/diff.ts'
import type { EditionFile } from '../dataset/edition.ts'
import type { CompileContext } from '../editions/ensure.ts'
import type { Origin, StoredEdition } from '../editions/stored.ts'
import { numbersLocale } from '../i18n/locale.ts'
import { createTranslate } from '../i18n/t.ts'
import { browser } from '../platform/browser.ts'
import { changesInWords } from '../report/changes.ts'
import type { Examined } from './examine.ts'
import { describeKey } from './keys.ts'
import type { Changes, Offer } from './state.ts'

/** Most lines that are shown, and the longest one (UTF-16 units). */
const MAX_LINES = 200
const MAX_LINE = 300

const cut = (line: string) => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line)

/** What changes from one edition to another, in the reader's language; `before` is null where nothing was there. */
export function changesBetween(
  before: StoredEdition | null,
  after: EditionFile,
  { locale, messages }: Pick<CompileContext, 'locale' | 'messages'>,
): Changes {
  const old = before === null ? {} : (JSON.parse(before.text) as EditionFile).tables
  const numbers = numbersLocale(locale, browser.i18n.getUILanguage())
  const wording = { t: createTranslate(messages, numbers), locale, numbers }
  const lines = changesInWords(diffTables(old, after.tables), wording, old, after.tables)
  return {
    locale,
    from: before?.edition ?? '',
    to: after.edition,
    notes: after.notes ?? '',
    lines: lines.slice(0, MAX_LINES).map(cut),
    more: Math.max(0, lines.length - MAX_LINES),
  }
}

const sourceOf = (origin: Origin): string => {
  if (origin.kind === 'feed') return new URL(origin.url).host
  return origin.kind === 'file' ? origin.name : ''
}

/** What a sound edition would change of `current` (null where there is none), who vouches for it, and where it came from. */
export async function offerOf(
  current: StoredEdition | null,
  { stored, file, signer }: Examined,
  context: CompileContext,
): Promise<Offer> {
  const successors = await Promise.all(stored.handsOverTo.map(describeKey))
  return {
    ...changesBetween(current, file, context),
    sha256: stored.sha256,
    isUnsigned: stored.isUnsigned,
    signer: signer?.fingerprint ?? '',
    source: sourceOf(stored.origin),
    handsOverTo: successors.map((key) => key?.fingerprint ?? ''),
  }
}
