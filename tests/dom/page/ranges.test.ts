/** Ranges: offsets of a block lead back to exactly that text on the page. */

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { blocksUnder, type Block } from '../../../lib/page/blocks.ts'
import { parentsIn, rangeIn } from '../../../lib/page/ranges.ts'

beforeEach(() => {
  document.body.innerHTML = ''
})
function blockOf(html: string): Block {
  document.body.innerHTML = html
  const [block] = blocksUnder(document.body, true, () => {})
  if (!block) throw new Error('no block')
  return block
}
/** The range of a piece of the block's text. */
function rangeOf(block: Block, piece: string): Range {
  const start = block.text.indexOf(piece)
  const range = rangeIn(block, start, start + piece.length)
  if (!range) throw new Error('no range')
  return range
}

describe('rangeIn', () => {
  it.each([
    ['<p>Japan buys rare earths.</p>', 'rare earths'],
    ['<p>Japan buys <b>rare</b> earths.</p>', 'rare earths'],
    ['<p>Japan buys <b>rare</b><i> ear</i>ths.</p>', 'rare earths'],
    ['<p><b>rare earths</b></p>', 'rare earths'],
    ['<p>x<b>rare earths</b>x</p>', 'rare earths'],
    ['<p>日本は<ruby>希土<rt>きど</rt></ruby>類を</p>', '希土'],
  ])('%s', (html, piece) => expect(rangeOf(blockOf(html), piece).toString()).toBe(piece))

  it('begins in the node where the text begins and ends in the node where it ends', () => {
    const block = blockOf('<p>Japan buys <b>rare earths</b> today</p>')
    const range = rangeOf(block, 'rare earths')
    expect(range.startContainer).toBe(range.endContainer)
    expect((range.startContainer as Text).data).toBe('rare earths')
    expect([range.startOffset, range.endOffset]).toEqual([0, 11])
  })

  it('crosses a line break', () => {
    const block = blockOf('<p>rare<br>earths</p>')
    const range = rangeIn(block, 0, block.text.length)
    expect(range?.toString()).toBe('rareearths')
  })

  it('is null once the page took the text away, or made it shorter', () => {
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
          const [block] = blocksUnder(document.body, true, () => {}) as Iterable<Block>
          const { text } = block as Block
          expect(text).toBe(parts.map(([part]) => part).join(''))
          const start = a % text.length
          const end = start + 1 + (b % (text.length - start))
          expect(rangeIn(block as Block, start, end)?.toString()).toBe(text.slice(start, end))
        },
      ),
    ))
})

describe('parentsIn', () => {
  const names = (html: string, piece: string) => {
    const block = blockOf(html)
    const start = block.text.indexOf(piece)
    return [...parentsIn(block, start, start + piece.length)].map(({ nodeName }) => nodeName)
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
    const [block] = blocksUnder(host.shadowRoot as ShadowRoot, true, () => {}) as Iterable<Block>
    expect([...parentsIn(block as Block, 0, 4)]).toEqual([host])
  })
})
