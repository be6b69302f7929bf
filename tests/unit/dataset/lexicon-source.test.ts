/** What a lexicon is compiled from. */

import { expect, it } from 'vitest'
import { lexiconSource } from '../../../lib/dataset/lexicon-source.ts'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import { tables } from './bundled.ts'

const source = lexiconSource(tables)

it('hands on entries and terms as they are', () => {
  expect(source.entries).toBe(tables.entries)
  expect(source.terms).toBe(tables.terms)
})

it('takes lists apart and leaves no form empty', () => {
  const lists = [...source.words, ...source.economies].map(({ forms }) => forms)
  expect(lists.flat().filter((form) => form.trim() === '' || form.includes('|'))).toEqual([])
  expect(lists.filter((forms) => forms.length === 0)).toEqual([])
  expect(source.words.find(({ set, lang }) => set === 'boat' && lang === 'en')?.forms).toContain('fishing boat')
})

it('knows an economy by its names, demonym and metonym', () => {
  const forms = source.economies.find(({ economy, lang }) => economy === 'USA' && lang === 'en')?.forms
  expect(forms).toEqual(expect.arrayContaining(['United States', 'America', 'American', 'Washington']))
})

it('leaves the world out: nobody is called so', () =>
  expect(source.economies.filter(({ economy }) => economy === 'WLD')).toEqual([]))

it('has every economy in all eight languages', () => {
  const languages = new Map<string, Set<string>>()
  for (const { economy, lang } of source.economies)
    languages.set(economy, (languages.get(economy) ?? new Set()).add(lang))
  for (const [economy, known] of languages)
    expect([economy, [...known].toSorted()]).toEqual([economy, [...LANGUAGES].toSorted()])
})

it('has the economies of every figure', () => {
  const known = new Set(tables.economies.map(({ economy }) => economy))
  const missing = tables.figures
    .flatMap(({ reporter, partner }) => [reporter, partner])
    .filter((code) => !known.has(code))
  expect([...new Set(missing)]).toEqual([])
})
