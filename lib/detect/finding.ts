/** Finding: what texts of one page hold, in a form that messages carry, so that no page has to search for itself. */

import { candidatesIn, decide, strongCategories } from './detect.ts'
import { economyOfSentence } from './economy.ts'
import { ruleOf, type Lexicon } from './lexicon.ts'
import { economiesIn } from './namings.ts'
import type { Found, FoundMention, Judge, PageContext } from './types.ts'

/**
 * What each of `texts` holds, which are blocks of one page or pieces of them; null where no term was met. Each is decided by
 * itself and by `page`: whether one vouches for another depends on where they stand. A text that cannot be read counts as
 * empty, and is told to `onError`.
 */
export function findIn(
  lexicon: Lexicon,
  texts: readonly string[],
  page: PageContext,
  judge: Judge,
  onError: (error: unknown) => void,
): (Found | null)[] {
  return texts.map((text) => {
    try {
      return foundIn(lexicon, text, page, judge)
    } catch (error) {
      onError(error)
      return null
    }
  })
}

function foundIn(lexicon: Lexicon, text: string, page: PageContext, judge: Judge): Found | null {
  const candidates = candidatesIn(lexicon, text)
  if (candidates.length === 0) return null
  const strong = strongCategories(lexicon, text, candidates)
  const mentions = decide(lexicon, text, candidates, { ...page, strong: new Set([...page.strong, ...strong]) }, judge)
  const namings = mentions.length > 0 ? economiesIn(lexicon, text) : []
  return {
    mentions: mentions.map((mention) => ({
      ...mention,
      economy: economyOfSentence(lexicon, text, mention.start, mention.end, namings),
    })),
    strong: [...strong],
    isDoubtful: candidates.some(({ term }) => term.rule !== ''),
  }
}

/** The longest term in `text`, whatever its context, for a reader who asks about it; null where there is none. */
export function findAsked(lexicon: Lexicon, text: string): FoundMention | null {
  const [longest] = candidatesIn(lexicon, text)
    .filter(({ term }) => !ruleOf(lexicon, term).isNever)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  if (longest === undefined) return null
  const { start, end, term } = longest
  const { entry, category, confidence, form, rule } = term
  const economy = economyOfSentence(lexicon, text, start, end, economiesIn(lexicon, text))
  return { start, end, text: text.slice(start, end), category, entry, confidence, term: form, rule, economy }
}
