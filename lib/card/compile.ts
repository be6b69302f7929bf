/** Compiles the facts of an entry into a card as stored: chooses, words and orders once, at install, what pages then pick from. Pure. */

import { Distinct } from '../detect/distinct.ts'
import { SUPPLIER, type ArticleNumber } from '../detect/types.ts'
import type { CardFacts } from '../dataset/facts.ts'
import { freshUntil, presentUntil } from '../dataset/freshness.ts'
import { WORLD } from '../dataset/answering.ts'
import { NO_COMMODITY } from '../dataset/localised.ts'
import { headlineSteps, laterSteps, readingsOf, type Headline, type HeadlineStep } from '../dataset/headline.ts'
import { MATERIAL_KINDS, STATE_MEASURES } from '../dataset/measures.ts'
import type { FigureRow } from '../dataset/types.ts'
import { formatDate, formatPeriod } from '../i18n/numbers.ts'
import type { MessageKey } from '../i18n/t.ts'
import { chartSteps, seriesFor } from './chart-points.ts'
import {
  entryInSentence,
  headlineNumber,
  headlinePeriod,
  headlineSentence,
  headlineValue,
  valueInWords,
  type Wording,
} from './in-words.ts'
import { namedSource } from './named-source.ts'
import type { Answer, AnswerStep, EntryLink, NamedSource, Passage, StoredCard, StoredReading } from './stored.ts'

/** Finds the entries that a text of a card names; none of them is the card's own. */
export type FindLinks = (text: string) => EntryLink[]

const STANDING: Record<FigureRow['confidence'], MessageKey> = {
  primary: 'standing_primary',
  secondary: 'standing_secondary',
  conflicting: 'standing_conflicting',
}
const BASIS: Record<string, MessageKey> = {
  weight: 'reading_basis_weight',
  value: 'reading_basis_value',
  content: 'reading_basis_content',
}
/** What measures a share in an article may be set beside: a share of the same thing only. */
const COMPARABLE: Record<string, ArticleNumber['of']> = {
  'import-share': 'bought',
  'mine-share': 'mined',
  'refining-share': 'refined',
  'magnet-share': 'mined',
}

/** A range that stands late in its line, where browsers would break after the dash: "60–" and "72%". */
const unbroken = (value: string) => value.replaceAll(/[–〜~]/g, '$&\u2060')

/** The place of a source among those of the card, by its id. */
type SourceAt = (id: string) => number

/** The card of `facts` in the words of `wording`; `linksIn` finds other entries in its texts. */
export function compileCard(facts: CardFacts, wording: Wording, linksIn: FindLinks = () => []): StoredCard {
  const { t, locale } = wording
  const sources = new Distinct<NamedSource>()
  const sourceAt: SourceAt = (id) => sources.of(id, () => namedSource(facts.sources, id, locale))
  // An entry is linked where it is first named, and nowhere else on the card.
  const linked = new Set([facts.id])
  const passage = ({ text, sources: ids }: { text: string; sources: readonly string[] }): Passage =>
    passageOf(
      text,
      linksIn(text).filter(([, , entry]) => !linked.has(entry) && linked.add(entry)),
      ids.flatMap((id) => (facts.sources[id] ? [sourceAt(id)] : [])),
    )
  const field = (...names: string[]) =>
    names.flatMap((name) => facts.statements.filter((statement) => statement.field === name)).map(passage)
  const summary = field('summary')
  const [why = null] = field('why')
  const controls = field('controls', 'codes')
  const events = facts.events.map(({ date, text, source }) => ({
    ...passage({ text, sources: [source] }),
    date,
    when: formatDate(date, locale, 'short'),
  }))
  const positions = facts.positions.map((position) => ({
    ...passage(position),
    party: t(`party_${position.party}` as MessageKey),
  }))
  const [trap] = field('trap')
  return {
    id: facts.id,
    category: facts.category,
    title: facts.title,
    otherNames: facts.otherNames,
    summary,
    why,
    controls,
    more: field('uses', 'more'),
    trap: trap ? inOneLine(trap, locale) : null,
    events,
    positions,
    isMaterial: MATERIAL_KINDS.has(facts.kind),
    ...figuresOf(facts, wording, sourceAt),
    sources: sources.list,
    edition: facts.edition,
  }
}

const passageOf = (text: string, links: EntryLink[], sources: number[]): Passage => ({
  text,
  ...(links.length > 0 && { links }),
  ...(sources.length > 0 && { sources }),
})

/** A sentence that says less than this (UTF-16 units) needs the next. */
const LINE = 30
/** What ends so ends no sentence, whatever the segmenter says: "vom 1. Dezember", an opening 「. */
const IS_OPEN = /(?:\b\d{1,2}\.\s*|[「『“„（(《«])$/u

/** A passage's first sentence, and the rest; the rest carries the sources where there is one. */
function inOneLine({ text, links = [], sources = [] }: Passage, locale: string): [Passage, Passage | null] {
  let end = 0
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text))
    if (end < LINE || IS_OPEN.test(text.slice(0, end))) end += segment.length
  const line = text.slice(0, end).trimEnd()
  const isAll = line.length >= text.trimEnd().length
  const inLine = links.filter(([, to]) => to <= end)
  if (isAll) return [passageOf(line, inLine, sources), null]
  const inRest = links
    .filter(([from]) => from >= end)
    .map(([from, to, entry]): EntryLink => [from - end, to - end, entry])
  return [passageOf(line, inLine, []), passageOf(text.slice(end), inRest, sources)]
}

/** Who reads is past all turns but the last, or lives in the year before it. */
const LATEST = 2

/** Others report another value, whether it makes the headline or not. */
const isDoubted = ({ sourcesDiffer, figures: [first] }: Headline): boolean =>
  sourcesDiffer || first.confidence === 'conflicting'

/** Every headline that the entry can have, for whom and from when; readings and charts are shared between them. */
function figuresOf(
  facts: CardFacts,
  wording: Wording,
  sourceAt: SourceAt,
): Pick<StoredCard, 'economies' | 'answers' | 'readings' | 'charts'> {
  const answers = new Distinct<Answer>()
  const headlines: Headline[] = []
  const readings = new Distinct<StoredReading[]>()
  const charts = new Distinct<StoredCard['charts'][number]>()
  const answerOf = (headline: Headline): number => {
    const { entry, measure, reporter, partner } = headline
    const question = [entry, measure, reporter, partner].join(' ')
    const ids = new Set(headline.figures.map(({ id }) => id))
    const isChosen = ({ id }: { id: string }) => ids.has(id)
    return answers.of([...ids].join(), () => {
      headlines.push(headline)
      // Whose figure only stands in has its own card for the rest; a doubt is explained wherever it is told.
      const isBrief = headline.isStandIn && !isDoubted(headline)
      const rows = isBrief ? headline.figures : readingsOf(facts, headline)
      const series = seriesFor(facts.figures, headline)
      const steps = series
        ? chartSteps(series, isChosen, wording, (chart) => charts.of(JSON.stringify(chart), () => chart))
        : []
      return {
        ...inWords(headline, facts, wording),
        readings: readings.of(isBrief ? [...ids].join() : question, () =>
          rows.map((row) => readingOf(row, wording, sourceAt(row.source_id))),
        ),
        chosen: rows.flatMap((row, at) => (isChosen(row) ? [at] : [])),
        ...(steps.length > 0 && { charts: steps }),
        sources: sourcesInOrder(headline.figures, facts, sourceAt),
      }
    })
  }
  const inPlaces = (steps: readonly HeadlineStep[]) =>
    steps.map(({ from, headline }): AnswerStep => [from, headline === null ? -1 : answerOf(headline)])
  const stepsOf = (economy: string, isOld: boolean) => inPlaces(headlineSteps(facts, economy, isOld))
  const economies: StoredCard['economies'] = {}
  for (const economy of new Set([WORLD, ...facts.figures.flatMap(({ reporter, partner }) => [reporter, partner])])) {
    if (economy === SUPPLIER) continue
    const steps: [AnswerStep[], AnswerStep[]] = [stepsOf(economy, false), stepsOf(economy, true)]
    // Who has no figure, or the world's, needs no steps of their own.
    const isOwn = JSON.stringify(steps) !== JSON.stringify(economies[WORLD])
    if (economy === WORLD || (isOwn && steps.flat().some(([, answer]) => answer >= 0))) economies[economy] = steps
  }
  // Answers of later days are answers too, so the list grows while it is read; what is pushed first stands first in both.
  for (const [at, headline] of headlines.entries()) {
    const later = inPlaces(laterSteps(facts, headline).slice(-LATEST))
    const isElsewhere = Object.values(economies).some(
      ([recent, old]) =>
        [...recent, ...old].some(([, answer]) => answer === at) && recent.at(-1)?.[1] !== later.at(-1)?.[1],
    )
    if (isElsewhere) (answers.list[at] as Answer).later = later
  }
  return { economies, answers: answers.list, readings: readings.list, charts: charts.list }
}

/** Official and primary sources first, who only reports second, logs of broadcasts last. */
function sourcesInOrder(rows: readonly FigureRow[], facts: CardFacts, sourceAt: SourceAt): number[] {
  const rank = ({ confidence, source_id }: FigureRow) => {
    const source = facts.sources[source_id]
    if (source?.publisher.includes('(TV log)')) return 3
    return confidence === 'primary' ? 0 : source?.url.startsWith('https://') ? 1 : 2
  }
  const known = rows.filter(({ source_id }) => facts.sources[source_id])
  return [...new Set(known.toSorted((a, b) => rank(a) - rank(b)).map(({ source_id }) => sourceAt(source_id)))]
}

function inWords(
  headline: Headline,
  facts: CardFacts,
  wording: Wording,
): Omit<Answer, 'sources' | 'readings' | 'chosen' | 'charts'> {
  const { t, locale } = wording
  const [first] = headline.figures
  const kind = [...facts.lineage, ...facts.related].find(({ id }) => id === headline.entry)?.kind ?? facts.kind
  const [sentence, past] = [false, true].map((isPast) => headlineSentence(headline, kind, isPast, wording)) as [
    string,
    string,
  ]
  const of = COMPARABLE[headline.measure]
  const notes = [
    ...(headline.isStandIn ? [t('figure_stand_in', { entry: entryInSentence(headline.entryName, kind, locale) })] : []),
    ...(first.period_end === '' ? [t('figure_undated')] : []),
  ]
  return {
    value: headlineNumber(headline, wording),
    sentence,
    ...(past !== sentence && { past }),
    period: headlinePeriod(headline, wording),
    standing: headline.sourcesDiffer ? t('sources_differ') : t(STANDING[first.confidence]),
    ...(isDoubted(headline) && { differs: true }),
    // A share of another thing is not set beside one of this.
    ...(of &&
      !headline.isStandIn && {
        beside: { of, value: unbroken(headlineValue(headline, wording)) },
      }),
    // A state of things is nobody's dependence.
    ...(headline.isStandIn &&
      !MATERIAL_KINDS.has(facts.kind) &&
      !STATE_MEASURES.has(headline.measure) && { reporter: headline.reporter }),
    ...(notes.length > 0 && { notes }),
    ...(freshUntil(first) && { freshUntil: freshUntil(first) }),
    ...(presentUntil(first) !== freshUntil(first) && { presentUntil: presentUntil(first) }),
  }
}

function readingOf(row: FigureRow, wording: Wording, source: number): StoredReading {
  const { t, locale } = wording
  const basis = BASIS[row.basis]
  const details = [
    row.commodity !== NO_COMMODITY && row.commodity,
    basis && t(basis),
    row.scope === 'part' && t('reading_part'),
    row.superseded === 'yes' && t('reading_superseded'),
  ]
  return {
    id: row.id,
    value: row.value === null && row.low === null ? row.label : valueInWords(row, wording),
    period: formatPeriod(row, locale),
    details: details.filter(Boolean).join(' · '),
    source,
    locator: row.locator,
  }
}
