/** Context rules: what a term asks of its surroundings, parsed from the `rule` column of `terms`. */

export interface Rule {
  /** The text must be written as the term is, capitals included. */
  matchesCase: boolean
  /** The term is known and is no mention; it silences what it covers. */
  isNever: boolean
  /** Gives way where a term of its entry that does not yield itself stands across it: it is the least specific pattern. */
  yields: boolean
  /** What it asks for may stand in its own words: a clause that tells an event says where and when. */
  isWhole: boolean
  /** Nothing may follow that makes the term the beginning of another word (scripts without spaces). */
  standsAlone: boolean
  /** Counts only between quotation marks. */
  isQuoted: boolean
  /**
   * Word lists that make a title of a term in quotation marks or, in English, capitals: bands, novels, hypotheses; of `a/b` not
   * in a headline that writes all in capitals where one of `b` stands near.
   */
  title: string[]
  /** Word lists of which a form must stand in the sentence or beside it. */
  near: string[]
  /** Word lists of which a form must stand near, or else the page must be about it. */
  needs: string[]
  /** Word lists of which no form may stand in the sentence; of `a/b` none of `a` where none of `b` does. */
  not: string[]
  /** Word lists of which no form may stand in the sentence or beside it; of `a/b` none of `a` where none of `b` is as near. */
  unless: string[]
  /** A second look is due where no form of these lists stands in the sentence or beside it; always where it is `[]`; never where null. */
  judge: string[] | null
}

/** A rule that asks for nothing. */
export const NO_RULE: Readonly<Rule> = {
  matchesCase: false,
  isNever: false,
  yields: false,
  isWhole: false,
  standsAlone: false,
  isQuoted: false,
  title: [],
  near: [],
  needs: [],
  not: [],
  unless: [],
  judge: null,
}

/**
 * Parses the `rule` column, e.g. "case needs:supply not:grid", into what differs from {@link NO_RULE}.
 * Throws an Error naming an unknown word.
 */
export function parseRule(source: string): Partial<Rule> {
  const rule: Partial<Rule> = {}
  for (const word of source.split(' ').filter(Boolean)) {
    const [name, set] = word.split(':')
    if (word === 'case') rule.matchesCase = true
    else if (word === 'never') rule.isNever = true
    else if (word === 'yields') rule.yields = true
    else if (word === 'whole') rule.isWhole = true
    else if (word === 'alone') rule.standsAlone = true
    else if (word === 'quoted') rule.isQuoted = true
    else if (name === 'judge') rule.judge = [...(rule.judge ?? []), ...(set ? [set] : [])]
    else if (set && (name === 'near' || name === 'needs' || name === 'not' || name === 'unless' || name === 'title'))
      rule[name] = [...(rule[name] ?? []), set]
    else throw new Error(`unknown rule "${word}"`)
  }
  return rule
}

/** True where a rule asks for nothing to be there, only for certain things not to be. */
export const asksForNothing = ({ matchesCase, isNever, standsAlone, isQuoted, near, needs, judge }: Rule): boolean =>
  !matchesCase && !isNever && !standsAlone && !isQuoted && near.length + needs.length === 0 && judge === null

/** The word lists that a rule names. */
export const listsOf = ({ title = [], near = [], needs = [], not = [], unless = [], judge }: Partial<Rule>): string[] =>
  [...title, ...near, ...needs, ...not, ...unless, ...(judge ?? [])].flatMap((set) => set.split('/'))
