/** Finding: what texts of one page hold, in a form that messages carry, so that no page has to search for itself. */

import { candidatesIn, decide, strongCategories } from './detect.ts'
import { economiesIn, economyOfSentence } from './economy.ts'
import type { Lexicon } from './lexicon.ts'
import type { Found, FoundMention, Judge, PageContext } from './types.ts'

/**
 * What each of `texts` holds, which are blocks of one page or pieces of them; null where no term was met. They vouch for one another:
 * each is decided as on a page with the strong categories of `page` and of all of them.
 */
export function findIn(lexicon: Lexicon, texts: readonly string[], page: PageContext, judge: Judge): (Found | null)[] {
  const met = texts.map((text) => {
    const candidates = candidatesIn(lexicon, text)
    return { text, candidates, strong: strongCategories(candidates) }
  })
  const strong = new Set([...page.strong, ...met.flatMap((each) => [...each.strong])])
  return met.map(({ text, candidates, strong: own }) => {
    if (candidates.length === 0) return null
    const mentions = decide(lexicon, text, candidates, { ...page, strong }, judge)
    const namings = mentions.length > 0 ? economiesIn(lexicon, text) : []
    return {
      mentions: mentions.map((mention) => ({
        ...mention,
        economy: economyOfSentence(lexicon, text, mention.start, mention.end, namings),
      })),
      strong: [...own],
      isDoubtful: candidates.some(({ term }) => term.rule !== ''),
    }
  })
}

/** The longest term in `text`, whatever its context, for a reader who asks about it; null where there is none. */
export function findAsked(lexicon: Lexicon, text: string): FoundMention | null {
  const [longest] = candidatesIn(lexicon, text)
    .filter(({ term }) => term.rule !== 'never')
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  if (longest === undefined) return null
  const { start, end, term } = longest
  const { entry, category, confidence, form, rule } = term
  const economy = economyOfSentence(lexicon, text, start, end, economiesIn(lexicon, text))
  return { start, end, text: text.slice(start, end), category, entry, confidence, term: form, rule, economy }
}
