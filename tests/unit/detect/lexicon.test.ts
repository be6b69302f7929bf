import { describe, expect, it } from 'vitest'
import { lexiconOf, seenIn, term } from '../../helpers/lexicons.ts'

describe('loadLexicon', () => {
  const lexicon = lexiconOf(
    [term('alpha'), term('beta', { entry: 'other', rule: 'case' }), term('(red|blue) [set]', { status: 'pattern' })],
    {
      words: { set: ['shift'] },
      economies: { JPN: ['Japan', 'Tokyo'], USA: ['US'] },
      categories: { other: 'senkaku' },
    },
  )

  it('gives terms their entry, category and rule back', () => {
    expect(lexicon.termOf(1)).toMatchObject({ entry: 'other', category: 'senkaku', form: 'beta', rule: 'case' })
    expect(lexicon.rules.get('case')?.matchesCase).toBe(true)
  })

  it('reads a pattern once', () => {
    expect(lexicon.patternOf(2)).toBe(lexicon.patternOf(2))
  })

  it('makes the economies ready once, when asked', () => {
    const names = lexicon.economies()
    expect(names.codes).toEqual(['JPN', 'JPN', 'USA'])
    expect(names.forms).toEqual(['Japan', 'Tokyo', 'US'])
    expect(lexicon.economies()).toBe(names)
  })

  it('keeps a pattern working after storage', () => {
    expect(seenIn(lexicon, 'a blue shift')).toEqual(['blue shift → thing'])
  })
})
