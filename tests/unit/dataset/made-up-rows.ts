/** Rows on what Japan buys of rare earths that are in no edition, and which of them is the headline. */

import { chooseHeadline, type HeadlineFacts } from '../../../lib/dataset/headline.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { factsOf, figures, TODAY } from './bundled.ts'

const base = figures.get('rare-earths-import-share-jpn-chn-2024') as FigureRow
export const RARE_EARTHS = [factsOf('rare-earths').lineage[0]] as HeadlineFacts['lineage']
export const madeUp = (id: string, change: Partial<FigureRow>): FigureRow => ({ ...base, id, value: 50, ...change })
export const year = (of: number) => ({ period_start: `${of}-01-01`, period_end: `${of}-12-31` })
/** Ids of the rows that are the headline for Japan in an article of `date`. */
export const choose = (rows: FigureRow[], date = TODAY) =>
  chooseHeadline({ lineage: RARE_EARTHS, related: [], figures: rows }, 'JPN', date, TODAY).headline?.figures.map(
    ({ id }) => id,
  )
/** One that counts. */
export const sound = madeUp('sound', year(2023))
