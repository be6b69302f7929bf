/** Reading: the same text whether a tree is read whole or each owner for itself, also while the page changes under it. */

import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isBlock, ownerOf, type Owner } from '../../../lib/page/blocks.ts'
import { noChanges } from '../../../lib/page/observe.ts'
import { blocksInOrder, read, takeAll } from '../../../lib/page/reading.ts'

beforeEach(() => {
  document.body.innerHTML = ''
})

/** Texts of each owner that has some. */
type Texts = Map<Owner, string[]>

/** Owner by owner, as marks are kept true to a page that changes. */
function readEach(root: Element): Texts {
  const texts: Texts = new Map()
  for (const owner of [root, ...root.querySelectorAll('*')]) {
    if (owner !== root && (!isBlock(owner) || ownerOf(owner) !== owner)) continue
    const own: string[] = []
    takeAll(read(owner, { onRun: ({ text }) => own.push(text), isShallow: true }))
    if (own.length > 0) texts.set(owner, own)
  }
  return texts
}

function readingOf(root: Owner) {
  const texts: Texts = new Map()
  const met: Element[] = []
  const changes = noChanges()
  const steps = read(root, {
    onOwner: (owner, blocks) =>
      blocks.length > 0 &&
      texts.set(
        owner,
        blocks.map(({ text }) => text),
      ),
    onElement: (element) => met.push(element),
    changes,
  })
  /** The page changes, as an observer would tell it. */
  const change = (work: () => void) => {
    const observer = new MutationObserver(() => undefined)
    observer.observe(document, { childList: true, subtree: true })
    work()
    for (const { removedNodes } of observer.takeRecords()) for (const node of removedNodes) changes.removed.add(node)
    observer.disconnect()
    changes.count++
  }
  return { texts, met, steps, change }
}
function readWhole(root: Owner) {
  const { texts, met, steps } = readingOf(root)
  return { texts, met, isWhole: takeAll(steps) }
}

const leaf = fc.constantFrom('rare ', 'earths', ' ', '<br>', '<img>', '<hr>', '<p></p>', '<code>x</code>', '<!-- x -->')
const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
  tree: fc.array(fc.oneof({ depthSize: 'small' }, leaf, tie('node')), { maxLength: 5 }).map((parts) => parts.join('')),
  node: fc
    .tuple(
      fc.constantFrom('div', 'span', 'b', 'section', 'nav', 'x-card', 'form', 'div hidden', 'a', 'ul role="menu"'),
      tie('tree'),
    )
    .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
}))

describe('read', () => {
  it('gives what each owner gives when it is read for itself', () => {
    fc.assert(
      fc.property(tree, (html) => {
        document.body.innerHTML = html
        const { texts, isWhole } = readWhole(document.body)
        expect(isWhole).toBe(true)
        expect(texts).toEqual(readEach(document.body))
      }),
      { numRuns: 500 },
    )
  })

  it('reads a shadow root, and enters none', () => {
    document.body.innerHTML = '<x-card></x-card>'
    const root = (document.body.firstChild as Element).attachShadow({ mode: 'open' })
    root.innerHTML = 'own <p>nested</p> and more'
    expect([...readWhole(root).texts.values()]).toEqual([['nested'], ['own ', ' and more']])
    expect(readWhole(document.body).texts.size).toBe(0)
  })

  it('gives runs in the order of the page', () => {
    document.body.innerHTML = 'a<div>b<p>c</p>d</div>e'
    expect([...blocksInOrder(document.body)].map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('meets every element that is not left alone, in order', () => {
    document.body.innerHTML = '<p>a<b>b</b></p><nav><p>c</p></nav><x-card></x-card>'
    expect(readWhole(document.body).met.map(({ localName }) => localName)).toEqual(['p', 'b', 'x-card'])
  })

  it('costs no stack however deep a tree is', () => {
    let inner: Element = document.body
    for (let depth = 0; depth < 5000; depth++) inner = inner.appendChild(document.createElement('div'))
    inner.append('deep')
    expect(readWhole(document.body).texts.get(inner)).toEqual(['deep'])
  })
})

describe('text that only its display parts', () => {
  const textOf = (html: string) => {
    document.body.innerHTML = html
    return [...blocksInOrder(document.body)].map(({ text }) => text)
  }
  const block = (text: string) => `<span style="display:block">${text}</span>`
  beforeEach(() => {
    // As a browser says it.
    const styleOf = getComputedStyle
    const asked = (element: Element) => ({ display: styleOf(element).display, float: styleOf(element).float || 'none' })
    vi.stubGlobal('getComputedStyle', vi.fn(asked))
  })
  afterEach(() => vi.unstubAllGlobals())

  it.each([
    [`<h3>${block('Trade')}${block('Rare earths')}</h3>`, 'Trade\nRare earths'],
    [`<h3>Live${block('2026')}today</h3>`, 'Live\n2026\ntoday'],
    [`<h3><a>${block('<b>Trade</b>')}</a><i>${block('Rare')} earths</i></h3>`, 'Trade\nRare earths'],
    [`<h3>${block('貿易')}${block('レアアース')}</h3>`, '貿易\nレアアース'],
    // White space or a stop parts the words as it is.
    [`<h3>${block('Trade:')}${block('Rare')} ${block('earths')}</h3>`, 'Trade:Rare earths'],
    ['<p><span style="float:left;display:block">R</span>are earths</p>', 'Rare earths'],
    ['<p>ra<b style="display:inline-block">re ea</b><i style="display:contents">rths</i></p>', 'rare earths'],
  ])('%s', (html, text) => expect(textOf(html)).toEqual([text]))

  it('asks how nothing is displayed where it parts no word, nor outside a browser', () => {
    expect(textOf('<p>one <b>two</b> three, <i>four</i> <u>five</u></p><b>six</b><p>seven</p>')).toHaveLength(3)
    expect(getComputedStyle).not.toHaveBeenCalled()
    vi.stubGlobal('getComputedStyle', undefined)
    expect(textOf(`<h3>${block('Trade')}${block('Rare')}</h3>`)).toEqual(['TradeRare'])
  })
})

describe('a page that changes between two steps', () => {
  const paragraphs = (count: number) =>
    Array.from({ length: count }, (_, at) => `<p id="p${at}">text ${at}</p>`).join('')
  const get = (at: number) => document.getElementById(`p${at}`) as HTMLElement

  it('is read on where it changed elsewhere; what came in is left alone where it should be', () => {
    document.body.innerHTML = paragraphs(300)
    const { texts, steps, change } = readingOf(document.body)
    steps.next()
    change(() => {
      get(10).remove()
      get(200).insertAdjacentHTML('beforebegin', '<nav><p id="new">menu</p></nav><p id="fresh">news</p>')
    })
    expect(takeAll(steps)).toBe(true)
    expect(texts.get(get(299))).toEqual(['text 299'])
    expect(texts.has(document.getElementById('new') as Element)).toBe(false)
    expect(texts.get(document.getElementById('fresh') as Element)).toEqual(['news'])
  })

  it.each<[string, (all: HTMLElement[]) => void]>([
    ['goes', (all) => all.forEach((each) => each.remove())],
    ['is put elsewhere', (all) => document.documentElement.append(...all)],
    ['is put behind the others', (all) => all.slice(0, 250).forEach((each) => each.parentNode?.append(each))],
    ['is put into another owner', (all) => document.getElementById('end')?.append(...all)],
  ])('says that its way is lost where what it stands on %s', (_, move) => {
    document.body.innerHTML = `<main>${paragraphs(300)}</main><section id="end"></section>`
    const { steps, change } = readingOf(document.body)
    steps.next()
    change(() => move([...document.querySelectorAll('p')] as HTMLElement[]))
    expect(steps.next()).toEqual({ done: true, value: false })
  })
})
