/** Version histories of Mineral Commodity Summaries: corrected numbers told from corrected words. */

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readHistory } from '../../../../../lib/cli/dataset/import/usgs-history.ts'
import { fixture, HAS_OFFICIAL, official } from './paths.ts'

const inVersion = (paragraph: string) =>
  readHistory(
    `Revision History for Mineral Commodity Summaries 2031\n-------\nRevised and reposted May 20, 2031, as version 1.2\n\n${paragraph}\n`,
    'history.txt',
  )

describe('readHistory', () => {
  it('finds two corrected numbers and counts changes of words', () => {
    const history = readHistory(readFileSync(fixture('MCS2031_versionHist.txt'), 'latin1'), 'history.txt')
    expect(history.edition).toBe(2031)
    expect(history.unread).toEqual([])
    expect(history.wordingChanges).toBe(3)
    const common = { version: '1.2', posted: 'May 20, 2031', statistic: 'Reserves', year: null }
    expect(history.corrections).toEqual([
      { ...common, country: 'Brazil', from: '17,000,000', to: '12,000,000' },
      { ...common, country: 'World total', from: '>70,000,000', to: '>65,000,000' },
    ])
  })

  it('takes the statistic that stands nearest to the change, and stops inside quotation marks for none of the number', () =>
    expect(
      inVersion(
        'In the world mine production and reserves table, the 2030 production for Nigeria was changed from “1,500” to “1,700.”',
      ).corrections,
    ).toMatchObject([{ statistic: 'Production', from: '1,500', to: '1,700' }]))

  it('reads a year', () =>
    expect(
      inVersion('The 2030 mine production for Nigeria was changed from "1,500" to "1,700".').corrections,
    ).toMatchObject([{ statistic: 'Production', country: 'Nigeria', year: '2030', from: '1,500', to: '1,700' }]))

  it('keeps a change of a number that it cannot place, in its own words', () => {
    const { unread, corrections } = inVersion('In table 3, the figure was changed from "5" to "6".')
    expect(corrections).toEqual([])
    expect(unread).toEqual(['version 1.2: In table 3, the figure was changed from "5" to "6".'])
  })

  it('refuses another text', () =>
    expect(() => readHistory('Dear reader', 'letter.txt')).toThrow(
      'letter.txt: is no version history of Mineral Commodity Summaries.',
    ))

  it.skipIf(!HAS_OFFICIAL)('reads the history of MCS 2026 (skipped without ../shared)', () => {
    const history = readHistory(readFileSync(official('MCS2026_versionHist.txt'), 'latin1'), 'history.txt')
    expect(history.corrections.map(({ country, from, to }) => [country, from, to])).toEqual([
      ['Brazil', '21,000,000', '11,000,000'],
      ['World total', '>85,000,000', '>75,000,000'],
    ])
    expect(history.unread).toEqual([])
  })
})
