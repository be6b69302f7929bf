/** Names of the dataset's economies in a locale, for lists to choose from. Pure. */

import { languageOfLocale } from './localised.ts'
import type { Locale, Tables } from './types.ts'

/** Name by code, in the locale's language; in English where that lacks one. */
export function economyNames({ economies }: Pick<Tables, 'economies'>, locale: Locale): Record<string, string> {
  const language = languageOfLocale(locale)
  const namesIn = (lang: string) =>
    economies.filter((row) => row.lang === lang).map(({ economy, name }) => [economy, name] as const)
  return Object.fromEntries([...namesIn('en'), ...namesIn(language)])
}
