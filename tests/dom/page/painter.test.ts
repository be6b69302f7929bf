/** What is drawn through the page's registry of highlights, which the page can reach too. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createHighlightPainter, highlightName } from '../../../lib/page/painter.ts'

/** The registry, as far as a content script may use it: iterating it throws in Firefox. */
class Registry {
  readonly #named = new Map<string, unknown>()
  get = (name: string) => this.#named.get(name)
  set = (name: string, highlight: unknown) => void this.#named.set(name, highlight)
  delete = (name: string) => this.#named.delete(name)
  clear = () => this.#named.clear()
}

let registry: Registry
beforeEach(() => {
  registry = new Registry()
  vi.stubGlobal('CSS', { highlights: registry })
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      constructor(...ranges: Range[]) {
        super(ranges)
      }
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

const RARE_EARTHS = highlightName('rare-earths')
const drawn = (name = RARE_EARTHS) => [...((registry.get(name) as Set<Range> | undefined) ?? [])]

describe('a range', () => {
  it('is seen as soon as it is added, and the next one beside it', () => {
    const painter = createHighlightPainter(async () => '', false)
    const [first, second] = [new Range(), new Range()]
    expect(registry.get(RARE_EARTHS)).toBeUndefined()
    painter.add('rare-earths', first)
    expect(drawn()).toEqual([first])
    painter.add('rare-earths', second)
    expect(drawn()).toEqual([first, second])
    painter.remove('rare-earths', first)
    expect(drawn()).toEqual([second])
    expect(registry.get(highlightName('senkaku'))).toBeUndefined()
  })

  it('goes by a second name where it is tinted', () => {
    const painter = createHighlightPainter(async () => '', true)
    const range = new Range()
    painter.add('senkaku', range)
    expect(drawn('tradegloss-tint-senkaku')).toEqual([range])
    expect(drawn(highlightName('senkaku'))).toEqual([range])
  })

  it('is known all the same where nothing can be drawn', () => {
    vi.stubGlobal('CSS', {})
    const painter = createHighlightPainter(async () => '', false)
    const range = new Range()
    expect(() => {
      painter.add('rare-earths', range)
      painter.restore()
      painter.remove('rare-earths', range)
      painter.clear()
    }).not.toThrow()
  })
})

describe('what the page does to the registry', () => {
  it.each([
    ['cleared', () => registry.clear()],
    ['overwritten', () => registry.set(RARE_EARTHS, new Set())],
    ['emptied', () => (registry.get(RARE_EARTHS) as Set<Range>).clear()],
  ])('is undone: %s', (_, harm) => {
    const painter = createHighlightPainter(async () => '', false)
    const range = new Range()
    painter.add('rare-earths', range)
    harm()
    expect(drawn()).toEqual([])
    painter.restore()
    expect(drawn()).toEqual([range])
  })

  it('is not undone once all marks are taken away, and a highlight of its own is left alone', () => {
    const painter = createHighlightPainter(async () => '', false)
    painter.add('rare-earths', new Range())
    painter.add('senkaku', new Range())
    const own = new Set()
    registry.set(RARE_EARTHS, own)
    painter.clear()
    expect(registry.get(RARE_EARTHS)).toBe(own)
    expect(registry.get(highlightName('senkaku'))).toBeUndefined()
  })
})

describe('a shadow root', () => {
  const hosts: Element[] = []
  afterEach(() => {
    for (const host of hosts.splice(0)) host.remove()
  })
  const rootOnPage = () => {
    const host = document.body.appendChild(document.createElement('div'))
    hosts.push(host)
    return host.attachShadow({ mode: 'open' })
  }

  it('takes one sheet, once, and gives it back', async () => {
    const painter = createHighlightPainter(async () => 'p { color: red }', false)
    const root = rootOnPage()
    painter.adopt(root)
    painter.adopt(root)
    expect(root.adoptedStyleSheets).toHaveLength(1)
    await vi.waitFor(() => expect(root.adoptedStyleSheets[0]?.cssRules).toHaveLength(1))
    painter.clear()
    expect(root.adoptedStyleSheets).toHaveLength(0)
  })

  it('gives it back however many others took it, and keeps a sheet of its own', () => {
    const painter = createHighlightPainter(async () => '', false)
    const roots = [rootOnPage(), rootOnPage(), rootOnPage()]
    const own = new CSSStyleSheet()
    for (const root of roots) {
      root.adoptedStyleSheets = [own]
      painter.adopt(root)
    }
    painter.clear()
    expect(roots.map(({ adoptedStyleSheets }) => adoptedStyleSheets)).toEqual([[own], [own], [own]])
  })

  it('costs no look at those that were there before', () => {
    const painter = createHighlightPainter(async () => '', false)
    let looks = 0
    for (let at = 0; at < 30; at++)
      painter.adopt({
        adoptedStyleSheets: [] as CSSStyleSheet[],
        get isConnected() {
          return ++looks > 0
        },
      } as ShadowRoot)
    expect(looks).toBe(0)
    painter.restore()
    expect(looks).toBe(30)
  })
})
