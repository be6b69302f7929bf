/** A small report to write in every format: two mentions with a figure, one without, and words that formats trip over. */

import type { PageReport, ReportedFigure, ReportedMention } from '../../../lib/report/report.ts'

export const FIGURE: ReportedFigure = {
  ids: ['rare-earths-import-share-jpn-chn-2024', 'du-072'],
  value: '60–72%',
  sentence: 'Japan buys 60–72% of its rare earths from China',
  period: '2024',
  standing: 'sources differ',
  sourcesDiffer: true,
  notes: [],
  sources: [
    { publisher: 'JOGMEC', title: 'Mineral flow', published: '2025', url: 'https://example.org/flow' },
    { publisher: 'Old gazette', title: '', published: '', url: null },
  ],
}

export const MENTION: ReportedMention = {
  quote: 'rare earths',
  prefix: 'about 60% of its ',
  suffix: ' from China, said "A, B".',
  start: 120,
  entry: 'rare-earths',
  title: 'Rare earths',
  category: 'rare-earths',
  categoryLabel: 'Rare earths',
  confidence: 0.95,
  figure: FIGURE,
}

export const REPORT: PageReport = {
  title: 'Magnets & *more*: [what] now?',
  address: 'https://www.reuters.com/a/?b=<c>',
  date: '2026-01-09',
  language: 'en',
  reportLanguage: 'en',
  edition: '2026.11.1',
  readAt: '2026-11-27T22:00:00.000Z',
  readOn: '2026-11-28',
  mentions: [
    MENTION,
    {
      ...MENTION,
      quote: '尖閣',
      prefix: '𠮷',
      suffix: '',
      start: 400,
      entry: 'senkaku-islands',
      title: 'Senkaku Islands',
      category: 'senkaku',
      categoryLabel: 'Senkaku/Diaoyu incident',
      figure: null,
    },
    { ...MENTION, quote: 'Rare  earths', prefix: '=HYPERLINK("x")\n', start: null },
  ],
}
