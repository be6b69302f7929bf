/** The card as it is drawn: the order of its parts, only what exists, names for assistive technology, and callbacks. */

import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Card, TITLE_ID } from '../../../../components/card/Card.tsx'
import type { CardModel, FigureView, Source } from '../../../../lib/card/model.ts'
import { t } from '../words.ts'

const linked: Source = {
  number: 1,
  publisher: 'Reuters',
  title: 'A title',
  published: '2026-01-07',
  url: 'https://example.com/a',
}
const unlinked: Source = { number: 2, publisher: 'Old site', title: 'On paper', published: '', url: null }

const figure: FigureView = {
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
}
const full: CardModel = {
  entry: 'rare-earths',
  category: 'rare-earths',
  categoryLabel: 'Rare earths',
  title: 'Rare earths title',
  otherNames: 'レアアース · 稀土',
  context: [{ text: 'Seventeen elements.', citations: [linked] }],
  figure,
  why: { text: 'They are in the news.', citations: [unlinked] },
  events: [{ date: '7 Jan 2026', text: 'Something happened.', citations: [linked] }],
  eventsHeading: 'Around this date',
  positions: [
    { party: 'Tokyo', text: 'Tokyo says one thing.', citations: [linked] },
    { party: 'Beijing', text: 'Beijing says another.', citations: [unlinked] },
  ],
  trap: { text: 'Not what it seems.', citations: [unlinked] },
  sources: [linked, unlinked],
  edition: '2026.11.1',
}
const bare: CardModel = {
  ...full,
  otherNames: '',
  context: [],
  figure: null,
  why: null,
  events: [],
  positions: [],
  trap: null,
  sources: [],
}

function draw(model: CardModel, isPinned = false) {
  const calls = { onPin: vi.fn<() => void>(), onClose: vi.fn<() => void>() }
  render(<Card model={model} isPinned={isPinned} t={t} {...calls} />, document.body)
  return { ...calls, card: document.querySelector('.card') as HTMLElement }
}
afterEach(() => render(null, document.body))

const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? null
const buttons = () => [...document.querySelectorAll('button')]
const withFigure = (change: Partial<FigureView>): CardModel => ({ ...full, figure: { ...figure, ...change } })

describe('the card', () => {
  it('shows its parts in order', () => {
    const text = textOf(draw(full).card) as string
    const parts = [
      'Rare earths',
      'Rare earths title',
      'レアアース · 稀土',
      'Seventeen elements.',
      '60–72%',
      'Japan buys 60–72% of its rare earths from China',
      '2024 · sources differ',
      'Today: Japan buys less (2024)',
      'First note.',
      'Second note.',
      t('readings_open_differ', { count: '2' }),
      'This article: 60%',
      'dataset: 60–72% (2024, sources differ)',
      'They are in the news.',
      'Around this date',
      'Something happened.',
      'What each party says',
      'Tokyo says one thing.',
      'Beijing says another.',
      'Often mixed up',
      'Not what it seems.',
      'Sources (2)',
    ]
    let at = 0
    for (const part of parts) {
      const found = text.indexOf(part, at)
      expect([part, found >= at]).toEqual([part, true])
      at = found + 1
    }
  })

  // design.md §6: "sources differ" opens the readings · a small chart · the article's own number beside it. Figure.tsx has
  // the article's number before the readings.
  it('shows the readings before the article’s own number', () => {
    const { card } = draw(full)
    const [readings, comparison] = [card.querySelector('.readings'), card.querySelector('.compare')] as [
      Element,
      Element,
    ]
    expect(readings.compareDocumentPosition(comparison) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0)
  })

  it('shows only what exists', () => {
    const { card } = draw(bare)
    expect(textOf(card)).toBe('Rare earthsRare earths title')
    expect(card.querySelectorAll('section, details, .figure, .context, .names, dl, ol, h3')).toHaveLength(0)
    expect(buttons()).toHaveLength(2)
  })

  it.each<[keyof CardModel, string]>([
    ['otherNames', '.names'],
    ['context', '.context'],
    ['figure', '.figure'],
    ['events', '.events'],
    ['positions', '.positions'],
    ['sources', '.sources'],
  ])('leaves out %s alone where there are none', (part, selector) => {
    expect(draw(full).card.querySelector(selector)).not.toBeNull()
    expect(draw({ ...full, [part]: bare[part] } as CardModel).card.querySelector(selector)).toBeNull()
  })

  it('names itself by its title', () => {
    const { card } = draw(full)
    expect(textOf(card.querySelector(`#${TITLE_ID}`))).toBe('Rare earths title')
    expect(card.querySelectorAll('h2')).toHaveLength(1)
    expect([...card.querySelectorAll('h2, h3')].map(({ nodeName }) => nodeName)).toEqual(['H2', 'H3', 'H3', 'H3', 'H3'])
  })

  it('has a button to keep it open, which says how it stands, and one to close', () => {
    const { onPin, onClose } = draw(full)
    const [pin, close] = buttons() as [HTMLButtonElement, HTMLButtonElement]
    expect([pin.getAttribute('aria-label'), pin.getAttribute('aria-pressed')]).toEqual(['Keep open', 'false'])
    expect(close.getAttribute('aria-label')).toBe('Close')
    pin.click()
    expect(onPin).toHaveBeenCalledTimes(1)
    close.click()
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('says that it is kept open', () => {
    draw(full, true)
    const [pin] = buttons()
    expect(pin?.getAttribute('aria-pressed')).toBe('true')
  })

  it('hides its drawings from assistive technology and gives every button a type', () => {
    const { card } = draw(full)
    expect(buttons()).toHaveLength(2)
    for (const svg of card.querySelectorAll('svg')) expect(svg.getAttribute('aria-hidden')).toBe('true')
    for (const button of buttons()) expect(button.getAttribute('type')).toBe('button')
  })

  it('sets each party beside its words', () => {
    const { card } = draw(full)
    expect([...card.querySelectorAll('dt')].map(textOf)).toEqual(['Tokyo', 'Beijing'])
    expect(card.querySelectorAll('dl dd')).toHaveLength(2)
  })

  it('renders dataset text as text only', () => {
    const evil = '<img src=x onerror=alert(1)><b>bold</b>'
    const { card } = draw({
      ...full,
      title: evil,
      otherNames: evil,
      context: [{ text: evil, citations: [{ ...linked, publisher: evil, title: evil }] }],
      positions: [{ party: evil, text: evil, citations: [] }],
      events: [{ date: evil, text: evil, citations: [] }],
      figure: { ...figure, value: evil, sentence: evil, notes: [evil] },
    })
    expect(card.querySelectorAll('img, b')).toHaveLength(0)
    expect(textOf(card)).toContain(evil)
  })

  it('draws another entry in place', () => {
    draw(full)
    expect(textOf(draw({ ...bare, title: 'Another' }).card)).toBe('Rare earthsAnother')
    expect(document.querySelectorAll('.card')).toHaveLength(1)
  })
})

describe('citations', () => {
  it('are links to https, named by publisher and title, that give nothing away', () => {
    const link = draw(full).card.querySelector('.context a') as HTMLAnchorElement
    expect(textOf(link)).toBe('[1]')
    expect(link.getAttribute('href')).toBe('https://example.com/a')
    expect(link.getAttribute('aria-label')).toBe('[1] Reuters, A title')
    for (const each of document.querySelectorAll('a')) {
      expect(each.getAttribute('rel')).toBe('noopener noreferrer')
      expect(each.getAttribute('target')).toBe('_blank')
    }
  })

  it('are named and not linked without https', () => {
    const { card } = draw({ ...bare, context: [{ text: 'x', citations: [unlinked] }], sources: [unlinked] })
    expect(card.querySelectorAll('a')).toHaveLength(0)
    expect(textOf(card.querySelector('.context'))).toBe('x [2]')
    expect(textOf(card.querySelector('.sources'))).toContain('Old site, On paper (no https address)')
  })

  it('are listed in order with their dates', () =>
    expect([...draw(full).card.querySelectorAll('.sources li')].map(textOf)).toEqual([
      '1Reuters, A title, 2026-01-07',
      '2Old site, On paper (no https address)',
    ]))
})

describe('the figure', () => {
  const drawn = (change: Partial<FigureView> = {}) =>
    draw(withFigure(change)).card.querySelector('.figure') as HTMLElement

  it('is a named group that leads with the value', () => {
    expect(drawn().getAttribute('role')).toBe('group')
    expect(drawn().getAttribute('aria-label')).toBe('Figure')
    expect(textOf(drawn().firstElementChild)).toBe('60–72%')
  })

  it('sets long values smaller', () => {
    const isLong = (value: string) => drawn({ value }).querySelector('.value')?.getAttribute('data-long')
    expect(isLong('60–72%')).toBe('false')
    expect(isLong('10.7 trillion Japanese yen')).toBe('true')
  })

  it('names its sources, linked where they can be', () => {
    expect(textOf(drawn().querySelector('.meta'))).toBe('2024 · sources differ · Reuters · Old site')
    expect([...drawn().querySelectorAll('.meta a')].map(textOf)).toEqual(['Reuters'])
  })

  it('leaves the period out where there is none', () =>
    expect(textOf(drawn({ period: '', sources: [] }).querySelector('.meta'))).toBe('sources differ'))

  it('shows notes, today and comparison only where there are any', () => {
    const figureAlone = drawn({ notes: [], now: null, comparison: null })
    expect(figureAlone.querySelectorAll('.note, .now, .compare')).toHaveLength(0)
    expect(textOf(drawn().querySelector('.compare'))).toBe('This article: 60% · dataset: 60–72% (2024, sources differ)')
  })

  it('opens on every reading, with the chosen ones marked', () => {
    const items = [...drawn().querySelectorAll('.readings li')]
    expect(items.map(textOf)).toEqual(['60%2024 · by valueReuters, p. 3', 'about 72%Old site'])
    expect(items.map((item) => item.getAttribute('data-chosen'))).toEqual(['true', 'false'])
    expect(drawn().querySelector('.readings')?.hasAttribute('open')).toBe(false)
  })

  it('says that sources differ only where they do, and hides a single reading', () => {
    expect(textOf(drawn({ sourcesDiffer: false }).querySelector('summary'))).toBe(t('readings_open', { count: '2' }))
    expect(drawn({ readings: figure.readings.slice(0, 1) }).querySelector('.readings')).toBeNull()
  })
})
