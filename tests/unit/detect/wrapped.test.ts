/** Where the paragraphs of a plain text end that was broken by its width, and where its headlines do. */

import { describe, expect, it } from 'vitest'
import { paragraphsOf } from '../../../lib/detect/wrapped.ts'
import { growth } from '../../helpers/growth.ts'

const textsOf = (text: string) => [...paragraphsOf(text)].map((paragraph) => paragraph.text)

describe('a paragraph that goes on', () => {
  it.each([
    ['before a small letter', 'It was the year in which Japan bought its rare\nearths elsewhere.'],
    ['before a German noun', 'Das Ministerium nennt in seinem Bericht vor allem die Seltene\nErden und auch Gallium.'],
    ['before a name', 'The coast guard said that two ships had come close to the Senkaku\nIslands at dawn.'],
    [
      'before a title of several words',
      'Beijing said that exporters must from now on obey the Export Control\nLaw in full.',
    ],
    [
      'at a hyphen, before a capital too',
      'Das Ministerium prüft seit Montag jeden Antrag für Dual-\nUse-Güter, die nach China gehen.',
    ],
    ['after a comma', 'Officials named Germany, France, the Netherlands, South Korea,\nJapan and others.'],
    ['after a number', 'Nach Angaben der Behörde kamen im vergangenen Jahr mehr als 60\nProzent aus China.'],
    [
      'in its middle, lines of one width after it',
      'Ships of the coast guard were seen again on Monday near the Senkaku\nIslands, which Japan administers and China claims as its own, in the\nEast China Sea.\n\nTokyo protested on the same day, as it had done in all of the months\nbefore.',
    ],
    ['in Japanese from its first line on', '政府は二十五日、尖閣諸\n島について説明した。'],
  ])('%s', (_, text) => {
    const [first] = textsOf(text)
    const whole = text.split('\n\n')[0]
    expect(first?.replaceAll('\n', ' ')).toBe(whole?.replaceAll('\n', ' '))
    expect(first).toHaveLength(whole?.length ?? -1)
  })
})

describe('a paragraph that ends', () => {
  it.each([
    ['with a line of a list', 'rare earths\ngallium\ngermanium and other metals of which China mines the most'],
    ['with a short line', 'Ships near the Senkaku\nIslands Day was marked.'],
    ['before a blank line', 'China halts its exports of rare earth metals to Japan\n\nTokyo protested.'],
    ['with a sentence', 'China has halted its exports of rare earth metals to Japan.\nTokyo protested.'],
    [
      'as a headline above a text in one line',
      'China halts its exports of rare earth metals to Japan\nTokyo protested on Monday, and said that it would take the matter to the courts.',
    ],
    [
      'as a headline above its byline and a wrapped text',
      'China halts its exports of rare earth metals to Japan\nBy A. Writer\n\nTOKYO, Monday. The government has protested against what it calls a ban.',
    ],
    [
      'as one of several headlines',
      'US weighs an investment in critical minerals of Greenland, officials say\nGreenland has more of them than it can mine, geologists explain\nRare Earths of Greenland Are Not All That\nGreenland is no gold mine',
    ],
    [
      'as a Japanese headline above its text',
      '中国がレアアース輸出停止\n日本政府は二十五日、中国に抗議し、説明を求めたと発表した。',
    ],
  ])('%s', (_, text) => expect(textsOf(text)[0]).toBe(text.split('\n')[0]))

  it.each([[[]], [['Kyodo, 14 January. All times are those of Tokyo.']]])(
    'goes on below a short headline too, behind %j',
    (before) => {
      const headline = 'Tokyo protests'
      const story =
        'Ships of the coast guard were seen again on Monday near the Senkaku\nIslands, which Japan administers and China claims as its own.'
      expect(textsOf([...before, headline, story].join('\n'))).toEqual([...before, headline, story.replace('\n', ' ')])
    },
  )

  it('is found in a time that grows with the text alone, however many lines could go on', () => {
    const line = 'officials of the ministry said so to the press once more on Monday in\nTokyo '
    const { ratio, bound } = growth(line, 3_000_000, textsOf)
    expect(ratio).toBeLessThan(bound)
  })
})
