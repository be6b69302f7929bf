/** Computes what one economy makes of the world's output from a world table of USGS, where the edition prints no share. */

import type { Reading } from './release.ts'
import { isPrinted, type Edition } from './usgs-reading.ts'
import { COMPUTED_SHARES } from './usgs-series.ts'

/** Percent; totals are rounded, and one that is all but its greatest part may come out below it. */
const MOST = 101

/**
 * Shares of world tables, in percent with one decimal, from rounded tons. Throws an Error that names both rows where a
 * part is greater than its total.
 */
export function sharesOf(readings: readonly Reading[], { edition, source }: Edition, newest: number): Reading[] {
  const shares: Reading[] = []
  const current = readings.filter(
    ({ correctedBy, scope, qualifier }) =>
      correctedBy === undefined && scope === 'whole' && (qualifier === 'exact' || qualifier === 'estimate'),
  )
  for (const { entry, from, measure, wording, reporters, newestOnly } of COMPUTED_SHARES) {
    const world = current.filter((each) => each.entry === entry && each.measure === from && each.reporter === 'WLD')
    for (const total of world) {
      const isNewest = total.period.period === String(newest)
      for (const reporter of [...reporters, ...(isNewest ? newestOnly : [])]) {
        const part = current.find(
          (each) =>
            each.entry === entry &&
            each.measure === from &&
            each.reporter === reporter &&
            each.commodity === total.commodity &&
            each.period.period === total.period.period,
        )
        if (part === undefined || total.value === 0) continue
        const share = Math.round((1000 * part.value) / total.value) / 10
        const [ofPart, ofTotal] = [part, total].map(({ value }) => value.toLocaleString('en-US'))
        if (share > MOST)
          throw new Error(
            `${part.locator}: ${from} of ${reporter}, ${ofPart} t, is more than the world's, ${ofTotal} t (${total.locator}).`,
          )
        shares.push({
          ...part,
          source,
          measure,
          label: measure,
          commodity: wording,
          value: Math.min(100, share),
          low: null,
          high: null,
          unit: '%',
          qualifier: 'estimate',
          locator: 'world table, computed',
          note: `Computed from rounded USGS figures: ${ofPart} of ${ofTotal} t.`,
          keepsLocator: true,
          // What the edition prints itself goes before what is computed.
          unless: (row) => isPrinted(row, edition) && row.source_id !== source,
        })
      }
    }
  }
  return shares
}
