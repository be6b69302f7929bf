/** Density: how many of an entry’s mentions are drawn, wherever the page adds, hides or takes away. */

import { describe, expect, it, vi } from 'vitest'
import type { Category } from '../../../lib/detect/types.ts'
import type { Density } from '../../../lib/page/density.ts'
import { settle } from '../../helpers/settle.ts'
import { ALL, annotate, get, onEmptyPages, READ_MS, type Annotated } from './annotated.ts'

onEmptyPages()

describe('density', () => {
  const FIVE = `<p id="a">Rare earth, one china, rare earth</p><h2 id="h">Rare earth</h2><p id="b">rare earth</p>
    <h3>one china</h3>rare earth`
  /** Ids, else names, of the blocks in which something is drawn, and the words. */
  const drawn = ({ ranges }: Annotated) =>
    [...ranges.keys()]
      .map((range) => {
        const { id, localName } = range.startContainer.parentElement as Element
        return `${id || localName}: ${range.toString().toLowerCase()}`
      })
      .sort()
  const dense = async (html: string, density: Density) => {
    document.body.innerHTML = html
    const page = annotate('', undefined, density)
    await settle(READ_MS)
    return page
  }
  const counted = { 'rare-earths': 5, 'dual-use': 0, senkaku: 0, 'one-china': 2 }

  it('draws the first mention of each entry on the page, and counts and lists all', async () => {
    const page = await dense(FIVE, 'first')
    expect(drawn(page)).toEqual(['a: one china', 'a: rare earth'])
    expect(page.annotator.counts()).toEqual(counted)
    expect(page.annotator.marks()).toHaveLength(7)
  })

  it('draws the first mention of each entry in each section', async () => {
    const page = await dense(FIVE, 'section')
    expect(drawn(page)).toEqual(['a: one china', 'a: rare earth', 'body: rare earth', 'h3: one china', 'h: rare earth'])
  })

  it('changes as soon as the reader wants it otherwise', async () => {
    const page = await dense(FIVE, 'all')
    expect(page.ranges.size).toBe(7)
    page.annotator.show(ALL, 'first')
    await settle(READ_MS)
    expect(page.ranges.size).toBe(2)
    page.annotator.show(new Set<Category>(['rare-earths']), 'section')
    await settle(READ_MS)
    expect(drawn(page)).toEqual(['a: rare earth', 'body: rare earth', 'h: rare earth'])
    page.annotator.show(ALL, 'all')
    expect(page.ranges.size).toBe(7)
  })

  it('goes on to the next mention where the first goes, is hidden, or another comes before it', async () => {
    const page = await dense('<p id="a">rare earth</p><p id="b">rare earth</p>', 'first')
    get('a').remove()
    await settle(READ_MS)
    expect(drawn(page)).toEqual(['b: rare earth'])
    get('b').insertAdjacentHTML('beforebegin', '<p id="c">rare earth</p>')
    await settle(READ_MS)
    expect(drawn(page)).toEqual(['c: rare earth'])
    vi.spyOn(get('c'), 'checkVisibility').mockReturnValue(false)
    get('b').append(' x')
    await settle(READ_MS)
    expect(drawn(page)).toEqual(['b: rare earth'])
  })

  it('begins a section where a heading comes, and joins two where it goes', async () => {
    const page = await dense('<p id="a">rare earth</p><p id="b">rare earth</p>', 'section')
    get('b').insertAdjacentHTML('beforebegin', '<h2 id="h">More</h2>')
    await settle(READ_MS)
    expect(drawn(page)).toEqual(['a: rare earth', 'b: rare earth'])
    get('h').remove()
    await settle(READ_MS)
    expect(drawn(page)).toEqual(['a: rare earth'])
  })

  it('takes open shadow roots where their hosts stand', async () => {
    document.body.innerHTML = '<x-card id="x"></x-card><p id="a">rare earth</p>'
    get('x').attachShadow({ mode: 'open' }).innerHTML = '<p id="in">rare earth</p>'
    const page = annotate('', undefined, 'first')
    await settle(READ_MS)
    expect(drawn(page)).toEqual(['in: rare earth'])
  })

  it('is not led astray by a form whose fields are named like properties', async () => {
    const page = await dense(
      '<form><input name="shadowRoot"><input name="nodeName"></form><p>rare earth</p>',
      'section',
    )
    expect(drawn(page)).toEqual(['p: rare earth'])
  })
})
