/** Hard layouts in real browsers: however a page sets its text, the words are marked, and the card opens on them. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { CDPSession, Page } from 'puppeteer-core'
import { pointOf } from '../../lib/cli/browser/page-marks.ts'
import { pageOf } from './article.ts'
import { cardGone, tellPage } from './card.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { type Driver, startDriver } from './driver.ts'
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
  [
    'lines of elements without space between them',
    '<h3 style="display:flex;gap:1ch"><span>Japan</span><span>rare earths</span><a href="#x" style="display:block">abroad</a></h3>',
    'rare earths',
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
    driver = await startDriver(name)
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
    // One sheet each, which tells what marks look like.
    const rules = () =>
      article.page.evaluate(`['news-list', 'late-card'].map((name) =>
        document.querySelector(name).shadowRoot.adoptedStyleSheets.map(
          ({ cssRules }) => [...cssRules].filter(({ cssText }) => cssText.includes('::highlight(tradegloss-')).length > 0))`)
    await expect.poll(rules).toEqual([[true], [true]])
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
    driver = await startDriver('chromium')
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
  const hasCard = async (within?: number) => (await driver.card(article, within)) !== null

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
      expect(await hasCard()).toBe(true)
      await article.page.mouse.move(x + 8, y + 1, { steps: 4 })
      await wait(700)
      expect(await hasCard(100)).toBe(true)
      await article.page.mouse.move(5, 400, { steps: 10 })
      expect(await cardGone(driver, article, 3000)).toBeNull()
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
    expect(await hasCard()).toBe(true)
    expect(await home()).toBe('section')
    await article.page.evaluate('document.exitFullscreen()')
    expect(await eventually(home, (name) => name === 'html')).toBe('html')
  })

  it('modal dialogs: marks inside work, and the card leaves with them', async () => {
    article = await driver.open(pageOf('<p>Dual-use goods.</p><dialog><p>Exports of rare earths.</p></dialog>'))
    await article.waitForMarks(2)
    await article.page.evaluate(`document.querySelector('dialog').showModal()`)
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
    await article.page.evaluate(`document.querySelector('dialog').close()`)
    await article.page.mouse.move(5, 5, { steps: 5 })
    expect(await cardGone(driver, article, 3000)).toBeNull()
    await article.hover('Dual-use goods')
    expect((await driver.card(article))?.title).toBe('Dual-use items')
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
    expect(await hasCard()).toBe(true)
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
    expect(await hasCard()).toBe(true)
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
      expect(await hasCard()).toBe(true)
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

  it.each([
    ['an element taller than the window', ''],
    ['one that scrolls by itself', ' style="height:300px;overflow:auto"'],
  ])('going to a mention deep in %s: both are seen, mention and card', async (_, attribute) => {
    const lines = Array.from({ length: 120 }, (_each, at) => (at === 90 ? 'Dual-use goods.' : `Line ${at}.`))
    article = await driver.open(pageOf(`<main><div${attribute}>Rare earths.<br>${lines.join('<br>')}</div></main>`))
    await article.waitForMarks(2)
    await tellPage(article, { type: 'page.show', index: 1 })
    expect((await driver.card(article))?.title).toBe('Dual-use items')
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
    await tellPage(article, { type: 'page.next' })
    expect(
      (
        await eventually(
          () => driver.card(article, 100),
          (seen) => seen?.title === 'Rare earths',
        )
      )?.title,
    ).toBe('Rare earths')
  })
})

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
