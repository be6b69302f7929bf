import { expect, it, describe } from 'vitest'
import { ALL, nearestTied, type Amount, type Ties } from '../../../lib/detect/nearest-tied.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'

const { en } = await bundledLexicons()
const MENTION = 'rare earths'
const everything: Ties = { amountFirst: () => true, mentionFirst: () => true }

/** Amounts of `sentence` by their words; a share unless another unit is given. */
const amount = (sentence: string, words: string, value: number, unit: Amount['unit'] = '%'): Amount => ({
  value,
  unit,
  start: sentence.indexOf(words),
  end: sentence.indexOf(words) + words.length,
})

const nearest = (sentence: string, amounts: readonly Amount[], ties = everything) => {
  const start = sentence.indexOf(MENTION)
  return nearestTied(en, sentence, amounts, { start, end: start + MENTION.length }, ties)
}

describe('nearestTied', () => {
  it('takes the nearer by what lies between, not by where they begin', () => {
    const sentence = 'Some 4,000,000,000,000 tonnes of rare earths, it said, or 5 tonnes.'
    const amounts = [amount(sentence, '4,000,000,000,000 tonnes', 4e12, 't'), amount(sentence, '5 tonnes', 5, 't')]
    expect(nearest(sentence, amounts)).toMatchObject({ value: 4e12, text: '4,000,000,000,000 tonnes', of: null })
  })

  it('asks only the tie of the side on which an amount stands, with the words between', () => {
    const sentence = '10 tonnes of rare earths worth 20 tonnes'
    const asked: [string, string][] = []
    const ties: Ties = {
      amountFirst: (between, { text }) => asked.push([text, between]) === 0,
      mentionFirst: (between, { text }) => asked.push([text, between]) > 0,
    }
    const amounts = [amount(sentence, '10 tonnes', 10, 't'), amount(sentence, '20 tonnes', 20, 't')]
    expect(nearest(sentence, amounts, ties)).toMatchObject({ value: 20 })
    expect(asked).toEqual([
      ['10 tonnes', ' of '],
      ['20 tonnes', ' worth '],
    ])
  })

  it('takes no amount that is part of the mention', () => {
    const sentence = 'rare earths'
    expect(nearest(sentence, [{ value: 1, unit: 't', start: 0, end: 4 }])).toBeNull()
  })

  it('says what a share is a share of', () => {
    const sentence = 'Japan imports 60% of its rare earths from China.'
    expect(nearest(sentence, [amount(sentence, '60%', 60)])).toMatchObject({ value: 60, of: 'bought' })
  })

  it('leaves a bare "all" out unless it is known of what', () => {
    const bare = 'They studied all rare earths.'
    expect(nearest(bare, [amount(bare, 'all', ALL)])).toBeNull()
    const bought = 'Japan imports all its rare earths from China.'
    expect(nearest(bought, [amount(bought, 'all', ALL)])).toMatchObject({ value: ALL, of: 'bought', text: 'all' })
  })

  it('falls back on the share that the clause states', () => {
    const sentence = 'Its dependence on China for rare earths fell from 90% to 60%.'
    const amounts = [amount(sentence, '90%', 90), amount(sentence, '60%', 60)]
    expect(nearest(sentence, amounts, { amountFirst: () => false, mentionFirst: () => false })).toMatchObject({
      value: 60,
      of: 'bought',
    })
  })
})
