/** HTML to readable text, as broken as the web is. */

import { describe, expect, it } from 'vitest'
import { articleOfHtml, textOfHtml } from '../../../../lib/cli/text/html.ts'

describe('textOfHtml', () => {
  it('gives a paragraph for every block, inline elements joined', () =>
    expect(textOfHtml('<article><h1>Rare earths</h1><p>Japan <b>buys</b> <a href="x">60%</a>.</p></article>')).toBe(
      'Rare earths\n\nJapan buys 60%.',
    ))

  it('leaves out navigation, scripts, styles and hidden text', () =>
    expect(
      textOfHtml(
        '<head><title>t</title><style>p{}</style></head><nav>menu</nav><script>var a</script><p hidden>no</p><p aria-hidden="true">no</p><div style="color: red; display: none"><p>no</p></div><p style="display: block">yes</p><noscript>no</noscript>',
      ),
    ).toBe('yes'))

  it.each([
    ['unclosed elements', '<p>one<p>two<div>three', 'one\n\ntwo\n\nthree'],
    ['elements closed the wrong way round', '<p>a <b>b <i>c</b> d</i></p>', 'a b c d'],
    ['elements closed and never opened', '</div></p>text</span>', 'text'],
    ['a bare text', 'just text', 'just text'],
    ['entities', '<p>a &amp; b &lt;c&gt; &#8211; &nbsp;d</p>', 'a & b <c> – d'],
    ['a comment', '<p>a<!-- <p>no</p> -->b</p>', 'ab'],
    ['spaces and line breaks', '<p>\n  a\n   b  </p>', 'a b'],
  ])('reads %s', (_, html, text) => expect(textOfHtml(html)).toBe(text))

  it.each([
    '',
    ' \n',
    '<',
    '<>',
    '<!doctype html>',
    '<html></html>',
    '<body>',
    '<p></p>',
    '<p',
    '&',
    '<![CDATA[x',
    '\0',
  ])('never throws on %j', (html) => expect(typeof textOfHtml(html)).toBe('string'))

  it.each([4000, 20_000])('reads what is nested %i levels deep, in the order of the page', (depth) =>
    expect(
      textOfHtml(
        `<p>first</p>${'<div>'.repeat(depth)}<p>one <b>two</b></p><p style="display: none">no</p><p>three</p>${'</div>'.repeat(depth)}<p>last</p>`,
      ),
    ).toBe('first\n\none two\n\nthree\n\nlast'),
  )

  it('gives nothing for nothing', () => {
    expect(textOfHtml('')).toBe('')
    expect(textOfHtml('<html><body></body></html>')).toBe('')
  })

  it('runs no script', () => {
    const world = globalThis as { hacked?: boolean }
    expect(
      textOfHtml('<script>globalThis.hacked = true; document.body.textContent = "x"</script><p onclick="">a</p>'),
    ).toBe('a')
    expect(world.hacked).toBeUndefined()
  })
})

describe('articleOfHtml', () => {
  it('is not stopped by a page that nests without end', () => {
    const deep = '<div lang="de">'.repeat(4000)
    expect(articleOfHtml(`<html lang="de">${deep}<p>Dysprosium<time datetime="2010-10-20">`)).toEqual({
      text: 'Dysprosium',
      language: 'de',
      date: '2010-10-20',
    })
  })

  it('says what the page says of its date and language', () =>
    expect(
      articleOfHtml(
        '<html lang="de"><head><meta property="article:published_time" content="2010-10-20T08:00:00Z"></head><body><p>Dysprosium</p></body></html>',
      ),
    ).toEqual({ text: 'Dysprosium', language: 'de', date: '2010-10-20' }))

  it('takes no language that the words contradict, and makes no date up', () =>
    expect(articleOfHtml('<html lang="en"><p>日本はレアアースの60%を中国から輸入している。</p></html>')).toEqual({
      text: '日本はレアアースの60%を中国から輸入している。',
      language: 'ja',
      date: undefined,
    }))
})
