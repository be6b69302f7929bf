/** Evidence gathered from pages of our own writing, and what it adds up to: news in several languages, and pages that are none. */

import { describe, expect, it } from 'vitest'
import { gatherEvidence } from '../../../lib/page/evidence.ts'
import { ARTICLE_FROM, scoreArticle } from '../../../lib/sites/article-score.ts'

interface Page {
  title?: string
  head?: string
  body?: string
  address?: string
}
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

function gather({ title = 'A page', head = '', body = '', address = 'https://paper.example/x.html' }: Page) {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
    'text/html',
  )
  return gatherEvidence(page, new URL(address))
}
const isArticle = (page: Page) => scoreArticle(gather(page)) >= ARTICLE_FROM

const SENTENCE =
  'Tokyo has asked its trading houses to report, by the end of the month, how much of the metal they hold in stock.'
const paragraphs = (count: number, text = SENTENCE) => `<p>${text}</p>`.repeat(count)
const JAPANESE = '政府は商社に対し、年内に在庫の量を報告するよう求めた。磁石に使う金属の大半を海外に頼っているためだ。'
const CHINESE = '商务部新闻发言人表示，有关措施是依法进行的，不针对任何特定国家，对合规的民用贸易予以便利。'

describe('metadata', () => {
  it('tells date, author and section by their many names', () => {
    for (const name of [
      'article:published_time',
      'pubdate',
      'date',
      'DC.date.issued',
      'parsely-pub-date',
      'publish-date',
    ])
      expect([name, gather({ head: meta(name, '2026-01-09') }).isDated]).toEqual([name, true])
    for (const name of ['author', 'article:author', 'byl', 'dc.creator', 'parsely-author'])
      expect([name, gather({ head: meta(name, 'A. Writer') }).hasAuthor]).toEqual([name, true])
    for (const name of ['article:section', 'article:tag', 'news_keywords'])
      expect([name, gather({ head: meta(name, 'Trade') }).hasSection]).toEqual([name, true])
  })
  it('is not misled by names alike', () => {
    const head = ['article:publisher', 'publication_id', 'og:updated_time', 'validate', 'viewport', 'keywords']
      .map((name) => meta(name, 'x'))
      .join('')
    expect(gather({ head })).toMatchObject({ isDated: false, hasAuthor: false, hasSection: false })
  })
  it('tells types of JSON-LD in lists, graphs and main entities, and of microdata, but not of what else is inside', () => {
    const head =
      ld([{ '@type': ['NewsArticle', 'Report'] }]) +
      ld({
        '@graph': [
          { '@type': 'https://schema.org/WebPage', mainEntity: { '@type': 'Product', brand: { '@type': 'Brand' } } },
        ],
      })
    const body = `<div itemscope itemtype="http://schema.org/Article"><div itemprop="author" itemscope itemtype="http://schema.org/Person"></div></div>`
    expect(gather({ head, body }).types).toEqual(['newsarticle', 'report', 'webpage', 'product', 'article'])
  })
  it('takes a date of the page, not of a review on it', () => {
    const review = (attributes: string) =>
      `<div itemscope itemtype="https://schema.org/Product"><div ${attributes}><time itemprop="datePublished">9 May</time></div></div>`
    expect(gather({ body: review('itemprop="review" itemscope') }).isDated).toBe(false)
    expect(gather({ body: review('') }).isDated).toBe(true)
  })
  it('knows software for other things', () => {
    expect(gather({ head: '<meta name="generator" content="MediaWiki 1.45">' }).isOtherSoftware).toBe(true)
    expect(gather({ body: '<div id="mw-content-text"></div>' }).isOtherSoftware).toBe(true)
    expect(gather({ head: '<meta name="generator" content="WordPress 6.9">' }).isOtherSoftware).toBe(false)
  })
  it('survives what publishers ship', () => {
    const head = '<script type="application/ld+json">{"@type": </script><meta><meta name=""><meta content="x">'
    expect(() => gather({ head, body: '<p>' })).not.toThrow()
  })
})

describe('address', () => {
  it('is the canonical one where that says more', () => {
    const head = '<link rel="canonical" href="https://paper.example/2026/01/09/trade">'
    expect(gather({ head, address: 'https://short.example/p' }).path).toBe('/2026/01/09/trade')
  })
  it.each(['https://paper.example/', 'nonsense', ''])('is its own where the canonical one is "%s"', (href) =>
    expect(gather({ head: `<link rel="canonical" href="${href}">`, address: 'https://paper.example/a/b' }).path).toBe(
      '/a/b',
    ),
  )
})

describe('headline', () => {
  const of = (heading: string, title: string, head = '') =>
    gather({ title, head, body: `<h2>${heading}</h2>` }).hasHeadline
  it('repeats the title, whole or shortened, and whatever the punctuation', () => {
    expect(of('Japan asks for stocks of rare earths', 'Japan asks for stocks of rare earths | The Paper')).toBe(true)
    expect(of('“Japan” asks for stocks – of rare earths', 'Japan asks for stocks of rare …')).toBe(true)
    expect(of('日本、レアアースの在庫報告を要請', '日本、レアアースの在庫報告を要請：新聞')).toBe(true)
    expect(
      of('Japan asks for stocks of rare earths', 'Paper', meta('og:title', 'Japan asks for stocks of rare earths')),
    ).toBe(true)
  })
  it('is no name of a section, nor another story', () => {
    expect(of('World', 'World news | The Paper')).toBe(false)
    expect(of('Germany and France agree on tariffs', 'Japan asks for stocks of rare earths')).toBe(false)
  })
})

describe('prose', () => {
  const read = (body: string) => gather({ body })
  it('is the sentences in a row, captions and a cross-heading between them', () => {
    const { prose, teaserShare } = read(
      `${paragraphs(2)}<figure><figcaption>Photo: Agency</figcaption></figure><h3>Stocks</h3>${paragraphs(3)}`,
    )
    expect(prose).toBe(5 * SENTENCE.length)
    expect(teaserShare).toBe(0)
  })
  it('is wherever its paragraphs are wrapped', () =>
    expect(read(`<div><section>${paragraphs(1)}</section></div>`.repeat(4)).prose).toBe(4 * SENTENCE.length))
  it('counts a wide letter twice', () =>
    expect(read(`<p>${JAPANESE}</p>`).prose).toBeGreaterThan(JAPANESE.length * 1.9))
  it('is broken by names, dates and buttons between posts', () => {
    const posts = `<div><b>user</b><div>3 hours ago</div>${paragraphs(1)}<div>Reply</div></div>`.repeat(12)
    expect(read(posts).prose).toBe(SENTENCE.length)
  })
  it('is neither links nor labels', () => {
    expect(read(`<p><a href="/a">${SENTENCE}</a></p>`.repeat(9)).prose).toBe(0)
    expect(read('<p>A label without an end that is longer than a short sentence</p>'.repeat(9)).prose).toBe(0)
  })
  it('may be one block with a credit at its end', () =>
    expect(read(`<div>${`${SENTENCE} `.repeat(9)}(Agencies)</div>`).prose).toBeGreaterThan(9 * SENTENCE.length))
  it('is told from teasers by the headlines that link', () => {
    const teasers = `<div><h3><a href="/a">Another story of the day</a></h3>${paragraphs(1)}<time>10:00</time></div>`
    expect(read(teasers.repeat(8)).teaserShare).toBeGreaterThanOrEqual(0.5)
    expect(
      read(`${paragraphs(4)}<p><a href="/a">Read also: another story</a></p>${paragraphs(4)}`).teaserShare,
    ).toBeLessThan(0.2)
  })
  it('is not navigation, code, or what is typed', () =>
    expect(
      read(`<nav>${paragraphs(3)}</nav><pre>${SENTENCE}</pre><div contenteditable>${paragraphs(3)}</div>`).prose,
    ).toBe(0))
})

describe('dateline', () => {
  const before = (text: string) => gather({ body: `<div>${text}</div>${paragraphs(5)}` }).dateline
  it.each([
    '9 January 2026, 10:15 GMT',
    'January 9, 2026 10:15 a.m. EST',
    '2026年1月9日 10時15分',
    '2026-01-09 10:15',
    '2026.01.09 10:15',
    '09.01.2026, 10.15 Uhr',
    'Publié le 9 janvier 2026 à 10h15',
    '9 de enero de 2026 10:15',
    '2026년 1월 9일 10:15',
    'Updated: Jan 9, 2026, 10:15 IST',
    '9. 1. 2026 10:15',
  ])('with the time: %s', (text) => expect(before(text)).toBe('date and time'))
  it.each(['9 January 2026', '2026/1/9', '2026年1月9日'])('without: %s', (text) => expect(before(text)).toBe('date'))
  it.each([
    'Since 1998',
    '10:15',
    'Chapter 9, page 2026',
    '3 of 9',
    `${SENTENCE} That was on 9 January 2026 at 10:15, in the year of the ${'very '.repeat(20)}long sentence`,
  ])('not: %s', (text) => expect(before(text)).toBe('none'))
  it('stands near the prose', () => {
    const far = `<div>9 January 2026</div>${'<div>Menu</div>'.repeat(30)}${paragraphs(5)}`
    expect(gather({ body: far }).dateline).toBe('none')
  })
})

const story = (title: string, text: string, extra = '') => ({
  title: `${title} - The Paper`,
  body: `<nav><a href="/">Home</a></nav><main><h1>${title}</h1>${extra}${paragraphs(9, text)}</main><footer>© The Paper</footer>`,
})
const teaserList =
  `<h2><a href="/a">Another story of the day</a></h2><p>${SENTENCE}</p><time>9 January 2026 10:00</time>`.repeat(12)
const replies = `<div><b>user</b><div>3 hours ago</div><p>${SENTENCE}</p><div>Reply</div></div>`.repeat(12)

describe('pages that are articles', () => {
  it.each<[string, Page]>([
    [
      'of an agency',
      {
        ...story('Japan asks for stocks of rare earths', SENTENCE, '<time>9 January 2026 10:15</time>'),
        head: meta('og:type', 'article') + ld({ '@type': 'NewsArticle', datePublished: '2026-01-09' }),
      },
    ],
    [
      'Chinese, without a word of metadata',
      story('商务部回应两用物项出口管制有关问题', CHINESE, '<div>2026年01月09日10:15 来源：本报</div>'),
    ],
    [
      'Japanese, without metadata',
      story('政府、レアアースの在庫報告を商社に要請', JAPANESE, '<p>2026年1月9日 10:15</p>'),
    ],
    [
      'German, with a date only',
      story(
        'Japan fragt nach Beständen an Seltenen Erden',
        'Tokio hat seine Handelshäuser gebeten, bis Monatsende ihre Bestände an den Metallen zu melden. Die meisten kommen aus China.',
        '<div>09.01.2026, 10.15 Uhr</div>',
      ),
    ],
    [
      'a blog post',
      {
        ...story('What the new export rules mean for magnets', SENTENCE),
        head: ld({ '@type': 'BlogPosting', datePublished: '2026-01-09', author: 'A' }),
      },
    ],
    [
      'drawn by scripts that have not run yet',
      {
        head: meta('og:type', 'article') + ld({ '@graph': [{ '@type': 'NewsArticle', datePublished: '2026-01-09' }] }),
        address: 'https://paper.example/2026/01/09/japan',
      },
    ],
    [
      'a live blog',
      {
        ...story('Live: talks on rare earths in London', SENTENCE),
        head: ld({ '@type': 'LiveBlogPosting', datePublished: '2026-01-09' }),
      },
    ],
    [
      'with comments below',
      {
        title: 'Japan asks for stocks of rare earths',
        head: meta('article:published_time', '2026-01-09'),
        body: `<h1>Japan asks for stocks of rare earths</h1><div>9 January 2026 10:15</div>${paragraphs(9)}${replies}`,
      },
    ],
  ])('%s', (_, page) => expect(isArticle(page)).toBe(true))
})

describe('pages that are none', () => {
  it.each<[string, Page]>([
    [
      'a front page',
      {
        title: 'The Paper',
        head: meta('og:type', 'website') + meta('author', 'The Paper'),
        body: teaserList,
        address: 'https://paper.example/',
      },
    ],
    [
      'a section',
      {
        title: 'Business and energy news - The Paper',
        body: `<h1>Business</h1>${teaserList}`,
        address: 'https://paper.example/business/energy/',
      },
    ],
    [
      'a tag page that says article',
      {
        title: 'Rare earths - The Paper',
        head: meta('og:type', 'article') + ld({ '@type': 'CollectionPage' }),
        body: teaserList,
        address: 'https://paper.example/tag/rare-earths/',
      },
    ],
    [
      'results of a search',
      {
        title: 'rare earths - Search',
        body: `<form><input></form>${teaserList}`,
        address: 'https://paper.example/search?q=rare+earths',
      },
    ],
    [
      'a thread of a forum',
      {
        title: 'What do you think of rare earth magnets? - Forum',
        head: meta('og:type', 'website'),
        body: `<h1>What do you think of rare earth magnets?</h1>${replies}`,
        address: 'https://forum.example/t/what-do-you-think-of-magnets/12345',
      },
    ],
    [
      'a question with answers',
      {
        ...story('How strong is a magnet of neodymium?', SENTENCE, '<div>asked 9 January 2026 at 10:15</div>'),
        head: ld({ '@type': 'QAPage' }),
      },
    ],
    [
      'a product',
      {
        ...story('Neodymium magnet, 20 mm, set of ten', SENTENCE),
        head: meta('og:type', 'product') + ld({ '@type': 'Product', name: 'Magnet' }),
        address: 'https://shop.example/p/neodymium-magnet-set-of-ten-12345',
      },
    ],
    [
      'an encyclopaedia',
      {
        ...story('Neodymium magnet in theory and practice', SENTENCE, '<p>2026-01-09 10:15</p>'),
        head:
          '<meta name="generator" content="MediaWiki 1.45">' +
          ld({ '@type': 'Article', datePublished: '2003-01-09', author: 'Contributors' }),
      },
    ],
    [
      'a manual',
      {
        ...story('Marking mentions on a page of your own', SENTENCE),
        body: `<h1>Marking mentions on a page of your own</h1>${`${paragraphs(2)}<pre>mark()</pre>`.repeat(9)}`,
        address: 'https://paper.example/guide/marking-mentions-on-a-page',
      },
    ],
    [
      'a manual without code',
      {
        ...story('Marking mentions on a page of your own', SENTENCE),
        address: 'https://paper.example/guide/marking-mentions-on-a-page',
      },
    ],
    [
      'a video',
      {
        title: 'Inside a mine - Tube',
        head: meta('og:type', 'video.other') + meta('datePublished', '2026-01-09'),
        body: `<h1>Inside a rare earth mine</h1><div>9 January 2026</div>${paragraphs(8)}`,
      },
    ],
    [
      'a repository',
      {
        title: 'a/magnets: rare earth calculations',
        head: meta('og:type', 'object'),
        body: `<article><h1>magnets: rare earth calculations</h1>${paragraphs(9)}</article>`,
      },
    ],
    [
      'a person',
      {
        title: 'A. Writer',
        head: meta('og:type', 'profile'),
        body: `<h1>A. Writer</h1>${paragraphs(3)}${teaserList}`,
        address: 'https://paper.example/authors/a-writer',
      },
    ],
    [
      'a post of a social network',
      {
        title: 'A. Writer on Network',
        head: meta('og:type', 'article'),
        body: replies,
        address: 'https://network.example/u/status/745276948213968896',
      },
    ],
    [
      'a paper',
      {
        ...story('Recycling of magnets: a review of the literature', SENTENCE, '<div>9 January 2026</div>'),
        head:
          '<meta name="citation_title" content="x"><meta name="dc.date" content="2026-01-09">' +
          meta('og:type', 'article'),
      },
    ],
    [
      'a mail',
      {
        ...story('Japan asks for stocks of rare earths', SENTENCE, '<div>9 January 2026, 10:15</div>'),
        address: 'https://mail.example.com/u/0/inbox/FMfcgzQXJWDsKm',
      },
    ],
    [
      'terms of use',
      {
        ...story('Terms and conditions of the use of this site', SENTENCE, '<p>Last changed on 9 January 2026</p>'),
        address: 'https://paper.example/terms',
      },
    ],
    [
      'a form to log in',
      { title: 'Log in', body: '<form><label>Mail <input></label></form>', address: 'https://paper.example/login' },
    ],
    ['nothing', {}],
  ])('%s', (_, page) => expect(isArticle(page)).toBe(false))
})
