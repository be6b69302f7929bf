/** All figures of an entry: every row, packed and unpacked without loss, with sources and measures. */

import { describe, expect, it } from 'vitest'
import { packFigures, unpackFigures } from '../../../lib/dataset/entry-figures.ts'
import { edition, entryOf, tables } from './bundled.ts'

const of = (id: string) => unpackFigures(packFigures(edition, entryOf(id), 'en'))

describe('figures of an entry', () => {
  it('are all of its own rows, to the letter', () => {
    const own = tables.figures.filter(({ entry }) => entry === 'dysprosium')
    const { figures } = of('dysprosium')
    expect(figures).toHaveLength(own.length)
    figures.forEach((figure, at) => expect(own[at]).toMatchObject(figure))
  })

  it('have nothing of how the dataset was made', () => {
    const columns = Object.keys(of('dysprosium').figures[0] ?? {})
    expect(columns).toEqual(expect.arrayContaining(['id', 'note', 'locator']))
    for (const column of ['folder', 'original_unit', 'original_entry']) expect(columns).not.toContain(column)
  })

  it('come with what each measure means and each source is', () => {
    const { figures, measures, sources } = of('rare-earths')
    expect(new Set(figures.map(({ measure }) => measure))).toEqual(new Set(Object.keys(measures)))
    expect(new Set(figures.map(({ source_id }) => source_id))).toEqual(new Set(Object.keys(sources)))
  })

  it('keep dates that stand in the place of a value', () =>
    expect(of('un-resolution-2758').figures.map(({ date_value }) => date_value)).toContain('1971-10-25'))

  it('are none for an entry without any', () => {
    const without = tables.entries.find(({ id }) => !tables.figures.some(({ entry }) => entry === id))
    expect(without && of(without.id)).toEqual({ figures: [], measures: {}, sources: {} })
  })

  it('take less than 0.8 MB for all entries', () => {
    const bytes = tables.entries.reduce(
      (sum, entry) => sum + JSON.stringify(packFigures(edition, entry, 'en')).length,
      0,
    )
    expect(bytes).toBeLessThan(800_000)
  })
})
