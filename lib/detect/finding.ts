/** Finding: what texts of one page hold, in a form that messages carry, so that no page has to search for itself. */

import { candidatesIn, decide, strongCategories } from './detect.ts'
import { economyOfSentence } from './economy.ts'
import { ruleOf, type Lexicon } from './lexicon.ts'
import { economiesIn } from './namings.ts'
import type { Category, Found, FoundMention, Judge, PageContext } from './types.ts'
import type { Candidate } from './weigh.ts'

/**
 * What each of `texts` holds, which are blocks of one page or pieces of them; null where no term was met. They vouch for one
 * another: each is decided as on a page with the strong categories of `page` and of all of them. A text that cannot be read
 * counts as empty, and is told to `onError`.
 */
export function findIn(
  lexicon: Lexicon,
  texts: readonly string[],
  page: PageContext,
  judge: Judge,
  onError: (error: unknown) => void,
): (Found | null)[] {
  const trying = <Result>(work: () => Result, otherwise: Result): Result => {
    try {
      return work()
    } catch (error) {
      onError(error)
      return otherwise
    }
  }
  const met = texts.map((text) => trying(() => meet(lexicon, text), { text, candidates: [], strong: [] }))
  const strong = new Set([...page.strong, ...met.flatMap((each) => each.strong)])
  return met.map((each) =>
    each.candidates.length === 0 ? null : trying(() => foundIn(lexicon, each, { ...page, strong }, judge), null),
  )
}

/** A text with the terms met in it, and the categories that it is strong in by itself. */
interface Met {
  text: string
  candidates: readonly Candidate[]
  strong: readonly Category[]
}

function meet(lexicon: Lexicon, text: string): Met {
  const candidates = candidatesIn(lexicon, text)
  return { text, candidates, strong: [...strongCategories(lexicon, text, candidates)] }
}

function foundIn(lexicon: Lexicon, { text, candidates, strong }: Met, page: PageContext, judge: Judge): Found {
  const mentions = decide(lexicon, text, candidates, page, judge)
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
