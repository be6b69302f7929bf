/** Blocks: what a reader sees as one run of text, and what is left alone. */

import { beforeEach, describe, expect, it } from 'vitest'
import { isBlock, isSkipped, ownerOf, type Block, type Owner } from '../../../lib/page/blocks.ts'
import { read as readTree, takeAll } from '../../../lib/page/reading.ts'

beforeEach(() => {
  document.body.innerHTML = ''
})

interface Read extends Block {
  owner: Owner
}

/** The blocks of `root` in the order of the page, with `isDeep` those of everything nested in it. */
function read(root: Owner, isDeep = true): Read[] {
  const blocks: Block[] = []
  const owners = new Map<Block, Owner>()
  takeAll(
    readTree(root, {
      onRun: (block) => blocks.push(block),
      onOwner: (owner, own) => own.forEach((block) => owners.set(block, owner)),
      isShallow: !isDeep,
    }),
  )
  return blocks.map((block) => ({ ...block, owner: owners.get(block) as Owner }))
}
/** Texts of the blocks of some markup, spaces as they are; blocks of spaces alone left out. */
function texts(html: string, isDeep = true): string[] {
  document.body.innerHTML = html
  return read(document.body, isDeep)
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
}

describe('runs of inline text', () => {
  it.each<[string, string[]]>([
    ['<p>Japan buys rare earths.</p>', ['Japan buys rare earths.']],
    ['<p>rare <b>earths</b></p>', ['rare earths']],
    ['<p>ra<em>re ea</em>rths</p>', ['rare earths']],
    ['<p><a href="#"><span>rare</span> <i>ear</i></a>ths</p>', ['rare earths']],
    ['<p>one</p><p>two</p>', ['one', 'two']],
    ['<p>one<br>two</p>', ['one\ntwo']],
    ['<p>one<br/><br>two</p>', ['one\n\ntwo']],
    ['before<p>one</p>after', ['before', 'one', 'after']],
    ['<div>before<div>inner</div>after</div>', ['before', 'inner', 'after']],
    ['<div>a<section><p>b</p>c</section>d</div>e', ['a', 'b', 'c', 'd', 'e']],
    ['<a>link<div>block in a link</div>end</a>', ['link', 'block in a link', 'end']],
    ['<ul><li>one<li>two</ul>', ['one', 'two']],
    ['<table><tr><td>one</td><td>two</td></tr></table>', ['one', 'two']],
    ['<news-card>one</news-card><news-card>two</news-card>', ['one', 'two']],
    ['<p>rare<!-- comment --> earths</p>', ['rare earths']],
    ['<p>rare<wbr>earths<img alt="x"></p>', ['rareearths']],
    ['<h1>Head</h1><p></p><p> </p><p>Text</p>', ['Head', 'Text']],
    ['<p>rare earths<sup>2</sup> and CO<sub>2</sub></p>', ['rare earths and CO2']],
  ])('%s: %j', (html, expected) => expect(texts(html)).toEqual(expected))

  it('knows each node and where it begins', () => {
    document.body.innerHTML = '<p>ra<b>re</b><br>earths</p>'
    const [block] = read(document.body)
    expect(block).toMatchObject({ text: 'rare\nearths', offsets: [0, 2, 5] })
    expect(block?.nodes.map(({ data }) => data)).toEqual(['ra', 're', 'earths'])
    expect(block?.owner.nodeName).toBe('P')
    block?.nodes.forEach((node, at) =>
      expect(block.text.slice(block.offsets[at], (block.offsets[at] ?? 0) + node.length)).toBe(node.data),
    )
  })

  it('gives text before and after a nested block to the same element', () => {
    document.body.innerHTML = '<div id="outer">a<p>b</p>c</div>'
    expect(read(document.body).map(({ owner, text }) => [(owner as Element).id || owner.nodeName, text])).toEqual([
      ['outer', 'a'],
      ['P', 'b'],
      ['outer', 'c'],
    ])
  })
})

describe('what is left alone', () => {
  it.each([
    '<nav>x</nav>',
    '<div role="navigation">x</div>',
    '<div role="search">x</div>',
    '<div role="menu">x</div>',
    '<div role="toolbar">x</div>',
    '<div role="textbox">x</div>',
    '<div role="button">x</div>',
    '<form><label>x</label><p>one paragraph</p></form>',
    '<button>x</button>',
    '<textarea>x</textarea>',
    '<select><option>x</option></select>',
    '<code>x</code>',
    '<pre>x</pre>',
    '<kbd>x</kbd>',
    '<samp>x</samp>',
    '<script>x</script>',
    '<style>x</style>',
    '<noscript>x</noscript>',
    '<template>x</template>',
    '<svg><text>x</text></svg>',
    '<math><mi>x</mi></math>',
    '<object>x</object>',
    '<canvas>x</canvas>',
    '<video>x</video>',
    '<p hidden>x</p>',
    '<p hidden="">x</p>',
    '<p aria-hidden="true">x</p>',
    '<p contenteditable>x</p>',
    '<p contenteditable="true">x</p>',
    '<p contenteditable="plaintext-only">x</p>',
    '<div contenteditable><p>x</p></div>',
    '<nav><div><p>x</p></div></nav>',
    '<tradegloss-card>x</tradegloss-card>',
  ])('%s', (html) => expect(texts(`${html}<p>kept</p>`)).toEqual(['kept']))

  it.each([
    '<p hidden="until-found">x</p>',
    '<p aria-hidden="false">x</p>',
    '<p contenteditable="false">x</p>',
    '<form><p>one</p><p>two</p></form>',
    '<form><h1>Head</h1><div>one<br>two</div></form>',
    '<form><main>one</main></form>',
    '<div role="article">x</div>',
    '<header>x</header>',
    '<aside>x</aside>',
    '<figure><figcaption>x</figcaption></figure>',
    '<blockquote>x</blockquote>',
    '<details><summary>x</summary></details>',
  ])('but not %s', (html) => expect(texts(html).length).toBeGreaterThan(0))

  it('leaves a gap where something inline is skipped, and does not join over it wrongly', () =>
    expect(texts('<p>one <code>x</code> two</p>')).toEqual(['one  two']))

  it('reads the base of ruby and not its reading', () => {
    expect(texts('<p>日本の<ruby>希土類<rt>きどるい</rt></ruby>輸入</p>')).toEqual(['日本の希土類輸入'])
    expect(texts('<p><ruby>尖<rp>(</rp><rt>せん</rt><rp>)</rp>閣<rt>かく</rt></ruby>諸島</p>')).toEqual(['尖閣諸島'])
    expect(texts('<p><ruby><rb>稀土</rb><rt>xītǔ</rt></ruby>磁石</p>')).toEqual(['稀土磁石'])
  })
})

describe('deep and shallow', () => {
  it('shallow reads only the element’s own inline text', () =>
    expect(texts('own <b>text</b><p>not this</p> and this', false)).toEqual(['own text', ' and this']))

  it('reads any element as root', () => {
    document.body.innerHTML = '<div id="a">x<p>y</p></div><div>z</div>'
    const root = document.getElementById('a') as Element
    expect(read(root).map(({ text }) => text)).toEqual(['x', 'y'])
    expect(read(root, false).map(({ text }) => text)).toEqual(['x'])
  })

  it('reads an empty root', () => {
    expect(read(document.body)).toEqual([])
    expect(read(document.body, false)).toEqual([])
  })
})

describe('shadow roots', () => {
  function host(html: string): ShadowRoot {
    const element = document.createElement('news-card')
    document.body.append(element)
    const shadow = element.attachShadow({ mode: 'open' })
    shadow.innerHTML = html
    return shadow
  }

  it('are not entered', () => {
    host('<p>inside</p>')
    expect(read(document.body)).toEqual([])
  })

  it('are read as roots of their own', () => {
    const shadow = host('own<p>inside</p>')
    expect(read(shadow).map(({ owner, text }) => [owner === shadow ? 'the root' : owner.nodeName, text])).toEqual([
      ['the root', 'own'],
      ['P', 'inside'],
    ])
  })

  it('parents of text in them are their hosts', () => {
    const shadow = host('<b>inside</b>')
    expect(ownerOf(shadow.firstChild?.firstChild as Node)).toBe(shadow)
    document.body.innerHTML = '<nav><x-y></x-y></nav>'
    const skipped = (document.querySelector('x-y') as Element).attachShadow({ mode: 'open' })
    skipped.innerHTML = 'inside'
    expect(ownerOf(skipped.firstChild as Node)).toBeNull()
  })
})

describe('hostile pages', () => {
  it.each(['div', 'span'])('nest 5,000 %s and nothing overflows', (name) => {
    const top = document.createElement('div')
    let bottom: Element = top
    for (let depth = 0; depth < 5000; depth++) {
      const child = document.createElement(name)
      bottom.appendChild(child)
      bottom = child
    }
    bottom.append('rare earths')
    expect(read(top).map(({ text }) => text)).toEqual(['rare earths'])
    expect(ownerOf(bottom.firstChild as Node)).toBe(name === 'div' ? bottom : top)
  })

  it('have 20,000 blocks', () => {
    document.body.innerHTML = '<p>x</p>'.repeat(20_000)
    expect(read(document.body)).toHaveLength(20_000)
  })

  // A form answers with its fields where they bear the names of its own properties (the tree walker: tests/e2e/layouts.test.ts).
  it.each(['localName', 'matches', 'getElementsByTagName'])(
    'have a form with a field named %s, which is left alone',
    (name) => {
      document.body.innerHTML = `<p>before</p><form><p>one</p><p id="in">two</p></form><p>after</p>`
      const form = document.querySelector('form') as HTMLFormElement
      Object.defineProperty(form, name, { value: document.getElementById('in') })
      expect(read(document.body).map(({ text }) => text)).toEqual(['before', 'after'])
      expect(ownerOf(document.getElementById('in')?.firstChild as Node)).toBeNull()
    },
  )

  it('have a form whose parent is one of its fields, and looking for the owner ends', () => {
    document.body.innerHTML = `<form><p>one</p><p id="in">two</p></form>`
    const field = document.getElementById('in') as Element
    Object.defineProperty(document.querySelector('form'), 'parentNode', { value: field })
    expect(ownerOf(field.firstChild as Node)).toBe(field)
  })
})

describe('ownerOf', () => {
  const of = (html: string) => {
    document.body.innerHTML = html
    return ownerOf(document.querySelector('#here')?.firstChild as Node) as Element | null
  }
  it('finds the nearest block', () => {
    expect(of('<p id="p"><b><i id="here">x</i></b></p>')?.id).toBe('p')
    expect(of('<div id="here">x</div>')?.id).toBe('here')
  })
  it('is null below what is left alone', () => {
    expect(of('<nav><p id="here">x</p></nav>')).toBeNull()
    expect(of('<div contenteditable><p><b id="here">x</b></p></div>')).toBeNull()
  })
  it('agrees with reading', () => {
    document.body.innerHTML = '<div>a<p>b<b>c</b></p><section>d<span>e</span></section></div>'
    for (const { owner, nodes } of read(document.body)) for (const node of nodes) expect(ownerOf(node)).toBe(owner)
  })
})

describe('kinds of elements', () => {
  it('are told by name, whatever its case', () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    expect(isSkipped(svg)).toBe(true)
    expect(isBlock(document.createElement('span'))).toBe(false)
    expect(isBlock(document.createElement('x-y'))).toBe(true)
    expect(isSkipped(document.createElement('iframe'))).toBe(true)
    expect(isSkipped(document.createElement('p'))).toBe(false)
  })

  // ARIA roles are compared as ASCII case-insensitive and may be a list of fallbacks ("doc-toc navigation").
  it.each(['Navigation', 'doc-toc navigation', ' navigation'])('role="%s" is left alone', (role) => {
    const element = document.createElement('div')
    element.setAttribute('role', role)
    expect(isSkipped(element)).toBe(true)
  })
})

it('changes nothing on the page', () => {
  const html = '<div class="a">x<p>y <ruby>z<rt>w</rt></ruby></p><nav>n</nav></div>'
  document.body.innerHTML = html
  read(document.body)
  expect(document.body.innerHTML).toBe(html)
})
