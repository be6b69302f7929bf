/** Finding: texts of a page are decided together, and say what a page has to know. */

import { describe, expect, it, vi } from 'vitest'
import { findAsked, findIn } from '../../../lib/detect/finding.ts'
import { EMPTY_PAGE } from '../../../lib/detect/types.ts'
import { lexiconOf, term } from '../../helpers/lexicons.ts'

const lexicon = lexiconOf(
  [
    term('rare earth', { entry: 'group' }),
    term('rare earth oxide', { entry: 'group' }),
    term('one china', { entry: 'policy', rule: 'judge' }),
    term('xenon', { entry: 'xenon', rule: 'needs:supply' }),
    term('rare earth band', { entry: 'group', rule: 'never' }),
    term('Rare Earth Cafe', { entry: 'group', rule: 'case never' }),
  ],
  {
    categories: { policy: 'one-china' },
    parents: { xenon: 'group' },
    words: { supply: ['export', 'mine'], buys: ['imports'], from: ['from'] },
    economies: { JPN: ['Japan'], CHN: ['China'] },
  },
)
const find = (texts: string[], page = EMPTY_PAGE, judge = (): boolean | undefined => undefined) =>
  findIn(lexicon, texts, page, judge, (error) => {
    throw error
  })
const wordsOf = (found: ReturnType<typeof find>) => found.map((each) => each && each.mentions.map(({ text }) => text))

describe('findIn', () => {
  it('answers for each text in order; null where no term was met', () => {
    expect(wordsOf(find(['iron', 'rare earth and rare earths', '']))).toEqual([
      null,
      ['rare earth', 'rare earths'],
      null,
    ])
  })

  it('decides on each text by itself: what stands in the same one vouches, what stands in another does not', () => {
    expect(wordsOf(find(['xenon lamps', 'rare earth', 'xenon, a rare earth']))).toEqual([
      [],
      ['rare earth'],
      ['xenon', 'rare earth'],
    ])
  })

  it('takes the page for what it was said to be about', () => {
    expect(wordsOf(find(['xenon lamps'], { lead: '', strong: new Set(['rare-earths']) }))).toEqual([['xenon']])
    expect(wordsOf(find(['xenon lamps'], { lead: 'The export of lamps from a mine.', strong: new Set() }))).toEqual([
      ['xenon'],
    ])
  })

  it('says which texts vouch for others, and which another page would decide otherwise', () => {
    expect(find(['rare earth', 'xenon']).map((each) => each && [each.strong, each.isDoubtful])).toEqual([
      [['rare-earths'], false],
      [[], true],
    ])
  })

  it('leaves out what the judge finds no mention', () => {
    expect(wordsOf(find(['One China jet'], EMPTY_PAGE, () => false))).toEqual([[]])
    expect(wordsOf(find(['One China jet'], EMPTY_PAGE, () => true))).toEqual([['One China']])
  })

  it('names the economy of each sentence, and null where it names none', () => {
    const [found] = find(['Japan imports rare earth from China. A rare earth is a metal.'])
    expect(found?.mentions.map(({ economy }) => economy)).toEqual(['JPN', null])
  })

  it('loses one text where one cannot be read, and says so', () => {
    const onError = vi.fn<(error: unknown) => void>()
    const judge = () => {
      throw new Error('no')
    }
    expect(wordsOf(findIn(lexicon, ['One China jet', 'rare earth'], EMPTY_PAGE, judge, onError))).toEqual([
      null,
      ['rare earth'],
    ])
    expect(onError).toHaveBeenCalledTimes(1)
  })

  it('goes through a message as it is', () => {
    const found = find(['Japan imports rare earth from China.', 'xenon', 'iron'])
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })
})

describe('findAsked', () => {
  it('finds the longest term, whatever its context', () => {
    expect(findAsked(lexicon, 'xenon or rare earth oxide')).toMatchObject({ text: 'rare earth oxide', entry: 'group' })
    expect(findAsked(lexicon, 'a xenon lamp')).toMatchObject({ start: 2, end: 7, text: 'xenon', rule: 'needs:supply' })
  })
  it('names the economy of its sentence', () =>
    expect(findAsked(lexicon, 'Japan imports rare earth from China.')?.economy).toBe('JPN'))
  it('finds nothing where there is no term, or only what is none', () => {
    expect(findAsked(lexicon, 'iron')).toBeNull()
    expect(findAsked(lexicon, 'rare earth band')).toMatchObject({ text: 'rare earth' })
    expect(findAsked(lexicon, 'Rare Earth Cafe')).toMatchObject({ text: 'Rare Earth' })
  })
})
