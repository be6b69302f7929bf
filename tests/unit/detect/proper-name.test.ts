import { describe, expect, it } from 'vitest'
import { isProperName } from '../../../lib/detect/proper-name.ts'
import { surroundings } from '../../../lib/detect/surroundings.ts'
import { EMPTY_PAGE } from '../../../lib/detect/types.ts'
import { lexiconOf, seenIn, term } from '../../helpers/lexicons.ts'

const words = { supply: ['export', 'mine'], bodies: ['firm', 'group'] }

describe('a material with capitals in running text', () => {
  const lexicon = lexiconOf([term('neodymium')], { words })
  const isName = (text: string) => {
    const start = text.search(/neodymium/i)
    return isProperName(lexicon.termOf(0), surroundings(text, EMPTY_PAGE), start, start + 9, lexicon.words)
  }

  it.each([
    ['The spy group NEODYMIUM struck again last week.', true],
    ['Some customers of Neodymium Labs complained about the long delays.', true],
    ['Neodymium Labs complained about the long delays.', true],
    ['They named their first daughter Neodymium last year.', true],
    ['Neodymium complained about nothing in the long letter.', false],
    ['They mine and export Neodymium from the northern hills.', false],
    ['They mine and export, said the small firm Neodymium last week.', true],
    ['They mine and export, and the firm buys Neodymium again.', false],
    ['The group says that exports of NEODYMIUM and others fell as export rules came.', false],
    ['NEODYMIUM EXPORTS FALL AGAIN THIS YEAR', false],
    ['Ministry Sees Neodymium Labs As A Risk', false],
    ['they bought neodymium and sold it again soon after', false],
  ])('is a name or not: %s', (text, expected) => expect(isName(text)).toBe(expected))
})

it('takes a name in capitals at the beginning of a sentence for a name, unless it is about supply', () => {
  const lexicon = lexiconOf([term('rare earth')], { words: { supply: ['export', 'mine'] } })
  expect(seenIn(lexicon, 'Rare Earth once opened for them. An export ban followed.')).toEqual([])
  expect(seenIn(lexicon, 'Rare Earth export curbs were eased again.')).toEqual(['Rare Earth → thing'])
  expect(seenIn(lexicon, 'Rare earth once opened the door again.')).toEqual(['Rare earth → thing'])
})

it('takes all rare earths for no name, unless a firm’s stands beside them', () => {
  const lexicon = lexiconOf([term('rare earths')], { words })
  const found = ['Rare Earths → thing']
  expect(seenIn(lexicon, 'The ministers said on friday that Rare Earths were theirs.')).toEqual(found)
  expect(seenIn(lexicon, 'The ministers said on friday that Arafura Rare Earths was theirs.')).toEqual([])
  expect(seenIn(lexicon, 'The ministers said on friday that the firm Rare Earths was theirs.')).toEqual([])
})
