/** Names of economies for lists: every economy once, in the locale's language where the dataset has it. */

import { expect, it } from 'vitest'
import { briefNames, economyNames } from '../../../lib/dataset/economies.ts'
import type { EconomyRow } from '../../../lib/dataset/types.ts'
import { tables as bundled } from './bundled.ts'

it('stand in sentences with the apostrophe of print, as all else does', () => {
  expect(bundled.economies.filter(({ phrase }) => phrase.includes("'"))).toEqual([])
})

it('stand in German after "für" as by themselves: no "für der Iran"', () => {
  expect(bundled.economies.filter(({ lang, phrase }) => lang === 'de' && phrase.startsWith('der '))).toEqual([])
})

const row = (economy: string, lang: EconomyRow['lang'], name: string): EconomyRow => ({
  economy: economy as EconomyRow['economy'],
  lang,
  name,
  phrase: name,
  names: '',
  demonyms: '',
  metonyms: '',
})
const tables = {
  economies: [
    row('DEU', 'de', 'Deutschland'),
    row('DEU', 'en', 'Germany'),
    row('DEU', 'zh-Hant', '德國'),
    row('JPN', 'en', 'Japan'),
  ],
}

it('are in the locale’s language, and in English where it lacks one', () => {
  expect(economyNames(tables, 'de')).toEqual({ DEU: 'Deutschland', JPN: 'Japan' })
  expect(economyNames(tables, 'zh-TW')).toEqual({ DEU: '德國', JPN: 'Japan' })
  expect(economyNames(tables, 'fr')).toEqual({ DEU: 'Germany', JPN: 'Japan' })
})

it('have a brief form where one of their other names is shorter', () => {
  const named = (economy: string, name: string, names: string) => ({ ...row(economy, 'de', name), names })
  const economies = [
    named('EU', 'Europäische Union', 'EU|E.U.|Europa'),
    named('DEU', 'Deutschland', 'Bundesrepublik Deutschland'),
    named('JPN', 'Japan', ''),
  ]
  expect(briefNames({ economies }, 'de')).toEqual({ EU: 'EU' })
})
