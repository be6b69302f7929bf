/** Cards of the bundled dataset, as a mention in an English article on Japan asks for them. */

import { compileCard } from '../../../lib/card/compile.ts'
import type { FigureView } from '../../../lib/card/figure-view.ts'
import { buildCard, type CardModel } from '../../../lib/card/model.ts'
import type { CardRequest } from '../../../lib/card/request.ts'
import type { CardFacts } from '../../../lib/dataset/facts.ts'
import type { ArticleNumber } from '../../../lib/detect/types.ts'
import { wording } from '../../helpers/wording.ts'
import { factsOf, TODAY } from '../dataset/bundled.ts'

/** The card of these facts. */
export const cardOf = (facts: CardFacts, request: Partial<CardRequest> = {}): CardModel =>
  buildCard(
    compileCard(facts, wording),
    { economy: 'JPN', articleDate: null, today: TODAY, number: null, ...request },
    wording,
  )

/** The card of an entry, by its id. */
export const card = (id: string, request: Partial<CardRequest> = {}): CardModel => cardOf(factsOf(id), request)

/** The figure on it. Throws where there is none. */
export function figureOf(id: string, request: Partial<CardRequest> = {}): FigureView {
  const { figure } = card(id, request)
  if (!figure) throw new Error(`${id} has no figure.`)
  return figure
}

/** A share of purchases. */
export const percent = (value: number): ArticleNumber => ({ text: `${value}%`, value, unit: '%', of: 'bought' })
