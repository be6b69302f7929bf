/** Headline figures past their time: what a maintainer should look for a newer row of. */

import { SUPPLIER } from '../detect/types.ts'
import { WORLD } from './answering.ts'
import { cardFacts, type CardFacts } from './facts.ts'
import { isStale } from './freshness.ts'
import { chooseHeadline, readingsOf, type Headline } from './headline.ts'
import { MATERIAL_KINDS } from './measures.ts'
import type { Economy, Edition, FigureRow, IsoDate } from './types.ts'

export interface StaleHeadline {
  headline: Headline
  /** The economy for which a card shows it; of entries that show one figure to all, its reporter. */
  economy: Economy
  /** Ids of further entries whose cards borrow it. */
  borrowedBy: string[]
  /** The newest reading of the same question that is newer but may not be a headline, or null. */
  newer: FigureRow | null
}

/** Economies for which a card of the entry may show a figure of their own. */
function economiesOf(facts: CardFacts): Economy[] {
  const found = new Set<Economy>([WORLD])
  if (MATERIAL_KINDS.has(facts.kind)) for (const { reporter } of facts.figures) found.add(reporter)
  // The supplier is shown what the world is.
  found.delete(SUPPLIER)
  return [...found]
}

/** The rows that would be nearest to replace it: same question, later period over by then, or one that the source leaves open. */
function newerReading(facts: CardFacts, headline: Headline, today: IsoDate): FigureRow | null {
  const shown = headline.figures[0].period_end
  const isNewer = ({ period, period_end }: FigureRow) => {
    const year = /^\d{4}/.exec(period)?.[0] ?? ''
    if (period_end === '') return year > shown.slice(0, 4) && year <= today.slice(0, 4)
    return period_end > shown && period_end < today
  }
  return readingsOf(facts, headline).find((row) => row.superseded === 'no' && isNewer(row)) ?? null
}

/** Every headline that a card would show as past its time on `today`, oldest first, each figure once for an economy. */
export function staleHeadlines(edition: Edition, today: IsoDate): StaleHeadline[] {
  const found = new Map<string, StaleHeadline>()
  const borrowed: { key: string; by: string }[] = []
  for (const entry of edition.tables.entries) {
    const facts = cardFacts(edition, entry, 'en')
    for (const economy of economiesOf(facts)) {
      const { headline, isWorldInstead } = chooseHeadline(facts, economy, today, today)
      if (headline === null || isWorldInstead) continue
      const [first] = headline.figures
      if (!isStale(first, today)) continue
      const shownTo = MATERIAL_KINDS.has(entry.kind) ? economy : first.reporter
      const key = `${shownTo} ${first.id}`
      if (headline.isStandIn) borrowed.push({ key, by: entry.id })
      else found.set(key, { headline, economy: shownTo, borrowedBy: [], newer: newerReading(facts, headline, today) })
    }
  }
  for (const { key, by } of borrowed) found.get(key)?.borrowedBy.push(by)
  const endOf = ({ headline }: StaleHeadline) => headline.figures[0].period_end
  return [...found.values()].sort(
    (a, b) =>
      endOf(a).localeCompare(endOf(b)) ||
      a.headline.entry.localeCompare(b.headline.entry) ||
      a.economy.localeCompare(b.economy),
  )
}
