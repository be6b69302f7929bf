/** How the card looks: axe with contrast in both themes, nothing overflowing at longer texts; pictures where asked for. */

import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOCALES } from '../../lib/dataset/locales.ts'
import type { ArticleNumber } from '../../lib/detect/types.ts'
import { openGallery, type Gallery } from './card-gallery/gallery.ts'

/** Set to write the pictures anew, to be looked at and committed. */
const TAKES_PICTURES = Boolean(process.env.TRADEGLOSS_PICTURES)
const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url))
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const CARDS = [
  ['rare-earths', 'rare-earths'],
  ['dual-use', 'mofcom-announcement-2026-1'],
  ['senkaku', 'senkaku-islands'],
  ['one-china', 'one-china-policy'],
  ['economies', 'rare-earth-magnets'],
] as const
const number: ArticleNumber = { text: '60%', value: 60, unit: '%', of: 'bought' }

let gallery: Gallery
beforeAll(async () => {
  gallery = await openGallery()
  await gallery.page.evaluate(AXE)
})
afterAll(() => gallery.close())

const sized = (width: number, height: number) => gallery.page.setViewport({ width, height, deviceScaleFactor: 1.5 })

async function picture(name: string): Promise<void> {
  if (!TAKES_PICTURES) return
  mkdirSync(FOLDER, { recursive: true })
  await gallery.page.screenshot({ path: `${FOLDER}card-${name}.png` as const })
}

/** Parts of the card that stick out of it to the side, and whether the page can be scrolled sideways. */
const overflow = () =>
  gallery.page.evaluate(`(() => {
    const frame = document.querySelector('test-card').shadowRoot.querySelector('.frame')
    const { left, right } = frame.getBoundingClientRect()
    return [...frame.querySelectorAll(':not(svg *)')].filter((each) => {
      const box = each.getBoundingClientRect()
      return box.width > 0 && (box.left < left - 0.5 || box.right > right + 0.5 || each.scrollWidth > each.clientWidth + 1 && getComputedStyle(each).overflowX === 'hidden')
    }).map((each) => each.className || each.localName)
  })()`) as Promise<string[]>

/** Whether the actions lie over the card's words: where all of it scrolls they come after the last. */
const isCovered = () =>
  gallery.page.evaluate(`(() => {
    const frame = document.querySelector('test-card').shadowRoot.querySelector('.frame')
    const [body, actions] = ['.body', '.actions'].map((each) => frame.querySelector(each))
    const end = getComputedStyle(body).overflowY === 'visible' ? body.lastElementChild : body
    return actions.getBoundingClientRect().top < end.getBoundingClientRect().bottom - 0.5
  })()`)

const violations = () =>
  gallery.page
    .evaluate(`axe.run('test-card', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => html + ' ' + any.map(({ message }) => message))]))`) as Promise<
    unknown[]
  >

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it.each(CARDS)('%s: axe finds nothing, all of it open', async (name, entry) => {
    await sized(440, 900)
    await gallery.show(entry, { theme, about: name === 'economies' ? { economy: 'USA' } : { number } })
    await picture(`${name}-${theme}`)
    await gallery.show(entry, {
      theme,
      isOpened: true,
      canGoBack: true,
      isUnsigned: true,
      open: 'not-this',
      about: { number },
    })
    expect(await violations()).toEqual([])
    expect(await overflow()).toEqual([])
  })
})

describe.each([
  ['phone', 360, 740],
  ['zoomed', 550, 450],
  ['narrow', 320, 600],
] as const)('on a viewport that is %s', (name, width, height) => {
  it.each(CARDS)('%s fits', async (card, entry) => {
    await sized(width, height)
    await gallery.show(entry, { isOpened: true, about: { number } })
    expect(await overflow()).toEqual([])
    expect(await isCovered()).toBe(false)
    if (card !== 'rare-earths') return
    await gallery.show(entry, { about: { number } })
    await picture(name)
  })
})

it.each(LOCALES.flatMap((locale) => CARDS.map(([, entry]) => [entry, locale] as const)))(
  '%s fits in %s',
  async (entry, locale) => {
    for (const [width, height] of [
      [440, 900],
      [320, 600],
    ] as const) {
      await sized(width, height)
      await gallery.show(entry, { locale, isOpened: true, canGoBack: true, open: 'why', about: { number } })
      expect([width, await overflow()]).toEqual([width, []])
    }
  },
)

it.each(CARDS)('%s holds texts 1.6 times as long', async (card, entry) => {
  await sized(440, 900)
  await gallery.show(entry, { longer: 1.6, open: 'not-this', about: { number } })
  expect(await overflow()).toEqual([])
  if (card === 'rare-earths') await picture('long')
  await sized(340, 700)
  await gallery.show(entry, { longer: 1.6, isOpened: true, about: { number } })
  expect(await overflow()).toEqual([])
})

it('gives every control room for a finger or a pointer (WCAG 2.5.8)', async () => {
  await sized(440, 900)
  await gallery.show('rare-earths', { canGoBack: true, open: 'not-this' })
  const small = (await gallery.page.evaluate(`(() => {
    const root = document.querySelector('test-card').shadowRoot
    return [...root.querySelectorAll('.icon, .actions button, .readings summary')].filter((each) => {
      const { width, height } = each.getBoundingClientRect()
      return width < 24 || (height < 24 && !each.matches('summary'))
    }).map((each) => each.textContent || each.ariaLabel)
  })()`)) as string[]
  expect(small).toEqual([])
})
