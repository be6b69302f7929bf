/** The annotator: marks follow the page whatever it does, and always equal those of a page read afresh. */

import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { settle } from '../../helpers/settle.ts'
import { annotate, findWith, get, onEmptyPages, onPage, painted, READ_MS, textOf, words } from './annotated.ts'
import { apply, type Change } from './changes.ts'

onEmptyPages()

describe('reading', () => {
  it('marks what is there, in the order of the page', async () => {
    const page = await onPage('<p>one china</p><div>Rare earths <p>rare earth</p> and xenon</div>')
    expect(words(page)).toEqual(['one china', 'Rare earths', 'rare earth', 'xenon'])
    expect(page.annotator.counts()).toEqual({ 'rare-earths': 3, 'one-china': 1, 'dual-use': 0, senkaku: 0 })
  })

  it('tells once that a page without mentions is read, and then only watches', async () => {
    const page = await onPage('<p>nothing</p>')
    expect(page.onRead).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(vi.getTimerCount()).toBe(0)
    expect([page.onRead.mock.calls.length, page.told]).toEqual([1, []])
  })

  it('tells of text that comes or changes once the page was gone through, and not of what was there', async () => {
    const page = await onPage('<main><p id="p">nothing</p></main>')
    expect(page.onNews).not.toHaveBeenCalled()
    textOf('p').data = 'something'
    await settle(READ_MS)
    expect(page.onNews).toHaveBeenCalledTimes(1)
    get('p').className = 'big'
    await settle(READ_MS)
    expect(page.onNews).toHaveBeenCalledTimes(1)
  })

  it('decides doubtful terms by the whole page, whichever comes first', async () => {
    expect(words(await onPage('<p>xenon</p><p>rare earth</p>'))).toEqual(['xenon', 'rare earth'])
    expect(words(await onPage('<p>xenon</p>'))).toEqual([])
  })

  it('marks what the judge found only later, and leaves what stands as it is', async () => {
    let verdict: boolean | undefined = false
    document.body.innerHTML = '<p>rare earth, dual use</p>'
    const page = annotate('', () => verdict)
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth'])
    const [before] = page.annotator.marks()
    verdict = undefined
    page.annotator.reconsider()
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth', 'dual use'])
    expect(page.annotator.marks()[0]).toBe(before)
    expect(page.dropped).toEqual([])
  })

  it('finds every mention of a block of any length once, also at the edges of pieces', async () => {
    for (const pad of [8180, 8186, 8192, 8200, 16_380]) {
      const page = await onPage(`<p>${'x'.repeat(pad)} rare earth ${'word '.repeat(2000)} rare earths end</p>`)
      expect(words(page)).toEqual(['rare earth', 'rare earths'])
      expect(
        painted(page)
          .map((place) => place.replace(/^\S+ /, ''))
          .sort(),
      ).toEqual(['rare earth', 'rare earths'])
      page.annotator.stop()
    }
  })
})

describe('following', () => {
  it('keeps a mark that still stands when other words of its paragraph change', async () => {
    const page = await onPage(
      '<p id="p">Today <b id="b">10%</b> more. Exports of rare earth rose. <i id="i">Now</i></p>',
    )
    const [mark] = page.annotator.marks()
    const range = mark?.range
    textOf('b').data = '12%'
    textOf('i').data = 'Much later'
    get('p').append(' And more.')
    await settle(READ_MS)
    expect(page.annotator.marks()).toEqual([mark])
    expect(mark?.range).toBe(range)
    expect(page.dropped).toEqual([])
  })

  it('keeps a mark whose words stay while the whole text is replaced, and draws it where it stands now', async () => {
    const page = await onPage('<p id="p">Exports of rare earth rose 10%.</p>')
    const [mark] = page.annotator.marks()
    get('p').textContent = 'By noon, exports of rare earth rose 12%.'
    await settle(READ_MS)
    expect(page.annotator.marks()).toEqual([mark])
    expect(painted(page).map((place) => place.slice(-10))).toEqual(['rare earth'])
    expect(page.dropped).toEqual([])
  })

  it('knows which of the same words is which when one more comes before them', async () => {
    const page = await onPage(`<p id="p">${'a '.repeat(150)}rare earth${' b'.repeat(250)} rare earth</p>`)
    const marks = page.annotator.marks()
    get('p').prepend(`rare earth ${'c '.repeat(250)}`)
    await settle(READ_MS)
    expect(page.annotator.marks().slice(1)).toEqual(marks)
    expect(page.annotator.marks()[1]).toBe(marks[0])
  })

  it('drops a mark whose words went', async () => {
    const page = await onPage('<p id="p">rare earth and one china</p>')
    const [gone] = page.annotator.marks()
    textOf('p').data = 'iron and one china'
    await settle(READ_MS)
    expect(page.dropped).toEqual([gone])
    expect(words(page)).toEqual(['one china'])
  })

  it('marks both runs of text around a nested block, and drops neither for the other', async () => {
    const page = await onPage('<div id="d">rare earth<p>x</p>one china</div>')
    const marks = page.annotator.marks()
    expect(words(page)).toEqual(['rare earth', 'one china'])
    get('d').append('!')
    await settle(READ_MS)
    expect(page.annotator.marks()).toEqual(marks)
    ;(get('d').firstChild as Text).data = 'rare metal'
    await settle(READ_MS)
    expect(words(page)).toEqual(['one china'])
  })

  it('sees text that a new block parts, and that closes up over one that goes', async () => {
    const page = await onPage('<div id="d"><b>rare</b> <i id="i">earth</i></div>')
    expect(words(page)).toEqual(['rare earth'])
    const block = document.createElement('p')
    get('d').insertBefore(block, get('i'))
    await settle(READ_MS)
    expect(words(page)).toEqual([])
    block.remove()
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth'])
  })

  it('reads what comes in, also inside an inline element, and in shadow roots', async () => {
    const page = await onPage('<div id="d"></div>')
    const link = document.createElement('a')
    link.innerHTML = '<div>rare earth</div><nav><p>rare earth</p></nav>'
    get('d').append(link)
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth'])
    const host = document.createElement('div')
    host.attachShadow({ mode: 'open' }).innerHTML = 'one <b>china</b>'
    get('d').append(host)
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth', 'one china'])
    expect(page.roots).toEqual([host.shadowRoot])
    host.remove()
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth'])
    // The root is known, and its text is read all the same.
    get('d').append(host)
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth', 'one china'])
  })

  it('lets go of what is moved into navigation', async () => {
    const page = await onPage('<nav id="n"></nav><section id="s"><p>rare earth</p></section>')
    expect(words(page)).toEqual(['rare earth'])
    const wrapper = document.createElement('div')
    wrapper.append(get('s'))
    get('n').append(wrapper)
    await settle(READ_MS)
    expect(page.ranges.size).toBe(0)
    expect(page.dropped).toHaveLength(1)
  })

  it('takes doubtful marks away with what vouched for them', async () => {
    const page = await onPage('<p id="v">rare earth</p><p>xenon</p>')
    expect(words(page)).toEqual(['rare earth', 'xenon'])
    get('v').remove()
    await settle(READ_MS)
    expect(words(page)).toEqual([])
  })

  it.each([
    ['a headline of another article', '<p>xenon</p><a href="/a">rare earth</a>'],
    ['one with its rubric', '<p>xenon</p><p>World <a href="/a">A quarrel about rare earth</a></p>'],
    ['what stands beside the article', '<p>xenon</p><aside><p>rare earth</p></aside>'],
    ['what stands at the foot of the page', '<p>xenon</p><footer><p>rare earth</p></footer>'],
  ])('marks what asks for context not because of %s, which is marked itself', async (_, html) => {
    const page = await onPage(html)
    expect(words(page)).toEqual(['rare earth'])
    document.body.insertAdjacentHTML('beforeend', '<p>About <a href="/b">rare earth</a> in the article.</p>')
    await settle(READ_MS)
    expect(words(page).filter((word) => word === 'xenon')).toEqual(['xenon'])
  })

  it('judges by the new lead after navigation', async () => {
    const page = await onPage('<p>xenon</p>')
    expect(words(page)).toEqual([])
    page.about.lead = 'They export it from a mine.'
    page.annotator.reconsider()
    await settle(READ_MS)
    expect(words(page)).toEqual(['xenon'])
  })

  it('tells of every mark once, and again where other words around it may tie another number to it', async () => {
    const page = await onPage('<p id="p">rare earth</p>')
    expect(page.told).toHaveLength(1)
    get('p').append('')
    await settle(READ_MS)
    expect(page.told).toHaveLength(1)
    get('p').append(' worth 60%')
    await settle(READ_MS)
    expect(page.told).toHaveLength(2)
  })

  it.each(['div', 'span'])('reads what came level by level once: every other level a %s', async (name) => {
    const page = await onPage('<p>rare earth</p><div id="d"></div>')
    // A block is entered once; an inline element that comes alone is looked into down to its next block.
    const walking = vi.spyOn(TreeWalker.prototype, 'firstChild')
    let inner: Element = get('d')
    for (let level = 0; level < 300; level++)
      inner = inner.appendChild(document.createElement(level % 2 ? 'div' : name))
    inner.append('one china')
    await settle(READ_MS)
    expect(words(page)).toEqual(['rare earth', 'one china'])
    expect(walking.mock.calls.length).toBeLessThan(4 * 300)
  })
})

describe('in a hidden tab', () => {
  const setHidden = (isHidden: boolean) => {
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden)
    document.dispatchEvent(new Event('visibilitychange'))
  }

  it('nothing is read and no timer runs; what was missed is read when it is seen again', async () => {
    const page = await onPage('<p id="p">rare earth</p><p id="q">iron</p>')
    setHidden(true)
    await vi.advanceTimersByTimeAsync(5000)
    textOf('q').data = 'one china'
    get('p').remove()
    const restored = page.restore.mock.calls.length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(vi.getTimerCount()).toBe(0)
    expect(page.restore.mock.calls.length).toBe(restored)
    setHidden(false)
    await settle(READ_MS)
    expect(words(page)).toEqual(['one china'])
    expect(page.dropped).toHaveLength(1)
  })
})

describe('the marks of a page that changed', () => {
  it.each(['all', 'section', 'first'] as const)(
    'equal those of the same page read afresh: %s',
    async (density) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.tuple(fc.nat(7), fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 6 }), {
            minLength: 1,
            maxLength: 6,
          }),
          // How long each answer takes (ms), over and over, and whether there is one.
          fc.array(fc.tuple(fc.nat(400), fc.boolean()), { minLength: 1, maxLength: 8 }),
          async (batches: Change[][], answers) => {
            document.body.innerHTML =
              '<div>rare <b>earth</b> and <p>xenon</p> one <i>china</i></div><p>export of xenon</p><nav>x</nav>'
            let at = 0
            let isCalm = false
            const slow = findWith(
              { lead: '' },
              () => undefined,
              () => answers[at % answers.length]?.[0] ?? 0,
            )
            const followed = annotate('', undefined, density, async (...question) => {
              const found = await slow(...question)
              return answers[at++ % answers.length]?.[1] || isCalm ? found : null
            })
            await settle(READ_MS)
            for (const changes of batches) {
              for (const change of changes) apply(change)
              await vi.advanceTimersByTimeAsync(changes.length % 2 === 0 ? 500 : 60)
            }
            isCalm = true
            await vi.advanceTimersByTimeAsync(20_000)
            const fresh = annotate('', undefined, density)
            await settle(READ_MS)
            try {
              expect(painted(followed)).toEqual(painted(fresh))
              expect(words(followed)).toEqual(words(fresh))
            } finally {
              followed.annotator.stop()
              fresh.annotator.stop()
            }
          },
        ),
        { numRuns: density === 'all' ? 120 : 40 },
      )
    },
    120_000,
  )
})
