/** Why a text was marked: sentences for every rule of the dataset, and none of the dataset's own notation. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { reasonOf } from '../../../lib/card/reason.ts'
import { catalogueFolder, LOCALES, type Locale } from '../../../lib/dataset/locales.ts'
import { createTranslate, messagesOf } from '../../../lib/i18n/t.ts'
import { tables } from '../dataset/bundled.ts'

const translateIn = (locale: Locale) => {
  const file = new URL(`../../../public/_locales/${catalogueFolder(locale)}/messages.json`, import.meta.url)
  return createTranslate(
    messagesOf(JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>),
    locale,
  )
}
const english = translateIn('en')
const mention = { text: 'Dysprosium', term: 'dysprosium', rule: '', confidence: 0.9 }
const told = (rule: string, t = english) => reasonOf({ ...mention, rule }, t, 'en').rule

describe('a rule in words', () => {
  it('says what it asks, a sentence each', () =>
    expect(told('case needs:supply not:gadget')).toEqual([
      'Only written like this, capitals included.',
      'Only with words of the same subject nearby, or on a page about it.',
      'Not beside words that give it another meaning.',
    ]))
  it('says nothing where it asks nothing', () => expect(told('')).toEqual([]))
  it.each(['case', 'alone', 'quoted', 'yields', 'near:x', 'needs:x', 'not:x', 'unless:x', 'title', 'judge:x'])(
    'has a sentence for %s, not the dataset’s word',
    (rule) => expect(told(rule)).toEqual([expect.stringMatching(/^[A-Z].+ .+\.$/)]),
  )
  it('says one thing once', () => expect(told('not:gadget unless:rooms')).toHaveLength(1))

  it.each(LOCALES)('has words for every rule of the dataset in %s, without its notation', (locale) => {
    const t = translateIn(locale)
    const rules = new Set(tables.terms.map(({ rule }) => rule))
    expect(rules.size).toBeGreaterThan(50)
    for (const rule of rules) {
      if (['', 'off'].includes(rule) || rule.split(' ').includes('never')) continue
      const sentences = told(rule, t)
      expect([rule, sentences.length]).not.toEqual([rule, 0])
      for (const sentence of sentences)
        expect([rule, sentence]).toEqual([rule, expect.not.stringMatching(/[_{}]|\b(?:near|needs|not|unless):/)])
    }
  })
})

describe('a term', () => {
  const termOf = (term: string) => reasonOf({ ...mention, term }, english, 'en').term
  it('is shown as the dataset has it', () => expect(termOf('heavy rare earths')).toBe('heavy rare earths'))
  it('is a paraphrase where the dataset has a pattern, which no reader can read', () =>
    expect(termOf('(one|single) china [principle]')).toBe('A paraphrase: “Dysprosium”'))
  it('never shows a pattern of the dataset', () => {
    const patterns = tables.terms.filter(({ status }) => status === 'pattern')
    expect(patterns.length).toBeGreaterThan(100)
    expect(patterns.map(({ form }) => termOf(form)).filter((shown) => /[()[\]{}*|~]/.test(shown))).toEqual([])
  })
})

it('writes the confidence as the language does', () =>
  expect(reasonOf(mention, english, 'de').confidence.replace(/\s/, ' ')).toBe('90 %'))
