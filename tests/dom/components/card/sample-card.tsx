/** A card with everything on it and one with next to nothing, drawn for the tests of the card and of its parts. */

import { render } from 'preact'
import { afterEach, vi } from 'vitest'
import { Card, type CardProps } from '../../../../components/card/Card.tsx'
import type { FigureView, Source } from '../../../../lib/card/figure-view.ts'
import type { CardModel } from '../../../../lib/card/model.ts'
import { t } from '../words.ts'

export const linked: Source = {
  number: 1,
  publisher: 'Reuters',
  title: 'A title',
  published: '7 Jan 2026',
  url: 'https://example.com/a',
}
export const unlinked: Source = { number: 2, publisher: 'Old site', title: 'On paper', published: '', url: null }

export const figure: FigureView = {
  value: '60–72%',
  sentence: 'Japan buys 60–72% of its rare earths from China',
  period: '2024',
  standing: 'sources differ',
  notes: ['First note.', 'Second note.'],
  now: 'Today: Japan buys less (2024)',
  sources: [linked, unlinked],
  sourcesDiffer: true,
  chart: null,
  readings: [
    { id: 'a', value: '60%', period: '2024', details: 'by value', source: linked, locator: 'p. 3', isChosen: true },
    { id: 'b', value: 'about 72%', period: '', details: '', source: unlinked, locator: '', isChosen: false },
  ],
  comparison: ['This article: 60%', 'dataset: 60–72% (2024, sources differ)'],
  toldBy: [],
}
/** Everything that a card can show. */
export const full: CardModel = {
  entry: 'rare-earths',
  category: 'rare-earths',
  categoryLabel: 'Rare earths',
  title: 'Rare earths title',
  otherNames: [['レアアース', 'ja'], ['稀土', 'zh-Hans'], ['REE']],
  context: [{ text: 'Seventeen elements.', links: [[0, 9, 'seventeen']], citations: [linked] }],
  figure,
  asOf: '',
  why: { text: 'They are in the news.', links: [], citations: [unlinked] },
  controls: [{ text: 'On the list.', links: [], citations: [linked] }],
  events: [{ date: '7 Jan 2026', text: 'Something happened.', links: [], citations: [linked] }],
  eventsHeading: 'Around this date',
  positions: [
    { party: 'Tokyo', text: 'Tokyo says one thing.', links: [], citations: [linked] },
    { party: 'Beijing', text: 'Beijing says another.', links: [], citations: [unlinked] },
  ],
  trap: [
    { text: 'Not what it seems.', links: [], citations: [] },
    { text: 'And more of that.', links: [], citations: [unlinked] },
  ],
  more: [{ text: 'It glows.', links: [], citations: [linked] }],
  sources: [linked, unlinked],
  edition: '2026.11.1',
}
/** Only what every card shows. */
export const bare: CardModel = {
  ...full,
  otherNames: [],
  context: [],
  figure: null,
  why: null,
  controls: [],
  events: [],
  positions: [],
  trap: null,
  more: [],
  sources: [],
}

/** Why it was marked. */
export const REASON = {
  text: 'rare earths',
  term: 'rare earth',
  rule: ['Only in trade.', 'Not in music.'],
  confidence: '95%',
}

/** Draws a card in place of the last one; what its buttons call is handed back. */
export function draw(model: CardModel, props: Partial<CardProps> = {}) {
  const calls = {
    onBack: vi.fn<() => void>(),
    onPin: vi.fn<() => void>(),
    onClose: vi.fn<() => void>(),
    onMove: vi.fn<(x: number, y: number) => void>(),
    onDock: vi.fn<() => void>(),
    onOpen: vi.fn<(entry: string) => void>(),
    onCopy: vi.fn<() => void>(),
    onToggle: vi.fn<(action: 'why' | 'not-this') => void>(),
    onNotThis: vi.fn<(scope: 'here' | 'everywhere' | null) => void>(),
    onPanel: vi.fn<() => void>(),
  }
  const rest = { isPinned: false, canGoBack: false, isUnsigned: false, hasPanel: false, host: 'news.example' }
  render(<Card model={model} open={null} reason={null} t={t} {...rest} {...calls} {...props} />, document.body)
  return { ...calls, card: document.querySelector('.card') as HTMLElement }
}
// For every file that draws one.
afterEach(() => render(null, document.body))

/** The words in an element, spaces as a reader sees them; null where there is no element. */
export const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? null
