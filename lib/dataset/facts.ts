/** Card facts: all that a card of one entry needs, cut out of an edition, so that opening a card reads one key. */

import { SUPPLIER, type Category } from '../detect/types.ts'
import { WORLD } from './answering.ts'
import { idsIn } from './cells.ts'
import { languageOfLocale } from './locales.ts'
import { IMPORT_MEASURES, MATERIAL_KINDS, TOLD_MEASURES, WORLD_MEASURES } from './measures.ts'
import type { Ancestor, HeadlineFacts } from './headline.ts'
import { localised, type Localised, type OtherName } from './localised.ts'
import { isFullYears, isUsable } from './rows.ts'
import type { Edition, EntryRow, FigureRow, IsoDate, Locale, PositionRow, SourceRow, Tables } from './types.ts'

export interface Statement {
  field: string
  text: string
  /** Source ids that carry it. */
  sources: string[]
}

export interface Position {
  party: string
  text: string
  sources: string[]
}

export interface CardEvent {
  date: string
  text: string
  source: string
}

export interface CardFacts extends HeadlineFacts {
  id: string
  category: Category
  kind: string
  title: string
  otherNames: OtherName[]
  statements: Statement[]
  positions: Position[]
  events: CardEvent[]
  /** Rows of the entry itself that a number in an article may be set beside, though no headline is made of them. */
  told: FigureRow[]
  /** Every source that the card may cite, by id. */
  sources: Record<string, Omit<SourceRow, 'source_id'>>
  edition: string
}

function lineageOf(entry: EntryRow, byId: Map<string, EntryRow>): EntryRow[] {
  const lineage = [entry]
  for (let up = byId.get(entry.parent); up !== undefined && !lineage.includes(up); up = byId.get(up.parent))
    lineage.push(up)
  return lineage
}

/** Rows for every question that a card of the entry may ask; of those that stand in only what could be a headline. */
function figuresFor(entry: EntryRow, family: readonly EntryRow[], figures: readonly FigureRow[]): FigureRow[] {
  const ids = new Set(family.map(({ id }) => id))
  const standsIn = (row: FigureRow) => row.entry === entry.id || (row.scope === 'whole' && row.superseded === 'no')
  const measures = new Set<string>(
    MATERIAL_KINDS.has(entry.kind) ? [...IMPORT_MEASURES, ...WORLD_MEASURES] : [entry.headline_measure],
  )
  return figures.filter(
    (row) => ids.has(row.entry) && measures.has(row.measure) && row.scenario === 'no' && isAsked(row) && standsIn(row),
  )
}

/** Shares by any supplier but China answer no question the card asks. */
const isAsked = (row: FigureRow) =>
  row.measure === 'import-share' ? row.partner === SUPPLIER : !isWorldShare(row.measure) || row.reporter === SUPPLIER

const isTold = (row: FigureRow) =>
  row.measure in TOLD_MEASURES && row.reporter !== WORLD && isAsked(row) && isUsable(row) && isFullYears(row)

const isWorldShare = (measure: string) => (WORLD_MEASURES as readonly string[]).includes(measure)

/** Cuts the facts of one entry in one locale out of an edition; texts missing in the locale come in English. */
export function cardFacts(edition: Edition, entry: EntryRow, locale: Locale): CardFacts {
  const { tables } = edition
  const byId = new Map(tables.entries.map((row) => [row.id, row]))
  const lineage = lineageOf(entry, byId)
  // Of a material only what is bought or made of itself or its group can stand in.
  const related =
    MATERIAL_KINDS.has(entry.kind) || entry.headline_measure === ''
      ? []
      : idsIn(entry.related).flatMap((id) => byId.get(id) ?? [])
  const figures = figuresFor(entry, [...lineage, ...related], tables.figures)
  const told = tables.figures.filter((row) => row.entry === entry.id && isTold(row))
  const words = localised(tables, locale)
  const statements = words.statementsOf(entry).map(({ field, text, sources }) => ({
    field,
    text,
    sources: idsIn(sources),
  }))
  const positions = positionsOf(tables, entry, locale).map(({ party, text, sources }) => ({
    party,
    text,
    sources: idsIn(sources),
  }))
  const events = eventsOf(tables, entry, byId, words)
  const cited = new Set([...statements, ...positions].flatMap(({ sources }) => sources))
  for (const { source_id } of [...figures, ...told]) cited.add(source_id)
  for (const { source } of events) cited.add(source)
  const ancestor = (row: EntryRow): Ancestor => ({
    id: row.id,
    kind: row.kind,
    name: words.nameOf(row),
    headline_measure: row.headline_measure,
    headline_partner: row.headline_partner,
  })
  return {
    id: entry.id,
    category: entry.category,
    kind: entry.kind,
    title: words.nameOf(entry),
    otherNames: words.otherNamesOf(entry),
    statements,
    positions,
    events,
    lineage: lineage.map(ancestor),
    related: related.filter(({ id }) => figures.some((row) => row.entry === id)).map(ancestor),
    figures: figures.map(words.figureOf),
    told,
    sources: Object.fromEntries(
      tables.sources.filter(({ source_id }) => cited.has(source_id)).map((row) => [row.source_id, sourceOf(row)]),
    ),
    edition: edition.edition,
  }
}

/** What the parties say: all in the locale, or all in English, so that none has more words than another. */
function positionsOf({ positions }: Tables, { id }: EntryRow, locale: Locale): PositionRow[] {
  const own = positions.filter((row) => row.entry === id)
  const here = own.filter((row) => row.locale === locale)
  return here.length > 0 ? here : own.filter((row) => row.locale === 'en')
}

/** The entry's own events; an entry without any shows its parent's. */
function eventsOf(tables: Tables, entry: EntryRow, byId: Map<string, EntryRow>, words: Localised): CardEvent[] {
  for (const { id } of lineageOf(entry, byId)) {
    const own = tables.events.filter((event) => event.entry === id)
    if (own.length > 0) {
      // Two sources may tell of one day in the same words.
      const told = new Set<string>()
      return own
        .map((event) => ({ date: event.date, text: words.eventOf(event), source: event.source_id }))
        .filter(({ date, text }) => !told.has(date + text) && told.add(date + text))
        .sort((a, b) => a.date.localeCompare(b.date))
    }
  }
  return []
}

const sourceOf = ({ publisher, title, published, url }: SourceRow) => ({ publisher, title, published, url })

/** Name of every economy as written inside a sentence of the locale, by code. */
export function economyPhrases(tables: Tables, locale: Locale): Record<string, string> {
  const language = languageOfLocale(locale)
  return Object.fromEntries(
    tables.economies.filter(({ lang }) => lang === language).map(({ economy, phrase }) => [economy, phrase]),
  )
}

/** Two or three events around `date`: the last before it and those next to it, in order. */
export function eventsAround<Dated extends { date: string }>(
  events: readonly Dated[],
  date: IsoDate,
  count = 3,
): Dated[] {
  const after = events.findIndex((event) => event.date > date)
  const next = after < 0 ? events.length : after
  const to = Math.min(events.length, Math.max(count, next + (next === events.length ? 0 : 1)))
  return events.slice(Math.max(0, to - count), to)
}
