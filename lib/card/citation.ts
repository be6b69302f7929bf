/** What "Copy" copies: the figure, or what the entry is, with its sources and the dataset's edition, as text and as HTML. Pure. */

import type { Translate } from '../i18n/t.ts'
import { figureLine, type CardModel, type Source } from './model.ts'

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] as string)

const inText = ({ publisher, title, published, url }: Source) =>
  [publisher, title, published, url].filter(Boolean).join(', ')

function inHtml({ publisher, title, published, url }: Source): string {
  const name = escape([publisher, title].filter(Boolean).join(', '))
  return (url ? `<a href="${escape(url)}">${name}</a>` : name) + escape(published && `, ${published}`)
}

/** Dataset text stays text in the HTML, whatever it holds. */
export function citationOf(
  { title, figure, context, edition }: CardModel,
  t: Translate,
): { text: string; html: string } {
  const said = figure ? figureLine(figure) : `${title}: ${context.map(({ text }) => text).join(' ')}`
  const sources = figure ? figure.sources : [...new Set(context.flatMap(({ citations }) => citations))]
  const from = `Tradegloss, ${t('card_edition', { edition })}`
  const listed = (name: (source: Source) => string) => t('card_cite_sources', { sources: sources.map(name).join('; ') })
  return {
    text: `${said}\n${listed(inText)}\n${from}`,
    html: `<p>${escape(said)}<br>${listed(inHtml)}<br>${escape(from)}</p>`,
  }
}
