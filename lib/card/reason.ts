/** Why a text was marked, in words a reader understands: the dataset's term, what its rule asks, and how sure it is. Pure. */

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

/** What a rule's words ask (`detect/rule.ts`), one sentence each. By their names: to parse rules would be more to load on every page. */
const DEMANDS: [MessageKey, names: string][] = [
  ['rule_case', 'case'],
  ['rule_alone', 'alone'],
  ['rule_quoted', 'quoted'],
  ['rule_yields', 'yields'],
  ['rule_near', 'near'],
  ['rule_needs', 'needs'],
  ['rule_not', 'not unless'],
  ['rule_title', 'title'],
  ['rule_judge', 'judge'],
]

/** Letters that only a pattern has (`detect/pattern-source.ts`). */
const IS_PATTERN = /[()[\]{}*+?~]/

/** `locale` (BCP 47) writes the confidence. */
export function reasonOf(
  { text, term, rule, confidence }: Pick<Mention, 'text' | 'term' | 'rule' | 'confidence'>,
  t: Translate,
  locale: string,
): Reason {
  const asked = rule.split(/:\S+| /)
  return {
    text,
    term: IS_PATTERN.test(term) ? t('card_why_paraphrase', { text }) : term,
    rule: DEMANDS.filter(([, names]) => asked.some((name) => names.split(' ').includes(name))).map(([key]) => t(key)),
    confidence: confidence.toLocaleString(locale, { style: 'percent' }),
  }
}
