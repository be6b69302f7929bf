/** Goods of the Harmonized System that the dataset follows in UN Comtrade, each with the entry that it tells about. */

export interface Goods {
  entry: string
  /** What stands in the dataset's column `commodity`. */
  wording: string
  /** `whole` where the code covers the entry and nothing else. */
  scope: 'whole' | 'part'
}

/** By HS code without dots. Codes that mix entries (811292: gallium, germanium, indium and more) are left out. */
export const GOODS: Readonly<Record<string, Goods>> = {
  '2504': { entry: 'graphite', wording: 'HS 2504 natural graphite', scope: 'whole' },
  '2611': { entry: 'tungsten', wording: 'HS 2611 tungsten ores and concentrates', scope: 'part' },
  '2613': { entry: 'molybdenum', wording: 'HS 2613 molybdenum ores and concentrates', scope: 'part' },
  '2846': { entry: 'rare-earths', wording: 'HS 2846 rare-earth compounds', scope: 'part' },
  '280530': { entry: 'rare-earths', wording: 'HS 280530 rare-earth metals, scandium and yttrium', scope: 'part' },
  '8101': { entry: 'tungsten', wording: 'HS 8101 tungsten and articles', scope: 'part' },
  '8102': { entry: 'molybdenum', wording: 'HS 8102 molybdenum and articles', scope: 'part' },
  '8106': { entry: 'bismuth', wording: 'HS 8106 bismuth and articles', scope: 'part' },
  '8110': { entry: 'antimony', wording: 'HS 8110 antimony and articles', scope: 'part' },
  '850511': { entry: 'rare-earth-magnets', wording: 'HS 850511 permanent magnets of metal', scope: 'part' },
}
