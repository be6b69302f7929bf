/** The card's content, ready to render: every text in the reader's language, every citation numbered. Pure. */

import type { ArticleNumber, Category } from '../detect/types.ts'
import { eventsAround, type CardFacts } from '../dataset/facts.ts'
import { addMonths, isStale } from '../dataset/freshness.ts'
import { chooseHeadline, readingsOf, type Headline } from '../dataset/headline.ts'
import type { Economy, FigureRow, IsoDate } from '../dataset/types.ts'
import { formatDate, formatPeriod } from '../i18n/numbers.ts'
import { categoryKey } from '../i18n/categories.ts'
import type { MessageKey } from '../i18n/t.ts'
import { chartOf, type Chart } from './chart.ts'
import {
  comparison,
  entryInSentence,
  headlinePeriod,
  headlineSentence,
  headlineNumber,
  valueInWords,
  type Wording,
} from './in-words.ts'

/** What a mention adds to the facts of its entry. */
export interface CardRequest {
  /** Whose dependence to show; `WLD` where nothing names one. */
  economy: Economy
  /** Date of the article, or null where the page states none. */
  articleDate: IsoDate | null
  today: IsoDate
  /** The article's own number tied to the mention. */
  number: ArticleNumber | null
}

export interface NamedSource {
  publisher: string
  title: string
  published: string
  /** Only https addresses are links; others are named as text. */
  url: string | null
}

export interface Source extends NamedSource {
  /** 1-based, in order of first citation. */
  number: number
}

export interface Cited {
  text: string
  citations: Source[]
}

export interface Reading {
  id: string
  value: string
  period: string
  /** Basis, scope and edition, where they matter. */
  details: string
  source: NamedSource
  locator: string
  /** True for the rows that make the headline. */
  isChosen: boolean
}

export interface FigureView {
  /** Large: "60–72%". */
  value: string
  sentence: string
  period: string
  standing: string
  /** Why to read it with care: stale, another entry's, the world's. */
  notes: string[]
  /** "Today: …", where the headline is of the article's own time. */
  now: string | null
  sources: Source[]
  sourcesDiffer: boolean
  readings: Reading[]
  chart: Chart | null
  /** "This article: 60%" and "dataset: 60–72% (2024, sources differ)". */
  comparison: [article: string, dataset: string] | null
}

export interface CardModel {
  entry: string
  category: Category
  categoryLabel: string
  title: string
  otherNames: string
  /** What it is, in one or two sentences. */
  context: Cited[]
  figure: FigureView | null
  /** Why it is in the news. */
  why: Cited | null
  events: (Cited & { date: string })[]
  eventsHeading: string
  positions: (Cited & { party: string })[]
  trap: Cited | null
  sources: Source[]
  edition: string
}

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

const named = ({ publisher, title, published, url }: CardFacts['sources'][string]): NamedSource => ({
  publisher,
  title,
  published,
  url: url.startsWith('https://') ? url : null,
})

/** Numbers sources in the order in which they are first cited. */
class Citations {
  readonly #byId = new Map<string, Source>()
  readonly #sources: CardFacts['sources']

  constructor(sources: CardFacts['sources']) {
    this.#sources = sources
  }

  of(id: string): Source[] {
    const known = this.#byId.get(id)
    if (known) return [known]
    const row = this.#sources[id]
    if (!row) return []
    const source = { number: this.#byId.size + 1, ...named(row) }
    this.#byId.set(id, source)
    return [source]
  }

  all(): Source[] {
    return [...this.#byId.values()]
  }
}

/** Builds the card of an entry for one mention, in the reader's words. */
export function buildCard(facts: CardFacts, request: CardRequest, wording: Wording): CardModel {
  const { t, locale } = wording
  const citations = new Citations(facts.sources)
  const cite = (ids: readonly string[]) => ids.flatMap((id) => citations.of(id))
  const cited = ({ text, sources }: { text: string; sources: readonly string[] }): Cited => ({
    text,
    citations: cite(sources),
  })
  const date = request.articleDate ?? request.today
  const field = (name: string) => facts.statements.filter((statement) => statement.field === name)
  // Sources are numbered in reading order, so each part is built in the order in which the card shows it.
  const context = field('summary').map(cited)
  const figure = figureView(facts, request, date, wording, citations)
  const why = field('why').map(cited)[0] ?? null
  const events = eventsAround(facts.events, date)
  return {
    entry: facts.id,
    category: facts.category,
    categoryLabel: t(categoryKey(facts.category)),
    title: facts.title,
    otherNames: facts.otherNames,
    context,
    figure,
    why,
    events: events.map((event) => ({
      date: formatDate(event.date, locale, 'short'),
      text: event.text,
      citations: cite([event.source]),
    })),
    eventsHeading: t(eventsHeading(events, request.articleDate)),
    positions: facts.positions.map((position) => ({
      party: t(`party_${position.party}` as MessageKey),
      ...cited(position),
    })),
    trap: field('trap').map(cited)[0] ?? null,
    sources: citations.all(),
    edition: facts.edition,
  }
}

/** "Around this date" only where something happened within a year of the article. */
function eventsHeading(events: readonly { date: string }[], articleDate: IsoDate | null): MessageKey {
  if (articleDate === null) return 'events_heading_undated'
  const isNear = events.some(
    ({ date }) => date >= addMonths(articleDate, -12).slice(0, date.length) && date <= addMonths(articleDate, 12),
  )
  return isNear ? 'events_heading' : 'events_heading_far'
}

function figureView(
  facts: CardFacts,
  request: CardRequest,
  date: IsoDate,
  wording: Wording,
  citations: Citations,
): FigureView | null {
  const { t, locale } = wording
  const answer = chooseHeadline(facts, request.economy, date, request.today)
  const { isWorldInstead } = answer
  // Nothing from before the article: today's figure is shown, and said to be today's.
  const headline = answer.headline ?? answer.now
  if (headline === null) return null
  const now = answer.headline === null ? null : answer.now
  const [first] = headline.figures as [FigureRow]
  const stale = isStale(first, request.today)
  const kindOf = (entry: string) =>
    [...facts.lineage, ...facts.related].find(({ id }) => id === entry)?.kind ?? facts.kind
  const notes: string[] = []
  if (answer.headline === null) notes.push(t('figure_later'))
  if (isWorldInstead)
    notes.push(t('figure_world_instead', { economy: wording.economies[request.economy] ?? request.economy }))
  if (headline.isStandIn) {
    notes.push(t('figure_stand_in', { entry: entryInSentence(headline.entryName, kindOf(headline.entry), locale) }))
  }
  if (stale && now === null) notes.push(t('figure_stale', { period: headlinePeriod(headline, wording) }))
  if (first.period_end === '') notes.push(t('figure_undated'))
  const chosen = new Set(headline.figures.map(({ id }) => id))
  return {
    value: headlineNumber(headline, wording),
    sentence: headlineSentence(
      headline,
      kindOf(headline.entry),
      stale || now !== null || isLongPast(first, date),
      wording,
    ),
    period: headlinePeriod(headline, wording),
    standing: headline.sourcesDiffer ? t('sources_differ') : t(STANDING[first.confidence]),
    notes,
    now: now && nowSentence(now, kindOf(now.entry), request.today, wording),
    sources: [
      ...new Map(
        headline.figures.flatMap((row) => citations.of(row.source_id)).map((source) => [source.number, source]),
      ).values(),
    ],
    sourcesDiffer: headline.sourcesDiffer,
    readings: readingsOf(facts, headline).map((row) => reading(row, chosen.has(row.id), wording, facts.sources)),
    chart: chartOf(facts.figures, headline, date, wording),
    comparison:
      request.number && isComparable(request.number, headline)
        ? comparison(request.number.text, headline, wording)
        : null,
  }
}

/** A state told of long before the article may have changed since; it is told as it was. */
const isLongPast = (row: FigureRow, date: IsoDate): boolean =>
  row.measure === 'states-with-formal-ties' && row.period_end !== '' && addMonths(row.period_end, STATE_MONTHS) < date

/** Months after which a count of states is told in the past. */
const STATE_MONTHS = 24

/** A figure on one line, for lists: "Japan buys 60–72% of its rare earths from China (2024, sources differ)". */
export function figureLine({
  value,
  sentence,
  period,
  standing,
  sourcesDiffer,
}: Pick<FigureView, 'value' | 'sentence' | 'period' | 'standing' | 'sourcesDiffer'>): string {
  const about = [!sentence.includes(period) && period, sourcesDiffer && standing].filter(Boolean).join(', ')
  return `${sentence.includes(value) ? sentence : `${value}: ${sentence}`}${about && ` (${about})`}`
}

/** The newest figure beside one of the article's own time: "Today" only where it is not old itself. */
function nowSentence(now: Headline, kind: string, today: IsoDate, wording: Wording): string {
  const stale = isStale(now.figures[0] as FigureRow, today)
  const sentence = headlineSentence(now, kind, stale, wording)
  const period = headlinePeriod(now, wording)
  const about = [!sentence.includes(period) && period, now.sourcesDiffer && wording.t('sources_differ')]
    .filter(Boolean)
    .join(', ')
  return wording.t(stale ? 'figure_newest' : 'figure_now', { sentence: about ? `${sentence} (${about})` : sentence })
}

/** What measures a share in an article may be set beside. */
const COMPARABLE: Record<string, ArticleNumber['of']> = {
  'import-share': 'bought',
  'mine-share': 'mined',
  'refining-share': 'refined',
}

/** A share stands beside a share of the same thing only; tonnes and money of the article stand beside nothing here. */
const isComparable = (number: ArticleNumber, headline: Headline): boolean =>
  number.unit === headline.unit && number.of !== null && COMPARABLE[headline.measure] === number.of

function reading(row: FigureRow, isChosen: boolean, wording: Wording, sources: CardFacts['sources']): Reading {
  const { t, locale } = wording
  const basis = BASIS[row.basis]
  const details = [
    row.commodity,
    basis && t(basis),
    row.scope === 'part' && t('reading_part'),
    row.superseded === 'yes' && t('reading_superseded'),
  ]
  return {
    id: row.id,
    value: row.value === null && row.low === null ? row.label : valueInWords(row, wording),
    period: formatPeriod(row, locale),
    details: details.filter(Boolean).join(' · '),
    source: named(sources[row.source_id] ?? { publisher: row.source_id, title: '', published: '', url: '' }),
    locator: row.locator,
    isChosen,
  }
}
