/** Compiles the figures of a card: every headline that it can open on, in words, with readings and charts. Pure. */

import { Distinct } from '../detect/distinct.ts'
import { SUPPLIER } from '../detect/types.ts'
import { WORLD } from '../dataset/answering.ts'
import type { CardFacts } from '../dataset/facts.ts'
import { freshUntil, presentUntil } from '../dataset/freshness.ts'
import { headlineSteps, laterSteps, readingsOf, type Headline, type HeadlineStep } from '../dataset/headline.ts'
import { NO_COMMODITY } from '../dataset/localised.ts'
import { MATERIAL_KINDS, STATE_MEASURES } from '../dataset/measures.ts'
import type { FigureRow } from '../dataset/types.ts'
import { formatPeriod } from '../i18n/numbers.ts'
import type { MessageKey } from '../i18n/t.ts'
import { chartSteps, seriesFor } from './chart-points.ts'
import {
  entryInSentence,
  headlineNumber,
  headlinePeriod,
  headlineSentence,
  valueInWords,
  type Wording,
} from './in-words.ts'
import type { Answer, AnswerStep, StoredCard, StoredReading } from './stored.ts'
import { toldAs } from './told.ts'

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
/** The place of a source among those of the card, by its id. */
export type SourceAt = (id: string) => number

/** How many of the steps by the day of reading are kept: the reader's today is past all of them, or past all but the last. */
const LATEST = 2

/** Others report another value, whether it makes the headline or not. */
const isDoubted = ({ sourcesDiffer, figures: [first] }: Headline): boolean =>
  sourcesDiffer || first.confidence === 'conflicting'

/** Every headline that the entry of `facts` can have, for whom and from when; readings and charts are shared between them. */
export function compileFigures(
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
  // What is answered on a later day is an answer too, so both lists grow while they are gone through, place by place alike.
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
  const as = headline.measure === 'import-share' ? 'bought' : toldAs(first)
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
    ...(as && !headline.isStandIn && { as }),
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
