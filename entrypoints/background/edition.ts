/** Keeps pages supplied with an edition, compiled and in the reader's language, whatever happened before. */

import cardCss from '../../components/card/card.css?inline'
import tokensCss from '../../components/ui/tokens.css?inline'
import highlightCss from '../highlight.css?inline'
import { readBundled, readBundledLexicons } from '../../lib/editions/bundled.ts'
import { ensureEdition, type CompileContext } from '../../lib/editions/ensure.ts'
import { readPointer } from '../../lib/editions/read.ts'
import { readSlot } from '../../lib/editions/store.ts'
import { isSwapPending, settle } from '../../lib/editions/swap.ts'
import { chosenLocale, loadInterface } from '../../lib/i18n/interface.ts'
import { browser } from '../../lib/platform/browser.ts'
import { createTurns } from '../../lib/platform/turns.ts'
import { readSettings } from '../../lib/settings/store.ts'
import { learnFrom } from '../../lib/updates/trust.ts'

const BUNDLE = { readEdition: readBundled, readLexicons: readBundledLexicons }

/** What editions are compiled for and with, as the reader and this release have it now. */
export async function readCompileContext(): Promise<CompileContext> {
  const { locale, messages } = await loadInterface((await readSettings()).language)
  return {
    locale,
    messages,
    styles: { style: tokensCss + cardCss, marks: highlightCss },
    code: browser.runtime.getManifest().version,
  }
}

/** Two that write editions at once would undo each other's work. */
export const inTurn = createTurns()

/** Supplies pages where they lack something, or always where `isNewCode`: another release may compile otherwise. */
export const supplyPages = (isNewCode: boolean): Promise<void> =>
  inTurn(async () => {
    await ensureEdition(BUNDLE, await readCompileContext(), isNewCode)
    await learnFrom(await readSlot('current'))
  })

/** Finishes or undoes a swap during which this background was killed, whether the browser went with it or not. */
export const finishSwap = (): Promise<void> =>
  inTurn(async () => {
    if (!(await isSwapPending())) return
    await settle()
    await learnFrom(await readSlot('current'))
  })

/** Compiles the card texts anew where the reader chose another language. */
export async function followLanguage(): Promise<void> {
  const [{ language }, pointer] = await Promise.all([readSettings(), readPointer()])
  if (pointer !== null && pointer.locale !== chosenLocale(language)) await supplyPages(false)
}
