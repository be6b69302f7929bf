/** Quotes: words and place of mentions in the text of the whole page, also across nodes and in shadow roots. */

import { afterEach, describe, expect, it } from 'vitest'
import { blocksInOrder } from '../../../lib/page/reading.ts'
import { quotesOf } from '../../../lib/page/quotes.ts'
import { spanIn } from '../../../lib/page/spans.ts'

afterEach(() => document.body.replaceChildren())

/** Spans of `words` wherever they stand in a block of the page. */
function spansOf(words: string, root: Element = document.body) {
  return [...blocksInOrder(root)].flatMap((block) => {
    const at = block.text.indexOf(words)
    return at < 0 ? [] : [spanIn(block, at, at + words.length)]
  })
}

describe('quotesOf', () => {
  it('gives the words, what stands around them, and their place', () => {
    document.body.innerHTML = '<p>One.</p><p>Japan buys rare earths from China.</p>'
    expect(quotesOf(spansOf('rare earths'))).toEqual([
      { quote: 'rare earths', prefix: 'One.Japan buys ', suffix: ' from China.', start: 15 },
    ])
  })

  it('counts code points, as annotations do, and not UTF-16 units', () => {
    document.body.innerHTML = '<p>𠮷𠮷</p><p>𠮷 rare earths</p>'
    const [quote] = quotesOf(spansOf('rare earths'))
    expect(quote?.start).toBe(4)
    expect([...(document.body.textContent ?? '')].slice(4, 15).join('')).toBe('rare earths')
  })

  it('counts the text of scripts and styles, which are text of the body too', () => {
    document.body.innerHTML = '<style>p{}</style><p>rare earths</p>'
    expect(quotesOf(spansOf('rare earths'))[0]?.start).toBe(3)
  })

  it('gives words that run through several nodes to the letter', () => {
    document.body.innerHTML = '<p>its <b>rare</b>\n <i>earths</i>, all</p>'
    expect(quotesOf(spansOf('rare\n earths'))).toEqual([
      { quote: 'rare\n earths', prefix: 'its ', suffix: ', all', start: 4 },
    ])
  })

  it('takes no more than 32 units to either side', () => {
    document.body.innerHTML = `<p>${'a'.repeat(50)}rare earths${'b'.repeat(50)}</p>`
    const [quote] = quotesOf(spansOf('rare earths'))
    expect(quote).toMatchObject({ prefix: 'a'.repeat(32), suffix: 'b'.repeat(32), start: 50 })
  })

  it('has the words, and no place, of what stands in a shadow root', () => {
    const host = document.body.appendChild(document.createElement('div'))
    const root = host.attachShadow({ mode: 'open' })
    root.innerHTML = '<p>its <b>rare</b> earths, all</p>'
    const paragraph = root.querySelector('p') as Element
    expect(quotesOf(spansOf('rare earths', paragraph))).toEqual([
      { quote: 'rare earths', prefix: '', suffix: '', start: null },
    ])
  })
})
