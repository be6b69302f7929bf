/** The card's content, ready to render: picks from a stored card what one mention asks for, and numbers the citations. Pure. */

import { SUPPLIER, type ArticleNumber, type Category } from '../detect/types.ts'
import { WORLD } from '../dataset/answering.ts'
import { eventsAround } from '../dataset/facts.ts'
import type { OtherName } from '../dataset/localised.ts'
import type { Economy, IsoDate } from '../dataset/types.ts'
import { categoryKey } from '../i18n/categories.ts'
import type { MessageKey, Translate } from '../i18n/t.ts'
import { answerOfYear, pickAnswer } from './answer.ts'
import type {
  Answer,
  EntryLink,
  NamedSource,
  StoredCard,
  StoredChart,
  StoredReading,
  StoredStatement,
} from './stored.ts'

/** What a mention adds to the card of its entry. */
export interface CardRequest {
  /** Whose dependence to show; `WLD` where nothing names one. */
  economy: Economy
  /** Date of the article, or null where the page states none. */
  articleDate: IsoDate | null
  today: IsoDate
  /** The article's own number tied to the mention. */
  number: ArticleNumber | null
}

/** What is written beside the dataset's own words. */
export interface CardWords {
  t: Translate
  /** Names of economies inside a sentence, by code. */
  economies: Readonly<Record<string, string>>
}

export interface Source extends NamedSource {
  /** 1-based, in order of first citation. */
  number: number
}

export interface Cited {
  text: string
  links: EntryLink[]
  citations: Source[]
}

/** A chart with the bar of the figure shown above, and over the years the bars whose values are written. */
export interface Chart extends StoredChart {
  own: number
  labelled: number[]
}

export interface Reading extends Omit<StoredReading, 'source'> {
  source: NamedSource
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
  /** "This article: 60%" and "dataset: 60–72% (2024, sources differ)", null where ours is of something else. */
  comparison: [article: string, dataset: string | null] | null
  /** Who says the latter, where that is not the figure above. */
  toldBy: Source[]
}

export interface CardModel {
  entry: string
  /** Null on a card that knows nothing. */
  category: Category | null
  categoryLabel: string
  title: string
  otherNames: OtherName[]
  /** What it is, in one or two sentences. */
  context: Cited[]
  figure: FigureView | null
  /** " (2026)", the year of the dataset, where the article is of an earlier one: what is in the news and which rules hold is told as of then; else ''. */
  asOf: string
  /** Why it is in the news. */
  why: Cited | null
  /** Lists and announcements that name it, customs codes. */
  controls: Cited[]
  events: (Cited & { date: string })[]
  eventsHeading: string
  positions: (Cited & { party: string })[]
  /** What it is mixed up with, in one line, and the rest. */
  trap: [line: Cited, rest: Cited | null] | null
  more: Cited[]
  sources: Source[]
  edition: string
}

/** Builds the card of an entry for one mention, in the reader's words. */
export function buildCard(stored: StoredCard, request: CardRequest, words: CardWords): CardModel {
  const { t } = words
  const numbers = new Map<number, Source>()
  const cite = (places: readonly number[]): Source[] =>
    places.map((place) => {
      const source = numbers.get(place) ?? { number: numbers.size + 1, ...(stored.sources[place] as NamedSource) }
      numbers.set(place, source)
      return source
    })
  const cited = <Kind extends StoredStatement>({ sources = [], links = [], ...rest }: Kind) => ({
    ...rest,
    links,
    citations: cite(sources),
  })
  const date = request.articleDate ?? request.today
  // Sources are numbered in reading order, so each part is built in the order in which the card shows it.
  const context = stored.summary.map(cited)
  const figure = figureView(stored, request, date, words, cite)
  const trap: CardModel['trap'] = stored.trap && [cited(stored.trap[0]), stored.trap[1] && cited(stored.trap[1])]
  const why = stored.why && cited(stored.why)
  const controls = stored.controls.map(cited)
  const events = eventsAround(stored.events, date)
  const year = yearOf(stored.edition)
  return {
    entry: stored.id,
    category: stored.category,
    categoryLabel: t(categoryKey(stored.category)),
    title: stored.title,
    otherNames: stored.otherNames,
    context,
    figure,
    asOf: yearOf(date) < year ? ` (${year})` : '',
    why,
    controls,
    events: events.map((event) => ({ ...cited(event), date: event.when })),
    eventsHeading: t(eventsHeading(events, request.articleDate)),
    positions: stored.positions.map(cited),
    trap,
    more: stored.more.map(cited),
    sources: [...numbers.values()],
    edition: stored.edition,
  }
}

/** The year of a date, or of an edition. */
const yearOf = (date: string): number => Number.parseInt(date)

/** "Around this date" only where something happened in the article's year or one beside it. */
function eventsHeading(events: readonly { date: string }[], articleDate: IsoDate | null): MessageKey {
  if (!articleDate) return 'events_heading_undated'
  const isNear = events.some(({ date }) => Math.abs(yearOf(date) - yearOf(articleDate)) < 2)
  return isNear ? 'events_heading' : 'events_heading_far'
}

/** With ranges that stand late in their line in one piece: browsers would break after the dash, "60–" and "72%". */
const unbroken = (words: string) => words.replace(/[–〜]/g, '$&\u2060')

const isPast = (day: IsoDate | undefined, date: IsoDate): boolean => (day ?? date) < date

function figureView(
  stored: StoredCard,
  request: CardRequest,
  date: IsoDate,
  { t, economies }: CardWords,
  cite: (places: readonly number[]) => Source[],
): FigureView | null {
  const picked = pickAnswer(stored, request.economy, date, request.today)
  // Nothing from before the article: today's figure is shown, and said to be today's.
  const answer = picked.headline ?? picked.now
  if (!answer) return null
  const now = picked.headline && picked.now
  const isOld = isPast(answer.freshUntil, request.today)
  const nameOf = (economy: Economy) => economies[economy] ?? economy
  const notes: string[] = []
  if (!picked.headline) notes.push(t('figure_later'))
  if (picked.isWorldInstead) notes.push(t('figure_world_instead', { economy: nameOf(request.economy) }))
  const other = reporterInstead(answer, request.economy)
  if (other) notes.push(t('figure_other_instead', { economy: nameOf(request.economy), other: nameOf(other) }))
  if (isOld && !now) notes.push(t('figure_stale', { period: answer.period }))
  const { period, differs = false, chosen } = answer
  const { number } = request
  const { year, told: as = number?.of ?? '' } = number ?? {}
  const same = !year || period.includes(`${year}`) ? answer : answerOfYear(stored, picked.economy, year)
  const isSame = same?.as === as
  // Of the year that the number is said to be of, else the last before the article.
  const told = isSame ? undefined : stored.told[as]?.findLast(([of]) => (year ? of === year : of < yearOf(date)))
  const ours = isSame
    ? t(same.differs ? 'compare_dataset_differ' : 'compare_dataset', { value: same.value, period: same.period })
    : told?.[1]
  const [, chart = -1, own = -1, labelled = []] = answer.charts?.findLast(([from]) => from < date) ?? []
  const drawn = stored.charts[chart]
  return {
    ...answer,
    sentence: sentenceOf(answer, isOld || !!now || isPast(answer.presentUntil, date)),
    notes: [...notes, ...(answer.notes ?? [])],
    now: now && nowSentence(now, request.today, t),
    sources: cite(answer.sources),
    sourcesDiffer: differs,
    readings: (stored.readings[answer.readings] ?? []).map((reading, at) => ({
      ...reading,
      source: stored.sources[reading.source] as NamedSource,
      isChosen: chosen.includes(at),
    })),
    chart: drawn ? { ...drawn, own, labelled } : null,
    // A share of something else, or of another year, would mislead beside ours; tonnes and money say how much it is about.
    comparison:
      number && (ours || number.unit !== '%')
        ? [t('compare_article', { article: number.text }), ours ? unbroken(ours) : null]
        : null,
    toldBy: cite(told ? [told[2]] : []),
  }
}

/**
 * The article's number, or null where it must not stand beside a figure: a share of purchases counts only where its sentence has
 * named the economy that buys. Else it may be a firm's.
 */
export const comparable = (number: ArticleNumber | null, named: Economy | null): ArticleNumber | null =>
  number?.of === 'bought' && named === null ? null : number

/** The economy whose figure stands in for that of the one asked about; nothing where it is its own, or the world or the supplier was asked about. */
const reporterInstead = ({ reporter }: Answer, asked: Economy) =>
  ![reporter, WORLD, SUPPLIER].includes(asked) && reporter

const sentenceOf = ({ sentence, past }: Answer, isPastTense: boolean) => (isPastTense && past) || sentence

/** A figure on one line, for lists: "Japan buys 60–72% of its rare earths from China (2024, sources differ)". */
export function figureLine({
  sentence,
  period,
  standing,
  sourcesDiffer,
}: Pick<FigureView, 'sentence' | 'period' | 'standing' | 'sourcesDiffer'>): string {
  return withPeriod(sentence, period, sourcesDiffer && standing)
}

/** A sentence with its period, unless it says it, and a doubt or standing behind it, in brackets as wide as their words; Korean has no space before them. */
export const withPeriod = (sentence: string, period: string, doubt: string | false | undefined): string => {
  const said = [!sentence.includes(period) && period, doubt].filter(Boolean)
  const words = said.join(', ')
  if (!words) return sentence
  if (!/\p{sc=Han}/u.test(words)) return `${sentence}${/\p{sc=Hang}/u.test(words) ? '' : ' '}(${words})`
  return `${sentence}（${said.join(/\p{sc=Hira}/u.test(words) ? '、' : '，')}）`
}

/** The newest figure beside one of the article's own time: "Today" only where it is not old itself. */
function nowSentence(now: Answer, today: IsoDate, t: Translate): string {
  const isOld = isPast(now.freshUntil, today)
  return t(isOld ? 'figure_newest' : 'figure_now', {
    sentence: withPeriod(sentenceOf(now, isOld), now.period, now.differs && now.standing),
  })
}

/** A card for a text that the dataset knows nothing of. */
export const nothingOn = (text: string, t: Translate): CardModel => ({
  entry: '',
  category: null,
  categoryLabel: '',
  title: text,
  otherNames: [],
  context: [{ text: t('card_nothing', { text }), links: [], citations: [] }],
  figure: null,
  asOf: '',
  why: null,
  controls: [],
  events: [],
  eventsHeading: '',
  positions: [],
  trap: null,
  more: [],
  sources: [],
  edition: '',
})
