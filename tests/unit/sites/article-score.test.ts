/** The score of evidence: what alone is not enough, what is, and what rules a page out. */

import { describe, expect, it } from 'vitest'
import {
  ARTICLE_FROM,
  isFrontPath,
  OBSERVATIONS,
  scoreArticle,
  type Evidence,
} from '../../../lib/sites/article-score.ts'

const nothing: Evidence = {
  ogType: '',
  types: [],
  host: 'paper.example',
  path: '/x.html',
  isDated: false,
  hasAuthor: false,
  hasSection: false,
  hasHeadline: false,
  dateline: 'none',
  prose: 0,
  teaserShare: 0,
  codeBlocks: 0,
  isOtherSoftware: false,
}
const isArticle = (evidence: Partial<Evidence>) => scoreArticle({ ...nothing, ...evidence }) >= ARTICLE_FROM

describe('an article', () => {
  it.each<[string, Partial<Evidence>]>([
    ['with everything', { types: ['newsarticle'], ogType: 'article', isDated: true, hasAuthor: true, prose: 4000 }],
    [
      'of plain text: headline, dateline with the time, prose',
      { hasHeadline: true, dateline: 'date and time', prose: 1600 },
    ],
    ['of plain text with a date only', { hasHeadline: true, dateline: 'date', prose: 1600 }],
    ['whose text comes later', { types: ['newsarticle'], ogType: 'article', isDated: true }],
    [
      'without a date, at an address of its own',
      { ogType: 'article', hasAuthor: true, hasHeadline: true, prose: 900, path: '/a/1234567' },
    ],
    ['that is a live blog', { types: ['liveblogposting'], isDated: true, prose: 900 }],
    ['that is reportage', { types: ['reportagenewsarticle'], isDated: true, prose: 900 }],
    ['that is a blog post', { types: ['blogposting'], isDated: true, prose: 900 }],
    [
      'by a type of its own publisher',
      { ogType: 'paper:blog-post', hasSection: true, hasHeadline: true, dateline: 'date', prose: 900 },
    ],
    ['with a video beside it', { types: ['newsarticle', 'videoobject'], isDated: true, prose: 900 }],
    ['with a list of others below it', { types: ['newsarticle', 'itemlist'], isDated: true, prose: 900 }],
    [
      'on a film',
      { types: ['movie'], ogType: 'article', isDated: true, hasAuthor: true, hasHeadline: true, prose: 900 },
    ],
    [
      'short, with the usual metadata',
      { ogType: 'article', isDated: true, hasAuthor: true, hasHeadline: true, prose: 350 },
    ],
  ])('%s', (_, evidence) => expect(isArticle(evidence)).toBe(true))
})

describe('no article', () => {
  const post = { isDated: true, hasAuthor: true, hasHeadline: true, dateline: 'date and time', prose: 5000 } as const
  it.each<[string, Partial<Evidence>]>([
    ['og:type alone', { ogType: 'article' }],
    [
      'og:type and an address, as social networks have them',
      { ogType: 'article', path: '/u/status/745276948213968896' },
    ],
    [
      'prose, heading and address alone: documentation',
      { hasHeadline: true, prose: 9000, path: '/guide/how-to-write-a-test' },
    ],
    ['a product, however much is written about it', { ...post, types: ['product'] }],
    ['a product by og:type', { ...post, ogType: 'product' }],
    ['a product that og:type calls an article', { ...post, types: ['product'], ogType: 'article', prose: 900 }],
    ['a video', { ...post, ogType: 'video.other', types: ['videoobject'] }],
    ['a repository', { ...post, ogType: 'object' }],
    ['a question', { ...post, ogType: 'website', types: ['qapage'] }],
    ['a thread', { ...post, types: ['discussionforumposting'] }],
    ['an encyclopaedia, though its data say article', { ...post, types: ['article'], isOtherSoftware: true }],
    ['a mail', { ...post, host: 'mail.example.com' }],
    ['a document', { ...post, types: ['article'], host: 'docs.example.com' }],
    [
      'a front page with teasers',
      { hasAuthor: true, dateline: 'date and time', prose: 3000, teaserShare: 1, path: '/' },
    ],
    [
      'a section with teasers',
      { hasAuthor: true, dateline: 'date and time', prose: 3000, teaserShare: 0.6, path: '/business/energy/' },
    ],
    [
      'a tag page that og:type calls an article',
      { ogType: 'article', types: ['collectionpage'], hasSection: true, prose: 900, path: '/tag/rare-earths/' },
    ],
    [
      'a section that calls itself a list, though og:type says article',
      { ogType: 'article', types: ['collectionpage'], hasSection: true, hasHeadline: true, prose: 900, path: '/a/b/' },
    ],
    ['a handbook full of code', { hasHeadline: true, hasAuthor: true, isDated: true, prose: 5000, codeBlocks: 40 }],
    ['privacy terms with a date', { hasHeadline: true, dateline: 'date', prose: 5000, path: '/privacy' }],
  ])('%s', (_, evidence) => expect(isArticle(evidence)).toBe(false))
})

describe('the weights', () => {
  it('are whole, none is nought, and none alone makes an article', () => {
    for (const { says, weight } of OBSERVATIONS)
      expect([says, Number.isInteger(weight) && weight !== 0 && weight < ARTICLE_FROM / 2 + 1]).toEqual([says, true])
  })
  it.each<[string, Partial<Evidence>[], number[]]>([
    ['prose', [299, 300, 799, 800, 1499, 1500].map((prose) => ({ prose })), [0, 1, 1, 2, 2, 3]],
    ['code', [4, 5].map((codeBlocks) => ({ codeBlocks })), [0, -3]],
    ['teasers', [0.49, 0.5].map((teaserShare) => ({ teaserShare })), [0, -4]],
  ])('of %s count from where they should', (_, steps, scores) =>
    expect(steps.map((step) => scoreArticle({ ...nothing, ...step }))).toEqual(scores),
  )
  it('of every observation can be seen', () => {
    const seen = new Set<string>()
    const rich: Partial<Evidence>[] = [
      {
        types: ['newsarticle'],
        ogType: 'article',
        isDated: true,
        hasAuthor: true,
        hasSection: true,
        hasHeadline: true,
        dateline: 'date and time',
        prose: 2000,
        path: '/2026/01/09/rare-earths-and-the-rest',
      },
      {
        types: ['article', 'itemlist'],
        path: '/',
        teaserShare: 1,
        codeBlocks: 9,
        isOtherSoftware: true,
        host: 'mail.example.com',
      },
      { types: ['product'], path: '/shop/x' },
    ]
    for (const change of rich)
      for (const { says, holds } of OBSERVATIONS) if (holds({ ...nothing, ...change })) seen.add(says)
    expect(OBSERVATIONS.filter(({ says }) => !seen.has(says))).toEqual([])
  })
})

describe('addresses', () => {
  const hasDate = OBSERVATIONS.find(({ says }) => says === 'has a date in its address')
  const hasName = OBSERVATIONS.find(({ says }) => says === 'has a number or a slug in its address')
  it.each([
    '/2026/01/09/x',
    '/news/2026-01-09/x',
    '/20260109/a',
    '/world/2026/jan/09/x',
    '/a/A2026010914320005196',
    '/2026/1/x',
  ])('%s has a date', (path) => expect(hasDate?.holds({ ...nothing, path })).toBe(true))
  it.each(['/x', '/1234/56/78', '/a-2026', '/2026', '/12026010912', '/products/20269999'])('%s has none', (path) =>
    expect(hasDate?.holds({ ...nothing, path })).toBe(false),
  )
  it.each(['/a/71496416.cms', '/articles/clymn8zyrp9o', '/japan-buys-rare-earths', '/a/ASM2Q5HKNM2QUCVL02D.html'])(
    '%s is of one page',
    (path) => expect(hasName?.holds({ ...nothing, path })).toBe(true),
  )
  it.each(['/', '/business/energy', '/about-us', '/internationalisation'])('%s may be of many', (path) =>
    expect(hasName?.holds({ ...nothing, path })).toBe(false),
  )
  const isElsewhere = OBSERVATIONS.find(({ says }) => says === 'lies where other kinds of pages do')
  it.each(['/people/jane-doe', '/en/Tags/gallium', '/shop'])('%s is of another kind', (path) =>
    expect(isElsewhere?.holds({ ...nothing, path })).toBe(true),
  )
  it.each(['/peoples-daily/1', '/bookshop/2', '/jobs-report'])('%s may be news', (path) =>
    expect(isElsewhere?.holds({ ...nothing, path })).toBe(false),
  )
  it.each(['', '/', '/index.html', '/en', '/en/', '/world-news'])('%s is a front page', (path) =>
    expect(isFrontPath(path)).toBe(true),
  )
  it.each(['/x.html', '/a/b', '/1234567', '/japan-buys-more-rare-earths'])('%s is none', (path) =>
    expect(isFrontPath(path)).toBe(false),
  )
})
