/** What peers without patterns can search for. */

import { allTerms, type Lexicon } from '../../detect/lexicon.ts'

/** The forms of a lexicon's terms, patterns left out, each once. */
export const searchedForms = (lexicon: Lexicon): string[] => [
  ...new Set(
    allTerms(lexicon)
      .filter(({ isPattern }) => !isPattern)
      .map(({ form }) => form),
  ),
]
