/** What a page says about its article, well or badly. */

import { describe, expect, it } from 'vitest'
import { articleLanguage } from '../../../lib/detect/language.ts'
import { isoDate, readArticle } from '../../../lib/page/article.ts'

const page = (head: string, body = '', attributes = '') =>
  new DOMParser().parseFromString(
    `<!doctype html><html ${attributes}><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  )
const read = (head: string, body = '', attributes = '') => readArticle(page(head, body, attributes))
const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

describe('the date', () => {
  it('is found behind lists of any length', () => {
    const long = `[${Array(100_000).fill('1').join()}]`
    expect(read(ld(`[${Array(40).fill(long).join()},{"datePublished":"2026-01-07"}]`)).date).toBe('2026-01-07')
  })

  it.each([
    ['<meta property="article:published_time" content="2026-01-07T08:30:00Z">'],
    ['<meta property="og:article:published_time" content="2026-01-07T08:30:00+09:00">'],
    ['<meta name="article:published_time" content="2026-01-07">'],
    ['<meta itemprop="datePublished" content="2026-01-07">'],
    ['<meta name="parsely-pub-date" content="2026-01-07T00:00:00Z">'],
    ['<meta name="pubdate" content="20260107">'],
    ['<meta name="publishdate" content="2026/1/7 10:00">'],
    ['<meta name="date" content="2026.01.07">'],
    ['<meta name="DC.date.issued" content=" 2026-01-07 ">'],
    ['<meta name="apub:time" content="2026-1-7 12:49:00">'],
    [ld({ '@type': 'NewsArticle', datePublished: '2026-01-07T08:30:00Z' })],
    [ld([{ '@type': 'Organization' }, { datePublished: '2026-01-07' }])],
    [ld({ '@graph': [{ '@type': 'WebSite' }, { '@graph': [{ datePublished: '2026-01-07' }] }] })],
    [ld('{ "broken": ') + ld({ datePublished: '2026-01-07' })],
    [ld('') + ld('null') + ld('"text"') + ld({ datePublished: '2026-01-07' })],
    [ld([7, 'text', null, { datePublished: '2026-01-07' }])],
    [ld({ datePublished: 20260107 }) + ld({ datePublished: '2026-01-07' })],
  ])('from %s', (head) => expect(read(head).date).toBe('2026-01-07'))

  it.each([
    ['<article><time datetime="2026-01-07T10:00">today</time></article>'],
    ['<main><time datetime="2026-01-07">today</time></main>'],
    ['<time datetime="2026-01-07">today</time>'],
    ['<span itemprop="datePublished" content="2026-01-07"></span>'],
    ['<h1>稀土</h1><p>2026-01-07 15:10:53 来源：报</p><p>2010年9月7日，两船相撞。</p>'],
    ['<div><h1>レアアース</h1></div><div><span>2026年1月7日 9:10</span></div>'],
    ['<header><h1>희토류</h1></header><div>입력 2026.01.07. 오전 09:10</div>'],
    ['<h1>희토류</h1><span>2026년 1월 7일 09:10</span>'],
    ['<h1>Rare earths</h1><div>TNN | Updated: January 7, 2026, 14:21 IST</div>'],
    ['<h1>Rare earths</h1><div>Jan. 7, 2026 9:30 a.m.</div>'],
  ])('from the text: %s', (body) => expect(read('', body).date).toBe('2026-01-07'))

  it.each([
    '<h1>钓鱼岛</h1><p>2010年9月7日，一艘渔船与两艘巡逻船相撞。</p>',
    '<h1>Islands</h1><p>On September 7, 2010 a trawler hit two ships at 10:15.</p>',
    '<h1>稀土</h1><p>没有日期。</p><p>其他新闻 13月45日 10:00</p>',
    '<p>2026-01-07 15:10</p>',
    '<h1>Tierras raras</h1><p>Enero 7, 2026 10:30</p>',
    '<h1>Rare earths</h1><p>Posted Thursday 15, 2026 at 10:30</p>',
    '<h1>Rare earths</h1><p>Act 12, 2024 sets 10:30</p>',
    '<h1>Rare earths</h1><p>Feb 30, 2024 10:00</p>',
    '<h1>稀土</h1><p>2026.13.45 10:00</p>',
    '<h1>稀土</h1><p><span>2026.1.7</span><span>12:30</span></p>',
  ])('from no day that the text tells of: %s', (body) => expect(read('', body).date).toBeNull())

  it('prefers what the page says of itself to times in the text', () => {
    const head = '<meta property="article:published_time" content="2010-10-12">'
    expect(read(head, '<time datetime="2026-01-07"></time>').date).toBe('2010-10-12')
    expect(read(head + ld({ datePublished: '2026-01-07' })).date).toBe('2010-10-12')
  })

  it('goes on where a meta says nothing of use', () =>
    expect(
      read(`<meta property="article:published_time" content="soon">${ld({ datePublished: '2026-01-07' })}`).date,
    ).toBe('2026-01-07'))

  it.each(['', '<time>yesterday</time>', '<time datetime="PT2H"></time>', '<time datetime=""></time>'])(
    'is null where none is stated: "%s"',
    (body) => expect(read('', body).date).toBeNull(),
  )
})

describe('isoDate', () => {
  it.each([
    ['2026-01-07', '2026-01-07'],
    ['2026-1-7', '2026-01-07'],
    ['20260107', '2026-01-07'],
    ['2026/1/7', '2026-01-07'],
    ['2026年1月7日', '2026-01-07'],
    ['2026.01.07 10:00', '2026-01-07'],
    ['2010-10-12T23:59:59-05:00', '2010-10-12'],
    ['1999-12-31', '1999-12-31'],
  ])('%s: %s', (text, date) => expect(isoDate(text)).toBe(date))

  it.each([
    '',
    '2026',
    '2026-01',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '2026-01-00',
    '1767744000',
    '1767744000000',
    '20260107120000',
    '7 January 2026',
    '01/07/2026',
    '3026-01-01',
    'x2026-01-07',
  ])('"%s" is none', (text) => expect(isoDate(text)).toBeNull())

  // A month alone is taken apart as month and day: "2026-11" becomes 1 January, "2025-12" becomes 2 January.
  it.each(['2026-11', '2025-12', '2026/11'])('"%s" is none: it names no day', (text) =>
    expect(isoDate(text)).toBeNull(),
  )

  // "if it is a plausible one": there is no such day.
  it.each(['2026-02-31', '2025-02-29', '2026-04-31'])('"%s" is none', (text) => expect(isoDate(text)).toBeNull())
})

describe('headline and lead', () => {
  it('takes the title of the article, else the first heading, else the page’s title', () => {
    expect(read('<title>t</title><meta property="og:title" content=" og ">', '<h1>h</h1>').headline).toBe('og')
    expect(read('<title>t</title>', '<h1> h </h1>').headline).toBe('h')
    expect(read('<title> t </title>').headline).toBe('t')
    expect(read('').headline).toBe('')
  })

  it('takes the first paragraphs of the article, not of what is around it', () => {
    const { lead } = read('', '<p>cookies</p><article><p>One.</p><div><p>Two.</p></div></article><p>more</p>')
    expect(lead).toBe('One.\nTwo.\n')
    expect(read('', '<p>menu</p><main><p>One.</p></main>').lead).toBe('One.\n')
    expect(read('', '<p>One.</p>').lead).toBe('One.\n')
  })

  it('is not longer than it need be', () => {
    const { lead } = read('', `<article>${`<p>${'x'.repeat(500)}</p>`.repeat(100)}</article>`)
    expect(lead.length).toBe(1600)
  })
})

describe('the language', () => {
  const english = '<article><p>Japan is one of the largest buyers of rare earths in the world.</p></article>'
  const japanese = '<article><p>日本は世界でもっとも多くレアアースを輸入している国の一つである。</p></article>'
  const german = '<article><p>Die Bundesregierung und der Handel mit Seltenen Erden sind nicht im Streit.</p></article>'

  it.each([
    ['lang="en"', english, 'en'],
    ['lang="en-GB"', english, 'en'],
    ['lang="ja"', japanese, 'ja'],
    ['lang="de-AT"', german, 'de'],
    ['lang="zh-TW"', '<p>國際貿易與稀土</p>', 'zh-Hant'],
    ['lang="zh-CN"', '<p>国际贸易与稀土</p>', 'zh-Hans'],
    ['', english, 'en'],
    ['', japanese, 'ja'],
    ['', german, 'de'],
    ['lang=""', german, 'de'],
    ['lang="it"', german, 'de'],
  ])('%s over %s is %s', (attributes, body, language) =>
    expect(articleLanguage(read('', body, attributes))).toBe(language),
  )

  it('is not what the page claims where the script says otherwise', () => {
    expect(articleLanguage(read('', japanese, 'lang="en"'))).toBe('ja')
    expect(articleLanguage(read('', english, 'lang="ja"'))).toBe('en')
    expect(articleLanguage(read('', '<p>한국은 희토류의 대부분을 중국에서 수입한다.</p>', 'lang="ja"'))).toBe('ko')
  })

  it('is what the page claims where words alone say otherwise', () =>
    expect(articleLanguage(read('', '<p>Seltene Erden</p>', 'lang="de"'))).toBe('de'))

  it('is read from og:locale where the page has none', () =>
    expect(articleLanguage(read('<meta property="og:locale" content="fr_FR">', '<p>terres rares</p>'))).toBe('fr'))
})

it('never throws on a page without anything', () => {
  for (const html of ['', '<', '<html>', '<frameset></frameset>', '<article><p></article>']) {
    const empty = new DOMParser().parseFromString(html, 'text/html')
    expect(readArticle(empty)).toMatchObject({ date: null, headline: '' })
  }
})
