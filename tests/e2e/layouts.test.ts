/** Hard layouts in real browsers: however a page sets its text, the words are marked, and the card opens on them. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CDPSession, Page } from 'puppeteer-core'
import { msOf, traced } from '../../lib/cli/bench/pages/trace.ts'
import { hoverMark, pointOf } from '../../lib/cli/page-marks.ts'
import { pageOf } from './article.ts'
import { extensionFor } from './build.ts'
import { tellPage } from './card.ts'
import { ADDRESS, type ArticlePage, WITH_SCRIPTS } from './article-page.ts'
import { ChromiumDriver } from './chromium-driver.ts'
import type { Driver } from './driver.ts'
import { FirefoxDriver } from './firefox-driver.ts'
import { eventually, wait } from './waiting.ts'

let article: ArticlePage
const textsOf = async () => (await article.marks()).map(({ text }) => text)

/** Layouts that part a mention on the way, and the text of the one range over it. */
const LAYOUTS: [name: string, body: string, text: string, lang?: string][] = [
  ['a drop cap', '<p><span style="float:left;font-size:3em">R</span>are earths for Japan.</p>', 'Rare earths'],
  [
    'a drop cap by ::first-letter',
    '<style>p::first-letter{float:left;font-size:3em}</style><p>Rare earths for Japan.</p>',
    'Rare earths',
  ],
  [
    'small caps over several elements',
    '<p><span style="font-variant:small-caps"><b>R</b><small>are</small> <small>ear</small></span>ths for Japan.</p>',
    'Rare earths',
  ],
  ['inline elements', '<p>Japan buys <a href="#x">r<b>ar</b>e</a> <i>ea<u>rth</u>s</i> abroad.</p>', 'rare earths'],
  ['a line break', '<p>Japan buys rare<br>earths abroad.</p>', 'rareearths'],
  ['ruby', '<p>日本は<ruby>希土<rt>きど</rt></ruby><ruby>類<rt>るい</rt></ruby>を輸入する。</p>', '希土きど類', 'ja'],
  [
    'soft hyphens and a no-break space',
    '<p>Japan buys ra&shy;re&nbsp;ear&shy;ths abroad.</p>',
    'ra\u00adre ear\u00adths',
  ],
  ['user-select: none', '<p style="user-select:none">Japan buys rare earths abroad.</p>', 'rare earths'],
  ['right to left', '<div dir="rtl"><p>تستورد اليابان rare earths من الصين.</p></div>', 'rare earths'],
  ['vertical text', '<p style="writing-mode:vertical-rl;height:200px">日本は希土類を輸入する。</p>', '希土類', 'ja'],
  ['columns', '<div style="columns:3">filler text <p>Japan buys rare earths abroad.</p></div>', 'rare earths'],
  ['a slot of an element’s own', '<p><slot>rare</slot> earths</p>', 'rare earths'],
  ['a table cell', '<table><tr><td>Japan</td><td>rare earths</td></tr></table>', 'rare earths'],
  [
    'a form whose fields are named like properties',
    `<form><input name="parentNode"><input name="firstChild"><input name="nextSibling"><p>a</p><p>b</p></form>
     <form><input name="nodeName"><input name="hasAttribute"></form><p>Japan buys rare earths abroad.</p>`,
    'rare earths',
  ],
]

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let driver: Driver
  beforeAll(async () => {
    driver =
      name === 'chromium'
        ? await new ChromiumDriver(await extensionFor('chrome')).start()
        : await new FirefoxDriver(await extensionFor('firefox')).start()
  })
  afterAll(() => driver.close())
  afterEach(() => article.page.close())

  it.each(LAYOUTS)('%s: the words are marked, and the card opens on them', async (_, body, text, lang = 'en') => {
    article = await driver.open(pageOf(body, { lang }))
    expect((await article.waitForMarks(1)).map((mark) => mark.text)).toEqual([text])
    await article.hover(text)
    expect((await driver.card(article))?.title).toBe('Rare earths')
  })

  it('open shadow roots, nested, and attached late: they are read, drawn and followed', async () => {
    article = await driver.open(pageOf('<news-list></news-list><late-card>x</late-card>'))
    await article.page.evaluate(`{
      const list = document.querySelector('news-list').attachShadow({ mode: 'open' })
      list.innerHTML = '<section><news-card></news-card></section>'
      list.querySelector('news-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Exports of rare earths.</p>'
    }`)
    expect((await article.waitForMarks(1)).map(({ text }) => text)).toEqual(['rare earths'])
    await article.page.evaluate(
      `document.querySelector('late-card').attachShadow({ mode: 'open' }).innerHTML = '<p>Dual-use goods.</p>'`,
    )
    expect(await eventually(textsOf, (texts) => texts.length === 2)).toEqual(['rare earths', 'Dual-use goods'])
    const sheets = await article.page.evaluate(
      `['news-list', 'late-card'].map((name) => document.querySelector(name).shadowRoot.adoptedStyleSheets.length)`,
    )
    expect(sheets).toEqual([1, 1])
    await article.hover('Dual-use goods')
    expect((await driver.card(article))?.title).toBe('Dual-use items')
  })

  it('more marks than are drawn at once: those that are seen come first, and follow the reader', async () => {
    const body = Array.from({ length: 1200 }, (_, at) => `<p id="p${at}">Rare earths for Japan, part ${at}.</p>`).join(
      '',
    )
    article = await driver.open(pageOf(body))
    const drawn = async () => (await article.marks()).length
    /** Whether each paragraph in the window holds a drawn mark. */
    const seen = () =>
      article.page.evaluate(`(() => {
        const drawn = new Set([...CSS.highlights.get('tradegloss-rare-earths')].map((range) => range.startContainer.parentNode))
        return [...document.querySelectorAll('p')]
          .filter((p) => p.getBoundingClientRect().top < innerHeight && p.getBoundingClientRect().bottom > 0)
          .map((p) => drawn.has(p))
      })()`) as Promise<boolean[]>
    expect(await eventually(drawn, (count) => count === 400)).toBe(400)
    expect(await seen()).not.toContain(false)
    for (const at of [1199, 600, 0]) {
      await article.page.evaluate(`document.querySelector('#p${at}').scrollIntoView({ behavior: 'instant' })`)
      expect(await eventually(seen, (all) => all.length > 5 && !all.includes(false))).not.toContain(false)
      expect(await drawn()).toBe(400)
    }
  })
})

/** A style sheet that is out to spoil the card: what it inherits, its host, the top layer, and the names of its colours. */
const SPOILING = `
  @layer reset { *, *::before, *::after { all: revert !important; } }
  html { color: lime !important; font: 40px/5 fantasy !important; letter-spacing: 12px !important; direction: rtl !important;
    text-transform: uppercase !important; opacity: 0.3 !important; filter: invert(1) !important; word-spacing: 1em !important;
    --tg-ground: red !important; --tg-text: yellow !important; --tg-font: fantasy !important; }
  tradegloss-card, tradegloss-card *, tradegloss-card::part(frame), :popover-open, :popover-open *, ::backdrop {
    all: unset !important; background: red !important; opacity: 0.2 !important; zoom: 3 !important; rotate: 20deg !important;
    writing-mode: vertical-rl !important; clip-path: circle(5px) !important; visibility: hidden !important;
    animation: spoil 1s infinite !important; --tg-ground: red !important; --tg-text: yellow !important; --tg-line: red !important;
    --tg-accent: red !important; --tg-soft: red !important; --tg-rare-earths: red !important; --tg-shadow: none !important; }
  @keyframes spoil { to { translate: 500px 500px; scale: 9; } }`

describe('in Chromium', () => {
  let driver: ChromiumDriver
  beforeAll(async () => {
    driver = await new ChromiumDriver(await extensionFor('chrome')).start()
  })
  afterAll(() => driver.close())
  afterEach(() => article.page.close())

  /** Rests the pointer on a mark, as {@link ArticlePage.hover} does, where it is not the top element. */
  async function restOn(index: number): Promise<{ x: number; y: number }> {
    const point = await pointOf(article.page, index)
    if (point === null) throw new Error('no mark to point at')
    await article.page.mouse.move(point.x - 50, point.y + 60)
    await wait(80)
    await article.page.mouse.move(point.x, point.y, { steps: 10 })
    return point
  }
  const hasCard = async (within = 1000) => (await driver.card(article, within)) !== null

  const HEADLINE = '<h3>Japan seeks rare earths</h3><p>From elsewhere.</p>'
  const STRETCHED = 'position:absolute;inset:0'
  it.each([
    ['over it', `${HEADLINE}<a href="#story" style="${STRETCHED}"></a>`],
    [
      'by a pseudo-element',
      `<style>.go::after{content:'';${STRETCHED}}</style>${HEADLINE}<a class="go" href="#story">More</a>`,
    ],
  ])(
    'a news card with a link stretched %s: the card opens once the pointer has rested, and stays',
    async (_, inside) => {
      article = await driver.open(pageOf(`<div style="position:relative;padding:20px">${inside}</div>`))
      await article.waitForMarks(1)
      const { x, y } = await restOn(0)
      expect(await hasCard(3000)).toBe(true)
      await article.page.mouse.move(x + 8, y + 1, { steps: 4 })
      await wait(700)
      expect(await hasCard(100)).toBe(true)
      await article.page.mouse.move(5, 400, { steps: 10 })
      await wait(800)
      expect(await hasCard(100)).toBe(false)
      // The link is still the page's.
      await article.page.mouse.click(x, y)
      expect(await article.page.evaluate('location.hash')).toBe('#story')
    },
  )

  it('a mark that something opaque covers opens nothing', async () => {
    article = await driver.open(
      pageOf(
        `<div style="position:relative;padding:20px">${HEADLINE}<div style="${STRETCHED};background:#fff"></div></div>`,
      ),
    )
    await article.waitForMarks(1)
    await restOn(0)
    expect(await hasCard(1200)).toBe(false)
  })

  it('full screen: the card opens inside the element, and is back afterwards', async () => {
    article = await driver.open(pageOf('<section><p>Exports of rare earths to Japan.</p></section>'))
    await article.waitForMarks(1)
    const home = () => article.page.evaluate(`document.querySelector('tradegloss-card')?.parentNode.localName ?? null`)
    await article.page.evaluate(`document.querySelector('section').requestFullscreen()`)
    await article.hover('rare earths')
    expect(await hasCard(3000)).toBe(true)
    expect(await home()).toBe('section')
    await article.page.evaluate('document.exitFullscreen()')
    expect(await eventually(home, (name) => name === 'html')).toBe('html')
  })

  it('modal dialogs: marks inside work, and the card leaves with them', async () => {
    article = await driver.open(pageOf('<p>Dual-use goods.</p><dialog><p>Exports of rare earths.</p></dialog>'))
    await article.waitForMarks(2)
    await article.page.evaluate(`document.querySelector('dialog').showModal()`)
    await article.hover('rare earths')
    expect(await hasCard(3000)).toBe(true)
    await article.page.evaluate(`document.querySelector('dialog').close()`)
    await article.page.mouse.move(5, 5, { steps: 5 })
    await wait(700)
    await article.hover('Dual-use goods')
    expect((await driver.card(article, 3000))?.title).toBe('Dual-use items')
  })

  it.each([
    ['200% zoom', '', { width: 550, height: 450, deviceScaleFactor: 4 }],
    ['a page from right to left', ' dir="rtl"', { width: 1100, height: 900, deviceScaleFactor: 2 }],
    ['a narrow window', '', { width: 340, height: 700, deviceScaleFactor: 2 }],
  ])('%s: the card lies within the window and not on its mention', async (_, attribute, viewport) => {
    article = await driver.open(pageOf(`<main${attribute}><p>Japan buys rare earths abroad.</p></main>`))
    await article.page.setViewport(viewport)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await hasCard(3000)).toBe(true)
    const card = await cardBox(article.page)
    expect(card.left).toBeGreaterThanOrEqual(0)
    expect(card.right).toBeLessThanOrEqual(viewport.width)
    expect(card.top).toBeGreaterThanOrEqual(0)
    expect(card.bottom).toBeLessThanOrEqual(viewport.height)
    const mark = (await article.page.evaluate(
      `JSON.parse(JSON.stringify([...CSS.highlights.get('tradegloss-rare-earths')][0].getBoundingClientRect()))`,
    )) as DOMRect
    expect(card.top >= mark.bottom || card.bottom <= mark.top).toBe(true)
  })

  it('a page that allows itself nothing: marks and card look as ever', async () => {
    const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'none'">`
    article = await driver.open(pageOf('<p>Japan buys rare earths abroad.</p>', { head: policy }))
    await article.waitForMarks(1)
    expect(await decorationOf('p')).toBe('underline')
    await article.hover('rare earths')
    expect(await hasCard(3000)).toBe(true)
    const { left, right } = await cardBox(article.page)
    expect(right - left).toBeGreaterThan(300)
  })

  describe('a page that resets everything', () => {
    const SENTENCE = '<main style="display:block;padding:20px"><p>Japan buys rare earths abroad.</p></main>'
    /** How the card of a page with such a head looks. */
    async function lookOn(head: string): Promise<Look[]> {
      article = await driver.open(pageOf(SENTENCE, { head }))
      // High enough for the whole card, wherever a reset moves the words.
      await article.page.setViewport({ width: 1100, height: 1800, deviceScaleFactor: 1 })
      await article.waitForMarks(1)
      expect(await decorationOf('p')).toBe('underline')
      await article.hover('rare earths')
      expect(await hasCard(3000)).toBe(true)
      return cardLook(article.page)
    }
    let plain: Look[]
    beforeAll(async () => {
      plain = await lookOn('')
      await article.page.close()
    })
    /** What looks otherwise than on a page without a reset. */
    const differences = (look: readonly Look[]) =>
      [...plain, ...look.slice(plain.length)].flatMap((before, at) =>
        Object.keys(before)
          .filter((name) => before[name] !== look[at]?.[name])
          .map((name) => `element ${at}, ${name}: ${before[name]} → ${look[at]?.[name]}`),
      )

    it.each([
      ...['revert', 'revert-layer', 'unset', 'initial', 'inherit'].map((value) => `all: ${value} !important`),
      'margin: 0 !important; padding: 0 !important; border: 0 !important; font: 9px/1 monospace !important; color: red !important; background: lime !important; position: static !important; transform: none !important; letter-spacing: 5px !important; text-transform: uppercase !important; box-sizing: content-box !important',
    ])('by `* { %s }`: the mark is underlined, the card looks as on any other', async (rules) => {
      const look = await lookOn(`<style>*, *::before, *::after { ${rules} }</style>`)
      expect(differences(look)).toEqual([])
    })

    it('and spoils what the card inherits, its host, the top layer and the names of its colours: the card looks the same', async () => {
      expect(differences(await lookOn(`<style>${SPOILING}</style>`))).toEqual([])
    })
  })

  it('on paper there are no marks', async () => {
    article = await driver.open(pageOf('<p>Japan buys rare earths abroad.</p>'))
    await article.waitForMarks(1)
    expect(await decorationOf('p')).toBe('underline')
    await article.page.emulateMediaType('print')
    expect(await decorationOf('p')).toBe('none')
  })

  /** How our highlight is drawn in an element. */
  const decorationOf = (selector: string) =>
    article.page.evaluate(
      `getComputedStyle(document.querySelector('${selector}'), '::highlight(tradegloss-rare-earths)').textDecorationLine`,
    )

  it('client-side navigation: marks are those of the article shown', async () => {
    article = await driver.open(pageOf('<main><p>Japan buys rare earths abroad.</p></main>'))
    await article.waitForMarks(1)
    await article.page.evaluate(`{
      history.pushState(null, '', '/tradegloss/other/')
      document.querySelector('main').innerHTML = '<h1>Other</h1><p>The one-China policy.</p><p>Dual-use goods.</p>'
    }`)
    const isOther = (texts: string[]) => texts.join() === 'one-China policy,Dual-use goods'
    expect(await eventually(textsOf, isOther)).toEqual(['one-China policy', 'Dual-use goods'])
  })

  it('client-side navigation whose text comes late, under the metadata of the page before: the card is of the new article', async () => {
    const head = '<meta property="og:title" content="Japan looks for rare earths elsewhere">'
    article = await driver.open(
      pageOf('<main><h1>Japan looks for rare earths elsewhere</h1><p>Tokyo said Japan buys rare earths.</p></main>', {
        date: '2010-10-12',
        head,
      }),
    )
    await article.waitForMarks(1)
    const figureOnCard = async () => {
      await article.hover('rare earths')
      const text = (await driver.card(article, 3000))?.text
      await article.press('Escape')
      return text?.match(/Japan b\w+ \S+ of its rare earths from China(?: in \d{4})?/)?.[0]
    }
    const [then, now] = ['of its rare earths from China in 2010', 'Japan buys 60–72% of its rare earths from China']
    expect(await figureOnCard()).toContain(then)
    await article.page.evaluate(`{
      history.pushState(null, '', '/tradegloss/other/')
      const main = document.querySelector('main')
      main.innerHTML = '<h1>…</h1>'
      setTimeout(() => (main.innerHTML = '<h1>Magnets run short</h1><p>Engineers in Japan wait for rare earths.</p>'), 900)
    }`)
    expect(await article.waitForTexts(['rare earths'])).toEqual(['rare earths'])
    await article.waitFor(`document.querySelector('h1').textContent === 'Magnets run short'`)
    expect(await eventually(figureOnCard, (figure) => figure === now, 8000)).toBe(now)
  })

  it.each([
    ['an element taller than the window', ''],
    ['one that scrolls by itself', ' style="height:300px;overflow:auto"'],
  ])('going to a mention deep in %s: both are seen, mention and card', async (_, attribute) => {
    const lines = Array.from({ length: 120 }, (_each, at) => (at === 90 ? 'Dual-use goods.' : `Line ${at}.`))
    article = await driver.open(pageOf(`<main><div${attribute}>Rare earths.<br>${lines.join('<br>')}</div></main>`))
    await article.waitForMarks(2)
    await tellPage(driver, article, { type: 'page.show', index: 1 })
    expect((await driver.card(article, 3000))?.title).toBe('Dual-use items')
    const [mark, frame] = (await article.page.evaluate(
      `JSON.parse(JSON.stringify([[...CSS.highlights.get('tradegloss-dual-use')][0], document.querySelector('div')].map(
        (each) => each.getBoundingClientRect())))`,
    )) as [DOMRect, DOMRect]
    expect(mark.top).toBeGreaterThanOrEqual(Math.max(0, frame.top))
    expect(mark.bottom).toBeLessThanOrEqual(Math.min(900, frame.bottom))
    const card = await cardBox(article.page)
    expect(card.top).toBeGreaterThanOrEqual(0)
    expect(card.bottom).toBeLessThanOrEqual(900)
    // On to the first, and round again.
    await tellPage(driver, article, { type: 'page.next' })
    expect(
      (
        await eventually(
          () => driver.card(article, 100),
          (seen) => seen?.title === 'Rare earths',
        )
      )?.title,
    ).toBe('Rare earths')
  })

  describe('going back to a page that the browser has kept', () => {
    const OTHER = `${ADDRESS}other/`
    /** Reads a page, goes to another, lets `meanwhile` happen, and goes back. */
    async function thereAndBack(meanwhile: () => Promise<void>): Promise<void> {
      article = await driver.open(pageOf('<p>Japan buys rare earths abroad.</p>'), ADDRESS, {
        also: new Map([[OTHER, pageOf('<p>Dual-use goods.</p>')]]),
      })
      await article.waitForMarks(1)
      await article.page.evaluate('globalThis.isKept = true')
      await article.page.goto(OTHER, { waitUntil: 'domcontentloaded' })
      expect(await article.waitForTexts(['Dual-use goods'])).toEqual(['Dual-use goods'])
      await meanwhile()
      await article.page.goBack({ waitUntil: 'domcontentloaded' })
      expect(article.page.url()).toBe(ADDRESS)
      const kept = await article.page.evaluate(
        `({ isKept: globalThis.isKept === true, reasons: performance.getEntriesByType('navigation')[0].notRestoredReasons ?? null })`,
      )
      expect(kept).toEqual({ isKept: true, reasons: null })
    }

    it('we are no reason not to keep it; marks are there, and the card opens', async () => {
      await thereAndBack(async () => {})
      expect(await article.waitForTexts(['rare earths'])).toEqual(['rare earths'])
      await article.hover('rare earths')
      expect((await driver.card(article, 3000))?.title).toBe('Rare earths')
    })

    it('what was switched off meanwhile is off', async () => {
      try {
        await thereAndBack(() => driver.pause(true))
        expect(await article.waitForTexts([])).toEqual([])
      } finally {
        await driver.pause(false)
      }
      expect(await article.waitForTexts(['rare earths'])).toEqual(['rare earths'])
    })
  })

  it('infinite scroll: what comes when its end is reached is marked, each once', async () => {
    const feed = `<main></main><script>
      let count = 0
      const more = () => {
        for (let at = 0; at < 10; at++) {
          const story = document.createElement('article')
          story.style.minHeight = '150px'
          story.innerHTML = '<h2>Story ' + ++count + '</h2><p>Japan buys rare earths abroad.</p>'
          document.querySelector('main').append(story)
        }
      }
      addEventListener('scroll', () => scrollY + innerHeight > document.body.scrollHeight - 100 && more())
      more()
    </script>`
    article = await driver.open(pageOf(feed), ADDRESS, { policy: WITH_SCRIPTS })
    for (const stories of [10, 20, 30, 40]) {
      expect(await eventually(textsOf, (texts) => texts.length === stories)).toHaveLength(stories)
      if (stories < 40) await article.page.evaluate('scrollTo(0, document.body.scrollHeight)')
    }
    await article.page.mouse.move(5, 5)
    // One of the newest stories, but so far from their end that pointing at it brings no more under the pointer.
    await hoverMark(article.page, (await article.marks()).length - 6)
    expect(await hasCard(3000)).toBe(true)
  })

  it('a live blog: new posts are marked, old marks and an open card stay', async () => {
    article = await driver.open(pageOf('<div id="posts"><p>Japan buys rare earths abroad.</p></div>'))
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await hasCard(3000)).toBe(true)
    for (let at = 0; at < 5; at++) {
      await article.page.evaluate(
        `document.querySelector('#posts').insertAdjacentHTML('beforeend', '<p>Post ${at} on dual-use goods.</p>')`,
      )
      await wait(100)
    }
    expect((await article.waitForMarks(6)).map(({ text }) => text)).toEqual([
      'rare earths',
      ...Array(5).fill('dual-use goods'),
    ])
    expect(await hasCard(300)).toBe(true)
  })

  it('a paragraph that changes around an open card: the card stays as long as the words do', async () => {
    article = await driver.open(pageOf('<p>Exports of rare earths rose <b>10%</b> in March.</p>'))
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await hasCard(3000)).toBe(true)
    const change = async (script: string) => {
      await article.page.evaluate(`{ const p = document.querySelector('p'); ${script} }`)
      await wait(700)
    }
    await change(`p.querySelector('b').firstChild.data = '12%'`)
    expect(await hasCard(100)).toBe(true)
    await change(`p.textContent = 'Today exports of rare earths fell.'`)
    expect(await hasCard(100)).toBe(true)
    expect(await textsOf()).toEqual(['rare earths'])
    await change(`p.textContent = 'Today exports of iron fell.'`)
    expect(await hasCard(100)).toBe(false)
  })

  it('a hidden tab: nothing is read until it is seen again', async () => {
    article = await driver.open(pageOf('<p>Japan buys rare earths abroad.</p><p id="q">x</p>'))
    await article.waitForMarks(1)
    const other = await driver.browser.newPage()
    await other.bringToFront()
    expect(await eventually(() => article.page.evaluate('document.hidden'), Boolean)).toBe(true)
    await article.page.evaluate(`document.querySelector('#q').textContent = 'Dual-use goods.'`)
    await wait(1500)
    expect(await textsOf()).toEqual(['rare earths'])
    await other.close()
    await article.page.bringToFront()
    expect(await eventually(textsOf, (texts) => texts.length === 2)).toEqual(['rare earths', 'Dual-use goods'])
  })

  it('a page without a mention: once it is read nothing of ours is there', async () => {
    article = await driver.open(pageOf('<p>Ports and tariffs.</p><x-news></x-news>'))
    const isRead = async () => (await driver.pageState(article))?.isRead ?? false
    expect(await eventually(isRead, Boolean)).toBe(true)
    const ours = `({ highlights: CSS.highlights.size, cards: document.querySelectorAll('tradegloss-card').length })`
    expect(await article.page.evaluate(ours)).toEqual({ highlights: 0, cards: 0 })
    // It is still followed.
    await article.page.evaluate(`document.querySelector('p').textContent = 'Dual-use goods.'`)
    expect(await article.waitForTexts(['Dual-use goods'])).toEqual(['Dual-use goods'])
  })

  it('5,000 levels of elements: their text is marked', async () => {
    article = await driver.open(
      pageOf('<p>Japan buys rare earths abroad.</p><div id="deep" style="display:none"></div>'),
    )
    await article.waitForMarks(1)
    // One by one into the page: a record for each.
    await article.page.evaluate(`{
      let at = document.querySelector('#deep')
      for (let level = 0; level < 5000; level++) {
        const child = document.createElement(level % 2 ? 'div' : 'span')
        at.append(child)
        at = child
      }
      at.append('Dual-use goods')
    }`)
    expect(await eventually(textsOf, (texts) => texts.length === 2)).toEqual(['rare earths', 'Dual-use goods'])
  })

  const NEWS =
    'Officials in several capitals said on Monday that talks about ports, tariffs and shipping would go on while markets waited. '
  const ON_TOPIC = 'Japan still imports about 60% of its rare earths from China, and dysprosium prices rose. '
  /** News of so many characters, every tenth sentence on topic. */
  const news = (length: number) => {
    let text = ''
    for (let at = 0; text.length < length; at++) text += at % 10 === 0 ? ON_TOPIC : NEWS
    return text.slice(0, length)
  }

  it.each([
    ['one text of 174,000 characters', `<p>${news(174_000)}</p>`],
    [
      '12,000 elements in one paragraph',
      `<p>${`${'<b>some</b> <i>words</i> '.repeat(59)}<b>rare</b> <i>earths</i> `.repeat(100)}</p>`,
    ],
    ['12,000 blocks', `${'<div>word</div>'.repeat(119)}<div>rare earths</div>`.repeat(100)],
    ['500,000 characters in 1,000 paragraphs', `<p>${news(500)}</p>`.repeat(1000)],
  ])('%s: no task of ours is long', async (_, body) => {
    let ratio = Infinity
    let tasks = 0
    // What else a machine does can only add to a task: of a few rounds the best counts, as of the loop.
    for (let round = 0; round < 3 && ratio >= LONGEST_IN_LOOPS; round++) {
      if (round > 0) await article.page.close()
      article = await driver.open(pageOf('<p>Loading.</p>'))
      await wait(500)
      const longest = await longestTask(article.page, async () => {
        await article.page.evaluate(`document.body.innerHTML = ${JSON.stringify(`<article>${body}</article>`)}`)
        await article.waitForMarks(100)
        await wait(1000)
      })
      console.log(
        `longest ${longest.ms.toFixed(1)} ms of ${longest.tasks} tasks; the loop takes ${longest.unit.toFixed(2)} ms`,
      )
      ratio = longest.ms / longest.unit
      tasks = longest.tasks
    }
    expect(tasks).toBeGreaterThan(3)
    expect(ratio).toBeLessThan(LONGEST_IN_LOOPS)
  })
})

/**
 * The limit is 16 ms at normal speed (design.md §9), where a bare loop over 500,000 characters takes half a millisecond.
 * Our tasks are counted in CPU time and the loop by its best round, in one run: a slow or busy machine slows both.
 */
const LONGEST_IN_LOOPS = 32

/** The longest task of the content script while `work` goes on, and what the bare loop takes now (ms of CPU time). */
async function longestTask(
  page: Page,
  work: () => Promise<void>,
): Promise<{ ms: number; tasks: number; unit: number }> {
  let unit = 0
  // What watches a page's scripts for puppeteer has Chromium take down stacks and read ours a second time, which no reader
  // pays (`lib/cli/bench/pages/bare-tab.ts`). What is asked of the page meanwhile needs none of it.
  const watch = (Reflect.get(page, '_client') as () => CDPSession).call(page)
  await watch.send('Runtime.disable')
  const session = await page.createCDPSession()
  const events = await traced(session, ['devtools.timeline'], async () => {
    await work()
    unit = (await page.evaluate(`(() => {
    const text = 'x'.repeat(500000)
    let best = Infinity
    for (let round = 0; round < 20; round++) {
      const start = performance.now()
      let sum = 0
      for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at)
      best = Math.min(best, performance.now() - start)
    }
    return best
  })()`)) as number
  })
  await session.detach()
  await watch.send('Runtime.enable')
  const ours = events.filter(({ ph, args }) => ph === 'X' && args?.data?.url?.startsWith('chrome-extension://'))
  const times = ours.map(msOf)
  return { ms: Math.max(...times), tasks: times.length, unit }
}

/** The open card's own element. Its root is closed to the page, not to the protocol. */
async function withCard<T>(page: Page, ask: (session: CDPSession, nodeId: number) => Promise<T>): Promise<T> {
  const session = await page.createCDPSession()
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  type Node = typeof root
  const find = (node: Node): Node | undefined =>
    node.attributes?.includes('dialog') && node.attributes.includes('role')
      ? node
      : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(find).find(Boolean)
  const frame = find(root)
  if (!frame) throw new Error('no card')
  const answer = await ask(session, frame.nodeId)
  await session.detach()
  return answer
}

/** Where the open card lies (CSS px of the viewport). */
const cardBox = (page: Page): Promise<{ left: number; top: number; right: number; bottom: number }> =>
  withCard(page, async (session, nodeId) => {
    const { model } = await session.send('DOM.getBoxModel', { nodeId })
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border
    return { left, top, right, bottom }
  })

/** Computed style of an element, by property. */
type Look = Record<string, string>

/** What differs with where the card lies. */
const OF_PLACE = /^(?:left|top|right|bottom|inset.*|max-(?:height|block-size)|perspective-origin|transform-origin)$/

/** Everything that the browser computed for the card and for each element in it, but for where it lies. */
const cardLook = (page: Page): Promise<Look[]> =>
  withCard(page, async (session, nodeId) => {
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId, selector: '*' })
    return Promise.all(
      [nodeId, ...nodeIds].map(async (each) => {
        const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId: each })
        return Object.fromEntries(
          computedStyle.filter(({ name }) => !OF_PLACE.test(name)).map(({ name, value }) => [name, value]),
        )
      }),
    )
  })
