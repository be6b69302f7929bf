/** The edition that ships with the extension, and its lexicons as the build has compiled them. */

import { LANGUAGES } from '../detect/types.ts'
import { browser } from '../platform/browser.ts'
import type { LexiconTexts } from './install.ts'
import { lexiconPath } from './keys.ts'

const textOf = async (path: string): Promise<string> => (await fetch(browser.runtime.getURL(path))).text()

/** JSON of the edition that ships with this version. */
export const readBundled = (): Promise<string> => textOf('edition.json')

/** Every language's lexicon, in the form in which it is stored. Rejects where a build lacks one. */
export async function readBundledLexicons(): Promise<LexiconTexts> {
  const texts = LANGUAGES.map(async (language) => [language, await textOf(lexiconPath(language))])
  return Object.fromEntries(await Promise.all(texts)) as LexiconTexts
}
