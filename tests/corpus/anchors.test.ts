/** No pattern is overlooked for the word that the automaton looks for it by: trying it at every word finds no more. */

import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parsePassages } from '../../lib/cli/score/scorer.ts'
import { candidatesIn } from '../../lib/detect/detect.ts'
import { normalise } from '../../lib/detect/fold.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import { elided, matchPattern, wordsOf } from '../../lib/detect/pattern.ts'
import { LANGUAGES, type Language } from '../../lib/detect/types.ts'
import { bundledLexicons } from '../helpers/bundled-lexicons.ts'

/** Of our own passages every so many are read: each is tried at every word with every pattern. */
const EVERY = 4
/** A possessive ending (UTF-16 units) belongs to the words of a pattern, not to the mention. */
const POSSESSIVE = 3
/** The automaton reads no sign inside a name: brackets with a gloss (중(重)희토류), the stroke of Dy/Tb. */
const HAS_SIGN = /[(/]/

let lexicons: Record<Language, Lexicon>
beforeAll(async () => {
  lexicons = await bundledLexicons()
}, 60_000)

/** What patterns match anywhere in `text` beside what was found, with the pattern. */
function overlooked(lexicon: Lexicon, patterns: readonly number[], text: string): string[] {
  const words = wordsOf(normalise(elided(text)))
  const found = candidatesIn(lexicon, text).filter(({ term }) => term.isPattern)
  return patterns.flatMap((value) => {
    const own = found.filter(({ term }) => term === lexicon.termOf(value))
    return words.word.flatMap((_, at) => {
      const match = matchPattern(lexicon.patternOf(value), words, at)
      if (match === null) return []
      const [start, end] = [words.start[match[0]] as number, words.end[match[1]] as number]
      if (own.some((each) => each.start <= start && end <= each.end + POSSESSIVE)) return []
      const matched = text.slice(start, end)
      return HAS_SIGN.test(matched) ? [] : [`${matched}: ${lexicon.termOf(value).form}`]
    })
  })
}

describe.each(LANGUAGES)('patterns, %s', (language) => {
  it('are found by their anchors wherever they match', () => {
    const lexicon = lexicons[language]
    const patterns = Array.from({ length: lexicon.size }, (_, value) => value).filter(
      (value) => lexicon.termOf(value).isPattern,
    )
    const file = readFileSync(new URL(`${language}.jsonl`, import.meta.url), 'utf8')
    const texts = parsePassages(file).flatMap(({ text }, index) => (index % EVERY === 0 ? [text] : []))
    expect(texts.length).toBeGreaterThan(100)
    expect(texts.flatMap((text) => overlooked(lexicon, patterns, text))).toEqual([])
  })
})
