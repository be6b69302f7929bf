/** Interface texts: every key in use exists, no key is left over, and all locales hold the same. */

import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import descriptor from '../../public/dataset/datapackage.json' with { type: 'json' }
import { categoryKey } from '../../lib/i18n/categories.ts'
import { CATEGORIES } from '../../lib/detect/types.ts'
import { PLURAL_FORMS } from '../../lib/i18n/plural.ts'
import { filesIn, read, ROOT } from './project.ts'

type Messages = Record<string, { message: string; description?: string }>
const catalogue = (locale: string) => JSON.parse(read(`public/_locales/${locale}/messages.json`)) as Messages
const english = catalogue('en')
const keys = Object.keys(english)
/** Keys of messages in plural forms, without the form. */
const counted = keys.filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/, ''))
const formOf = (key: string) =>
  counted.some((each) => PLURAL_FORMS.some((form) => key === `${each}_${form}`)) ? key.replace(/_[a-z]+$/, '') : key

const code = [
  ...filesIn('lib', 'components', 'entrypoints').filter((path) => /\.(?:tsx?|html)$/.test(path)),
  'wxt.config.ts',
]
  .map(read)
  .join('\n')
const literals = new Set([
  ...[...code.matchAll(/['"`]([a-z]+(?:_[a-z0-9]+)+)['"`]/g)].map(([, key]) => key as string),
  ...[...code.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key as string),
])

const parties = descriptor.resources
  .flatMap(({ schema }) => schema.fields as { name: string; constraints?: { enum?: string[] } }[])
  .flatMap(({ name, constraints }) => (name === 'party' ? (constraints?.enum ?? []) : []))
/** Keys that code puts together: a label of each category, a name of each party. */
const composed = new Set<string>([...CATEGORIES.map(categoryKey), ...parties.map((party) => `party_${party}`)])

describe('keys', () => {
  it('used in code exist', () => {
    const families = new Set(keys.map((key) => key.split('_')[0]))
    /** Columns of the dataset, which look like keys. */
    const columns = new Set(descriptor.resources.flatMap(({ schema }) => schema.fields.map(({ name }) => name)))
    const used = [...literals].filter((key) => families.has(key.split('_')[0]) && !columns.has(key))
    expect(used.filter((key) => !(key in english) && !counted.includes(key))).toEqual([])
    expect([...composed].filter((key) => !(key in english))).toEqual([])
  })

  it('are composed only where this test knows it', () => {
    const templates = [...code.matchAll(/`([a-z_]+_)\$\{/g)].map(([, prefix]) => prefix)
    expect([...new Set(templates)].toSorted()).toEqual(['category_', 'party_'])
  })

  /** Keys that nothing uses; each is a text that a translator would translate for nothing. */
  const unused = keys.filter((key) => !literals.has(formOf(key)) && !composed.has(key))

  it('are all in use', () => expect(unused).toEqual([]))
})

/** The plural forms that a locale tells apart, among those we hold. */
const formsIn = (locale: string) => {
  const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions()
  return PLURAL_FORMS.filter((form) => pluralCategories.includes(form))
}

describe('plural forms', () => {
  it('are those of every message with a count, and of no other', () => {
    expect(counted.length).toBeGreaterThan(5)
    for (const key of keys)
      expect([key, english[key]?.message.includes('{count}')]).toEqual([key, counted.includes(formOf(key))])
  })

  it.each(readdirSync(`${ROOT}public/_locales`))('are exactly those that %s tells apart', (locale) => {
    const messages = catalogue(locale)
    for (const key of counted)
      expect([key, Object.keys(messages).filter((each) => formOf(each) === key)]).toEqual([
        key,
        formsIn(locale).map((form) => `${key}_${form}`),
      ])
  })
})

/** Sentences that name an economy in a sentence or, where a language would have to inflect it, by itself. */
const INFLECTED = new Set(['figure_trade_balance', 'figure_entities_listed'])
const bare = (text: string) => text.replaceAll('{name}', '{economy}').replaceAll('{from}', '{partner}')

describe('placeholders', () => {
  const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).toSorted()

  it.each(readdirSync(`${ROOT}public/_locales`))('and keys are the same in %s as in English', (locale) => {
    const messages = catalogue(locale)
    const here = keys.filter((key) => formOf(key) === key || formsIn(locale).some((form) => key.endsWith(`_${form}`)))
    expect(Object.keys(messages)).toEqual(here)
    for (const key of here.filter((each) => !INFLECTED.has(each)))
      expect([key, [...new Set(placeholders(messages[key]?.message ?? ''))]]).toEqual([
        key,
        [...new Set(placeholders(english[key]?.message ?? ''))],
      ])
    for (const key of INFLECTED)
      expect([key, placeholders(bare(messages[key]?.message ?? ''))]).toEqual([
        key,
        placeholders(bare(english[key]?.message ?? '')),
      ])
  })

  it('of sentences in two tenses are the same but for the period', () => {
    for (const key of keys.filter((each) => each.endsWith('_past'))) {
      const now = english[key.replace(/_past$/, '')]?.message ?? ''
      expect([key, placeholders(english[key]?.message ?? '')]).toEqual([
        key,
        [...placeholders(now), 'period'].toSorted(),
      ])
    }
  })
})

describe('typography and grammar', () => {
  const texts = (locale: string) =>
    Object.entries(catalogue(locale)).map(([key, { message }]) => [key, message] as const)

  it('in French keep high punctuation on the line of its word', () => {
    expect(texts('fr').filter(([, text]) => / [:;?!»]|« /.test(text))).toEqual([])
  })

  it('in French put no word that elides before a month: "de avril"', () => {
    expect(texts('fr').filter(([, text]) => /\b(?:de|que) \{period\}/.test(text))).toEqual([])
  })

  it('in German ask no case of the name of any economy: "aus die Vereinigten Staaten"', () => {
    expect(catalogue('de')['panel_from']?.message).not.toMatch(/(?:aus|von) \{/)
  })

  it('in notes join no preposition and article of an economy: "de el Reino Unido", "de les États-Unis"', () => {
    for (const locale of ['fr', 'es'])
      for (const key of ['figure_world_instead', 'figure_other_instead'])
        expect([locale, catalogue(locale)[key]?.message]).toEqual([
          locale,
          expect.not.stringMatching(/\b(?:de|à|a) \{/),
        ])
  })

  it('in Korean hang no particle on what is put in that its last sound would choose; a value ends in per cent', () => {
    const particle = /\}(?<!\{value\})['’”]?(?:\([가-힣]+\)[가-힣]?|(?:은|는|이|가|을|를|과|와|으로|로)(?![가-힣]))/
    expect(texts('ko').filter(([, text]) => particle.test(text))).toEqual([])
  })
})

describe('labels', () => {
  it('of the categories are those agreed', () =>
    expect(CATEGORIES.map((category) => english[categoryKey(category)]?.message)).toEqual([
      'Rare earths',
      'Dual-use goods',
      'Senkaku/Diaoyu incident',
      'One-China policy',
    ]))
})
