/** Whence and whither, by the words beside a name. */

import { beforeAll, describe, expect, it } from 'vitest'
import type { Lexicon } from '../../../lib/detect/lexicon.ts'
import { economiesIn } from '../../../lib/detect/namings.ts'
import { isGiven, isOrigin } from '../../../lib/detect/origin.ts'
import type { Language } from '../../../lib/detect/types.ts'
import { bundledLexicons } from '../../helpers/bundled-lexicons.ts'

let lexicons: Record<Language, Lexicon>
beforeAll(async () => {
  lexicons = await bundledLexicons()
}, 60_000)

/** The only economy that a sentence names. */
function named(lang: Language, text: string) {
  const lexicon = lexicons[lang]
  const namings = economiesIn(lexicon, text)
  expect(namings).toHaveLength(1)
  const [naming] = namings
  if (naming === undefined) throw new Error('nobody is named')
  return { sentence: { lexicon, text, from: 0, to: text.length, namings }, naming }
}

describe('isOrigin', () => {
  it.each<[Language, string, boolean]>([
    ['en', 'Rare earths from Malaysia are scarce.', true],
    ['en', 'Rare earths for Malaysia are scarce.', false],
    ['de', 'Seltene Erden aus der Türkei fehlen.', true],
    // Makers and ministries are no goods.
    ['es', 'Los fabricantes de Japón esperan.', false],
    ['es', 'Las tierras raras de Japón esperan.', true],
    ['ja', '豪州産のレアアースが足りない。', true],
    ['ja', '日本産業は困る。', false],
    ['ko', '일본산업이 어렵다.', false],
  ])('%s: %s', (lang, text, isFrom) => {
    const { sentence, naming } = named(lang, text)
    expect(isOrigin(sentence, naming)).toBe(isFrom)
  })
})

describe('isGiven', () => {
  it.each<[Language, string, boolean]>([
    ['ja', '部品をロシアに不正輸出した。', true],
    ['ja', 'ロシアが部品を輸出した。', false],
    ['ko', '독일 업체에 수출했다.', true],
    ['ko', '독일이 수출했다.', false],
  ])('%s: %s', (lang, text, isTo) => {
    const { sentence, naming } = named(lang, text)
    expect(isGiven(sentence, naming)).toBe(isTo)
  })
})
