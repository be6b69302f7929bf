/** A page that is out to get us: it redefines, clears, forges, clobbers and removes. Marks and card come all the same, and it learns no more than highlights tell. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { pageOf } from './article.ts'
import { type ArticlePage, WITH_SCRIPTS } from './article-page.ts'
import { type BrowserName, type Driver, startDriver } from './driver.ts'
import { eventually, wait } from './waiting.ts'

/**
 * Everything that the page's own world lends to scripts, booby-trapped: whoever calls it while the trap is armed is written
 * down and thrown at.
 */
const TRAPS = `{
  window.caught = []
  window.isArmed = false
  const trap = (owner, name) => {
    const own = Object.getOwnPropertyDescriptor(owner, name)
    if (!own?.configurable || typeof own.value !== 'function') return
    const label = (owner.constructor?.name ?? '') + '.' + String(name)
    const proxy = new Proxy(own.value, {
      apply(target, self, parameters) {
        if (window.isArmed) {
          caught[caught.length] = label
          throw new Error('trap: ' + label)
        }
        return Reflect.apply(target, self, parameters)
      },
      construct(target, parameters) {
        if (window.isArmed) {
          caught[caught.length] = 'new ' + label
          throw new Error('trap: new ' + label)
        }
        return Reflect.construct(target, parameters)
      },
    })
    Object.defineProperty(owner, name, { ...own, value: proxy })
  }
  const interfaces = [Array, Map, Set, WeakMap, String, Promise, Range, Node, Element, HTMLElement, Document, ShadowRoot,
    EventTarget, MutationObserver, Highlight, CSS.highlights.constructor, CSSStyleSheet, AbortController]
  for (const { prototype } of interfaces)
    for (const name of Reflect.ownKeys(prototype)) if (name !== 'constructor') trap(prototype, name)
  for (const name of ['MutationObserver', 'Range', 'Highlight', 'CSSStyleSheet', 'AbortController', 'setTimeout', 'setInterval',
    'requestIdleCallback', 'requestAnimationFrame', 'getComputedStyle', 'getSelection', 'structuredClone', 'fetch'])
    trap(window, name)
  for (const name of ['get', 'set', 'assign', 'entries', 'keys', 'fromEntries']) trap(Object, name)
  for (const name of ['parse', 'stringify']) trap(JSON, name)
  window.isArmed = true
}`

/** Takes our element over, should it be built in the page's reach, and tries every door into its closed root. */
const TAKEOVER = `{
  window.loot = []
  customElements.define('tradegloss-card', class extends HTMLElement {
    constructor() {
      super()
      window.internals = this.attachInternals()
      try { this.attachShadow({ mode: 'open' }); loot.push('attached a root of its own') } catch {}
    }
    connectedCallback() { if (this.shadowRoot || internals.shadowRoot) loot.push('saw the closed root') }
  })
}`

/** Writes down all that the page is told, and all of it that changes, before anything of it is parsed. */
const WATCH = `{
  window.told = []
  const types = new Set(['message', 'storage', 'tradegloss-newcomer'])
  for (const owner of [window, document, document.documentElement])
    for (const name in owner) if (name.startsWith('on')) types.add(name.slice(2))
  for (const type of types)
    window.addEventListener(type, (event) => { if (!event.isTrusted || type === 'message') told.push(type) }, true)
  addEventListener('load', () => setTimeout(() => {
    new MutationObserver((records) => told.push(...records.map((each) => each.type)))
      .observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  }))
}`

/** What a page can count or read of itself without looking at highlights. */
const SELF = `JSON.stringify([
  document.documentElement.outerHTML, document.styleSheets.length, document.adoptedStyleSheets.length, frames.length,
  performance.getEntriesByType('resource').map((each) => each.name).filter((name) => !name.endsWith('/favicon.ico')), // Firefox makes the standard ones as they are asked for, in any order.
  Object.getOwnPropertyNames(window).sort(), document.getAnimations().length,
  Object.getOwnPropertyNames(document), customElements.get('tradegloss-card') === undefined, document.cookie,
  Object.keys(localStorage), history.length, document.title, getSelection().rangeCount,
])`

const TEXT = 'Japan imports about 60% of its rare earths from China.'
const MARKED = ['rare earths']
const script = (source: string) => `<script>${source}</script>`

describe.each(['chromium', 'firefox'] satisfies BrowserName[])('a hostile page in %s', (name) => {
  let driver: Driver
  let article: ArticlePage
  beforeAll(async () => {
    driver = await startDriver(name)
  })
  afterAll(() => driver?.close())
  afterEach(async () => {
    await article.page.close()
    const lines = article.noise.filter((line) => !/ERR_FAILED/.test(line))
    if (lines.length > 0) throw new Error(`The page was told:\n${lines.join('\n')}`)
  })

  const open = async (body: string, head = '') => {
    article = await driver.open(pageOf(body, { head }), undefined, { policy: WITH_SCRIPTS })
  }
  const run = (source: string) => article.page.evaluate(source)
  const openCard = async () => {
    await article.hover('rare earths')
    const card = await driver.card(article)
    expect(card?.title).toBe('Rare earths')
    expect(card?.text).toContain('Japan buys 60–72% of its rare earths from China')
  }

  it('that traps every prototype catches nobody', async () => {
    await open(`<p>${TEXT}</p>`, script(TRAPS))
    await wait(1500)
    await run('isArmed = false')
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await article.hover('rare earths')
    await run('isArmed = true')
    await wait(1500)
    await run('isArmed = false')
    expect((await driver.card(article))?.title).toBe('Rare earths')
    expect(await run('caught')).toEqual([])
    // The trap does work.
    expect(await run(`isArmed = true; try { [].push(1) } catch {}; isArmed = false; caught`)).toEqual(['Array.push'])
  })

  it('that defines our element does not get into the card', async () => {
    await open(`<p>${TEXT}</p>`, script(TAKEOVER))
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await openCard()
    expect(await run('loot')).toEqual([])
    expect(await run('internals?.shadowRoot ?? null')).toBe(null)
    expect(await run(`document.documentElement.outerHTML.includes('Japan buys')`)).toBe(false)
  })

  it('finds no global, no address and no interface of the extension', async () => {
    await open(`<p>${TEXT}</p>`, script(`window.before = Object.getOwnPropertyNames(window)`))
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await openCard()
    expect(
      await run(`Object.getOwnPropertyNames(window).filter((name) => !before.includes(name) && name !== 'before')`),
    ).toEqual([])
    expect(
      await run(`performance.getEntries().map(({ name }) => name).filter((name) => name.includes('extension:'))`),
    ).toEqual([])
    expect(await run(`typeof (globalThis.browser ?? globalThis.chrome)?.storage`)).toBe('undefined')
  })

  it('is told nothing and finds nothing changed before a card opens, highlights apart', async () => {
    await open(`<p>${TEXT}</p>`, script(WATCH))
    await article.waitFor(`document.readyState === 'complete'`)
    const before = await run(SELF)
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await article.page.mouse.move(300, 400, { steps: 5 })
    await wait(3000)
    expect(await run(SELF)).toBe(before)
    expect(await run('told')).toEqual([])
    // The watch does work.
    await run(`document.body.title = 'x'; document.dispatchEvent(new Event('focus'))`)
    await article.waitFor('told.length === 2')
  })

  it('fetches nothing of ours, and finds nobody to talk to', async () => {
    const own = '(globalThis.browser ?? chrome).runtime.getURL'
    const files = [
      'manifest.json',
      'scout.js',
      'annotate.js',
      'icons/128.png',
      'edition.json',
      'popup.html',
      'no-such-file.js',
    ]
    const addresses = (await driver.inOwnPage(`${JSON.stringify(files)}.map((file) => ${own}(file))`)) as string[]
    expect(await driver.inOwnPage(`fetch(${own}('manifest.json')).then((answer) => answer.ok)`)).toBe(true)
    // An icon of its own, else the browser would ask the network for one below.
    await open(`<p>${TEXT}</p>`, '<link rel="icon" href="data:,">')
    // Else we ourselves would refuse.
    await article.page.setRequestInterception(false)
    const tries = `Promise.all(${JSON.stringify(addresses)}.flatMap((address) => [
      fetch(address, { mode: 'no-cors' }).then(() => 'read', () => 'refused'),
      import(address).then(() => 'run', () => 'refused'),
      new Promise((resolve) => {
        const image = new Image()
        image.onload = () => resolve('seen')
        image.onerror = () => resolve('refused')
        image.src = address
      }),
    ]))`
    expect(new Set((await run(tries)) as string[])).toEqual(new Set(['refused']))
    expect(
      await run(`[globalThis.chrome?.runtime, globalThis.browser?.runtime].map((each) => typeof each?.sendMessage)`),
    ).toEqual(['undefined', 'undefined'])
    // What the browser told the page of its own attempts.
    article.noise.length = 0
  })

  it('that forges messages is not heard', async () => {
    await open(`<p>${TEXT}</p>`)
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await run(`{
      const types = ['page.state', 'page.show', 'page.next', 'page.toggle', 'page.explain', 'update.bundled', 'panel.open']
      const channel = new BroadcastChannel('tradegloss')
      for (const type of types) {
        const data = { type, index: 0, text: 'rare earths', entry: 'rare-earths' }
        window.postMessage(data, '*')
        channel.postMessage(data)
        for (const target of [window, document])
          target.dispatchEvent(new MessageEvent('message', { data, source: window, origin: location.origin }))
        document.dispatchEvent(new CustomEvent(type, { detail: data }))
      }
      channel.close()
    }`)
    await wait(800)
    expect(await driver.card(article, 200)).toBe(null)
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
  })

  it('that pollutes and clobbers what scripts stand on is read all the same', async () => {
    const names = ['tradeglossCopy', 'tradeglossGate', 'CSS', 'customElements', 'location', 'navigator']
    const clobbering = [
      ...[...names, 'chrome', 'browser'].map((each) => `<img id="${each}"><form name="${each}"></form>`),
      // A frame of that name comes before the browser's own `chrome` (SECURITY.md, "What stays open").
      ...names.map((each) => `<iframe name="${each}"></iframe>`),
    ]
    await open(
      `${clobbering.join('')}<p>${TEXT}</p>`,
      script(`
        for (const { prototype } of [Object, Array, Function, Promise, String]) {
          for (const name of ['type', 'category', 'text', 'entry', 'signal', 'once', 'capture', 'mode', 'isOn'])
            try { if (!(name in prototype)) prototype[name] = () => { throw new Error('polluted') } } catch {}
        }
        document.getElementById = document.querySelector = document.createElement = () => { throw new Error('trap') }
        Object.defineProperty(window, 'customElements', { value: null })
        Object.defineProperty(CSS, 'supports', { value: null })
        document.implementation.createHTMLDocument = () => document`),
    )
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await openCard()
  })

  it('that clears, replaces and empties our highlights sees them come back', async () => {
    await open(`<p>${TEXT}</p>`)
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    const attacks = [
      `CSS.highlights.clear()`,
      `CSS.highlights.set('tradegloss-rare-earths', new Highlight())`,
      `CSS.highlights.get('tradegloss-rare-earths').clear()`,
    ]
    for (const attack of attacks) {
      await run(`${attack}; document.body.append(document.createElement('p'))`)
      expect([attack, await article.waitForTexts(MARKED)]).toEqual([attack, MARKED])
    }
    await openCard()
  })

  it('that moves our ranges about breaks nothing', async () => {
    await open(`<p>${TEXT}</p><p id="b">The one-China policy.</p>`)
    await article.waitForMarks(2)
    await run(
      `for (const range of CSS.highlights.get('tradegloss-rare-earths')) range.selectNodeContents(document.body)`,
    )
    await article.page.mouse.move(100, 20, { steps: 5 })
    await run(`document.querySelector('p').textContent = 'Dual-use items.'`)
    const texts = ['Dual-use items', 'one-China policy']
    expect(await article.waitForTexts(texts)).toEqual(texts)
  })

  it('that makes up events opens nothing, and closes nothing', async () => {
    await open(`<p>${TEXT}</p>`)
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    const forge = `{
      const [range] = CSS.highlights.get('tradegloss-rare-earths')
      const { left, top } = range.getBoundingClientRect()
      const at = { bubbles: true, composed: true, cancelable: true, clientX: left + 5, clientY: top + 5, key: 'Escape' }
      const target = range.startContainer.parentElement
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'pointerout'])
        target.dispatchEvent(new PointerEvent(type, at))
      for (const type of ['mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'])
        target.dispatchEvent(new MouseEvent(type, at))
      for (const type of ['keydown', 'keyup']) target.dispatchEvent(new KeyboardEvent(type, at))
      for (const type of ['scroll', 'visibilitychange', 'fullscreenchange', 'toggle', 'close', 'focusin'])
        document.dispatchEvent(new Event(type))
      window.dispatchEvent(new Event('blur'))
    }`
    await run(forge)
    await wait(600)
    expect(await driver.card(article, 200)).toBe(null)
    await openCard()
    await run(forge)
    await wait(600)
    expect((await driver.card(article))?.title).toBe('Rare earths')
  })

  it('that gets hold of what is in the card, as Firefox lets it, presses nothing there', async () => {
    await open(
      `<p>${TEXT}</p>`,
      script(`addEventListener('pointermove', ({ originalTarget }) => {
        if (originalTarget?.getRootNode() instanceof ShadowRoot) window.inside = originalTarget.getRootNode()
      })`),
    )
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await openCard()
    const [x, y] = (await run(`(() => {
      for (let y = 0; y < innerHeight; y += 5)
        for (let x = 0; x < innerWidth; x += 5)
          if (document.elementFromPoint(x, y)?.localName === 'tradegloss-card') return [x, y]
    })()`)) as [number, number]
    await article.page.mouse.move(x + 40, y + 60, { steps: 5 })
    await wait(300)
    const press = `{
      const buttons = [...(window.inside?.querySelectorAll('.buttons button') ?? [])]
      for (const each of buttons) each.click()
      // Out of the card, past whatever listens there.
      const [taken] = buttons.slice(-1)
      if (taken) {
        document.body.append(taken)
        taken.click()
      }
    }`
    const before = (await driver.card(article))?.text
    await run(press)
    await wait(500)
    const after = (await driver.card(article))?.text ?? ''
    expect(after).not.toContain('Copied')
    expect(before?.startsWith(after.slice(0, 400))).toBe(true)
    expect(await run(`(window.inside?.querySelector('.choices, .reason') ?? null) === null`)).toBe(true)
    // What Firefox says of the errors is for whoever looks at the page's console.
    article.noise.length = 0
  })

  it('that lets no event get past its window keeps neither pointer nor keys from the card', async () => {
    const types = ['pointermove', 'pointerdown', 'click', 'keydown']
    await open(
      `<p>${TEXT}</p>`,
      script(
        `for (const type of ${JSON.stringify(types)}) addEventListener(type, (event) => event.stopPropagation(), true)`,
      ),
    )
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await openCard()
    await article.press('Escape')
    const card = () => driver.card(article, 1)
    expect(await eventually(card, (shown) => shown === null)).toBe(null)
  })

  it('with elements of our name keeps them, and gets a card besides', async () => {
    await open(
      `<tradegloss-card id="fake"><p>Exports of rare earths.</p></tradegloss-card><p>${TEXT}</p>`,
      script(`
        const other = document.createElement('tradegloss-card')
        other.id = 'other'
        other.attachShadow({ mode: 'closed' }).innerHTML = '<div role="dialog">Not ours</div>'
        addEventListener('load', () => document.documentElement.append(other))`),
    )
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    const fakes = `document.querySelector('#fake').outerHTML + document.querySelector('html > #other').outerHTML`
    const before = await run(fakes)
    await article.hover('rare earths')
    await article.waitFor(`document.querySelector('html > tradegloss-card:not([id])')`)
    expect(await run(fakes)).toBe(before)
  })

  it('that takes our element away as often as it comes only keeps the card away', async () => {
    await open(
      `<p>${TEXT}</p><p>Nothing.</p>`,
      script(`
        window.taken = 0
        window.isGreedy = true
        new MutationObserver(() => {
          const card = document.querySelector('tradegloss-card')
          if (card && isGreedy) { card.remove(); taken++ }
        }).observe(document, { childList: true, subtree: true })`),
    )
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    for (let visit = 1; visit <= 3; visit++) {
      await article.hover('rare earths')
      await article.waitFor(`taken === ${visit}`)
      await article.page.mouse.move(400, 500, { steps: 5 })
      await wait(500)
    }
    expect(await driver.card(article, 200)).toBe(null)
    expect(await run('taken')).toBe(3)
    await run('isGreedy = false')
    await openCard()
  })

  it('that names its fields like our questions is read around them', async () => {
    const names = [
      'nodeName',
      'nodeType',
      'parentNode',
      'parentElement',
      'firstChild',
      'nextSibling',
      'childNodes',
      'hasAttribute',
      'getAttribute',
      'matches',
      'isConnected',
      'shadowRoot',
      'getElementsByTagName',
      'querySelectorAll',
      'getRootNode',
      'ownerDocument',
      'textContent',
      'contains',
      'closest',
      'localName',
    ]
    const fields = names.map((each) => `<input name="${each}">`).join('')
    await open(`<form>${fields}<p>One.</p><p>Two.</p></form><p>${TEXT}</p>`)
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await run(`document.forms[0].append('Nothing new.')`)
    await run(`document.forms[0].remove()`)
    await openCard()
  })

  it('that names its pictures like parts of a document is read all the same', async () => {
    const names =
      'body documentElement head title querySelector querySelectorAll createElement createRange activeElement implementation ' +
      'addEventListener elementsFromPoint fullscreenElement getSelection visibilityState hidden defaultView readyState ' +
      'contentType location lang dispatchEvent'
    await open(
      `${names
        .split(' ')
        .map((each) => `<img name="${each}"><form name="${each}"></form>`)
        .join('')}<p>${TEXT}</p>`,
    )
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await openCard()
  })

  it('that nests thousands of levels is read to the bottom', async () => {
    await open(
      `<main></main>`,
      script(`addEventListener('load', () => {
        let at = document.querySelector('main')
        // Neither browser could lay that out.
        at.style.display = 'none'
        for (let level = 0; level < 5000; level++) at = at.appendChild(document.createElement('div'))
        at.textContent = ${JSON.stringify(TEXT)}
      })`),
    )
    expect(await article.waitForTexts(MARKED)).toEqual(MARKED)
    await run(`document.querySelector('main').remove()`)
    expect(
      await eventually(
        () => article.marks(),
        (marks) => marks.length === 0,
      ),
    ).toEqual([])
  })
})
