import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { candidatesIn, decide } from '../../../lib/detect/detect.ts'
import { EMPTY_PAGE } from '../../../lib/detect/types.ts'
import { firmest } from '../../../lib/detect/weigh.ts'
import { lexiconOf, term } from '../../helpers/lexicons.ts'

describe('a word that is said to be something else', () => {
  const gases = lexiconOf(
    [
      term('xenon', { entry: 'xenon', rule: 'not:grid' }),
      term('argon', { entry: 'argon', rule: 'needs:supply' }),
      term('krypton', { entry: 'krypton' }),
      term('neon', { entry: 'neon', rule: 'needs:supply not:grid' }),
      term('xenon gas', { entry: 'xenon', rule: 'not:grid' }),
      term('Argonium', { entry: 'argonium', rule: 'needs:supply not:grid' }),
    ],
    {
      words: { grid: ['power'], supply: ['export'] },
      categories: {
        xenon: 'dual-use',
        argon: 'dual-use',
        krypton: 'dual-use',
        neon: 'dual-use',
        argonium: 'dual-use',
      },
    },
  )
  const seen = (text: string) =>
    decide(gases, text, candidatesIn(gases, text), EMPTY_PAGE).map((mention) => mention.text)

  it('is that in the whole block where it is written the same way', () => {
    expect(seen('The Xenon power plant. Later Xenon came.')).toEqual([])
    expect(seen('Later Xenon came. The Xenon power plant.')).toEqual([])
    expect(seen('The Xenon power plant. Later xenon came.')).toEqual(['xenon'])
  })

  it('is that for one entry, and may be another that shares the form', () => {
    const lists = lexiconOf(
      [
        term('xenon list', { entry: 'xenon', status: 'pattern', rule: 'unless:grid' }),
        term('xenon list', { entry: 'argon', status: 'pattern', rule: 'near:grid' }),
      ],
      { words: { grid: ['power'] }, categories: { xenon: 'dual-use', argon: 'dual-use' } },
    )
    const entriesOf = (text: string) =>
      decide(lists, text, candidatesIn(lists, text), EMPTY_PAGE).map(({ entry }) => entry)
    expect(entriesOf('The Xenon list is long.')).toEqual(['xenon'])
    expect(entriesOf('The power firms met. The Xenon list is long.')).toEqual(['argon'])
  })

  it('is not, where the sentence names another entry or has what the word asks for, unless it is a name', () => {
    expect(seen('A xenon power plant. Later xenon came.')).toEqual([])
    expect(seen('A xenon power plant. Later xenon and krypton came.')).toEqual(['xenon', 'krypton'])
    expect(seen('A xenon power plant. Later xenon and xenon gas came.')).toEqual(['xenon gas'])
    expect(seen('The Xenon power plant. Later Xenon and krypton came.')).toEqual(['krypton'])
    expect(seen('No neon power. Krypton. Later neon came.')).toEqual(['Krypton'])
    expect(seen('No neon power. The export of neon rose.')).toEqual(['neon'])
    expect(seen('No Neon power. The export of Neon rose.')).toEqual([])
    expect(seen('No Argonium power. The export of Argonium rose.')).toEqual(['Argonium'])
  })

  it('is not, where the sentence holds what would lift that', () => {
    const lifting = lexiconOf([term('xenon', { entry: 'xenon', rule: 'not:grid/supply' })], {
      words: { grid: ['power'], supply: ['export'] },
      categories: { xenon: 'dual-use' },
    })
    const found = (text: string) =>
      decide(lifting, text, candidatesIn(lifting, text), EMPTY_PAGE).map(({ start }) => start)
    expect(found('The xenon power plant. Later xenon came.')).toEqual([])
    expect(found('The xenon power plant. An export of xenon.')).toEqual([36])
    expect(found('The xenon power plant. A power plant of xenon.')).toEqual([])
  })

  it('vouches for nobody', () => {
    expect(seen('Xenon and argon.')).toEqual(['Xenon', 'argon'])
    expect(seen('Xenon power and argon.')).toEqual([])
  })

  it('is vouched for by what is supported itself, and by nothing else', () => {
    expect(seen('Argon and neon.')).toEqual([])
    expect(seen(`The export of argon rose. ${'word '.repeat(80)}. Neon came.`)).toEqual(['argon', 'Neon'])
    expect(seen('Krypton and neon.')).toEqual(['Krypton', 'neon'])
  })
})

it('what is known to be no mention keeps nothing company, whatever else its rule asks', () => {
  const radon = lexiconOf([
    term('argon', { entry: 'argon', rule: 'needs:supply' }),
    term('Radon Party', { entry: 'radon', rule: 'case never' }),
    term('krypton', { entry: 'krypton' }),
  ])
  const seen = (text: string) =>
    decide(radon, text, candidatesIn(radon, text), EMPTY_PAGE).map((mention) => mention.text)
  expect(seen('The Radon Party met. Argon and krypton came.')).toEqual(['Argon', 'krypton'])
  expect(seen('The Radon Party met. Argon came.')).toEqual([])
})

describe('a term that yields', () => {
  const ships = lexiconOf(
    [
      term('[ship] &<apart:4> (hits|hit) &<apart:4> cutter', { entry: 'clash', status: 'pattern', rule: 'yields' }),
      term('[ship] hit', { entry: 'clash', status: 'pattern' }),
      term('harbour', { entry: 'harbour' }),
      term('boat row', { entry: 'clash' }),
      term('row islands now', { entry: 'islands' }),
      term('grey boat', { entry: 'clash', rule: 'never' }),
    ],
    { words: { ship: ['trawler', 'boat'], apart: ['captain'] } },
  )
  const seen = (text: string) =>
    decide(ships, text, candidatesIn(ships, text), EMPTY_PAGE).map((mention) => `${mention.text}: ${mention.entry}`)

  it('is found in any order of its pieces, and not across what parts them', () => {
    expect(seen('A cutter that the boat hits.')).toEqual(['cutter that the boat hits: clash'])
    expect(seen('The boat now hits a grey cutter.')).toEqual(['boat now hits a grey cutter: clash'])
    expect(seen('The boat of the captain hits a cutter.')).toEqual([])
  })

  it('gives way to another term of its entry, however short, and to no other', () => {
    expect(seen('A trawler hit the cutter.')).toEqual(['trawler hit: clash'])
    expect(seen('A boat in the harbour hits a cutter.')).toEqual(['boat in the harbour hits a cutter: clash'])
    // Neither to one that is no mention itself, nor to one whose place a longer one takes.
    expect(seen('A grey boat now hits a cutter.')).toEqual(['boat now hits a cutter: clash'])
    expect(seen('A boat row islands now hits a cutter.')).toEqual(['boat row islands now hits a cutter: clash'])
  })

  it('is told of by its term as the dataset writes it', () => {
    const [mention] = decide(
      ships,
      'A cutter that the boat hits.',
      candidatesIn(ships, 'A cutter that the boat hits.'),
      EMPTY_PAGE,
    )
    expect(mention?.term).toBe('[ship] &<apart:4> (hits|hit) &<apart:4> cutter')
  })
})

describe('firmest', () => {
  const lexicon = lexiconOf([
    term('one', { entry: 'clash', rule: 'yields' }),
    term('two', { entry: 'clash' }),
    term('three', { entry: 'islands' }),
    term('four', { entry: 'clash', rule: 'never' }),
  ])
  const candidate = fc
    .record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 20 }), at: fc.nat(3) })
    .map(({ start, length, at }) => ({ start, end: start + length, term: lexicon.termOf(at) }))

  it('looks near each candidate only, and finds what a look at all of them would', () => {
    type One = Parameters<typeof firmest>[1][number]
    const across = (a: One, b: One) => a.start < b.end && b.start < a.end
    const isLonger = (a: One, b: One) => a.end - a.start > b.end - b.start
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 25 }), (all) => {
        const firm = all.filter(({ term: { rule } }) => rule === '')
        const stands = (one: One) =>
          !firm.some((other) => across(one, other) && other.term.entry !== one.term.entry && isLonger(other, one))
        const expected = all.filter(
          (one) =>
            one.term.rule !== 'yields' ||
            !firm.some((other) => across(one, other) && other.term.entry === one.term.entry && stands(other)),
        )
        expect(firmest(lexicon, all)).toEqual(expected)
      }),
    )
  })
})
