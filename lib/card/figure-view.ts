/** The figure on a card: which one a mention asks for, what is said of its age and of whose it is, and the article's own number beside it. Pure. */

import { SUPPLIER, type ArticleNumber } from '../detect/types.ts'
import { WORLD } from '../dataset/answering.ts'
import type { Economy, IsoDate } from '../dataset/types.ts'
import type { Translate } from '../i18n/t.ts'
import { answerOfYear, pickAnswer } from './answer.ts'
import type { CardRequest, CardWords } from './request.ts'
import type { Answer, NamedSource, StoredCard, StoredChart, StoredReading } from './stored.ts'

export interface Source extends NamedSource {
  /** 1-based, in order of first citation. */
  number: number
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

/** With ranges that stand late in their line in one piece: browsers would break after the dash, "60–" and "72%". */
const unbroken = (words: string) => words.replace(/[–〜]/g, '$&\u2060')

const isPast = (day: IsoDate | undefined, date: IsoDate): boolean => (day ?? date) < date

/** The figure of a card for one mention, told as of `date`; null where there is none. `cite` numbers sources in the order in which they are asked for. */
export function figureView(
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
  const { number } = request
  const [ours, toldBy] = number ? oursBeside(number, stored, picked.economy, answer, date, t) : []
  const [, chart = -1, own = -1, labelled = []] = answer.charts?.findLast(([from]) => from < date) ?? []
  const drawn = stored.charts[chart]
  return {
    ...answer,
    sentence: sentenceOf(answer, isOld || !!now || isPast(answer.presentUntil, date)),
    notes: [...notes, ...(answer.notes ?? [])],
    now: now && nowSentence(now, request.today, t),
    sources: cite(answer.sources),
    sourcesDiffer: answer.differs ?? false,
    readings: (stored.readings[answer.readings] ?? []).map((reading, at) => ({
      ...reading,
      source: stored.sources[reading.source] as NamedSource,
      isChosen: answer.chosen.includes(at),
    })),
    chart: drawn ? { ...drawn, own, labelled } : null,
    // Tonnes and money say how much it is about, also by themselves.
    comparison:
      number && (ours || number.unit !== '%')
        ? [t('compare_article', { article: number.text }), ours ? unbroken(ours) : null]
        : null,
    toldBy: cite(toldBy === undefined ? [] : [toldBy]),
  }
}

/**
 * What the dataset says of the thing that the article's number is of, and the place of who says it where that is not the
 * figure `answer`; empty where it says nothing. A share of something else, or of another year, would mislead beside ours.
 */
function oursBeside(
  { of, year, told: as = of ?? '' }: ArticleNumber,
  stored: StoredCard,
  economy: Economy,
  answer: Answer,
  date: IsoDate,
  t: Translate,
): [inWords?: string, toldBy?: number] {
  const same = !year || answer.period.includes(`${year}`) ? answer : answerOfYear(stored, economy, year)
  if (same?.as === as)
    return [t(same.differs ? 'compare_dataset_differ' : 'compare_dataset', { value: same.value, period: same.period })]
  // Of the year that the number is said to be of, else the last before the article.
  const isOfTime = ([its]: [number, ...unknown[]]) => (year ? its === year : its < Number.parseInt(date))
  const [, ...told] = stored.told[as]?.findLast(isOfTime) ?? []
  return told
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
