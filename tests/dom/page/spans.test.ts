/** Spans: offsets of a block lead back to exactly that text on the page. */

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Block } from '../../../lib/page/blocks.ts'
import { read, takeAll } from '../../../lib/page/reading.ts'
import { parentsOf, setRange, spanIn } from '../../../lib/page/spans.ts'

beforeEach(() => {
  document.body.innerHTML = ''
})
/** The one run of text of the first element of some markup. */
function blockOf(html: string): Block {
  document.body.innerHTML = html
  return runOf(document.body.firstElementChild as Element)
}
function runOf(owner: Element | ShadowRoot): Block {
  const blocks: Block[] = []
  takeAll(read(owner, { onRun: (block) => blocks.push(block), isShallow: true }))
  if (!blocks[0]) throw new Error('no block')
  return blocks[0]
}
const rangeIn = (block: Block, start: number, end: number): Range | null => {
  const range = document.createRange()
  return setRange(range, spanIn(block, start, end)) ? range : null
}
/** The range of a piece of the block's text. */
function rangeOfPiece(block: Block, piece: string): Range {
  const start = block.text.indexOf(piece)
  const range = rangeIn(block, start, start + piece.length)
  if (!range) throw new Error('no range')
  return range
}

describe('setRange', () => {
  it.each([
    ['<p>Japan buys rare earths.</p>', 'rare earths'],
    ['<p>Japan buys <b>rare</b> earths.</p>', 'rare earths'],
    ['<p>Japan buys <b>rare</b><i> ear</i>ths.</p>', 'rare earths'],
    ['<p><b>rare earths</b></p>', 'rare earths'],
    ['<p>x<b>rare earths</b>x</p>', 'rare earths'],
    ['<p>日本は<ruby>希土<rt>きど</rt></ruby>類を</p>', '希土'],
  ])('%s', (html, piece) => expect(rangeOfPiece(blockOf(html), piece).toString()).toBe(piece))

  it('begins in the node where the text begins and ends in the node where it ends', () => {
    const block = blockOf('<p>Japan buys <b>rare earths</b> today</p>')
    const range = rangeOfPiece(block, 'rare earths')
    expect(range.startContainer).toBe(range.endContainer)
    expect((range.startContainer as Text).data).toBe('rare earths')
    expect([range.startOffset, range.endOffset]).toEqual([0, 11])
  })

  it('crosses a line break', () => {
    const block = blockOf('<p>rare<br>earths</p>')
    const range = rangeIn(block, 0, block.text.length)
    expect(range?.toString()).toBe('rareearths')
  })

  it('is not put where the page took the text away or made it shorter', () => {
    const gone = blockOf('<p>rare <b>earths</b></p>')
    document.body.innerHTML = ''
    expect(rangeIn(gone, 0, 4)).toBeNull()
    const cut = blockOf('<p>rare earths</p>')
    ;(cut.nodes[0] as Text).data = 'rare'
    expect(rangeIn(cut, 5, 11)).toBeNull()
    expect(rangeIn(cut, 0, 4)?.toString()).toBe('rare')
  })

  it('gives back any span of any text cut into any nodes', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), fc.boolean()), { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (parts, a, b) => {
          const p = document.createElement('p')
          for (const [text, isWrapped] of parts) {
            const node = document.createTextNode(text)
            if (isWrapped) {
              const span = document.createElement('span')
              span.append(node)
              p.append(span)
            } else p.append(node)
          }
          document.body.replaceChildren(p)
          const block = runOf(p)
          const { text } = block
          expect(text).toBe(parts.map(([part]) => part).join(''))
          const start = a % text.length
          const end = start + 1 + (b % (text.length - start))
          expect(rangeIn(block, start, end)?.toString()).toBe(text.slice(start, end))
        },
      ),
    ))
})

describe('parentsOf', () => {
  const names = (html: string, piece: string) => {
    const block = blockOf(html)
    const start = block.text.indexOf(piece)
    return [...parentsOf(spanIn(block, start, start + piece.length))].map(({ nodeName }) => nodeName)
  }
  it('are the elements whose own text the span runs through', () => {
    expect(names('<p>Japan buys rare earths</p>', 'rare earths')).toEqual(['P'])
    expect(names('<p>Japan <b>rare</b> <i>earths</i></p>', 'rare earths')).toEqual(['B', 'P', 'I'])
    expect(names('<p>Japan <b>rare</b> earths</p>', 'Japan')).toEqual(['P'])
    expect(names('<p>a<b>rare earths</b></p>', 'rare earths')).toEqual(['B'])
  })
  it('are the host where the text lies in the shadow root itself', () => {
    const host = document.createElement('news-card')
    document.body.append(host)
    host.attachShadow({ mode: 'open' }).innerHTML = 'rare earths'
    const block = runOf(host.shadowRoot as ShadowRoot)
    expect([...parentsOf(spanIn(block, 0, 4))]).toEqual([host])
  })
})
