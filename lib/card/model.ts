/** The card's content, ready to render: picks from a stored card what one mention asks for, and numbers the citations. Pure. */

import type { Category } from '../detect/types.ts'
import { eventsAround } from '../dataset/facts.ts'
import type { OtherName } from '../dataset/localised.ts'
import type { IsoDate } from '../dataset/types.ts'
import { categoryKey } from '../i18n/categories.ts'
import type { MessageKey, Translate } from '../i18n/t.ts'
import { figureView, type FigureView, type Source } from './figure-view.ts'
import type { CardRequest, CardWords } from './request.ts'
import type { EntryLink, NamedSource, StoredCard, StoredStatement } from './stored.ts'

export interface Cited {
  text: string
  links: EntryLink[]
  citations: Source[]
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
