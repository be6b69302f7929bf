/** The bundled dataset's lexicons, as the extension would load them. */

import { readEdition } from '../../lib/cli/dataset/package-files.ts'
import { lexiconSource } from '../../lib/dataset/lexicon-source.ts'
import { compileLexicon } from '../../lib/detect/compile.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import { LANGUAGES, type Language } from '../../lib/detect/types.ts'
import { stored } from './lexicons.ts'

/** The bundled dataset's lexicon of every language. */
export async function bundledLexicons(): Promise<Record<Language, Lexicon>> {
  const source = lexiconSource((await readEdition()).tables)
  return Object.fromEntries(LANGUAGES.map((lang) => [lang, stored(compileLexicon(source, lang))])) as Record<
    Language,
    Lexicon
  >
}
