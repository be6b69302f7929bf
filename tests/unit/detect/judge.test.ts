import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMention } from '../../../lib/detect/judge.ts'
import { anyText } from '../../helpers/texts.ts'

const judged = (sentence: string, term: string) => {
  const start = sentence.toLowerCase().indexOf(term)
  expect(start).toBeGreaterThanOrEqual(0)
  return isMention(sentence, start + term.length)
}

describe('isMention', () => {
  it.each([
    ['Of its nine suppliers, only one China factory will close.', 'one china'],
    ['One China Airlines freighter a week still flies.', 'one china'],
    ['One China-based fund manager sold everything.', 'one china'],
    ['Planners praised it as a model of dual-use land.', 'dual-use'],
    ['A dual-use path for walkers will run along the edge.', 'dual-use'],
    ['The school opened a dual-use public library.', 'dual-use'],
  ])('a term that describes something else: %s', (sentence, term) => {
    expect(judged(sentence, term)).toBe(false)
  })

  it.each([
    ['He kept to one China and said so.', 'one china'],
    ['Beijing insists on one China, a formula of its own.', 'one china'],
    ['Support for One China remains firm in Jakarta.', 'one china'],
    ['It bows to "one China" (policy or principle).', 'one china'],
    ['The chips are dual-use and need a licence.', 'dual-use'],
    ['The order is about what is dual-use', 'dual-use'],
  ])('a term that stands by itself: %s', (sentence, term) => {
    expect(judged(sentence, term)).toBe(true)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(anyText(6), fc.nat(), (sentence, end) => {
        expect(typeof isMention(sentence, end % (sentence.length + 1))).toBe('boolean')
      }),
      { numRuns: 50 },
    )
  })
})
