/** What the measures of the dataset are called in a line. */

import type { MessageKey } from './t.ts'

/** Measures that most figures have; the others are called as their source calls them. */
const MEASURES: Readonly<Record<string, MessageKey>> = {
  'import-share': 'change_import_share',
  'import-volume': 'change_import_volume',
  'import-value': 'change_import_value',
  'net-import-reliance': 'change_net_import_reliance',
  'mine-production': 'change_mine_production',
  'mine-share': 'change_mine_share',
  'refining-share': 'change_refining_share',
  'magnet-share': 'change_magnet_share',
  reserves: 'change_reserves',
  price: 'change_price',
}

/** The message that names a measure; undefined for one that is called as its source calls it. */
export const measureKey = (measure: string): MessageKey | undefined => MEASURES[measure]
