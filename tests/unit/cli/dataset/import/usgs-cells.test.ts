/** Every odd cell that the column "Value" of Mineral Commodity Summaries has shown, or may. */

import { describe, expect, it } from 'vitest'
import { readCell } from '../../../../../lib/cli/dataset/import/usgs-cells.ts'

describe('readCell', () => {
  it.each([
    ['42', 42],
    ['0', 0],
    ['1,234', 1234],
    ['12,345,678', 12_345_678],
    ['34000', 34_000],
    ['5.31', 5.31],
    ['.5', 0.5],
    ['-3', -3],
    ['68\u00a0', 68],
    [' 7 ', 7],
  ])('reads %j as a number', (text, value) =>
    expect(readCell(text)).toEqual({ kind: 'number', value, bound: undefined, isEstimate: false }),
  )

  it.each([
    ['>50', 50, 'at-least'],
    ['>2,000,000', 2_000_000, 'at-least'],
    ['<25', 25, 'at-most'],
    ['< 1,000', 1000, 'at-most'],
  ])('reads %j as a bound', (text, value, bound) =>
    expect(readCell(text)).toMatchObject({ kind: 'number', value, bound }),
  )

  it.each([
    ['50–300', 50, 300],
    ['890–1,000', 890, 1000],
    ['330 - 390', 330, 390],
    ['10,000 to 15,000', 10_000, 15_000],
  ])('reads %j as a range', (text, low, high) => expect(readCell(text)).toMatchObject({ kind: 'range', low, high }))

  it.each(['—', '–', '-', '--'])('reads %j as zero', (text) => expect(readCell(text)).toEqual({ kind: 'zero' }))

  it.each(['NA', 'W', 's', 'XX', 'Large', 'Very small'])('knows %j as a code for no number', (code) =>
    expect(readCell(code)).toEqual({ kind: 'none', code }),
  )

  it('knows E for net exporters, and only where reliance is told', () => {
    expect(readCell('E', true)).toEqual({ kind: 'net-exporter' })
    expect(readCell('E')).toBeNull()
  })

  it.each([
    ['1,200e', 1200, true],
    ['e1,200', 1200, true],
    ['53 r', 53, false],
    ['53r', 53, false],
    ['7p', 7, false],
  ])('takes the footnote letters off %j', (text, value, isEstimate) =>
    expect(readCell(text)).toMatchObject({ value, isEstimate }),
  )

  it.each(['', 'abc', '?1', '1,23', '12,34,567', '1.2.3', '>', '5–', '9–3', '1 2', 'N/A', '12%', '1e5x'])(
    'refuses %j',
    (text) => expect(readCell(text)).toBeNull(),
  )
})
