/** Pages of our own writing, of the kinds that the article check meets: news in several languages, and pages that are none. */

/** A page by what is written into it, and where it lies. */
export interface Page {
  title?: string
  head?: string
  body?: string
  address?: string
}
/** Metadata as JSON-LD. */
export const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
/** Metadata in the head. */
export const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

/** A sentence that counts as prose. */
export const SENTENCE =
  'Tokyo has asked its trading houses to report, by the end of the month, how much of the metal they hold in stock.'
/** So many paragraphs of a text, by default of {@link SENTENCE}. */
export const paragraphs = (count: number, text = SENTENCE) => `<p>${text}</p>`.repeat(count)
export const JAPANESE =
  '政府は商社に対し、年内に在庫の量を報告するよう求めた。磁石に使う金属の大半を海外に頼っているためだ。'
const CHINESE = '商务部新闻发言人表示，有关措施是依法进行的，不针对任何特定国家，对合规的民用贸易予以便利。'

const story = (title: string, text: string, extra = '') => ({
  title: `${title} - The Paper`,
  body: `<nav><a href="/">Home</a></nav><main><h1>${title}</h1>${extra}${paragraphs(9, text)}</main><footer>© The Paper</footer>`,
})
const teaserList =
  `<h2><a href="/a">Another story of the day</a></h2><p>${SENTENCE}</p><time>9 January 2026 10:00</time>`.repeat(12)
const replies = `<div><b>user</b><div>3 hours ago</div><p>${SENTENCE}</p><div>Reply</div></div>`.repeat(12)

/** Articles, each by what it is like. */
export const ARTICLES: [what: string, page: Page][] = [
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
]

/** Pages that are no article. */
export const OTHERS: [what: string, page: Page][] = [
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
]
