import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAround } from '../../../lib/detect/sentence.ts'
import { anyText } from '../../helpers/texts.ts'

/** The sentence around the first "XX" of a text. */
function around(text: string): string {
  const at = text.indexOf('XX')
  const [from, to] = sentenceAround(text, at, at + 2)
  return text.slice(from, to)
}

describe('sentenceAround', () => {
  it.each([
    ['the whole text', 'a XX b', 'a XX b'],
    ['one of three', 'One. Two XX here. Three.', 'Two XX here.'],
    ['question and exclamation marks', 'Why? So XX! Yes.', 'So XX!'],
    ['line breaks', 'Headline\nText XX here\nmore', 'Text XX here\n'],
    ['a closing quotation mark', 'He said. “It is XX.” She left.', '“It is XX.”'],
    ['a closing bracket', '(It is XX.) She left.', '(It is XX.)'],
    ['a decimal point', 'Up. It rose 1.5% with XX. Down.', 'It rose 1.5% with XX.'],
    [
      'an abbreviation of a country',
      'No one. The U.S. Commerce Department bans XX. Yes.',
      'The U.S. Commerce Department bans XX.',
    ],
    ['titles', 'He came. Mr. Kim met Prof. Li about XX. End.', 'Mr. Kim met Prof. Li about XX.'],
    ['numbers of notices', 'It said. Notice No. 1 lists XX. End.', 'Notice No. 1 lists XX.'],
    ['a small letter behind the stop', 'Ja. Es gilt z.B. für XX. Nein.', 'Es gilt z.B. für XX.'],
    ['Japanese', '前文。中国がXXを禁止した。後文。', '中国がXXを禁止した。'],
    ['Japanese quotation marks', '「XXだ。」と述べた。', '「XXだ。」'],
    ['Chinese', '你好！中国禁止XX？再见。', '中国禁止XX？'],
    ['Korean', '안녕. 중국은 XX를 금지했다. 끝.', '중국은 XX를 금지했다.'],
  ])('%s', (_, text, expected) => {
    expect(around(text)).toBe(expected)
  })

  // A fault once: only the second half of the abbreviation is known, the stop behind its first half ends the sentence.
  it('knows EE. UU.', () => {
    expect(around('Sí. La ley de EE. UU. afecta a XX. No.')).toBe('La ley de EE. UU. afecta a XX.')
  })

  it('knows Mio. and Mrd.', () => {
    expect(around('Ja. XX kostet 6,3 Mrd. Euro oder 5 Mio. Dollar. Nein.')).toBe(
      'XX kostet 6,3 Mrd. Euro oder 5 Mio. Dollar.',
    )
  })

  it('reads no further than 600 units to either side', () => {
    const [from, to] = sentenceAround(`${'a '.repeat(2000)}X${' b'.repeat(2000)}`, 4000, 4001)
    expect([from >= 3400, to <= 4602]).toEqual([true, true])
  })

  it('holds its span, inside the text, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number]
        const [from, to] = sentenceAround(text, start, end)
        expect(from).toBeGreaterThanOrEqual(0)
        expect(from).toBeLessThanOrEqual(start)
        expect(to).toBeGreaterThanOrEqual(end)
        expect(to).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
