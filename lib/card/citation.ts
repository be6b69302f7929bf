/** What "Copy" copies: the figure, or what the entry is, with its sources and the dataset's edition, as text and as HTML. Pure. */

import type { Translate } from '../i18n/t.ts'
import { figureLine } from './figure-view.ts'
import { htmlText } from './html-text.ts'
import type { CardModel } from './model.ts'

/** A line for each source, its address last. In the HTML dataset text stays text, whatever it holds. */
export function citationOf(
  { title, figure, context, edition }: CardModel,
  t: Translate,
): { text: string; html: string } {
  const cited = figure ? figure.sources : new Set(context.flatMap(({ citations }) => citations))
  const sources = [...cited].map(({ publisher, title: name, published, url }) =>
    [publisher, name, published, url].filter(Boolean).join(', '),
  )
  const text = [
    figure ? figureLine(figure) : `${title}: ${context.map((part) => part.text).join(' ')}`,
    t('card_cite_sources', { sources: sources.join('\n') }),
    `Tradegloss, ${t('card_edition', { edition })}`,
  ].join('\n')
  const lines = htmlText(text).replace(/https:\S+/g, '<a href="$&">$&</a>')
  return { text, html: `<p>${lines.replaceAll('\n', '<br>')}</p>` }
}
