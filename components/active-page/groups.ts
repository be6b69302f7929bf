/** Mentions of a page in groups, each with the figures that its mentions share. Pure. */

import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { ListedMention } from '../../lib/messaging/protocol.ts'
import { everyWordOf } from '../ui/every-word.ts'

export const GROUPINGS = ['category', 'entry', 'page'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** A mention with its place in the list of the page, by which the page is asked to show it. */
export type IndexedMention = ListedMention & { index: number }

/** Mentions of one entry with one figure. */
export interface Run {
  entry: string
  category: Category
  /** '' where the entry has none. */
  figure: string
  mentions: IndexedMention[]
}

export interface Group {
  /** The category, or the id of the entry; '' in the order of the page. */
  key: string
  category: Category | null
  count: number
  runs: Run[]
}

/** Mentions whose words, entry, its name or figure hold every word asked for; all where nothing is asked. */
export function filterMentions(
  mentions: readonly ListedMention[],
  asked: string,
  nameOf: (entry: string) => string,
): IndexedMention[] {
  const isFound = everyWordOf(asked)
  return mentions
    .map((mention, index) => ({ ...mention, index }))
    .filter(({ text, entry, figure }) => isFound(`${text} ${nameOf(entry)} ${figure}`))
}

/** Groups in the order of the categories, of first mention, or of the page itself. */
export function groupMentions(mentions: readonly IndexedMention[], by: Grouping): Group[] {
  if (by === 'page') return mentions.length === 0 ? [] : [{ ...group('', mentions, neighbours), category: null }]
  if (by === 'entry')
    return [...Map.groupBy(mentions, ({ entry }) => entry)].map(([entry, those]) => group(entry, those, alike))
  return CATEGORIES.flatMap((category) => {
    const those = mentions.filter((mention) => mention.category === category)
    return those.length === 0 ? [] : group(category, those, alike)
  })
}

function group(key: string, mentions: readonly IndexedMention[], inRuns: typeof alike): Group {
  return { key, category: mentions[0]?.category ?? null, count: mentions.length, runs: inRuns(mentions) }
}

const runOf = ({ entry, category, figure }: ListedMention): Run => ({ entry, category, figure, mentions: [] })

/** Brings together what shares entry and figure, wherever it stands. */
function alike(mentions: readonly IndexedMention[]): Run[] {
  const runs = new Map<string, Run>()
  for (const mention of mentions) {
    const key = `${mention.entry} ${mention.figure}`
    const run = runs.get(key) ?? runOf(mention)
    runs.set(key, run)
    run.mentions.push(mention)
  }
  return [...runs.values()]
}

/** Brings together only what follows one another, so that the order stays. */
function neighbours(mentions: readonly IndexedMention[]): Run[] {
  const runs: Run[] = []
  for (const mention of mentions) {
    const last = runs.at(-1)
    if (last?.entry === mention.entry && last.figure === mention.figure) last.mentions.push(mention)
    else runs.push({ ...runOf(mention), mentions: [mention] })
  }
  return runs
}
