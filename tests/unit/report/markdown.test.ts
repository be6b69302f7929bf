/** A page report as Markdown: mentions under their entries, figures said once, sources numbered. */

import { describe, expect, it } from 'vitest'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import { createTranslate, messagesOf } from '../../../lib/i18n/t.ts'
import { pageMarkdown } from '../../../lib/report/markdown.ts'
import { MENTION, REPORT } from './sample.ts'

const written = (report = REPORT) =>
  pageMarkdown(report, { t: createTranslate(messagesOf(english), 'en-GB'), formatDate: (date) => `<${date}>` })

describe('pageMarkdown', () => {
  it('is a document that reads well', () =>
    expect(written()).toBe(`# Magnets & \\*more\\*: \\[what\\] now?

<https://www.reuters.com/a/?b=%3Cc%3E>

- Published: <2026-01-09>
- Read: <2026-11-28>
- 3 mentions
- Tradegloss dataset 2026.11.1

## Rare earths (2)

### Rare earths

Japan buys 60–72% of its rare earths from China (2024, sources differ) \\[1\\] \\[2\\]

- …about 60% of its **rare earths** from China, said "A, B".…
- …=HYPERLINK("x") **Rare earths** from China, said "A, B".…

## Senkaku/Diaoyu incident (1)

### Senkaku Islands

- …𠮷**尖閣**…

## Sources

1. JOGMEC, Mineral flow, 2025 <https://example.org/flow>
2. Old gazette
`))

  it('says nothing of a date that the page does not state, or of sources where there are none', () => {
    const text = written({ ...REPORT, date: null, mentions: [] })
    expect(text).not.toContain('Published')
    expect(text).not.toContain('Sources')
    expect(text).toContain('0 mentions')
  })

  it('heads each entry of a category by its name, in the order of first mention', () => {
    const dysprosium = { ...MENTION, entry: 'dysprosium', title: 'Dysprosium', figure: null }
    const text = written({ ...REPORT, mentions: [dysprosium, MENTION, dysprosium] })
    expect(text.match(/^##.*$/gm)).toEqual(['## Rare earths (3)', '### Dysprosium', '### Rare earths', '## Sources'])
  })

  it('says two figures of one entry apart', () => {
    const [first] = REPORT.mentions
    if (!first?.figure) throw new Error('the sample has no figure')
    const other = { ...first, figure: { ...first.figure, sentence: 'The EU buys it', value: 'it', period: '2023' } }
    const text = written({ ...REPORT, mentions: [first, other, first] })
    expect(text.match(/Japan buys/g)).toHaveLength(1)
    expect(text.match(/The EU buys it/g)).toHaveLength(1)
    expect(text.match(/^- …/gm)).toHaveLength(3)
  })

  it('cuts what is around a mention where words begin and end', () => {
    const [first] = REPORT.mentions
    if (!first) throw new Error('the sample is empty')
    const around = {
      prefix: 'na mined 270,000 metric tons of '.padStart(32, 'i'),
      suffix: ' and controls 91% of all refining'.slice(0, 32),
    }
    expect(written({ ...REPORT, mentions: [{ ...first, ...around }] })).toContain(
      '…mined 270,000 metric tons of **rare earths** and controls 91% of all…',
    )
  })

  it('lets no page make links of its words, turn a line about or speak to a terminal', () => {
    const text = written({
      ...REPORT,
      title: 'Free\u202e https://evil.example and \u001b]0;www.evil.example\u0007',
      mentions: [],
    })
    expect(text.split('\n')[0]).toBe('# Free https\\://evil.example and \\]0;www\\.evil.example')
  })

  it('lets no page write markup into it', () => {
    const [first] = REPORT.mentions
    if (!first) throw new Error('the sample is empty')
    const text = written({ ...REPORT, mentions: [{ ...first, prefix: '<script>`x` ', suffix: ' [a](b) &lt;' }] })
    expect(text).toContain('…\\<script\\>\\`x\\` **rare earths** \\[a\\](b) \\&lt;…')
  })
})
