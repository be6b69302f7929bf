/** What copying a card copies. */

import { describe, expect, it } from 'vitest'
import { citationOf } from '../../../lib/card/citation.ts'
import { compileCard } from '../../../lib/card/compile.ts'
import { buildCard, type CardModel } from '../../../lib/card/model.ts'
import { wording } from '../../helpers/wording.ts'
import { factsOf, TODAY } from '../dataset/bundled.ts'

const card = (id: string): CardModel =>
  buildCard(
    compileCard(factsOf(id), wording),
    { economy: 'JPN', articleDate: null, today: TODAY, number: null },
    wording,
  )

describe('a citation', () => {
  it('is the figure, the sources with their addresses, and the edition', () => {
    const [figure, ...rest] = citationOf(card('rare-earths'), wording.t).text.split('\n')
    const edition = rest.pop()
    expect(figure).toBe('Japan buys 60–72% of its rare earths from China (2024, sources differ)')
    expect(rest).toHaveLength(4)
    expect(rest[0]).toMatch(/^Sources: Toyo Keizai Online, .+, https:\/\/\S+$/)
    expect(rest[3]).toMatch(/^Data Zoo \(TV log\), .+, https:\/\/\S+$/)
    expect(edition).toBe(`Tradegloss, Dataset ${card('rare-earths').edition}`)
  })

  it('is what the entry is where it has no figure', () => {
    const { text } = citationOf(card('one-china-principle'), wording.t)
    expect(text).toMatch(/^One-China principle: The one-China principle is Beijing's .+\nSources: ./)
  })

  it('says the same in HTML as in text, each address a link', () => {
    const { text, html } = citationOf({ ...card('rare-earths'), edition: `"3" & <4>` }, wording.t)
    const shown = html.replaceAll('<br>', '\n').replace(/<[^>]+>/g, '')
    expect(shown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).toBe(text)
    expect(html.match(/<a /g)).toHaveLength(4)
  })

  it('links in HTML, and lets no text of the dataset become markup', () => {
    const model = card('rare-earths')
    expect(citationOf(model, wording.t).html).toMatch(/Toyo Keizai Online, .+<a href="https:\/\/[^"]+">https:/)
    const evil = '"><img src=x onerror=alert(1)>'
    const [source] = model.sources
    const { html } = citationOf(
      {
        ...model,
        title: evil,
        figure: null,
        edition: evil,
        context: [
          {
            text: evil,
            links: [],
            citations: source ? [{ ...source, publisher: evil, published: evil, url: `https://x/${evil}` }] : [],
          },
        ],
      },
      wording.t,
    )
    expect(html.match(/<[^>]+>/g)?.map((tag) => tag.replace(/"[^"]*"/, '""'))).toEqual([
      '<p>',
      '<br>',
      '<a href="">',
      '</a>',
      '<br>',
      '</p>',
    ])
  })
})
