/** The cards of an edition as pages read them: worded in the reader's language, with the entries that their texts name. Background only. */

import { compileCard, type FindLinks } from '../card/compile.ts'
import type { Wording } from '../card/in-words.ts'
import type { StoredCard } from '../card/stored.ts'
import { briefNames, economyNames } from '../dataset/economies.ts'
import { cardFacts, economyPhrases } from '../dataset/facts.ts'
import type { Edition, Locale } from '../dataset/types.ts'
import { detect } from '../detect/detect.ts'
import type { Lexicon } from '../detect/lexicon.ts'
import { numbersLocale } from '../i18n/locale.ts'
import { createTranslate, type Messages } from '../i18n/t.ts'

/** How cards in `locale` are worded; `browserLanguage` decides how dates and numbers are written. */
export const wordingOf = (
  { tables }: Edition,
  locale: Locale,
  messages: Messages,
  browserLanguage: string,
): Wording => ({
  t: createTranslate(messages, numbersLocale(locale, browserLanguage)),
  locale: numbersLocale(locale, browserLanguage),
  economies: economyPhrases(tables, locale),
  names: economyNames(tables, locale),
  brief: briefNames(tables, locale),
})

/** Every card of `edition` in `locale`, one by one; `lexicon` is of that locale's language, and finds what texts name. */
export function* compileCards(
  edition: Edition,
  locale: Locale,
  wording: Wording,
  lexicon: Lexicon,
): Generator<StoredCard> {
  // Half of the texts are events that stand on several cards.
  const known = new Map<string, ReturnType<FindLinks>>()
  const linksIn: FindLinks = (text) => {
    const links = known.get(text) ?? detect(lexicon, text).map(({ start, end, entry }) => [start, end, entry])
    known.set(text, links)
    return links
  }
  for (const entry of edition.tables.entries) yield compileCard(cardFacts(edition, entry, locale), wording, linksIn)
}
