/** What readers ask of their system is kept: more contrast, forced colours, less motion, on the card and on the extension's own pages. */

import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wcagContrast } from 'culori'
import { SAMPLE } from './article.ts'
import { openGallery, type Gallery } from './card-gallery/gallery.ts'
import type { ArticlePage } from './article-page.ts'
import type { ChromiumDriver } from './chromium-driver.ts'
import { startDriver } from './driver.ts'
import { openOwn, OWN_PAGES } from './own-pages.ts'

/** Emulates media features, those too that Puppeteer has no names for; [] ends it. */
async function emulate(page: Page, features: { name: string; value: string }[]): Promise<void> {
  const session = await page.createCDPSession()
  await session.send('Emulation.setEmulatedMedia', { features })
  // The emulation lasts as long as its session.
  emulations.push(() => session.detach())
}
const emulations: (() => Promise<void>)[] = []
const endEmulation = async () => {
  for (const end of emulations.splice(0)) await end().catch(() => {})
}
const MORE_CONTRAST = [{ name: 'prefers-contrast', value: 'more' }]
const FORCED = [{ name: 'forced-colors', value: 'active' }]
const LESS_MOTION = [{ name: 'prefers-reduced-motion', value: 'reduce' }]

/** Runs in the page: every element with a text of its own, its colour and the ground that it stands on. */
const colours = (root: string) => `(() => {
  const groundOf = (each) => {
    for (let box = each; box; box = box.parentElement ?? box.getRootNode().host) {
      const { backgroundColor } = getComputedStyle(box)
      // A tint is too faint to count.
      if (!/^(?:transparent|rgba\\(.*|color\\(.*\\/.*)$/.test(backgroundColor)) return backgroundColor
    }
    return 'rgb(255, 255, 255)'
  }
  return [...${root}.querySelectorAll('*')]
    .filter((each) => each.checkVisibility() && !each.closest('svg, option, :disabled') &&
      [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .map((each) => ({ text: each.textContent.slice(0, 40), colour: getComputedStyle(each).color, ground: groundOf(each) }))
})()`

interface Seen {
  text: string
  colour: string
  ground: string
}
/** Texts with less contrast than \`least\`. */
async function faint(page: Page, root: string, least: number): Promise<string[]> {
  const seen = (await page.evaluate(colours(root))) as Seen[]
  expect(seen.length).toBeGreaterThan(5)
  return seen.filter(({ colour, ground }) => wcagContrast(colour, ground) < least).map(({ text }) => text)
}
const styleOf = (page: Page, element: string, property: string) =>
  page.evaluate(`getComputedStyle(${element}).getPropertyValue('${property}')`) as Promise<string>
/** How long anything on the page takes to move (s), pseudo-elements included. */
const moving = (page: Page, root: string) =>
  page.evaluate(`Math.max(...[...${root}.querySelectorAll('*')].flatMap((each) => [null, '::before', '::after'].flatMap((pseudo) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(each, pseudo)
    const longest = (list) => Math.max(...list.split(',').map(parseFloat))
    return [longest(transitionDuration), animationName === 'none' ? 0 : longest(animationDuration)]
  })))`) as Promise<number>

describe('the card', () => {
  let gallery: Gallery
  const ROOT = `document.querySelector('test-card').shadowRoot`
  const frame = `${ROOT}.querySelector('.frame')`
  beforeAll(async () => {
    gallery = await openGallery()
    await gallery.page.setViewport({ width: 440, height: 900 })
  }, 60_000)
  afterAll(async () => {
    await endEmulation()
    await gallery.close()
  })

  it.each(['light', 'dark'] as const)(
    'in %s has texts of at least 7:1 for who asks for more contrast',
    async (theme) => {
      const { page } = gallery
      await gallery.show('rare-earths', { theme, isOpened: true, open: 'why' })
      const edge = await styleOf(page, frame, 'border-top-color')
      await emulate(page, MORE_CONTRAST)
      expect(await faint(page, ROOT, 7)).toEqual([])
      const ground = await styleOf(page, frame, 'background-color')
      expect(wcagContrast(await styleOf(page, frame, 'border-top-color'), ground)).toBeGreaterThan(
        wcagContrast(edge, ground),
      )
      expect(wcagContrast(await styleOf(page, frame, 'border-top-color'), ground)).toBeGreaterThanOrEqual(3)
      await endEmulation()
    },
  )

  it('in forced colours shows by lines what only grounds told', async () => {
    const { page } = gallery
    await gallery.show('rare-earths', { isOpened: true, open: 'why' })
    await emulate(page, FORCED)
    const [ground, text] = [
      await styleOf(page, frame, 'background-color'),
      await styleOf(page, frame, 'border-top-color'),
    ]
    expect(wcagContrast(text, ground)).toBeGreaterThanOrEqual(7)
    const button = (state: string) => `${ROOT}.querySelector('.actions button${state}')`
    expect(await styleOf(page, button(':not([aria-expanded=true])'), 'border-top-width')).toBe('1px')
    expect(await styleOf(page, button('[aria-expanded=true]'), 'border-top-color')).not.toBe(
      await styleOf(page, button('[aria-expanded=false]'), 'border-top-color'),
    )
    const reading = (isChosen: boolean) => `${ROOT}.querySelector('.readings li[aria-current="${isChosen}"]')`
    expect(await styleOf(page, reading(true), 'border-left-color')).not.toBe(
      await styleOf(page, reading(false), 'border-left-color'),
    )
    const bar = (state: string) => `${ROOT}.querySelector('.chart g${state} rect:not(.reach)')`
    expect(await styleOf(page, bar('.chosen'), 'fill')).not.toBe(await styleOf(page, bar(':not(.chosen)'), 'fill'))
    // The category is told by the style of its line.
    expect(await page.evaluate(`getComputedStyle(${ROOT}.querySelector('.category'), '::before').borderTopStyle`)).toBe(
      'solid',
    )
    expect(await faint(page, ROOT, 4.5)).toEqual([])
    await endEmulation()
  })

  it('never moves by itself', async () => {
    await gallery.show('rare-earths', { isOpened: true })
    expect(await moving(gallery.page, ROOT)).toBe(0)
  })
})

describe('the extension’s own pages', () => {
  let driver: ChromiumDriver
  let article: ArticlePage
  beforeAll(async () => {
    driver = await startDriver('chromium')
    article = await driver.open(SAMPLE)
    await article.waitForMarks(18)
  }, 60_000)
  afterAll(async () => {
    await endEmulation()
    await driver.close()
  })

  it.each(OWN_PAGES)('%s', { timeout: 60_000 }, async (name) => {
    const page = await openOwn(driver, article, name, name === 'popup' ? 340 : 1000)
    await emulate(page, MORE_CONTRAST)
    expect(await faint(page, 'document', 7)).toEqual([])
    await emulate(page, FORCED)
    expect(await faint(page, 'document', 4.5)).toEqual([])
    await emulate(page, LESS_MOTION)
    expect(await moving(page, 'document')).toBe(0)
    await endEmulation()
    await page.close()
  })

  it('switches move for who did not ask for less, and stand out in forced colours', { timeout: 60_000 }, async () => {
    const page = await openOwn(driver, article, 'popup', 340)
    expect(await moving(page, 'document')).toBeGreaterThan(0)
    await emulate(page, FORCED)
    const on = `document.querySelector('.switch[aria-checked=true]')`
    const [knob, track] = (await page.evaluate(
      `[getComputedStyle(${on}, '::after').backgroundColor, getComputedStyle(${on}).backgroundColor]`,
    )) as [string, string]
    expect(wcagContrast(knob, track)).toBeGreaterThanOrEqual(3)
    await endEmulation()
    await page.close()
  })
})
