/** Figures in words: the sentence that a reader understands, for every measure that can be a headline. */

import { WORLD } from '../dataset/answering.ts'
import type { Headline } from '../dataset/headline.ts'
import { MATERIAL_KINDS, STATE_MEASURES } from '../dataset/measures.ts'
import type { FigureRow } from '../dataset/types.ts'
import { formatPeriod, formatRange } from '../i18n/numbers.ts'
import type { MessageKey, Translate } from '../i18n/t.ts'

/** What turning figures into words needs. */
export interface Wording {
  t: Translate
  /** BCP 47 locale for numbers and dates. */
  locale: string
  /** Names of economies inside a sentence, by code. */
  economies: Readonly<Record<string, string>>
  /** Names by themselves, as beside a bar. */
  names?: Readonly<Record<string, string>>
  /** Names for little room, of economies that have one, by code. */
  brief?: Readonly<Record<string, string>>
}

const SENTENCES: Record<string, [now: MessageKey, past?: MessageKey]> = {
  'import-share': ['figure_import_share', 'figure_import_share_past'],
  'net-import-reliance': ['figure_net_import_reliance', 'figure_net_import_reliance_past'],
  'refining-share': ['figure_refining_share', 'figure_refining_share_past'],
  'mine-share': ['figure_mine_share', 'figure_mine_share_past'],
  'magnet-share': ['figure_magnet_share', 'figure_magnet_share_past'],
  'states-with-formal-ties': ['figure_states_with_formal_ties', 'figure_states_with_formal_ties_past'],
  'participating-states': ['figure_participating_states'],
  'contiguous-zone-days': ['figure_contiguous_zone_days'],
  'production-share': ['figure_production_share'],
  'import-value': ['figure_import_value'],
  'trade-balance': ['figure_trade_balance'],
  'entities-listed': ['figure_entities_listed'],
}

/** Entries of whose count the label alone, "Articles: 50", would say too little. */
const SENTENCES_OF_COUNT: Record<string, MessageKey> = {
  'china-dual-use-regulations': 'figure_articles',
}

/** Where the value is nothing at all. */
const SENTENCES_OF_NONE: typeof SENTENCES = {
  'net-import-reliance': ['figure_net_exporter', 'figure_net_exporter_past'],
}

/** With its first letter as at the beginning of a sentence. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A whole that is said with a doubt. */
const isNearlyAll = ({ unit, value }: FigureRow) => unit === '%' && value !== null && value >= 99.5

/** Qualifiers by which a whole becomes "almost all". */
const DOUBTS: ReadonlySet<FigureRow['qualifier']> = new Set(['about', 'at-least', 'estimate'])

/** Nothing on balance: a share cannot be less, and a source that says "at most" of it means a net exporter. */
const isNone = ({ unit, value }: FigureRow) => unit === '%' && value === 0

/** One row's value with its qualifier in words: a stored 100 with "about" is "almost all", never "100%". */
export function valueInWords(row: FigureRow, { t, locale }: Wording): string {
  const value = formatRange(row.low ?? (row.value as number), row.high ?? (row.value as number), row.unit, locale)
  if (isNearlyAll(row) && DOUBTS.has(row.qualifier)) return t('value_almost_all')
  switch (row.qualifier) {
    case 'about':
      return joined(t('value_about', { value }), locale)
    case 'at-least':
      return joined(t('value_at_least', { value }), locale)
    case 'at-most':
      return isNone(row) ? value : joined(t('value_at_most', { value }), locale)
    case 'estimate':
      return t('value_estimate', { value })
    default:
      return value
  }
}

/** The headline's value, e.g. "60–72%", "about 90%", "almost all". Rows that disagree give low to high. */
export function headlineValue(headline: Headline, wording: Wording): string {
  const [first] = headline.figures
  if (!headline.sourcesDiffer) return valueInWords(first, wording)
  return formatRange(headline.low, headline.high, headline.unit, wording.locale)
}

/** The same to be set large: an estimate is a bare number there, and the sentence below says what it is. */
export const headlineNumber = (headline: Headline, wording: Wording): string =>
  headline.sourcesDiffer ? headlineValue(headline, wording) : numberInWords(headline.figures[0], wording)

/** One row's value without the word for an estimate, unless it is all of a thing. */
export const numberInWords = (row: FigureRow, wording: Wording): string =>
  valueInWords(row.qualifier === 'estimate' && !isNearlyAll(row) ? { ...row, qualifier: 'exact' } : row, wording)

/** In running text a bare year wants its word in East Asia. */
const YEAR_WORDS: readonly (readonly [locale: string, word: string])[] = [
  ['ja', '年'],
  ['zh', '年'],
  ['ko', '년'],
]

/** The headline's period as a sentence has it: "2024", 2024年. '' where the source states none. */
export const headlinePeriod = ({ figures: [first] }: Headline, wording: Wording): string =>
  periodInWords(first, wording)

/** A row's period in the same way. */
export function periodInWords(row: FigureRow, { locale }: Wording): string {
  const period = formatPeriod(row, locale)
  const [, word = ''] = YEAR_WORDS.find(([prefix]) => locale.startsWith(prefix)) ?? []
  return /^\d{4}(?:[–〜~]\d{4})?$/.test(period) ? period + word : period
}

/** The entry's name inside a sentence: English writes materials small, Japanese without the second name in brackets. */
export function entryInSentence(name: string, kind: string, locale: string): string {
  if (!MATERIAL_KINDS.has(kind)) return name
  if (locale.startsWith('en')) return name.charAt(0).toLowerCase() + name.slice(1)
  return locale.startsWith('ja') ? name.replace(/（[^）]*）$/, '') : name
}

/** An economy's name by itself, as beside a bar. */
export const nameOf = (code: string, { names = {}, economies }: Wording): string =>
  names[code] ?? economies[code] ?? code

const folded = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** True where a label says by itself whose figure it is, by name or by a word made of it: Japan’s, japonaises, japonesas. */
export function isNamedIn(label: string, name: string): boolean {
  const isSpelt = /^\p{Script=Latin}{5}/u.test(name)
  return folded(label).includes(folded(isSpelt ? name.slice(0, Math.min(6, name.length - 1)) : name))
}

/**
 * What stands before a name or share put in: "de" + "les États-Unis" and "nach" + "die Schweiz" become one, and a Spanish share
 * has an article, "suministra el 71 %", "cerca del 66 %".
 */
const JOINED: readonly (readonly [language: string, before: RegExp, after: string])[] = [
  ['es', /(?<!\bd?el) (?=\d[\d.,–]*\s%)/g, ' el '],
  ['fr', /\bde le /g, 'du '],
  ['fr', /\bde les /g, 'des '],
  ['es', /\bde el /g, 'del '],
  ['de', /\bnach die /g, 'in die '],
]

const joined = (sentence: string, locale: string): string =>
  JOINED.reduce(
    (text, [language, before, after]) => (locale.startsWith(language) ? text.replace(before, after) : text),
    sentence,
  )

/** The headline as a sentence; in the past tense where `isPast` (the figure is old, or of the article's own time). */
export function headlineSentence(headline: Headline, kind: string, isPast: boolean, wording: Wording): string {
  const { t, economies, locale } = wording
  const [first] = headline.figures
  const value = headlineValue(headline, wording)
  const values = {
    economy: economies[headline.reporter] ?? headline.reporter,
    partner: economies[headline.partner] ?? headline.partner,
    name: nameOf(headline.reporter, wording),
    from: nameOf(headline.partner, wording),
    value,
    // An event or a law is not bought; its rows say what is.
    entry: MATERIAL_KINDS.has(kind) ? entryInSentence(headline.entryName, kind, locale) : first.commodity,
    period: headlinePeriod(headline, wording),
    label: first.label,
  }
  const [now, past] =
    (headline.high === 0 && SENTENCES_OF_NONE[headline.measure]) ||
    SENTENCES[headline.measure] ||
    (headline.measure === 'count' && [SENTENCES_OF_COUNT[headline.entry]]) ||
    []
  if (now) return capital(joined(t(isPast && past ? past : now, values), locale))
  const isNamed =
    headline.reporter === WORLD || STATE_MEASURES.has(headline.measure) || isNamedIn(first.label, values.name)
  return capital(t(isNamed ? 'figure_labelled' : 'figure_labelled_of', values))
}
