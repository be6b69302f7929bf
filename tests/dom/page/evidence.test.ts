/** Evidence gathered from pages, piece by piece, and what all of it adds up to on whole pages of our own writing. */

import { describe, expect, it } from 'vitest'
import { gatherEvidence } from '../../../lib/page/evidence.ts'
import { ARTICLE_FROM, scoreArticle } from '../../../lib/sites/article-score.ts'
import { ARTICLES, JAPANESE, ld, meta, OTHERS, paragraphs, SENTENCE, type Page } from './sample-pages.ts'

function gather({ title = 'A page', head = '', body = '', address = 'https://paper.example/x.html' }: Page) {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html><head><title>${title}</title>${head}</head><body>${body}</body></html>`,
    'text/html',
  )
  return gatherEvidence(page, new URL(address))
}
const isArticle = (page: Page) => scoreArticle(gather(page)) >= ARTICLE_FROM

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

describe('what the evidence adds up to', () => {
  it.each(ARTICLES)('an article: %s', (_, page) => expect(isArticle(page)).toBe(true))
  it.each(OTHERS)('no article: %s', (_, page) => expect(isArticle(page)).toBe(false))
})
