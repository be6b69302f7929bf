/** A report is made of what the page says and what the dataset knows: the figure of the sentence's economy and the article's time. */

import { describe, expect, it } from 'vitest'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { compileCard } from '../../../lib/card/compile.ts'
import { buildReport } from '../../../lib/report/build.ts'
import { economyPhrases } from '../../../lib/dataset/facts.ts'
import { createTranslate, messagesOf } from '../../../lib/i18n/t.ts'
import type { ReportOfPage } from '../../../lib/messaging/protocol.ts'
import { factsOf, tables } from '../dataset/bundled.ts'

const wording = {
  t: createTranslate(messagesOf(english), 'en-GB'),
  locale: 'en-GB',
  economies: economyPhrases(tables, 'en'),
}

const mention: ReportOfPage['mentions'][number] = {
  category: 'rare-earths',
  entry: 'rare-earths',
  text: 'rare earths',
  before: '',
  after: '',
  figure: '',
  economy: 'JPN',
  confidence: 0.95,
  term: 'rare earths',
  quote: 'rare earths',
  prefix: '\udfb7 of 𠮷 ',
  suffix: ' from 𠮷 \ud842',
  start: 12,
}
const build = (page: Partial<ReportOfPage>) =>
  buildReport(
    { date: '2026-01-09', language: 'en', mentions: [mention], ...page },
    {
      title: 'T',
      address: 'https://www.reuters.com/',
      edition: '2026.11.1',
      reportLanguage: 'en',
      readAt: '2026-11-27T22:00:00.000Z',
      today: '2026-11-28',
      cards: new Map([['rare-earths', compileCard(factsOf('rare-earths'), wording)]]),
      wording,
    },
  )

describe('buildReport', () => {
  it('has the figure that the card of the mention opens on, with ids and sources', () => {
    const figure = build({}).mentions[0]?.figure
    expect(figure).toMatchObject({ value: '60–72%', period: '2024', sourcesDiffer: true })
    expect(figure?.ids).toContain('rare-earths-import-share-jpn-chn-2024')
    expect(figure?.ids).toHaveLength(4)
    expect(figure?.sources.length).toBeGreaterThan(1)
  })

  it('asks for the time of the article', () =>
    expect(build({ date: '2010-10-20' }).mentions[0]?.figure?.value).toMatch(/^8[12]/))

  it('reports a mention whose entry is unknown, without a figure', () =>
    expect(build({ mentions: [{ ...mention, entry: 'gone' }] }).mentions[0]).toMatchObject({
      entry: 'gone',
      title: 'gone',
      figure: null,
    }))

  it('was read on the day that it is where the reader is', () =>
    expect(build({})).toMatchObject({ readAt: '2026-11-27T22:00:00.000Z', readOn: '2026-11-28' }))

  it('cuts no character in half', () =>
    expect(build({}).mentions[0]).toMatchObject({ prefix: ' of 𠮷 ', suffix: ' from 𠮷 ' }))

  it('takes a half away at both ends, as a page with broken text has them', () =>
    expect(build({ mentions: [{ ...mention, prefix: '\udfb7 of \ud842' }] }).mentions[0]).toMatchObject({
      prefix: ' of ',
    }))
})
