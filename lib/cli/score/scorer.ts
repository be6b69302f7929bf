/**
 * The scorer: how well found mentions agree with labelled ones, as precision, recall and F1 for every language and
 * category, counted twice:
 *
 * - overlap: a found mention is right where it shares a character with a labelled one of its category, and a labelled
 *   one is reached where such a mention was found;
 * - exact: the same, but start and end must be equal.
 *
 * Found mentions that touch no labelled span of any category neither gain nor lose where they touch an `ignore` span or
 * belong to a related instrument (tests/corpus/README.md, 6). Passages tagged `trap` give a precision of their own besides.
 * Knows nothing of how mentions are found.
 */

import { overlaps } from '../../detect/span.ts'
import { CATEGORIES, type Category, type Span } from '../../detect/types.ts'

/** One line of a corpus file (tests/corpus/README.md), as far as the scorer reads it. */
export interface Passage {
  id: string
  /** BCP 47. */
  lang: string
  title: string
  tags: string[]
  text: string
  mentions: (Span & { text: string; category: Category })[]
  ignore: (Span & { text: string })[]
}

/** What a detector says of a passage. */
export interface Found extends Span {
  category: Category
  entry: string
}

/** Counts of one way of counting, from which the three scores follow. */
export interface Counts {
  /** Found mentions that count. */
  found: number
  /** Of these, the right ones. */
  right: number
  /** Labelled mentions. */
  labelled: number
  /** Of these, the ones that were found. */
  reached: number
}

/** One row of the result. */
export interface Score {
  lang: string
  /** A category, `all` of them, or `traps`: all categories, only in passages tagged `trap`. */
  category: Category | 'all' | 'traps'
  passages: number
  /** Found mentions that neither gain nor lose, and so are in no other count. */
  open: number
  overlap: Counts
  exact: Counts
}

/** A mention that is wrong, or a labelled one that was not met, for a reader who wants to know why a score is low. */
export interface Miss {
  id: string
  kind: 'wrong' | 'missed' | 'cut'
  category: Category
  text: string
}

/** Entries of instruments that the labels leave open: found or not, they are not scored. */
export const RELATED_ENTRIES: ReadonlySet<string> = new Set([
  'taiwan-relations-act',
  'three-communiques',
  'japan-china-joint-communique-1972',
  'un-resolution-2758',
  'strategic-ambiguity',
  'takaichi-remarks-2025',
  'entity-control-watch-lists',
  'mofcom-2025-18',
  'mofcom-2025-october',
  'mofcom-announcement-2026-1',
  'catch-all-controls',
  'end-user-certificate',
  'us-export-administration-regulations',
])

const equals = (a: Span, b: Span) => a.start === b.start && a.end === b.end

/** True where a found mention neither gains nor loses. */
function isOpen(passage: Passage, found: Found): boolean {
  if (passage.mentions.some((labelled) => overlaps(labelled, found))) return false
  return RELATED_ENTRIES.has(found.entry) || passage.ignore.some((span) => overlaps(span, found))
}

/** The found mentions of a passage that count, by {@link isOpen}. */
const counted = (passage: Passage, found: readonly Found[]) => found.filter((mention) => !isOpen(passage, mention))

/** Counts one category (or all, where null) of one passage. A mention never agrees with one of another category. */
function count(
  passage: Passage,
  found: readonly Found[],
  category: Category | null,
  agree: (a: Span, b: Span) => boolean,
): Counts {
  const ofCategory = (mention: { category: Category }) => category === null || mention.category === category
  const ours = counted(passage, found).filter(ofCategory)
  const theirs = passage.mentions.filter(ofCategory)
  const pair = (a: Span & { category: Category }, b: Span & { category: Category }) =>
    a.category === b.category && agree(a, b)
  return {
    found: ours.length,
    right: ours.filter((mention) => theirs.some((labelled) => pair(mention, labelled))).length,
    labelled: theirs.length,
    reached: theirs.filter((labelled) => ours.some((mention) => pair(mention, labelled))).length,
  }
}

/** Adds counts up; nothing gives zeros. */
export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({
      found: a.found + b.found,
      right: a.right + b.right,
      labelled: a.labelled + b.labelled,
      reached: a.reached + b.reached,
    }),
    { found: 0, right: 0, labelled: 0, reached: 0 },
  )

/** Share of the found mentions that are right, 0–1; null where none was found. */
export const precision = ({ found, right }: Counts): number | null => (found === 0 ? null : right / found)

/** Share of the labelled mentions that were found, 0–1; null where none is labelled. */
export const recall = ({ labelled, reached }: Counts): number | null => (labelled === 0 ? null : reached / labelled)

/** Harmonic mean of precision and recall, 0–1; 0 where one of them is 0 or nothing was found; null where nothing was there either. */
export function f1(counts: Counts): number | null {
  const [p, r] = [precision(counts), recall(counts)]
  if (p === null && r === null) return null
  return p === null || r === null || p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

/**
 * Scores a detector over passages. Rows come by language, in the order in which the passages bring them up: the four
 * categories, `all`, and `traps` where the language has passages with that tag.
 */
export function score(passages: readonly Passage[], find: (passage: Passage) => readonly Found[]): Score[] {
  const results = passages.map((passage) => ({ passage, found: find(passage) }))
  const row = (lang: string, category: Score['category']): Score => {
    const rows = results.filter(
      ({ passage }) => passage.lang === lang && (category !== 'traps' || passage.tags.includes('trap')),
    )
    const only = category === 'all' || category === 'traps' ? null : category
    const counts = (agree: (a: Span, b: Span) => boolean) =>
      sum(rows.map(({ passage, found }) => count(passage, found, only, agree)))
    const open = rows.flatMap(({ passage, found }) =>
      found.filter((mention) => (only === null || mention.category === only) && isOpen(passage, mention)),
    ).length
    return { lang, category, passages: rows.length, open, overlap: counts(overlaps), exact: counts(equals) }
  }
  return [...new Set(passages.map(({ lang }) => lang))].flatMap((lang) => [
    ...CATEGORIES.map((category) => row(lang, category)),
    row(lang, 'all'),
    ...[row(lang, 'traps')].filter((traps) => traps.passages > 0),
  ])
}

/** Adds the rows of several languages up: one row for every category, and so on, under the language `lang`. */
export function addUp(scores: readonly Score[], lang: string): Score[] {
  return [...new Set(scores.map(({ category }) => category))].map((category) => {
    const rows = scores.filter((each) => each.category === category)
    return {
      lang,
      category,
      passages: rows.reduce((total, { passages }) => total + passages, 0),
      open: rows.reduce((total, { open }) => total + open, 0),
      overlap: sum(rows.map(({ overlap }) => overlap)),
      exact: sum(rows.map(({ exact }) => exact)),
    }
  })
}

/** What keeps the scores below 1: wrong mentions, labelled ones missed, and labelled ones met with another start or end. */
export function misses(passages: readonly Passage[], find: (passage: Passage) => readonly Found[]): Miss[] {
  return passages.flatMap((passage) => {
    const { id, text, mentions } = passage
    const ours = counted(passage, find(passage))
    const wrong = ours
      .filter((mention) => !mentions.some((each) => each.category === mention.category && overlaps(each, mention)))
      .map(({ start, end, category }): Miss => ({ id, kind: 'wrong', category, text: text.slice(start, end) }))
    const short = mentions.flatMap(({ start, end, category, text: words }): Miss[] => {
      const met = ours.filter((each) => each.category === category && overlaps(each, { start, end }))
      if (met.some((each) => equals(each, { start, end }))) return []
      const got = met.map((each) => text.slice(each.start, each.end)).join(' + ')
      return [{ id, kind: got ? 'cut' : 'missed', category, text: got ? `${words} → ${got}` : words }]
    })
    return [...wrong, ...short]
  })
}

/**
 * Reads a corpus file's text, one JSON object a line; empty lines are passed over.
 * Throws an Error that names the line where it is no JSON or an offset does not fit its text.
 */
export function parsePassages(jsonl: string): Passage[] {
  return jsonl.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const fail = (what: string, cause?: unknown) => new Error(`line ${index + 1}: ${what}`, { cause })
    let passage: Passage
    try {
      passage = JSON.parse(line) as Passage
    } catch (error) {
      throw fail('no JSON', error)
    }
    for (const list of ['mentions', 'ignore'] as const)
      if (!Array.isArray(passage?.[list])) throw fail(`no list "${list}"`)
    for (const { start, end, text } of [...passage.mentions, ...passage.ignore])
      if (passage.text.slice(start, end) !== text)
        throw fail(`${passage.id}: "${text}" does not stand at ${start}–${end}`)
    for (const { category } of passage.mentions)
      if (!CATEGORIES.includes(category)) throw fail(`${passage.id}: unknown category "${category}"`)
    return [passage]
  })
}
