/** Names of the dataset's economies in a locale, for lists to choose from. Pure. */

import { formsIn } from './cells.ts'
import { languageOfLocale } from './locales.ts'
import type { Locale, Tables } from './types.ts'

/** Name by code, in the locale's language; in English where that lacks one. */
export function economyNames({ economies }: Pick<Tables, 'economies'>, locale: Locale): Record<string, string> {
  const language = languageOfLocale(locale)
  const namesIn = (lang: string) =>
    economies.filter((row) => row.lang === lang).map(({ economy, name }) => [economy, name] as const)
  return Object.fromEntries([...namesIn('en'), ...namesIn(language)])
}

/** What to write where the name finds no room, by code: the first of its other names that is shorter, "EU" and "USA". */
export const briefNames = ({ economies }: Pick<Tables, 'economies'>, locale: Locale): Record<string, string> =>
  Object.fromEntries(
    economies
      .filter((row) => row.lang === languageOfLocale(locale))
      .flatMap(({ economy, name, names }) => {
        const brief = formsIn(names).find((other) => other.length < name.length)
        return brief ? [[economy, brief]] : []
      }),
  )
