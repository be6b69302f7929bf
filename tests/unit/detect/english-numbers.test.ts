import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishNumberTiedTo } from '../../../lib/detect/english-numbers.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'
import { anyText } from '../../helpers/texts.ts'

const { en: lexicon } = await bundledLexicons()

/** The number tied to `mention`, as "words = value unit". */
function tied(sentence: string, mention = 'rare earths'): string | null {
  const start = sentence.search(new RegExp(mention, 'i'))
  const number = englishNumberTiedTo(lexicon, sentence, start, start + mention.length)
  if (number === null) return null
  expect(sentence.slice(number.start, number.end)).toBe(number.text)
  return `${number.text} = ${number.value} ${number.unit}`
}

describe('englishNumberTiedTo', () => {
  it.each<[string, string | null]>([
    ['China supplies 60% of Japan’s rare earths.', '60% = 60 %'],
    ['China supplies 60 percent of Japan’s rare earths.', '60 percent = 60 %'],
    ['China supplies 60 per cent of Japan’s rare earths.', '60 per cent = 60 %'],
    ['Japan gets 62.9% of the rare earths it needs there.', '62.9% = 62.9 %'],
    ['China refines 90% of the world’s rare earths.', '90% = 90 %'],
    ['China refines 90 % of the world’s rare earths.', '90 % = 90 %'],
    ['It shipped 6,600 tonnes of rare earths.', '6,600 tonnes = 6600 t'],
    ['It shipped 500 kg of rare earths.', '500 kg = 0.5 t'],
    ['It shipped two thousand tonnes of rare earths.', 'two thousand tonnes = 2000 t'],
    ['It shipped five hundred tonnes of rare earths.', 'five hundred tonnes = 500 t'],
    ['It buys sixty percent of its rare earths there.', 'sixty percent = 60 %'],
    ['It sold $4.2 billion of rare earths.', '$4.2 billion = 4200000000 USD'],
    ['Exports of rare earths reached 6,600 tonnes.', '6,600 tonnes = 6600 t'],
    ['Exports of rare earths fell to about 500 tons.', '500 tons = 500 t'],
    ['Japan buys rare earths, 60% of which come from China.', '60% = 60 %'],
    ['Japan buys rare earths and 60% of them come from China.', '60% = 60 %'],
    ['It mines 70% of the world’s rare earths and refines 90% of them.', '70% = 70 %'],
    ['It will make 800 tonnes a year of rare earths.', '800 tonnes = 800 t'],
    ['Japan spent ¥31 billion on rare earths.', '¥31 billion = 31000000000 JPY'],
    ['Japan spent 31 billion yen on rare earths.', '31 billion yen = 31000000000 JPY'],
    ['Imports of rare earths fell 14% in May from a year earlier to 1,042 tonnes.', '1,042 tonnes = 1042 t'],
    ['Shipments of rare earths to the United States sank to 46 tonnes.', '46 tonnes = 46 t'],
    ['Demand for rare earths, used in motors, came to 11 tonnes.', '11 tonnes = 11 t'],
    ['Use of rare earths is estimated at about 40 tonnes.', '40 tonnes = 40 t'],
    // Numbers that merely stand in the sentence.
    ['Japan spent $5 billion on chips and rare earths.', null],
    ['Rare earths ran short as the duty on steel rose to 25%.', null],
    ['Shares rose 5% after the ban on rare earths.', null],
    ['In 2010 China cut rare earths.', null],
    ['The 17 rare earths are metals.', null],
    ['It lists 12 of the rare earths.', null],
    ['It lacks rare earths, of which nobody knows how much 60% of its tin holds.', null],
    ['Prices rose 30%, and rare earths are scarce.', null],
    ['Rare earths are scarce, and 30% of voters know.', null],
    ['Rare earths are metals.', null],
    ['', null],
  ])('%s', (sentence, expected) => {
    expect(tied(sentence)).toBe(expected)
  })

  it.each([
    ['It sold $4.2bn of rare earths.', '$4.2bn = 4200000000 USD'],
    ['Exports of rare earths reached $42 m.', '$42 m = 42000000 USD'],
    ['Exports of rare earths reached €42K, no more.', '€42K = 42000 EUR'],
    ['Japan spent 1.5bn yen on rare earths.', '1.5bn yen = 1500000000 JPY'],
    ['It shipped 66m tonnes of rare earths.', '66m tonnes = 66000000 t'],
    ['It shipped 6.6kt of rare earths.', '6.6kt = 6600 t'],
    ['It shipped 6,600t of rare earths.', '6,600t = 6600 t'],
    ['It shipped 1.3kg of rare earths.', '1.3kg = 0.0013 t'],
    ['It sold US$4.2 billion of rare earths.', 'US$4.2 billion = 4200000000 USD'],
    ['Exports of rare earths reached US$4.2bn.', 'US$4.2bn = 4200000000 USD'],
    ['Japan spent $4.2mn on rare earths.', '$4.2mn = 4200000 USD'],
    ['Exports of rare earths reached ¥4tn.', '¥4tn = 4000000000000 JPY'],
    ['Exports of rare earths reached 4trn yen.', '4trn yen = 4000000000000 JPY'],
    ['Exports of rare earths reached USD 4.2 billion.', 'USD 4.2 billion = 4200000000 USD'],
    ['Exports of rare earths reached Rmb3bn.', 'Rmb3bn = 3000000000 CNY'],
    ['It sold 4.2 billion US dollars of rare earths.', '4.2 billion US dollars = 4200000000 USD'],
    ['It sold $513-million worth of rare earths.', '$513-million = 513000000 USD'],
    ['It shipped 6,600 mt of rare earths.', '6,600 mt = 6600 t'],
    ['Some 60-odd percent of its rare earths are Chinese.', '60-odd percent = 60 %'],
    ['It holds 44 Mt of rare earths.', '44 Mt = 44000000 t'],
    // Not these.
    ['It sold £4bn of rare earths.', null],
    ['It sold 4m units of rare earths.', null],
    // Another dollar.
    ['It sold A$4 million of rare earths.', null],
  ])('reads the short forms of the trade press: %s', (sentence, expected) => {
    expect(tied(sentence)).toBe(expected)
  })

  it.each<[string, string | null]>([
    ['Imports of rare earths fall below 5,000 tonnes.', '5,000 tonnes = 5000 t'],
    ['Exports of rare earths rise to 6,100 tons in October.', '6,100 tons = 6100 t'],
    ['Exports of rare earths slump to a five-year low of 3,800 tons.', '3,800 tons = 3800 t'],
    ['Exports of rare earths hit a record 7,742 tonnes.', '7,742 tonnes = 7742 t'],
    ['It puts its reserves of rare earths at 21 million tonnes.', '21 million tonnes = 21000000 t'],
    ['Rare earths were spared at a price: 40 tonnes of steel.', null],
  ])('reads what a thing comes to, in headlines too: %s', (sentence, expected) => {
    expect(tied(sentence)).toBe(expected)
  })

  it.each([
    ['It buys two-thirds of its rare earths there.', 'two-thirds = 66.7 %'],
    ['It buys a third of its rare earths there.', 'a third = 33.3 %'],
    ['It buys three-quarters of its rare earths there.', 'three-quarters = 75 %'],
    ['It buys four fifths of its rare earths there.', 'four fifths = 80 %'],
  ])('reads a share in words: %s', (sentence, expected) => {
    expect(tied(sentence)).toBe(expected)
  })

  it.each<[string, string | null]>([
    ['Nine in ten tonnes of rare earths come from there.', 'Nine in ten = 90 %'],
    ['It uses rare earths, of which more than nine in ten come from there.', 'nine in ten = 90 %'],
    ['It uses rare earths, half of which come from there.', 'half = 50 %'],
    ['A tenth of its rare earths come from there.', 'A tenth = 10 %'],
    ['Nine out of ten rare earths that it buys come from there.', 'Nine out of ten = 90 %'],
    ['In the first half of 2025 rare earths ran short.', null],
    ['In half of 2025 rare earths ran short.', null],
    ['Half of the rare earths come from there.', 'Half = 50 %'],
    ['It buys half of its rare earths there.', 'half = 50 %'],
  ])('reads what is said without a figure: %s', (sentence, expected) => {
    expect(tied(sentence)).toBe(expected)
  })

  it.each([
    ['Japan still buys nearly all of its rare earths from China.', 'all = 100 %'],
    ['Japan still buys practically all its rare earths from China.', 'all = 100 %'],
    // What is done with all of it is not said.
    ['The minister listed all of its rare earths.', null],
  ])('reads all of a thing where the words say what is done with it: %s', (sentence, expected) => {
    expect(tied(sentence)).toBe(expected)
  })

  it('takes the nearest of two', () => {
    expect(tied('Of 40% of all metals, 60% of the rare earths are Chinese.')).toBe('60% = 60 %')
  })

  it('takes no number from inside the mention', () => {
    expect(tied('Seventy nations back the 1992 consensus.', '1992 consensus')).toBeNull()
  })

  it('never throws and stays inside the sentence', () => {
    const number = fc.constantFrom(' 60% of ', ' reached 5 tonnes ', '$5 ', ' half of ', ' 1,000 ')
    fc.assert(
      fc.property(anyText(4), number, anyText(4), fc.nat(), fc.nat(), (before, middle, after, a, b) => {
        const sentence = before + middle + after
        const [start, end] = [a % (sentence.length + 1), b % (sentence.length + 1)].sort((x, y) => x - y)
        const found = englishNumberTiedTo(lexicon, sentence, start as number, end as number)
        expect(found && sentence.slice(found.start, found.end)).toBe(found && found.text)
      }),
      { numRuns: 50 },
    )
  })
})
