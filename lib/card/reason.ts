/** Why a text was marked, in words a reader understands: the dataset's term, what its rule asks, and how sure it is. Pure. */

import { NO_RULE, parseRule, type Rule } from '../detect/rule.ts'
import type { Mention } from '../detect/types.ts'
import type { MessageKey, Translate } from '../i18n/t.ts'

export interface Reason {
  /** The words of the page. */
  text: string
  /** The term of the dataset that they match. */
  term: string
  /** What the rule asks of the words and what is around them, a sentence each; none where it asks nothing. */
  rule: string[]
  /** In the reader's notation, e.g. "95%". */
  confidence: string
}

/** Each demand of a rule in one sentence, in the order in which they are told. */
const DEMANDS: [MessageKey, (rule: Rule) => boolean][] = [
  ['rule_case', ({ matchesCase }) => matchesCase],
  ['rule_alone', ({ standsAlone }) => standsAlone],
  ['rule_quoted', ({ isQuoted }) => isQuoted],
  ['rule_yields', ({ yields }) => yields],
  ['rule_near', ({ near }) => near.length > 0],
  ['rule_needs', ({ needs }) => needs.length > 0],
  ['rule_not', ({ not, unless }) => not.length + unless.length > 0],
  ['rule_title', ({ title }) => title.length > 0],
  ['rule_judge', ({ judge }) => judge !== null],
]

/** Letters that only a pattern has (`detect/pattern-source.ts`). */
const IS_PATTERN = /[()[\]{}*+?~]/

/** `locale` (BCP 47) writes the confidence. */
export function reasonOf(
  { text, term, rule, confidence }: Pick<Mention, 'text' | 'term' | 'rule' | 'confidence'>,
  t: Translate,
  locale: string,
): Reason {
  const demanded = { ...NO_RULE, ...parseRule(rule) }
  return {
    text,
    term: IS_PATTERN.test(term) ? t('card_why_paraphrase', { text }) : term,
    rule: DEMANDS.filter(([, asks]) => asks(demanded)).map(([key]) => t(key)),
    confidence: confidence.toLocaleString(locale, { style: 'percent' }),
  }
}
