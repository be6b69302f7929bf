/** The overview of the figures: every figure is counted once in each way of counting. */

import { describe, expect, it } from 'vitest'
import { summarise, summaryRow } from '../../../lib/dataset/summary.ts'
import type { FigureRow } from '../../../lib/dataset/types.ts'
import { tables } from './bundled.ts'

const summary = summarise(tables)

describe('summarise', () => {
  it.each(['category', 'measure', 'economy'] as const)('counts every figure once by %s', (by) => {
    const rows = summary[by]
    expect(rows.reduce((sum, { figures }) => sum + figures, 0)).toBe(tables.figures.length)
    for (const { figures, standings, oldest, newest } of rows) {
      expect(standings.primary + standings.secondary + standings.conflicting).toBe(figures)
      expect(oldest <= newest).toBe(true)
    }
    expect(rows.map(({ figures }) => figures)).toEqual(rows.map(({ figures }) => figures).toSorted((a, b) => b - a))
  })

  it('has every measure and every economy that reports', () => {
    const idsOf = (column: 'measure' | 'reporter') => [...new Set(tables.figures.map((row) => row[column]))].toSorted()
    expect(summary.measure.map(({ id }) => id).toSorted()).toEqual(idsOf('measure'))
    expect(summary.economy.map(({ id }) => id).toSorted()).toEqual(idsOf('reporter'))
  })

  it('has the four categories', () =>
    expect(summary.category.map(({ id }) => id).toSorted()).toEqual([
      'dual-use',
      'one-china',
      'rare-earths',
      'senkaku',
    ]))

  it('says from when to when, whatever the order, and passes over rows without a period', () => {
    const [row] = tables.figures as [FigureRow]
    const rows = ['', '2020', '2018', '2024', '2022'].map((year): FigureRow => {
      const period = year && { period_start: `${year}-01-01`, period_end: `${year}-12-31` }
      return { ...row, period_start: '', period_end: '', ...period }
    })
    expect(summaryRow('some', rows)).toMatchObject({ oldest: '2018-01-01', newest: '2024-12-31' })
  })

  it('leaves periods empty where no row states one', () =>
    expect(summaryRow('none', [])).toEqual({
      id: 'none',
      figures: 0,
      standings: { primary: 0, secondary: 0, conflicting: 0 },
      oldest: '',
      newest: '',
    }))
})
