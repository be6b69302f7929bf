/** The texts that the bench reads: saved news pages where they lie beside the project, else the sample article. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { guessLanguage } from '../../detect/language.ts'
import type { Language } from '../../detect/types.ts'
import { ROOT } from '../browser/extension.ts'
import { textOfHtml } from '../text/html.ts'
import { hasPages, readSavedPage, savedPages } from './pages/saved-pages.ts'

export interface SampleTexts {
  /** Where they come from, in words. */
  from: string
  /** Readable text of each page, by the language that its words are in. */
  texts: Map<Language, string[]>
}

const SAMPLE = join(ROOT, 'lib/cli/sample-article.html')

/** A page with less text (UTF-16 units) is no page to read. */
const LEAST = 500

/** Texts of all pages that have enough to read. */
export function readSampleTexts(): SampleTexts {
  const pages = hasPages ? savedPages().map((page) => readSavedPage(page).html) : [readFileSync(SAMPLE, 'utf8')]
  const texts = new Map<Language, string[]>()
  for (const page of pages) {
    const text = textOfHtml(page)
    if (text.length < LEAST) continue
    const language = guessLanguage(text)
    texts.set(language, [...(texts.get(language) ?? []), flat(text)])
  }
  return { from: hasPages ? `${pages.length} saved pages of ../shared/pages/dev` : 'the sample article', texts }
}

/** A string in one piece, of two bytes a unit as most pages are: how it was joined must not decide how fast it is read. */
export const flat = (text: string): string => Buffer.from(text, 'utf16le').toString('utf16le')
