/** What kinds of measure there are, as far as choosing and ageing a figure must tell them apart. */

/** Entry kinds that economies buy, and so depend on. */
export const MATERIAL_KINDS: ReadonlySet<string> = new Set(['material', 'group', 'product'])

/** Measures that are a state of things and not a sum over a period: the newest row that had begun counts until superseded. */
export const STATE_MEASURES: ReadonlySet<string> = new Set([
  'list-size',
  'participating-states',
  'states-with-formal-ties',
  'entities-listed',
  'content-threshold',
  'count',
  'purchase-price',
  'distance',
])

/** Published by the month only: the newest month that had ended counts. */
export const MONTHLY_MEASURES: ReadonlySet<string> = new Set(['visitors-change'])

/** Shares of what an economy buys that come from one supplier. */
export const IMPORT_MEASURES = ['import-share', 'net-import-reliance'] as const

/** What a number in an article may say of an economy: its share of what the world mines or makes and refines, or has left. */
export const TOLD_MEASURES: Readonly<Record<string, 'mined' | 'refined' | 'reserves'>> = {
  'mine-share': 'mined',
  'magnet-share': 'mined',
  'refining-share': 'refined',
  reserves: 'reserves',
  'reserve-share': 'reserves',
}

/** Shares of what the world makes that one supplier makes. */
export const WORLD_MEASURES = ['magnet-share', 'refining-share', 'mine-share'] as const
