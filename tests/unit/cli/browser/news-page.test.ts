/** Files and texts as news pages: their address, their escaping, and what is said where there is none. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Window } from 'happy-dom'
import { afterAll, describe, expect, it } from 'vitest'
import { readPage } from '../../../../lib/cli/text/html.ts'
import { articleOf, canonicalOf, pageOfFile, pageOfUrl } from '../../../../lib/cli/browser/news-page.ts'
import { readArticle } from '../../../../lib/page/article.ts'
import type { Site } from '../../../../lib/sites/match.ts'

const folder = await mkdtemp(join(tmpdir(), 'tradegloss-'))
afterAll(() => rm(folder, { recursive: true }))
const sites: Site[] = [
  { host: 'reuters.com', match: 'domain' },
  { host: 'ft.com', match: 'domain' },
]
const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

describe('canonicalOf', () => {
  it.each([
    ['<link rel="canonical" href="https://www.ft.com/a">', 'https://www.ft.com/a'],
    ["<link href='https://www.ft.com/a' rel='canonical'>", 'https://www.ft.com/a'],
    ['<LINK REL=canonical HREF="https://www.ft.com/a"/>', 'https://www.ft.com/a'],
    ['<link data-x="1" rel="canonical"\n href="https://www.ft.com/a?b=1&amp;c=2">', 'https://www.ft.com/a?b=1&c=2'],
    ['<meta property="og:url" content="https://www.ft.com/b">', 'https://www.ft.com/b'],
    ['<meta content="https://www.ft.com/b" property="og:url">', 'https://www.ft.com/b'],
    ['<meta property="og:url" content="https://b"><link rel="canonical" href="https://a">', 'https://a/'],
    ['<link rel="stylesheet" href="https://www.ft.com/a.css">', null],
    ['<link rel="canonical" href="/relative">', null],
    ['<link rel="canonical" href="//www.ft.com/a">', 'https://www.ft.com/a'],
    ['<link rel=canonical href=https://www.ft.com/a?b=1&amp;c>', 'https://www.ft.com/a?b=1&c'],
    ['<meta property=og:url content=https://www.ft.com/a>', 'https://www.ft.com/a'],
    [`<link rel="canonical" data-href="/b" href="https://www.ft.com/it's">`, "https://www.ft.com/it's"],
    ['<link rel="canonical">', null],
    ['<p>nothing</p>', null],
    ['', null],
  ])('%s: %s', (html, address) => expect(canonicalOf(html)).toBe(address))

  // A browser asks for no other form of them.
  it.each([
    ['https://www.ft.com', 'https://www.ft.com/'],
    ['https://www.FT.com/A', 'https://www.ft.com/A'],
    ['https://www.nikkei.com/article/日本', 'https://www.nikkei.com/article/%E6%97%A5%E6%9C%AC'],
    ['https://www.ft.com:443/a/../b', 'https://www.ft.com/b'],
    ['https://www.ft.com/a?b=1#top', 'https://www.ft.com/a?b=1'],
  ])('%s in the form of browsers: %s', (address, asked) =>
    expect(canonicalOf(`<link rel="canonical" href="${address}">`)).toBe(asked),
  )

  // The og:url is asked only where there is no canonical link at all; one without a full address hides it.
  it('falls back to og:url where the canonical link has no full address', () =>
    expect(canonicalOf('<link rel="canonical" href="/a"><meta property="og:url" content="https://www.ft.com/a">')).toBe(
      'https://www.ft.com/a',
    ))
})

describe('articleOf', () => {
  const parse = (text: string) => {
    const { document } = new Window()
    document.write(articleOf(text))
    return document
  }

  it('escapes markup: it stays text', () => {
    const text = '<script>alert(1)</script> & "quotes" <img src=x onerror=y> &lt;'
    const document = parse(text)
    expect(document.querySelector('body script, img')).toBeNull()
    expect(document.querySelector('article p')?.textContent).toBe(text)
    expect(document.title).toBe(text)
  })

  it('makes a paragraph of every short line that says something', () => {
    const document = parse('Headline\r\n\r\n  First.  \n\t\nSecond.\n')
    expect([...document.querySelectorAll('article p')].map((p) => p.textContent)).toEqual([
      'Headline',
      'First.',
      'Second.',
    ])
    expect(document.title).toBe('Headline')
  })

  it.each([
    ['a headline and words', 'Supply\n\nLast year Japan bought no less than 60% of its rare\nearths from China.'],
    ['lines of Windows', 'Supply\r\n\r\nLast year Japan bought no less than 60% of its rare\r\nearths from China.'],
  ])('joins lines that are only wrapped: %s', (_, text) =>
    expect([...parse(text).querySelectorAll('p')].map((p) => p.textContent)).toEqual([
      'Supply',
      'Last year Japan bought no less than 60% of its rare earths from China.',
    ]),
  )

  it('joins Japanese lines without a space', () =>
    expect(parse('日本はレアアースの60%を中\n国から輸入している。').querySelector('p')?.textContent).toBe(
      '日本はレアアースの60%を中国から輸入している。',
    ))

  it('guesses the language', () => {
    expect(articleOf('日本はレアアースの60%を中国から輸入している。')).toContain('<html lang="ja">')
    expect(articleOf('Die Seltenen Erden sind nicht selten, und der Preis ist hoch.')).toContain('<html lang="de">')
  })

  it('makes a page of nothing', () => expect(parse('').querySelectorAll('p')).toHaveLength(0))
  it('cuts a headline that is a whole paragraph', () => expect(parse('x'.repeat(500)).title).toHaveLength(120))
})

describe('pageOfFile', () => {
  it('serves a page under its own address where that is listed', async () => {
    const html = '<html><head><link rel="canonical" href="https://www.ft.com/a"></head></html>'
    const path = await file('own.html', html)
    expect(await pageOfFile(path, sites)).toEqual({ name: path, address: 'https://www.ft.com/a', html })
  })

  it.each([
    ['of another host', '<link rel="canonical" href="https://example.com/a">'],
    ['of another host in http', '<link rel="canonical" href="http://example.com/a">'],
    ['of another scheme', '<link rel="canonical" href="ftp://www.ft.com/a">'],
    ['without address', '<p>x</p>'],
  ])('serves a page %s as one of Reuters', async (_, html) => {
    const { address } = await pageOfFile(await file('other.html', html), sites)
    expect(address).toMatch(/^https:\/\/www\.reuters\.com\//)
  })

  it('serves a page that names its address in http where the site is today', async () => {
    const path = await file('http.html', '<link rel="canonical" href="http://www.ft.com/a?b=1">')
    expect((await pageOfFile(path, sites)).address).toBe('https://www.ft.com/a?b=1')
  })

  it('reads a page in the charset that it declares', async () => {
    const path = join(folder, 'saved.html')
    await writeFile(path, Buffer.from('<meta charset="euc-kr"><p>\xc8\xf1\xc5\xe4\xb7\xf9', 'latin1'))
    expect((await pageOfFile(path, sites)).html).toBe('<meta charset="euc-kr"><p>희토류')
  })

  it('says in one line that a text is not UTF-8', async () => {
    const path = join(folder, 'saved.txt')
    await writeFile(path, Buffer.from('\xc8\xf1\xc5\xe4\xb7\xf9', 'latin1'))
    await expect(pageOfFile(path, sites)).rejects.toThrow(new Error(`${path} is not UTF-8; save it as UTF-8.`))
  })

  it('makes a text an article, whatever it says of addresses', async () => {
    const path = await file('text.TXT', '<link rel="canonical" href="https://www.ft.com/a">')
    const { address, html } = await pageOfFile(path, sites)
    expect(address).toMatch(/^https:\/\/www\.reuters\.com\//)
    expect(html).toContain('<article>')
    expect(html).not.toContain('<link')
  })

  it('serves a page under the form of its address that a browser asks for', async () => {
    const path = await file('named.html', '<link rel="canonical" href="https://www.FT.com#top">')
    expect((await pageOfFile(path, sites)).address).toBe('https://www.ft.com/')
  })

  const stated =
    '<meta name="article:published_time" content="2024-01-02"><meta itemprop="datePublished" content="2024">'
  it.each([
    `<html><head>${stated}</head><body><header>x</header></body></html>`,
    `${stated}<header>x</header>`,
    `<header>x</header>${stated}`,
  ])('puts the date that is given before those that "%s" states', async (source) => {
    const { html } = await pageOfFile(await file('stated.html', source), sites, '2010-10-12')
    expect(readPage(html ?? '', readArticle).date).toBe('2010-10-12')
  })

  it.each(['<html><head lang="en"><title>x</title></head>', '<p>x</p>', ''])('dates "%s"', async (source) => {
    const { html } = await pageOfFile(await file('dated.html', source), sites, '2010-10-12')
    const { document } = new Window()
    document.write(html ?? '')
    expect(document.querySelector('meta[property="article:published_time"]')?.getAttribute('content')).toBe(
      '2010-10-12',
    )
  })

  it('says in one line that there is no such file', async () => {
    const path = join(folder, 'missing.html')
    await expect(pageOfFile(path, sites)).rejects.toThrow(new Error(`There is no file ${path}.`))
  })

  it.each([
    ['www.ft.com', ' An address begins with https://.'],
    ['ft.com/a.html', ' An address begins with https://.'],
    ['ftp://www.ft.com/a', ' An address begins with https://.'],
    ['missing.txt', ''],
    ['my.missing.html', ''],
  ])('says how addresses begin where %s may be meant for one', async (path, hint) => {
    await expect(pageOfFile(path, sites)).rejects.toThrow(new Error(`There is no file ${path}.${hint}`))
  })

  it('says in one line that a folder is no file', async () => {
    const error = await pageOfFile(folder, sites).catch((reason: Error) => reason)
    expect(error).toBeInstanceOf(Error)
    expect((error as Error).message).toBe(`${folder} is a folder, not a file.`)
  })
})

describe('pageOfUrl', () => {
  const listed = 'https://www.ft.com/a'
  it('takes a page of a listed site, or any other where it is allowed', () => {
    const open = { date: undefined, isAllowed: false }
    expect(pageOfUrl(listed, sites, open)).toEqual({ name: listed, address: listed, html: null })
    expect(pageOfUrl('https://example.com/a', sites, { ...open, isAllowed: true }).address).toBe(
      'https://example.com/a',
    )
  })

  it.each([
    ['https://', undefined, 'https:// is no address.'],
    ['HTTP://www.ft.com/a', undefined, 'HTTP://www.ft.com/a: the extension runs on https only.'],
    ['http://www.ft.com/a', undefined, 'http://www.ft.com/a: the extension runs on https only.'],
    [
      'https://example.com/a',
      undefined,
      'example.com is not on the list of news sites; add --allow to run on it in a temporary build.',
    ],
    [listed, '2010-10-12', `${listed}: --date is for files; a page of the network states its own date.`],
  ])('refuses %s with the date %s in one line', (address, date, message) =>
    expect(() => pageOfUrl(address, sites, { date, isAllowed: false })).toThrow(new Error(message)),
  )
})
