/** The card where pages have layers, boxes and trees of their own: where it lies, what holds it, and when it goes. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pageOf } from './article.ts'
import { cardGone, cardBox, cardTheme, inCard, pointInCard, tellPage } from './card.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { type Driver, startDriver } from './driver.ts'
import { eventually, wait } from './waiting.ts'

let article: ArticlePage

const MENTION = '<p>Exports of rare earths.</p>'
/** Calls of what only a script can do, on the element that an expression names. */
const run = (script: string) => article.page.evaluate(`void (${script})`)
/** Puts open shadow roots with this markup on the elements of that name. */
const attach = (name: string, markup: string) =>
  run(`document.querySelector('${name}').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(markup)}`)
/** The element, or host of the root, that the card is in, as a path of names from the page's root down. */
const home = () =>
  article.page.evaluate(`(() => {
    const find = (tree) => tree.querySelector('tradegloss-card') ??
      [...tree.querySelectorAll('*')].map((each) => each.shadowRoot && find(each.shadowRoot)).find(Boolean)
    const parent = find(document)?.parentNode
    return parent?.id || parent?.localName
  })()`)
const isAt = (wanted: string) => eventually(home, (now) => now === wanted)

describe.each(['chromium', 'firefox'] as const)('in %s', (name) => {
  let driver: Driver
  beforeAll(async () => {
    driver = await startDriver(name)
  })
  afterAll(() => driver.close())
  afterEach(() => article.page.close())

  const hasCard = async (within?: number) => (await driver.card(article, within)) !== null
  const isGone = () => cardGone(driver, article, 1500)
  const openOn = async (body: string) => {
    article = await driver.open(pageOf(body))
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
  }

  it.each([
    ['display: none', `document.querySelector('div').style.display = 'none'`],
    ['visibility: hidden', `document.querySelector('div').style.visibility = 'hidden'`],
    ['a fold', `document.querySelector('div').style.height = 0`],
    ['scrolling what it stands in', `document.querySelector('div').scrollTop = 150`],
    ['sideways scrolling', `document.querySelector('div').scrollLeft = 300`],
  ])('a mention that %s takes out of sight takes its card along', async (_, script) => {
    await openOn(
      `<div style="margin:300px;height:100px;width:200px;overflow:auto">${MENTION}<p style="width:900px;height:900px"></p></div>`,
    )
    await run(script)
    expect(await isGone()).toBeNull()
  })

  it('an element without a box clips nothing: the card stays while the page is scrolled', async () => {
    await openOn(
      `<div style="display:contents;overflow:hidden"><p>Exports of rare earths.</p></div><p style="height:3000px"></p>`,
    )
    await run('scrollBy(0, 10)')
    await wait(500)
    expect(await hasCard(1)).toBe(true)
  })

  it('keeps its distance from a scrollbar as from an edge', async () => {
    // Firefox shows one here.
    await openOn(`<p style="text-align:right">Exports of rare earths.</p><div style="height:3000px"></div>`)
    const nameAt = (fromRight: number) =>
      article.page.evaluate(`document.elementFromPoint(visualViewport.width - ${fromRight}, 150).localName`)
    expect([await nameAt(4), await nameAt(12)]).toEqual([expect.not.stringContaining('card'), 'tradegloss-card'])
  })

  it('a dialog that closes takes a pinned card along', async () => {
    article = await driver.open(pageOf(`<dialog>${MENTION}</dialog>`))
    await run(`document.querySelector('dialog').showModal()`)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
    await article.page.mouse.down()
    await article.page.mouse.up()
    await run(`document.querySelector('dialog').close()`)
    expect(await isAt('html')).toBe('html')
    expect(await isGone()).toBeNull()
  })

  it('of two modal dialogs the one that lies on top holds the card', async () => {
    article = await driver.open(pageOf(`<dialog id="a">${MENTION}</dialog><dialog id="b">Below.</dialog>`))
    await run(`document.querySelector('#b').showModal()`)
    await run(`document.querySelector('#a').showModal()`)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await isAt('a')).toBe('a')
  })

  it('a dialog in a shadow root holds the card of what is slotted there', async () => {
    article = await driver.open(pageOf(`<my-box>${MENTION}</my-box>`))
    await attach('my-box', '<dialog id="d"><slot></slot></dialog>')
    await run(`document.querySelector('my-box').shadowRoot.querySelector('dialog').showModal()`)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await isAt('d')).toBe('d')
  })

  it('full screen in a shadow root: the element holds the card', async () => {
    article = await driver.open(pageOf('<my-box></my-box>'))
    await attach('my-box', `<section id="s">${MENTION}</section>`)
    await article.waitForMarks(1)
    await run(`document.querySelector('my-box').shadowRoot.querySelector('section').requestFullscreen()`)
    await article.waitFor(`document.fullscreenElement`)
    await article.hover('rare earths')
    expect(await isAt('s')).toBe('s')
    await run(`document.exitFullscreen()`)
    expect(await isAt('html')).toBe('html')
  })

  it('a popover holds the card, and stays open under it: the first Escape is for the card', async () => {
    article = await driver.open(pageOf(`<div id="d" popover>${MENTION}</div>`))
    await run(`document.querySelector('#d').showPopover()`)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
    expect(await home()).toBe('d')
    const isOpen = () => article.page.evaluate(`document.querySelector('#d').matches(':popover-open')`)
    await article.press('Escape')
    expect(await isGone()).toBeNull()
    expect(await isOpen()).toBe(true)
    await article.press('Escape')
    expect(await isOpen()).toBe(false)
  })
})

describe('in Chromium', () => {
  let driver: ChromiumDriver
  beforeAll(async () => {
    driver = await startDriver('chromium')
  })
  afterAll(() => driver.close())
  afterEach(() => article.page.close())

  const open = async (body: string) => {
    article = await driver.open(pageOf(body))
    await article.waitForMarks(1)
  }
  const hasCard = async (within?: number) => (await driver.card(article, within)) !== null
  const explain = async (text: string) => {
    const ask = () => tellPage(article, { type: 'page.explain', text })
    expect(await eventually(ask, (answer) => (answer as { isExplained: boolean }).isExplained)).toBeTruthy()
    expect(await hasCard()).toBe(true)
    return cardBox(article.page)
  }
  const boxOf = (expression: string) =>
    article.page.evaluate(`${expression}.getBoundingClientRect().toJSON()`) as Promise<DOMRect>
  const markBox = () => boxOf(`[...CSS.highlights.get('tradegloss-rare-earths')][0]`)

  it.each([1.5, 0.8])('html { zoom: %f }: the card lies beside its mention, as large as ever', async (zoom) => {
    await open(`<style>html { zoom: ${zoom} }</style>${MENTION}`)
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
    const [card, mark] = [await cardBox(article.page), await markBox()]
    expect(card.width).toBeCloseTo(360, 0)
    expect(card.y).toBeCloseTo(mark.bottom + 6, 0)
    expect(card.x).toBeCloseTo(mark.left, 0)
  })

  it('fingers that zoomed in: the card lies in what is seen, and is as large as ever once they zoomed out', async () => {
    await open(`<div style="height:300px"></div>${MENTION}<div style="height:3000px"></div>`)
    const { page } = article
    const mark = await markBox()
    const session = await page.createCDPSession()
    const pinch = (scaleFactor: number) =>
      session.send('Input.synthesizePinchGesture', { x: 60, y: Math.round(mark.y), scaleFactor, relativeSpeed: 2000 })
    await pinch(2.5)
    const seen = (await page.evaluate(
      `(({ offsetLeft: x, offsetTop: y, width, height }) => ({ x, y, width, height }))(visualViewport)`,
    )) as DOMRect
    expect(seen.height).toBeLessThan(400)
    // The mouse is told where it is in what is seen.
    const at = { x: mark.x + 10 - seen.x, y: mark.y + 8 - seen.y }
    await page.mouse.move(at.x + 30, at.y + 30)
    await page.mouse.move(at.x, at.y, { steps: 5 })
    expect(await hasCard()).toBe(true)
    const card = await cardBox(page)
    expect(card.x).toBeGreaterThanOrEqual(seen.x)
    expect(card.x + card.width).toBeLessThanOrEqual(seen.x + seen.width)
    expect(card.y).toBeGreaterThanOrEqual(seen.y)
    expect(card.y + card.height).toBeLessThanOrEqual(seen.y + seen.height)
    await pinch(0.4)
    const isHigh = () => cardBox(page).then(({ height }) => height > 400)
    expect(await eventually(isHigh, Boolean)).toBe(true)
  })

  it('in a low window all of the card scrolls, and stays where it was scrolled to while its mention moves', async () => {
    await open(`<p id="p">&nbsp;</p>${MENTION}`)
    await article.page.setViewport({ width: 1100, height: 240 })
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
    await inCard(article.page, 'function () { this.scrollTop = 60 }')
    const { y } = await cardBox(article.page)
    await run(`document.querySelector('#p').style.height = '40px'`)
    expect(
      await eventually(
        () => cardBox(article.page),
        (card) => card.y > y,
      ),
    ).not.toMatchObject({ y })
    expect(await inCard(article.page, 'function () { return this.scrollTop }')).toBe(60)
  })

  it('vertical lines: the card lies beside all of a mention that goes on in the next of them', async () => {
    const style = 'html { writing-mode: vertical-rl } body { height: 800px; margin: 30px 60px; font: 20px/2 serif }'
    article = await driver.open(
      pageOf(`<style>${style}</style><p>${'天気の話。'.repeat(7)}日本は希土類を輸入している。</p>`, { lang: 'ja' }),
    )
    await article.waitForMarks(1)
    const lines = (await article.page.evaluate(
      `JSON.parse(JSON.stringify([...[...CSS.highlights.get('tradegloss-rare-earths')][0].getClientRects()]))`,
    )) as DOMRect[]
    expect(lines).toHaveLength(2)
    await article.hover('希土類')
    expect(await hasCard()).toBe(true)
    const { x, y, width, height } = await cardBox(article.page)
    const isApart = ({ left, right, top, bottom }: DOMRect) =>
      right <= x || left >= x + width || bottom <= y || top >= y + height
    expect(lines.filter((line) => !isApart(line))).toEqual([])
  })

  it('in a popover of the page the buttons of the card close nothing', async () => {
    await open(`<div id="d" popover>${MENTION}</div>`)
    await run(`document.querySelector('#d').showPopover()`)
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
    const { x, y } = await pointInCard(article.page, 'Keep open')
    await article.page.mouse.move(x, y, { steps: 5 })
    await article.page.mouse.click(x, y)
    await wait(500)
    expect(await article.page.evaluate(`document.querySelector('#d').matches(':popover-open')`)).toBe(true)
    expect(await hasCard(1)).toBe(true)
  })

  it('on a dark page the card of what stands in a shadow root is dark', async () => {
    article = await driver.open(pageOf('<style>body { background: #000; color: #fff }</style><my-box></my-box>'))
    await attach('my-box', MENTION)
    await article.waitForMarks(1)
    await article.hover('rare earths')
    expect(await hasCard()).toBe(true)
    expect(await cardTheme(article.page)).toBe('dark')
  })

  it.each([
    [
      'in a box that scrolls sideways',
      '<div style="width:300px;overflow:auto"><p style="margin:0 0 0 700px;width:200px">Rare earths</p></div>',
      '',
    ],
    ['in a shadow root, far below', '<my-box style="display:block;margin:3000px 0"></my-box>', 'Rare earths'],
    [
      'in a box that the page has zoomed',
      `<div style="zoom:2;width:150px;height:200px;overflow:auto"><p style="margin:3000px 0">Rare earths</p></div>`,
      '',
    ],
    [
      'in a box that the page has scaled',
      `<div style="transform:scale(1.6);transform-origin:0 0;width:190px;height:400px;overflow:auto"><p style="margin:3000px 0">Rare earths</p></div>`,
      '',
    ],
    [
      'below much that is drawn only where it is seen',
      `<style>section { content-visibility: auto; contain-intrinsic-size: auto 90px } i { display: block; height: 700px }</style>
       ${'<section><i></i></section>'.repeat(60)}<section>${'<i></i>'.repeat(3)}<p>Rare earths</p></section>${'<section><i></i></section>'.repeat(20)}`,
      '',
    ],
  ])('going to a mention %s shows it', async (_, body, inRoot) => {
    article = await driver.open(pageOf(body))
    if (inRoot) await attach('my-box', inRoot)
    await article.waitForMarks(1)
    await tellPage(article, { type: 'page.show', index: 0 })
    expect(await hasCard()).toBe(true)
    const { left, right, top, bottom } = await markBox()
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(inRoot ? 1100 : 310)
    expect(bottom).toBeLessThanOrEqual(900)
    await wait(500)
    expect(await hasCard(1)).toBe(true)
  })

  it('going to a mention under a header that stays shows it', async () => {
    await open(
      `<header style="position:fixed;inset:0 0 auto;height:150px;background:#ccc"></header><div style="height:500px"></div>${MENTION}<div style="height:2000px"></div>`,
    )
    await run('scrollTo(0, 440)')
    await tellPage(article, { type: 'page.show', index: 0 })
    expect(await hasCard()).toBe(true)
    expect((await markBox()).top).toBeGreaterThan(150)
  })

  it('going on to a mention under the card scrolls nothing', async () => {
    await open(`<p>Exports of dual-use goods.</p>${MENTION}<div style="height:3000px"></div>`)
    await run('scrollTo(0, 5)')
    await tellPage(article, { type: 'page.show', index: 0 })
    expect((await driver.card(article))?.title).toBe('Dual-use items')
    await tellPage(article, { type: 'page.next' })
    const title = () => driver.card(article).then((card) => card?.title)
    expect(await eventually(title, (now) => now === 'Rare earths')).toBe('Rare earths')
    expect(await article.page.evaluate('scrollY')).toBe(5)
  })

  describe('a selection is explained beside it', () => {
    it('in a shadow root within another', async () => {
      article = await driver.open(pageOf(`${MENTION}<my-box></my-box>`))
      await attach('my-box', '<div style="height:200px"></div><b></b><my-box></my-box>')
      await run(`(() => {
        const root = document.querySelector('my-box').shadowRoot.querySelector('my-box').attachShadow({ mode: 'open' })
        root.innerHTML = '<i>terbium</i>'
      })()`)
      await article.waitForMarks(1)
      const at = await boxOf(
        `document.querySelector('my-box').shadowRoot.querySelector('my-box').shadowRoot.querySelector('i')`,
      )
      await article.page.mouse.click(at.left + 5, at.top + 5, { count: 2 })
      const { x, y } = await explain('terbium')
      expect(Math.abs(x - at.left)).toBeLessThan(2)
      expect(Math.abs(y - at.bottom - 6)).toBeLessThan(2)
    })

    it.each([
      ['in a text field', '<textarea style="margin:100px">terbium</textarea>', 'textarea'],
      ['in a frame', `<iframe srcdoc="terbium" style="height:800px"></iframe>`, 'iframe'],
    ])('%s', async (_, body, selector) => {
      await open(MENTION + body)
      await run(`document.querySelector('${selector}').focus()`)
      const [card, at] = [await explain('terbium'), await boxOf(`document.querySelector('${selector}')`)]
      expect(card.height).toBeGreaterThan(200)
      expect(card.x).toBeCloseTo(at.left, 0)
      expect(card.y).toBeGreaterThan(at.top)
    })
  })
})
