/** What leads to other pages, told by where it stands and how much of it is a link. */

import { afterEach, expect, it, vi } from 'vitest'
import { blocksInOrder } from '../../../lib/page/reading.ts'
import { isLinked, isTeaser } from '../../../lib/page/teaser.ts'

afterEach(() => document.body.replaceChildren())

function blockOf(html: string) {
  document.body.innerHTML = html
  const [block] = blocksInOrder(document.body)
  if (block === undefined) throw new Error('there is no text')
  return block
}

it.each([
  ['a paragraph', '<p>Japan buys rare earths.</p>', false, false],
  [
    'a paragraph with a link in it',
    '<p>Japan buys many of its <a href="/a">rare earths</a> from China.</p>',
    false,
    false,
  ],
  ['a headline that is a link', '<h3><a href="/a">Rare earths run short</a></h3>', true, true],
  ['one with its rubric before it', '<p>World <a href="/a">Rare earths run short</a></p>', true, true],
  ['what an anchor without an address holds', '<p><a name="top">Japan buys rare earths.</a></p>', false, false],
  ['what stands beside the article', '<aside><p>Japan buys rare earths.</p></aside>', false, true],
  ['what stands at the foot of the page', '<footer><p>Rare earths</p></footer>', false, true],
])('%s', (_, html, linked, teaser) => {
  const block = blockOf(html)
  expect([isLinked(block), isTeaser(block)]).toEqual([linked, teaser])
})

it('looks into no text, which may be very long and is asked about again and again', () => {
  const block = blockOf('<p>Japan buys <a href="/a">rare earths</a> from China.</p>')
  const looks = block.nodes.map((node) => vi.spyOn(node, 'data', 'get'))
  expect(isTeaser(block)).toBe(false)
  for (const look of looks) expect(look).not.toHaveBeenCalled()
})
