import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradicts, guessLanguage, languageOfTag } from '../../../lib/detect/language.ts'
import { LANGUAGES, type Language } from '../../../lib/detect/types.ts'
import { anyText } from '../../helpers/texts.ts'

describe('languageOfTag', () => {
  it.each<[string, Language | null]>([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['EN_us', 'en'],
    [' de-AT ', 'de'],
    ['fr-CA', 'fr'],
    ['es-419', 'es'],
    ['ja-JP', 'ja'],
    ['ko', 'ko'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['zh_hant_tw', 'zh-Hant'],
    ['yue-Hant', 'zh-Hant'],
    ['yue', 'zh-Hant'],
    ['yue-Hans', 'zh-Hans'],
    ['cmn-Hans', 'zh-Hans'],
    ['cmn', 'zh-Hans'],
    ['en-HK', 'en'],
    ['it', null],
    ['eng', null],
    ['', null],
    ['-', null],
  ])('%j is %s', (tag, expected) => {
    expect(languageOfTag(tag)).toBe(expected)
  })

  // A fault once: a script in the tag says more than a region (BCP 47): Hong Kong news in simplified characters is tagged like this.
  it('lets the script decide before the region', () => {
    expect(languageOfTag('zh-Hans-HK')).toBe('zh-Hans')
  })

  it('reads its own languages back', () => {
    for (const language of LANGUAGES) expect(languageOfTag(language)).toBe(language)
  })
})

describe('guessLanguage', () => {
  const samples: [Language, string][] = [
    ['en', 'China has banned the export of dual-use items to Japan, the ministry said on Tuesday.'],
    ['en', 'The ministry said to Le Monde and La Vanguardia that it is about to ban the export of dual-use items.'],
    [
      'de',
      'China hat die Ausfuhr von Gütern mit doppeltem Verwendungszweck nach Japan verboten, und das ist nicht alles.',
    ],
    [
      'fr',
      'La Chine a interdit les exportations de biens à double usage vers le Japon, dans une décision du ministère.',
    ],
    [
      'es',
      'China ha prohibido la exportación de productos de doble uso a Japón, según el ministerio, en una decisión que se esperaba.',
    ],
    ['ja', '中国政府は軍民両用品の対日輸出を禁止すると発表した。'],
    ['zh-Hans', '中国商务部发布公告，禁止对日本出口两用物项，这个决定立即实施。'],
    ['zh-Hant', '中國商務部發布公告，禁止對日本出口兩用物項，這個決定立即實施。'],
    ['ko', '중국 상무부는 일본에 대한 이중용도 품목 수출을 금지한다고 발표했다.'],
  ]

  it.each(samples)('%s', (language, text) => {
    expect(guessLanguage(text)).toBe(language)
  })

  it.each<[string, Language]>([
    ['', 'en'],
    ['12 345', 'en'],
    ['NdFeB', 'en'],
    ['レアアース rare earths', 'ja'],
    ['중국 정부(中國 政府)', 'ko'],
    ['The Japanese word レアアース is used for the rare earths in the news of the day and for magnets.', 'en'],
  ])('%j is %s', (text, expected) => {
    expect(guessLanguage(text)).toBe(expected)
  })

  it('reads only the beginning', () => {
    expect(guessLanguage(`${'the news of '.repeat(500)}${'稀土'.repeat(20_000)}`)).toBe('en')
  })

  it('always answers with one of the eight', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(LANGUAGES).toContain(guessLanguage(text))
      }),
    )
  })

  it.each(samples)('contradicts: %s text does not contradict its own language', (language, text) => {
    expect(contradicts(text, language)).toBe(false)
  })
})

describe('contradicts', () => {
  it.each<[string, Language, boolean]>([
    ['中国政府は軍民両用品の輸出を禁止した。', 'en', true],
    ['China has banned the export of the goods.', 'ja', true],
    ['中国政府は軍民両用品の輸出を禁止した。', 'zh-Hans', true],
    ['중국은 수출을 금지했다.', 'ja', true],
    ['中國商務部發布公告。', 'zh-Hans', false],
    ['Die Ausfuhr ist verboten.', 'en', false],
  ])('%s declared as %s: %s', (text, language, expected) => {
    expect(contradicts(text, language)).toBe(expected)
  })
})
