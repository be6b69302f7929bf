/** Where the card goes: examples at every edge, and what holds for any mention in any window. */

/* oxlint-disable vitest/no-conditional-expect, vitest/expect-expect -- properties: what must hold depends on the case that was drawn. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  EDGE_PX,
  GAP_PX,
  keptInView,
  placeBeside,
  placeCard,
  SHEET_PX,
  type Box,
  type Size,
  type View,
} from '../../../lib/card/place.ts'

const view = (width: number, height: number, left = 0, top = 0): View => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
  width,
  height,
})
const viewport = view(1000, 800)
const card: Size = { width: 360, height: 300 }
const line = (left: number, top: number, width = 80, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

describe('placeCard', () => {
  it('goes below the mention, from where it starts', () =>
    expect(placeCard(line(100, 100), card, viewport, 100)).toEqual({
      left: 100,
      top: 120 + GAP_PX,
      maxHeight: 800 - 120 - GAP_PX - EDGE_PX,
    }))

  it('flips above where there is no room below', () =>
    expect(placeCard(line(100, 700), card, viewport, 100)).toMatchObject({ top: 700 - GAP_PX - 300 }))

  it('fits below to the pixel, and flips at one more', () => {
    const last = 800 - EDGE_PX - 300 - GAP_PX - 20
    expect(placeCard(line(100, last), card, viewport, 100).top).toBe(last + 20 + GAP_PX)
    expect(placeCard(line(100, last + 1), card, viewport, 100).top).toBe(last + 1 - GAP_PX - 300)
  })

  it('shifts at the right edge', () =>
    expect(placeCard(line(900, 100), card, viewport, 900).left).toBe(1000 - 360 - EDGE_PX))

  it('shifts at the left edge', () => expect(placeCard(line(-20, 100), card, viewport, -20).left).toBe(EDGE_PX))

  it('takes the roomier side, cut, where it fits on neither', () => {
    const tall = { width: 360, height: 900 }
    expect(placeCard(line(100, 500), tall, viewport, 100)).toMatchObject({
      top: EDGE_PX,
      maxHeight: 500 - GAP_PX - EDGE_PX,
    })
    expect(placeCard(line(100, 200), tall, viewport, 100)).toMatchObject({ top: 220 + GAP_PX, maxHeight: 566 })
  })

  it('has no height below zero', () =>
    expect(placeCard(line(0, 0, 500, 300), card, view(500, 300), 0).maxHeight).toBe(0))
})

describe('on a narrow viewport', () => {
  const phone = view(360, 740)

  it('lies along the edge that is farther from the mention', () => {
    expect(placeCard(line(50, 100), card, phone, 50)).toMatchObject({ left: 0, top: 740 - 300 })
    expect(placeCard(line(50, 600), card, phone, 50)).toMatchObject({ left: 0, top: 0 })
  })

  it('goes to the very edge, as a sheet', () =>
    expect(placeCard(line(50, 360), { width: 360, height: 900 }, phone, 50).maxHeight).toBe(740 - 380 - GAP_PX))

  it('goes beside the mention where a pointer has to reach it', () =>
    expect(placeCard(line(50, 100), { width: 360, height: 300 }, phone, 50, false)).toMatchObject({
      left: 0,
      top: 120 + GAP_PX,
    }))

  it('never covers its mention, and leaves a third of the page to be read', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 40, max: 1500 }), (top, height) => {
        const mention = line(50, top)
        const place = placeCard(mention, { width: 360, height }, phone, 50)
        const bottom = place.top + Math.min(height, place.maxHeight)
        expect(bottom <= mention.top || place.top >= mention.bottom).toBe(true)
        expect(bottom - place.top).toBeLessThanOrEqual(740 * 0.67)
      }),
    ))
})

describe('placeBeside', () => {
  const columns = (left: number): Box => ({ left, top: 20, right: left + 50, bottom: 780 })

  it('goes to the right of the mention, as high as it begins', () =>
    expect(placeBeside(columns(500), card, viewport)).toEqual({
      left: 550 + GAP_PX,
      top: 20,
      maxHeight: 800 - 2 * EDGE_PX,
    }))

  it('goes to its left where it fits nowhere else, to the pixel', () => {
    const last = 1000 - EDGE_PX - 360 - GAP_PX - 50
    expect(placeBeside(columns(last), card, viewport)?.left).toBe(last + 50 + GAP_PX)
    expect(placeBeside(columns(last + 1), card, viewport)?.left).toBe(last + 1 - GAP_PX - 360)
  })

  it('keeps all of the card in what is seen, cut where that is less', () => {
    expect(placeBeside(line(500, 700), card, viewport)).toMatchObject({ top: 800 - 300 - EDGE_PX })
    expect(placeBeside(line(500, 700), { width: 360, height: 900 }, viewport)).toMatchObject({ top: EDGE_PX })
  })

  it('has no place where neither side has room', () =>
    expect(placeBeside(columns(200), card, view(600, 800))).toBeNull())
})

describe('keptInView', () => {
  it.each([
    [
      { left: -50, top: 900 },
      { left: EDGE_PX, top: 800 - 300 - EDGE_PX },
    ],
    [
      { left: 990, top: -1 },
      { left: 1000 - 360 - EDGE_PX, top: EDGE_PX },
    ],
    [
      { left: 40, top: 50 },
      { left: 40, top: 50 },
    ],
  ])('moves %o to %o', (at, kept) => expect(keptInView(at, card, viewport)).toEqual(kept))
})

const situation = fc
  .record({
    width: fc.integer({ min: SHEET_PX + 1, max: 3000 }),
    height: fc.integer({ min: 120, max: 2000 }),
    cardWidth: fc.integer({ min: 100, max: 500 }),
    cardHeight: fc.integer({ min: 40, max: 1500 }),
    left: fc.double({ min: 0, max: 1, noNaN: true }),
    top: fc.double({ min: 0, max: 1, noNaN: true }),
    lineHeight: fc.integer({ min: 8, max: 80 }),
    lineWidth: fc.integer({ min: 4, max: 600 }),
    along: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ width, height, cardWidth, cardHeight, left, top, lineHeight, lineWidth, along }) => {
    const mention = line(left * width, top * (height - lineHeight), lineWidth, lineHeight)
    return {
      mention,
      card: { width: cardWidth, height: cardHeight },
      viewport: view(width, height),
      x: mention.left + along * lineWidth,
    }
  })

/** Geometry in floating point: a thousandth of a pixel is nothing. */
const TINY = 1e-3

describe('anywhere', () => {
  const always = (check: (given: typeof situation extends fc.Arbitrary<infer T> ? T : never) => void) =>
    fc.assert(fc.property(situation, check), { numRuns: 2000 })
  const drawn = (given: Parameters<Parameters<typeof always>[0]>[0]) => {
    const place = placeCard(given.mention, given.card, given.viewport, given.x)
    const height = Math.min(given.card.height, place.maxHeight)
    return { ...place, height, right: place.left + given.card.width, bottom: place.top + height }
  }

  it('never covers the mention, and keeps its distance', () =>
    always((given) => {
      const { top, bottom, height } = drawn(given)
      if (height === 0) return
      expect(top >= given.mention.bottom + GAP_PX - TINY || bottom <= given.mention.top - GAP_PX + TINY).toBe(true)
    }))

  it('is inside the window from top to bottom wherever there is room at all', () =>
    always((given) => {
      const { top, bottom, height } = drawn(given)
      if (height === 0) return
      expect(top).toBeGreaterThanOrEqual(EDGE_PX - TINY)
      expect(bottom).toBeLessThanOrEqual(given.viewport.height - EDGE_PX + TINY)
    }))

  it('is inside the window from left to right wherever the window is wide enough', () =>
    always((given) => {
      const { left, right } = drawn(given)
      expect(left).toBeGreaterThanOrEqual(given.card.width >= given.viewport.width ? 0 : EDGE_PX)
      if (given.viewport.width >= given.card.width + 2 * EDGE_PX)
        expect(right).toBeLessThanOrEqual(given.viewport.width - EDGE_PX + TINY)
    }))

  it('is cut only where neither side holds it, and then takes the roomier', () =>
    always((given) => {
      const { maxHeight, top } = drawn(given)
      const below = given.viewport.height - given.mention.bottom - GAP_PX - EDGE_PX
      const above = given.mention.top - GAP_PX - EDGE_PX
      if (maxHeight < given.card.height) expect(maxHeight).toBeCloseTo(Math.max(0, above, below))
      if (given.card.height <= below) expect(top).toBeCloseTo(given.mention.bottom + GAP_PX)
    }))
})
