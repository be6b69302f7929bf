/** Which of the eight languages a text is in: by its declared language, else by its script and commonest words. */

import { chineseOf, partsOfTag } from './chinese.ts'
import { CJK, type Language } from './types.ts'

/** The language of a BCP 47 tag ("en-GB", "zh-TW", "zh"), or null where it is none of the eight. "zh" alone is simplified. */
export function languageOfTag(tag: string): Language | null {
  const parts = partsOfTag(tag)
  const plain: Language[] = ['en', 'ja', 'ko', 'de', 'fr', 'es']
  return chineseOf(parts) ?? plain.find((language) => language === parts[0]) ?? null
}

const SAMPLE = 4000
/** Characters of which Chinese news in one script can hardly do without and that the other writes otherwise. */
const TRADITIONAL = /[國對經為與這說會來時發個們後]/g
const SIMPLIFIED = /[国对经为与这说会来时发个们后]/g
const STOPWORDS: readonly (readonly [Language, RegExp])[] = [
  ['en', /\b(?:the|of|and|to|in|that|is|for|on|with|its|has|by)\b/gi],
  ['de', /\b(?:der|die|das|und|den|von|zu|mit|ist|für|im|auf|nicht|eine?)\b/gi],
  ['fr', /\b(?:le|la|les|des|et|du|une|est|dans|pour|sur|aux|par|que)\b/gi],
  ['es', /\b(?:el|la|los|las|del|y|una|es|en|para|por|con|que|se)\b/gi],
]

const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0

/** The likeliest of the eight languages, read from the first 4,000 UTF-16 units; English where nothing tells. */
export function guessLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE)
  const kana = count(sample, /[\u3041-\u30ff]/g)
  const hangul = count(sample, /[\uac00-\ud7a3]/g)
  const han = count(sample, /[\u4e00-\u9fff]/g)
  const latin = count(sample, /[A-Za-z]/g)
  if (hangul > 0 && hangul * 2 >= han && hangul * 4 >= latin) return 'ko'
  if ((kana + han) * 4 >= latin && kana + han > 0) {
    if (kana * 12 >= han) return 'ja'
    return count(sample, TRADITIONAL) > count(sample, SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans'
  }
  const [best] = STOPWORDS.map(([language, words]) => [language, count(sample, words)] as const).sort(
    (a, b) => b[1] - a[1],
  )
  return best && best[1] > 0 ? best[0] : 'en'
}

/** What an article is about, and in which language, as its page says it. */
export interface ArticleWords {
  headline: string
  /** The first paragraphs. */
  lead: string
  /** Tags of the language that the page declares, the surest first; '' where it declares none. */
  declared: readonly string[]
}

/** How much of an article (UTF-16 units) is read to tell its language. */
const TELLING = 1600

/** The language of an article: the one that its page declares, unless its words contradict that. */
export function articleLanguage({ headline, lead, declared }: ArticleWords): Language {
  const text = `${headline}\n${lead}`.slice(0, TELLING)
  const named = declared.map(languageOfTag).find((language) => language !== null)
  return named !== undefined && !contradicts(text, named) ? named : guessLanguage(text)
}

/** How many letters tell a language; fewer contradict nothing. A Han, kana or Hangul character says more than a letter. */
const ENOUGH_LETTERS = 24
const ENOUGH_CHARACTERS = 8

/**
 * True where `text` contradicts a declared language: another script (a page that says "en" over Japanese text), or, among
 * languages in Latin letters, twice as many of another's commonest words.
 */
export function contradicts(text: string, language: Language): boolean {
  const guess = guessLanguage(text)
  if (count(text.slice(0, SAMPLE), /\p{L}/gu) < (CJK.has(guess) ? ENOUGH_CHARACTERS : ENOUGH_LETTERS)) return false
  if (CJK.has(guess) !== CJK.has(language)) return true
  if (CJK.has(guess)) return guess !== language && !(guess.startsWith('zh') && language.startsWith('zh'))
  const words = new Map(STOPWORDS.map(([of, pattern]) => [of, count(text.slice(0, SAMPLE), pattern)]))
  return guess !== language && (words.get(guess) ?? 0) > 2 * (words.get(language) ?? 0) + 4
}
