/**
 * The headline figure: which rows of the dataset answer "how dependent?" for an entry, an economy and a date.
 * What the README says of whose dependence, and of which time, is decided here; nothing is computed but low and high of rows
 * that disagree.
 */

import { SUPPLIER } from '../detect/types.ts'
import { OLD_YEARS, WORLD } from './answering.ts'
import { dayAfter, yearsBefore } from './calendar.ts'
import { presentUntil } from './freshness.ts'
import { IMPORT_MEASURES, MATERIAL_KINDS, MONTHLY_MEASURES, STATE_MEASURES, WORLD_MEASURES } from './measures.ts'
import { isFullYears, isUsable, rangeOf, samePeriod, type SomeRows } from './rows.ts'
import type { Economy, EntryRow, FigureRow, IsoDate } from './types.ts'

/** An entry as far as choosing needs it. */
export interface Ancestor extends Pick<EntryRow, 'id' | 'kind' | 'headline_measure' | 'headline_partner'> {
  /** The entry's usual name in the locale of the card. */
  name: string
}

/** What choosing looks at: the entry, those above it, those that may stand in, and their rows. */
export interface HeadlineFacts {
  /** The entry itself first, then its parent, and so on up. */
  lineage: readonly Ancestor[]
  /** Related entries in order of nearness; the first with rows may stand in where entry and parents have none. */
  related: readonly Ancestor[]
  figures: readonly FigureRow[]
}

/** Rows of one measure and one period, as a card shows them. */
export interface Headline {
  /** Ids in figures.csv of these rows are what `annotate` prints. */
  figures: SomeRows
  measure: string
  reporter: Economy
  partner: Economy
  low: number
  high: number
  unit: string
  /** The entry whose rows these are; not the entry asked for where a parent or related entry stands in. */
  entry: string
  entryName: string
  isStandIn: boolean
  /** More than one value is reported for the period. */
  sourcesDiffer: boolean
}

export interface HeadlineAnswer {
  headline: Headline | null
  /**
   * Today's figure, where the headline is one of the article's own time, or there is none from before the article. Beside a
   * headline it is of the same thing: what China refines today, told beside what it mined once, would look like a change.
   */
  now: Headline | null
  /** No row for the economy asked for: the figure is the world's. */
  isWorldInstead: boolean
}

/** Rows that may make the headline: of one measure of one entry. Which of them do depends on the date. */
interface Candidate {
  entry: Ancestor
  measure: string
  rows: FigureRow[]
}

/** What may answer for an economy, the best answer first: the first that has rows for a date makes the headline. */
function* candidatesFor(facts: HeadlineFacts, economy: Economy): Generator<Candidate> {
  const [self] = facts.lineage
  if (self === undefined) return
  const rowsOf = (entry: Ancestor, measure: string, fits: (row: FigureRow) => boolean): Candidate => ({
    entry,
    measure,
    rows: facts.figures.filter(
      (row) => row.entry === entry.id && row.measure === measure && isUsable(row) && fits(row),
    ),
  })
  if (MATERIAL_KINDS.has(self.kind)) {
    for (const entry of facts.lineage) {
      if (!MATERIAL_KINDS.has(entry.kind)) continue
      if (economy === WORLD) {
        for (const measure of WORLD_MEASURES)
          yield rowsOf(entry, measure, (row) => row.reporter === SUPPLIER && row.partner === WORLD)
      } else {
        const [share, reliance] = IMPORT_MEASURES
        yield rowsOf(entry, share, (row) => row.reporter === economy && row.partner === SUPPLIER)
        yield rowsOf(entry, reliance, (row) => row.reporter === economy && row.partner === WORLD)
      }
    }
    return
  }
  const measure = self.headline_measure
  if (measure === '') return
  // What is a state of one thing says nothing of a related one.
  const standIns = STATE_MEASURES.has(measure) ? [] : facts.related
  for (const entry of [...facts.lineage, ...standIns]) {
    // Of firms put on a list the economy is the one they belong to.
    if (measure === 'entities-listed') yield rowsOf(entry, measure, (row) => row.partner === economy)
    yield rowsOf(entry, measure, (row) => row.partner === self.headline_partner)
  }
}

const newest = (a: FigureRow, b: FigureRow): number =>
  b.period_end.localeCompare(a.period_end) || b.period_start.localeCompare(a.period_start) || a.id.localeCompare(b.id)

/** For states: the one that began last; of those the full years before a month, undated ones last. */
const latestBegun = (a: FigureRow, b: FigureRow): number =>
  b.period_start.localeCompare(a.period_start) ||
  Number(b.period_kind === 'year') - Number(a.period_kind === 'year') ||
  b.period_end.localeCompare(a.period_end) ||
  a.id.localeCompare(b.id)

/** The rows of the period that counts on `date`, or null. */
function rowsOfPeriod(candidate: Candidate, date: IsoDate): SomeRows | null {
  const sorted = STATE_MEASURES.has(candidate.measure)
    ? begunBy(candidate.rows, date).sort(latestBegun)
    : candidate.rows
        .filter(
          (row) =>
            (MONTHLY_MEASURES.has(candidate.measure) ? row.period_kind === 'month' : isFullYears(row)) &&
            row.period_end < date,
        )
        .sort(newest)
  const [first] = sorted
  return first ? samePeriod(sorted, first) : null
}

/** States that had begun by `date`; undated ones only where none of them is dated. */
function begunBy(rows: readonly FigureRow[], date: IsoDate): FigureRow[] {
  const dated = rows.filter((row) => row.period_start !== '')
  return dated.length > 0 ? dated.filter((row) => row.period_start <= date) : [...rows]
}

/** Rows of the article's own year, where it is over two years old, or null. */
function rowsOfOwnYear(candidate: Candidate, date: IsoDate): SomeRows | null {
  if (STATE_MEASURES.has(candidate.measure) || MONTHLY_MEASURES.has(candidate.measure)) return null
  const year = date.slice(0, 4)
  const own = candidate.rows
    .filter((row) => row.period_kind === 'year' && row.period_start.startsWith(year))
    .sort(newest)
  const [first] = own
  return first ? samePeriod(own, first) : null
}

function headlineOf(candidate: Candidate, rows: SomeRows, facts: HeadlineFacts): Headline {
  const [first] = rows
  return {
    figures: rows,
    measure: candidate.measure,
    reporter: first.reporter,
    partner: first.partner,
    ...rangeOf(rows),
    unit: first.unit,
    entry: candidate.entry.id,
    entryName: candidate.entry.name,
    isStandIn: candidate.entry.id !== facts.lineage[0]?.id,
    sourcesDiffer: new Set(rows.map((row) => `${row.low}/${row.value}/${row.high}`)).size > 1,
  }
}

function choose(facts: HeadlineFacts, all: Iterable<Candidate>, date: IsoDate, isOld: boolean): Headline | null {
  for (const candidate of all) {
    const rows = (isOld ? rowsOfOwnYear(candidate, date) : null) ?? rowsOfPeriod(candidate, date)
    if (rows !== null) return headlineOf(candidate, rows, facts)
  }
  return null
}

/** The headline that counts for articles of `from` and later, up to the next step. */
export interface HeadlineStep {
  /** The first: from the beginning of time. */
  from: IsoDate
  headline: Headline | null
}

/**
 * The choice for one economy at every date: it changes only where a period begins or ends. Found by choosing once at each
 * such date, so that a page need not know the rule. `isOld`: for articles over two years old.
 */
export const headlineSteps = (facts: HeadlineFacts, economy: Economy, isOld: boolean): HeadlineStep[] =>
  overTime(facts, [...candidatesFor(facts, economy)], isOld)

/** The same for the question that `headline` answers: beside a figure of then only one of the same thing, or of an event's goods, says what has changed. */
export const laterSteps = (facts: HeadlineFacts, headline: Headline): HeadlineStep[] =>
  overTime(facts, candidatesLike(headline, facts), false)

/** What answers the same question as a headline does, at other times. */
function candidatesLike({ entry: id, measure, reporter, partner }: Headline, facts: HeadlineFacts): Candidate[] {
  const family = [...facts.lineage, ...facts.related]
  const own = family.filter((each) => each.id === id)
  // Figures of an event end with it: what has become since is told of the goods that it was about.
  const isOfGoods = own.some(({ kind }) => MATERIAL_KINDS.has(kind))
  const goods = isOfGoods ? [] : family.filter(({ kind }) => MATERIAL_KINDS.has(kind))
  const isAsked = (row: FigureRow) =>
    row.measure === measure && row.reporter === reporter && row.partner === partner && isUsable(row)
  return [...goods, ...own].map((entry) => ({
    entry,
    measure,
    rows: facts.figures.filter((row) => row.entry === entry.id && isAsked(row)),
  }))
}

function overTime(facts: HeadlineFacts, all: readonly Candidate[], isOld: boolean): HeadlineStep[] {
  const turns = new Set(all.flatMap(({ rows }) => rows.flatMap(turnsOf)))
  const found: HeadlineStep[] = []
  for (const from of [EVER, ...[...turns].sort()]) {
    const headline = choose(facts, all, from, isOld)
    const last = found.at(-1)
    if (last && idsOf(last.headline) === idsOf(headline)) continue
    found.push({ from, headline })
  }
  return found
}

/** Before every date of the dataset. */
const EVER: IsoDate = '0001-01-01'

const idsOf = (headline: Headline | null): string => headline?.figures.map(({ id }) => id).join() ?? ''

/** Dates from which on a row may count, or count no longer: as begun and as ended; a year is an article's own from one to the other. */
const turnsOf = ({ period_start, period_end }: FigureRow): IsoDate[] =>
  [period_start, period_end && dayAfter(period_end)].filter((date) => date !== '')

/**
 * Chooses the headline figure for `economy` (the supplier itself counts as the world) in an article of `date`,
 * read on `today`. Where the dataset has no row for the economy, the world's is given and said to be so.
 */
export function chooseHeadline(facts: HeadlineFacts, economy: Economy, date: IsoDate, today: IsoDate): HeadlineAnswer {
  const asked = economy === SUPPLIER ? WORLD : economy
  const isOld = date < yearsBefore(today, OLD_YEARS)
  for (const each of asked === WORLD ? [WORLD] : [asked, WORLD]) {
    const headline = choose(facts, candidatesFor(facts, each), date, isOld)
    const last = headline ? presentUntil(headline.figures[0]) : ''
    const isOutdated = isOld || headline === null || (last !== '' && last < date)
    const current = isOutdated
      ? choose(facts, headline ? candidatesLike(headline, facts) : candidatesFor(facts, each), today, false)
      : null
    if (headline === null && current === null) continue
    const isSame = headline !== null && current !== null && headline.figures[0].id === current.figures[0].id
    return {
      headline,
      now: isSame ? null : current,
      isWorldInstead: each === WORLD && asked !== WORLD && MATERIAL_KINDS.has(facts.lineage[0]?.kind ?? ''),
    }
  }
  return { headline: null, now: null, isWorldInstead: false }
}

/** All rows that a reader of this headline should be able to see: the same question, every period, scope and standing. */
export function readingsOf(facts: HeadlineFacts, headline: Headline): FigureRow[] {
  return facts.figures
    .filter(
      (row) =>
        row.entry === headline.entry &&
        row.measure === headline.measure &&
        row.reporter === headline.reporter &&
        row.partner === headline.partner &&
        row.scenario === 'no',
    )
    .sort(
      (a, b) =>
        (b.period_end || b.period.slice(0, 4)).localeCompare(a.period_end || a.period.slice(0, 4)) ||
        a.id.localeCompare(b.id),
    )
}
