/** The annotator: marks follow the page whatever it does, and always equal those of a page read afresh. */

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findIn } from '../../../lib/detect/finding.ts'
import { CATEGORIES, type Category, type Judge } from '../../../lib/detect/types.ts'
import { Annotator } from '../../../lib/page/annotator.ts'
import type { Find } from '../../../lib/page/asking.ts'
import type { Density } from '../../../lib/page/density.ts'
import type { Mark } from '../../../lib/page/marks.ts'
import type { Painter } from '../../../lib/page/painter.ts'
import { lexiconOf, term } from '../../helpers/lexicons.ts'

const lexicon = lexiconOf(
  [
    term('rare earth', { entry: 'group' }),
    term('one china', { entry: 'policy' }),
    term('xenon', { entry: 'xenon', rule: 'needs:supply' }),
    term('dual use', { entry: 'group', rule: 'judge' }),
  ],
  { categories: { policy: 'one-china' }, words: { supply: ['export', 'mine'] } },
)

/** Holds what is painted where the browser would draw it. */
function fakePainter() {
  const ranges = new Map<Range, Category>()
  const roots: ShadowRoot[] = []
  const restore = vi.fn<() => void>()
  const painter: Painter = {
    add: (category, range) => void ranges.set(range, category),
    remove: (_, range) => void ranges.delete(range),
    restore,
    clear: () => ranges.clear(),
    adopt: (root) => void roots.push(root),
  }
  return { painter, ranges, roots, restore }
}

/** All categories, unless a test hides some. */
const ALL = new Set(CATEGORIES)

/** Answers a question some milliseconds later, as a background does. */
const findWith =
  (page: { lead: string }, judge: Judge, delay = () => 5): Find =>
  async (texts, strong) => {
    await new Promise((later) => setTimeout(later, delay()))
    return findIn(lexicon, texts, { lead: page.lead, strong: new Set(strong) }, judge, (error) => {
      throw error
    })
  }

function annotate(lead = '', judge: Judge = () => undefined, density: Density = 'all', find?: Find) {
  const about = { lead }
  const asked = vi.fn<Find>(find ?? findWith(about, judge))
  const drawn = fakePainter()
  const told: Mark[] = []
  const dropped: Mark[] = []
  const onRead = vi.fn<() => void>()
  const onNews = vi.fn<() => void>()
  const annotator = new Annotator({
    isUnwanted: () => false,
    find: asked,
    painter: drawn.painter,
    categories: ALL,
    density,
    onMarks: (marks) => void told.push(...marks),
    onRead,
    onNews,
    onDropped: (mark) => void dropped.push(mark),
    onError: (error) => {
      throw error
    },
  })
  annotator.start()
  running.push(annotator)
  return { annotator, about, asked, told, dropped, onRead, onNews, ...drawn }
}
type Annotated = ReturnType<typeof annotate>

/** A range as text and place: the words, and where they begin. */
const placeOf = ({ startContainer, startOffset, endContainer, endOffset }: Range) => {
  const path: number[] = []
  for (let at: Node = startContainer; at.parentNode; at = at.parentNode)
    path.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode))
  const words =
    startContainer === endContainer
      ? (startContainer as Text).data.slice(startOffset, endOffset)
      : `${(startContainer as Text).data.slice(startOffset)}…${(endContainer as Text).data.slice(0, endOffset)}`
  return `${path.join('.')}:${startOffset} ${words}`
}
const painted = ({ ranges }: Annotated) => [...ranges.keys()].map(placeOf).sort()
const words = ({ annotator }: Annotated) => annotator.marks().map(({ mention }) => mention.text)

const running: Annotator[] = []
beforeEach(() => {
  document.body.innerHTML = ''
  vi.useFakeTimers()
})
afterEach(() => {
  for (const annotator of running.splice(0)) annotator.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Long enough for changes to be gathered and read. */
const settle = () => vi.advanceTimersByTimeAsync(500)

async function onPage(html: string, lead = ''): Promise<Annotated> {
  document.body.innerHTML = html
  const annotated = annotate(lead)
  await settle()
  return annotated
}
const get = (id: string) => document.getElementById(id) as HTMLElement
const textOf = (id: string) => get(id).firstChild as Text

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
    await settle()
    expect(page.onNews).toHaveBeenCalledTimes(1)
    get('p').className = 'big'
    await settle()
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
    await settle()
    expect(words(page)).toEqual(['rare earth'])
    const [before] = page.annotator.marks()
    verdict = undefined
    page.annotator.reconsider()
    await settle()
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
    await settle()
    expect(page.annotator.marks()).toEqual([mark])
    expect(mark?.range).toBe(range)
    expect(page.dropped).toEqual([])
  })

  it('keeps a mark whose words stay while the whole text is replaced, and draws it where it stands now', async () => {
    const page = await onPage('<p id="p">Exports of rare earth rose 10%.</p>')
    const [mark] = page.annotator.marks()
    get('p').textContent = 'By noon, exports of rare earth rose 12%.'
    await settle()
    expect(page.annotator.marks()).toEqual([mark])
    expect(painted(page).map((place) => place.slice(-10))).toEqual(['rare earth'])
    expect(page.dropped).toEqual([])
  })

  it('knows which of the same words is which when one more comes before them', async () => {
    const page = await onPage(`<p id="p">${'a '.repeat(150)}rare earth${' b'.repeat(250)} rare earth</p>`)
    const marks = page.annotator.marks()
    get('p').prepend(`rare earth ${'c '.repeat(250)}`)
    await settle()
    expect(page.annotator.marks().slice(1)).toEqual(marks)
    expect(page.annotator.marks()[1]).toBe(marks[0])
  })

  it('drops a mark whose words went', async () => {
    const page = await onPage('<p id="p">rare earth and one china</p>')
    const [gone] = page.annotator.marks()
    textOf('p').data = 'iron and one china'
    await settle()
    expect(page.dropped).toEqual([gone])
    expect(words(page)).toEqual(['one china'])
  })

  it('marks both runs of text around a nested block, and drops neither for the other', async () => {
    const page = await onPage('<div id="d">rare earth<p>x</p>one china</div>')
    const marks = page.annotator.marks()
    expect(words(page)).toEqual(['rare earth', 'one china'])
    get('d').append('!')
    await settle()
    expect(page.annotator.marks()).toEqual(marks)
    ;(get('d').firstChild as Text).data = 'rare metal'
    await settle()
    expect(words(page)).toEqual(['one china'])
  })

  it('sees text that a new block parts, and that closes up over one that goes', async () => {
    const page = await onPage('<div id="d"><b>rare</b> <i id="i">earth</i></div>')
    expect(words(page)).toEqual(['rare earth'])
    const block = document.createElement('p')
    get('d').insertBefore(block, get('i'))
    await settle()
    expect(words(page)).toEqual([])
    block.remove()
    await settle()
    expect(words(page)).toEqual(['rare earth'])
  })

  it('reads what comes in, also inside an inline element, and in shadow roots', async () => {
    const page = await onPage('<div id="d"></div>')
    const link = document.createElement('a')
    link.innerHTML = '<div>rare earth</div><nav><p>rare earth</p></nav>'
    get('d').append(link)
    await settle()
    expect(words(page)).toEqual(['rare earth'])
    const host = document.createElement('div')
    host.attachShadow({ mode: 'open' }).innerHTML = 'one <b>china</b>'
    get('d').append(host)
    await settle()
    expect(words(page)).toEqual(['rare earth', 'one china'])
    expect(page.roots).toEqual([host.shadowRoot])
    host.remove()
    await settle()
    expect(words(page)).toEqual(['rare earth'])
    // The root is known, and its text is read all the same.
    get('d').append(host)
    await settle()
    expect(words(page)).toEqual(['rare earth', 'one china'])
  })

  it('lets go of what is moved into navigation', async () => {
    const page = await onPage('<nav id="n"></nav><section id="s"><p>rare earth</p></section>')
    expect(words(page)).toEqual(['rare earth'])
    const wrapper = document.createElement('div')
    wrapper.append(get('s'))
    get('n').append(wrapper)
    await settle()
    expect(page.ranges.size).toBe(0)
    expect(page.dropped).toHaveLength(1)
  })

  it('takes doubtful marks away with what vouched for them', async () => {
    const page = await onPage('<p id="v">rare earth</p><p>xenon</p>')
    expect(words(page)).toEqual(['rare earth', 'xenon'])
    get('v').remove()
    await settle()
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
    await settle()
    expect(words(page).filter((word) => word === 'xenon')).toEqual(['xenon'])
  })

  it('judges by the new lead after navigation', async () => {
    const page = await onPage('<p>xenon</p>')
    expect(words(page)).toEqual([])
    page.about.lead = 'They export it from a mine.'
    page.annotator.reconsider()
    await settle()
    expect(words(page)).toEqual(['xenon'])
  })

  it('tells of every mark once, and again where other words around it may tie another number to it', async () => {
    const page = await onPage('<p id="p">rare earth</p>')
    expect(page.told).toHaveLength(1)
    get('p').append('')
    await settle()
    expect(page.told).toHaveLength(1)
    get('p').append(' worth 60%')
    await settle()
    expect(page.told).toHaveLength(2)
  })
})

describe('shadow roots that come late', () => {
  it('are found by looking again at custom elements, a few times', async () => {
    const page = await onPage('<news-card id="c"></news-card><old-card id="o"></old-card>')
    await vi.advanceTimersByTimeAsync(3000)
    get('c').attachShadow({ mode: 'open' }).innerHTML = '<p>rare earth</p>'
    await vi.advanceTimersByTimeAsync(2000)
    expect(words(page)).toEqual(['rare earth'])
    await vi.advanceTimersByTimeAsync(60_000)
    get('o').attachShadow({ mode: 'open' }).innerHTML = '<p>rare earth</p>'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(words(page)).toEqual(['rare earth'])
  })

  it('are found at the latest when the reader has scrolled', async () => {
    const page = await onPage('<news-card id="c"></news-card>')
    await vi.advanceTimersByTimeAsync(60_000)
    get('c').attachShadow({ mode: 'open' }).innerHTML = '<p>rare earth</p>'
    await vi.advanceTimersByTimeAsync(60_000)
    expect(words(page)).toEqual([])
    document.dispatchEvent(new Event('scroll'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(words(page)).toEqual(['rare earth'])
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
    await settle()
    expect(words(page)).toEqual(['one china'])
    expect(page.dropped).toHaveLength(1)
  })
})

/** A finder that is slow, or away, as a test has it. */
function findLater() {
  const state = { delayMs: 5, isThere: true }
  const answer = findWith(
    { lead: '' },
    () => undefined,
    () => state.delayMs,
  )
  const find: Find = async (texts, strong) => {
    const found = await answer(texts, strong)
    return state.isThere ? found : null
  }
  return { state, find }
}
const annotateWith = (find: Find) => annotate('', undefined, 'all', find)

describe('while answers are slow, or nobody answers', () => {
  it('a text that is longer than a question is decided by the whole page all the same', async () => {
    const page = await onPage(`<p>xenon ${'word '.repeat(20_000)} rare earth</p>`)
    expect(words(page)).toEqual(['xenon', 'rare earth'])
    const asked = page.asked.mock.calls.length
    await vi.advanceTimersByTimeAsync(10_000)
    expect(page.asked.mock.calls.length).toBe(asked)
  })

  it('keeps marks where nobody answers to what was added, and goes on where somebody does again', async () => {
    const { state, find } = findLater()
    document.body.innerHTML = '<p id="p">rare earth</p><p id="q">iron</p>'
    const page = annotateWith(find)
    await settle()
    state.isThere = false
    get('p').append(' and one china')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(words(page)).toEqual(['rare earth'])
    state.isThere = true
    textOf('q').data = 'one china'
    await settle()
    expect(words(page)).toEqual(['rare earth', 'one china', 'one china'])
  })

  it('asks again when the tab is seen again', async () => {
    const { state, find } = findLater()
    state.isThere = false
    document.body.innerHTML = '<p>rare earth</p>'
    const page = annotateWith(find)
    await vi.advanceTimersByTimeAsync(20_000)
    expect([page.onRead.mock.calls.length, page.told]).toEqual([1, []])
    state.isThere = true
    document.dispatchEvent(new Event('visibilitychange'))
    await settle()
    expect(words(page)).toEqual(['rare earth'])
  })

  it('searches again only what changed of a long text', async () => {
    const page = await onPage(`<p>rare earth ${'word '.repeat(20_000)}<b id="b">1 apple</b></p>`)
    page.asked.mockClear()
    for (let count = 2; count < 12; count++) {
      textOf('b').data = `${count} apples`
      await settle()
    }
    const units = page.asked.mock.calls.flatMap(([texts]) => texts).reduce((sum, { length }) => sum + length, 0)
    expect(units).toBeGreaterThan(0)
    expect(units).toBeLessThan(10 * 2 * 6144)
    expect(words(page)).toEqual(['rare earth'])
  })

  it.each([
    ['tells of marks', 'rare earth', ['rare earth']],
    ['tells that all is read where there is nothing', 'iron', []],
  ])('%s on a page that changes faster than it is answered', async (_, text, told) => {
    const { state, find } = findLater()
    state.delayMs = 400
    document.body.innerHTML = `<p>${text}</p><p id="tick">one tick</p>`
    const page = annotateWith(find)
    for (let count = 0; count < 100; count++) {
      textOf('tick').data = `tick number ${count}`
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(page.told.map(({ mention }) => mention.text)).toEqual(told)
    expect(page.onRead).toHaveBeenCalledTimes(1)
  })

  it('asks first about what is seen, and not again when the rest is read', async () => {
    document.body.innerHTML = Array.from({ length: 600 }, (_, at) => `<p id="p${at}">rare earth ${at}</p>`).join('')
    vi.spyOn(document, 'elementFromPoint').mockReturnValue(get('p550'))
    vi.stubGlobal('scrollY', 9000)
    const page = annotate()
    await settle()
    expect(page.asked.mock.calls[0]?.[0]).toEqual(['rare earth 550'])
    expect(page.asked.mock.calls.flatMap(([texts]) => texts).filter((text) => text === 'rare earth 550')).toHaveLength(
      1,
    )
    expect(page.annotator.counts()['rare-earths']).toBe(600)
    vi.unstubAllGlobals()
  })

  it.each(['div', 'span'])('reads what came level by level once: every other level a %s', async (name) => {
    const page = await onPage('<p>rare earth</p><div id="d"></div>')
    // A block is entered once; an inline element that comes alone is looked into down to its next block.
    const walking = vi.spyOn(TreeWalker.prototype, 'firstChild')
    let inner: Element = get('d')
    for (let level = 0; level < 300; level++)
      inner = inner.appendChild(document.createElement(level % 2 ? 'div' : name))
    inner.append('one china')
    await settle()
    expect(words(page)).toEqual(['rare earth', 'one china'])
    expect(walking.mock.calls.length).toBeLessThan(4 * 300)
  })
})

describe('drawing', () => {
  it('hides and shows categories at once', async () => {
    const page = await onPage('<p>rare earth and one china</p>')
    page.annotator.show(new Set<Category>(['one-china']), 'all')
    expect([...page.ranges.values()]).toEqual(['one-china'])
    expect(words(page)).toEqual(['one china'])
    expect(page.annotator.counts()['rare-earths']).toBe(1)
    page.annotator.show(ALL, 'all')
    expect(page.ranges.size).toBe(2)
  })

  it('paints 400 marks at most and lists them all; where some go, others come', async () => {
    const page = await onPage(`<div id="d">${'<p>rare earth</p>'.repeat(450)}</div>`)
    expect(page.ranges.size).toBe(400)
    expect(page.annotator.counts()['rare-earths']).toBe(450)
    for (let at = 0; at < 30; at++) get('d').firstChild?.remove()
    await settle()
    expect(page.ranges.size).toBe(400)
    expect([...page.ranges.keys()].every(({ startContainer }) => startContainer.isConnected)).toBe(true)
  })

  it('puts back what a page cleared, once a second while anything is marked', async () => {
    const page = await onPage('<p id="p">rare earth</p>')
    page.restore.mockClear()
    await vi.advanceTimersByTimeAsync(3000)
    expect(page.restore.mock.calls.length).toBeGreaterThanOrEqual(2)
    get('p').remove()
    await vi.advanceTimersByTimeAsync(3000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('takes everything away for good', async () => {
    const page = await onPage('<p id="p">rare earth</p>')
    page.annotator.stop()
    expect(page.ranges.size).toBe(0)
    get('p').append('rare earth')
    await vi.advanceTimersByTimeAsync(5000)
    expect(page.ranges.size).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })
})

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
    await settle()
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
    await settle()
    expect(page.ranges.size).toBe(2)
    page.annotator.show(new Set<Category>(['rare-earths']), 'section')
    await settle()
    expect(drawn(page)).toEqual(['a: rare earth', 'body: rare earth', 'h: rare earth'])
    page.annotator.show(ALL, 'all')
    expect(page.ranges.size).toBe(7)
  })

  it('goes on to the next mention where the first goes, is hidden, or another comes before it', async () => {
    const page = await dense('<p id="a">rare earth</p><p id="b">rare earth</p>', 'first')
    get('a').remove()
    await settle()
    expect(drawn(page)).toEqual(['b: rare earth'])
    get('b').insertAdjacentHTML('beforebegin', '<p id="c">rare earth</p>')
    await settle()
    expect(drawn(page)).toEqual(['c: rare earth'])
    vi.spyOn(get('c'), 'checkVisibility').mockReturnValue(false)
    get('b').append(' x')
    await settle()
    expect(drawn(page)).toEqual(['b: rare earth'])
  })

  it('begins a section where a heading comes, and joins two where it goes', async () => {
    const page = await dense('<p id="a">rare earth</p><p id="b">rare earth</p>', 'section')
    get('b').insertAdjacentHTML('beforebegin', '<h2 id="h">More</h2>')
    await settle()
    expect(drawn(page)).toEqual(['a: rare earth', 'b: rare earth'])
    get('h').remove()
    await settle()
    expect(drawn(page)).toEqual(['a: rare earth'])
  })

  it('takes open shadow roots where their hosts stand', async () => {
    document.body.innerHTML = '<x-card id="x"></x-card><p id="a">rare earth</p>'
    get('x').attachShadow({ mode: 'open' }).innerHTML = '<p id="in">rare earth</p>'
    const page = annotate('', undefined, 'first')
    await settle()
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

/** One thing that a page does to itself; numbers pick nodes and texts. */
type Change = [kind: number, where: number, what: number]

const TEXTS = ['rare earth', 'rare ', ' earths', 'xenon', ' one china', 'x', ' ', 'export of xenon. ']
const TAGS = ['p', 'div', 'span', 'b', 'section', 'nav', 'code', 'x-card', 'br', 'h2']

/** Everything below the body that may be changed, shadow roots included. */
function placesIn(root: Node): Node[] {
  return [...root.childNodes].flatMap((node) => [
    node,
    ...placesIn(node),
    ...(node instanceof Element && node.shadowRoot ? [node.shadowRoot as Node, ...placesIn(node.shadowRoot)] : []),
  ])
}

function apply([kind, where, what]: Change): void {
  const places = placesIn(document.body)
  const place = places[where % places.length] ?? document.body
  const text = TEXTS[what % TEXTS.length] as string
  const parent = place instanceof Text ? place.parentNode : place
  const element = () => {
    const made = document.createElement(TAGS[what % TAGS.length] as string)
    if (made.nodeName === 'BR') return made
    if (made.nodeName === 'SECTION') made.innerHTML = `<div><p>${text}</p></div>`
    else if (made.nodeName === 'X-CARD') made.attachShadow({ mode: 'open' }).append(text)
    else made.append(text)
    return made
  }
  switch (kind % 8) {
    case 0:
      return (
        parent?.insertBefore(document.createTextNode(text), place === parent ? parent.firstChild : place) && undefined
      )
    case 1:
      return parent?.insertBefore(element(), place === parent ? null : place) && undefined
    case 2:
      if (place instanceof Text) place.data = text
      return
    case 3:
      if (places.length > 4 && !(place instanceof ShadowRoot)) (place as ChildNode).remove()
      return
    case 4: {
      // Moves one place, with all it holds, behind another.
      const other = places[what % places.length]
      if (!other || place instanceof ShadowRoot || place.contains(other)) return
      if (other.getRootNode() !== place.getRootNode()) return
      return other.parentNode?.insertBefore(place, other) && undefined
    }
    case 5:
      if (place instanceof Text && place.length > 2) place.splitText(1 + (what % (place.length - 1)))
      return
    case 6:
      if (place instanceof Element && !(place instanceof HTMLBRElement)) place.textContent = text
      return
    case 7:
      if (place instanceof Element) place.toggleAttribute('hidden')
  }
}

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
            await settle()
            for (const changes of batches) {
              for (const change of changes) apply(change)
              await vi.advanceTimersByTimeAsync(changes.length % 2 === 0 ? 500 : 60)
            }
            isCalm = true
            await vi.advanceTimersByTimeAsync(20_000)
            const fresh = annotate('', undefined, density)
            await settle()
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
