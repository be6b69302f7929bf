/** The card as it is drawn: the order of its parts, only what exists, names for assistive technology, and callbacks. */

import axe from 'axe-core'
import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { OpenAction } from '../../../../components/card/Actions.tsx'
import { Card, type CardProps } from '../../../../components/card/Card.tsx'
import { TITLE_ID } from '../../../../components/card/Head.tsx'
import type { CardModel, FigureView, Source } from '../../../../lib/card/model.ts'
import { t } from '../words.ts'

const linked: Source = {
  number: 1,
  publisher: 'Reuters',
  title: 'A title',
  published: '7 Jan 2026',
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
const bare: CardModel = {
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

function draw(model: CardModel, props: Partial<CardProps> = {}) {
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
const REASON = { text: 'rare earths', term: 'rare earth', rule: ['Only in trade.', 'Not in music.'], confidence: '95%' }
const press = (name: string) => {
  const button = buttons().find((each) => (each.getAttribute('aria-label') ?? each.textContent) === name)
  if (!button) throw new Error(`no button "${name}"`)
  button.click()
  return button
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
      t('readings_open_differ', { count: 2 }),
      'This article: 60%',
      'dataset: 60–72% (2024, sources differ)',
      'Not what it seems.',
      'They are in the news.',
      'On the list.',
      'Around this date',
      'Something happened.',
      'What each party says',
      'Tokyo says one thing.',
      'Beijing says another.',
      'It glows.',
      'Sources (2)',
      'Copy',
    ]
    let at = 0
    for (const part of parts) {
      const found = text.indexOf(part, at)
      expect([part, found >= at]).toEqual([part, true])
      at = found + 1
    }
  })

  it('says in which language its other names are', () => {
    const names = [...draw(full).card.querySelectorAll('.names span')]
    expect(names.map((name) => [name.textContent, name.getAttribute('lang')])).toEqual([
      ['レアアース', 'ja'],
      ['稀土', 'zh-Hans'],
      ['REE', null],
    ])
    expect(textOf(document.querySelector('.names'))).toBe('レアアース · 稀土 · REE')
  })

  // A fault once: the article's number stood before the readings, which “sources differ” opens.
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
    expect(textOf(card)).toBe('Rare earthsRare earths titleCopy')
    expect(card.querySelectorAll('section, details, .figure, .body p, .names, dl, ol, h3')).toHaveLength(0)
    expect(buttons()).toHaveLength(4)
  })

  it.each<[keyof CardModel, string]>([
    ['otherNames', '.names'],
    ['context', '.body > p'],
    ['trap', '.trap'],
    ['more', '.more'],
    ['figure', '.figure'],
    ['events', '.pairs'],
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
    expect(press('Keep open').getAttribute('aria-pressed')).toBe('false')
    expect(onPin).toHaveBeenCalledTimes(1)
    press('Close')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('says that it is kept open', () => {
    draw(full, { isPinned: true })
    // Another name as well would say the opposite: "do not keep open, pressed".
    expect(press('Keep open').getAttribute('aria-pressed')).toBe('true')
  })

  it('hides its drawings from assistive technology and gives every button a type', () => {
    const { card } = draw(full)
    expect(buttons().length).toBeGreaterThan(3)
    expect(card.querySelectorAll('svg').length).toBeGreaterThan(0)
    for (const svg of card.querySelectorAll('svg')) expect(svg.getAttribute('aria-hidden')).toBe('true')
    for (const button of buttons()) expect(button.getAttribute('type')).toBe('button')
  })

  it('sets each party beside its words', () => {
    const { card } = draw(full)
    expect([...card.querySelectorAll('.positions dt')].map(textOf)).toEqual(['Tokyo', 'Beijing'])
    expect(card.querySelectorAll('dl dd')).toHaveLength(2)
  })

  it('renders dataset text as text only', () => {
    const evil = '<img src=x onerror=alert(1)><b>bold</b>'
    const { card } = draw({
      ...full,
      title: evil,
      otherNames: [[evil]],
      context: [{ text: evil, links: [], citations: [{ ...linked, publisher: evil, title: evil }] }],
      positions: [{ party: evil, text: evil, links: [], citations: [] }],
      events: [{ date: evil, text: evil, links: [], citations: [] }],
      figure: { ...figure, value: evil, sentence: evil, notes: [evil] },
    })
    expect(card.querySelectorAll('img, .body > p b, h2 b')).toHaveLength(0)
    expect(textOf(card)).toContain(evil)
  })

  it('draws another entry in place', () => {
    draw(full)
    expect(textOf(draw({ ...bare, title: 'Another' }).card)).toBe('Rare earthsAnotherCopy')
    expect(document.querySelectorAll('.card')).toHaveLength(1)
  })
})

describe('citations', () => {
  it('are links to https, named by publisher and title, that give nothing away', () => {
    const link = draw(full).card.querySelector('.body > p a') as HTMLAnchorElement
    expect(textOf(link)).toBe('[1]')
    expect(link.getAttribute('href')).toBe('https://example.com/a')
    expect(link.getAttribute('aria-label')).toBe('[1] Reuters, A title')
    // Another title would be read aloud after the name.
    expect(link.title).toBe('[1] Reuters, A title')
    for (const each of document.querySelectorAll('a')) {
      expect(each.getAttribute('rel')).toBe('noopener noreferrer')
      expect(each.getAttribute('target')).toBe('_blank')
    }
  })

  it('are named and not linked without https', () => {
    const { card } = draw({ ...bare, context: [{ text: 'x', links: [], citations: [unlinked] }], sources: [unlinked] })
    expect(card.querySelectorAll('a')).toHaveLength(0)
    expect(textOf(card.querySelector('.body > p'))).toBe('x [2]')
    expect(textOf(card.querySelector('.sources'))).toContain('Old site, On paper (no https address)')
  })

  it('are listed in order with their dates', () =>
    expect([...draw(full).card.querySelectorAll('.sources li')].map(textOf)).toEqual([
      '1Reuters, A title, 7 Jan 2026',
      '2Old site, On paper (no https address)',
    ]))
})

it('heads what is told as of a later year than the article’s with that year', () => {
  const headings = [...draw({ ...full, asOf: ' (2026)' }).card.querySelectorAll('h3')].map(textOf)
  expect(headings).toEqual(expect.arrayContaining(['Why it is in the news (2026)', 'Lists and rules (2026)']))
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
    expect(isLong('10.7 trillion yen')).toBe('true')
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
    const amount = drawn({ comparison: ['This article: 400 tonnes', null] })
    expect(textOf(amount.querySelector('.compare'))).toBe('This article: 400 tonnes')
  })

  it('opens on every reading, with the chosen ones marked', () => {
    const items = [...drawn().querySelectorAll('.readings li')]
    expect(items.map(textOf)).toEqual(['60%2024 · by valueReuters, p. 3', 'about 72%Old site'])
    expect(items.map((item) => item.getAttribute('aria-current'))).toEqual(['true', 'false'])
    expect(drawn().querySelector('.readings')?.hasAttribute('open')).toBe(false)
  })

  it('says that sources differ only where they do, and hides a single reading', () => {
    expect(textOf(drawn({ sourcesDiffer: false }).querySelector('summary'))).toBe(t('readings_open', { count: 2 }))
    expect(drawn({ readings: figure.readings.slice(0, 1) }).querySelector('.readings')).toBeNull()
  })
})

describe('other entries', () => {
  it('are buttons in the words that name them', () => {
    const { onOpen, card } = draw(full)
    press('Seventeen')
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('seventeen')
    expect(textOf(card.querySelector('.body > p'))).toBe('Seventeen elements. [1]')
  })

  it('have a way back', () => {
    const { onBack } = draw(full, { canGoBack: true })
    expect(press('Back')).toBe(buttons()[0])
    expect(onBack).toHaveBeenCalledTimes(1)
  })
})

describe('moving', () => {
  it('is by arrow keys, finer with Shift, and by a click', () => {
    const { onMove, onDock } = draw(full)
    const button = press('Move (arrow keys; click for the next corner)')
    expect(onDock).toHaveBeenCalledTimes(1)
    const arrow = (key: string, shiftKey = false) => {
      const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
      button.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([arrow('ArrowLeft'), arrow('ArrowDown', true), arrow('a')]).toEqual([true, true, false])
    expect(onMove.mock.calls).toEqual([
      [-20, 0],
      [0, 2],
    ])
  })
})

describe('actions', () => {
  const withReason = (open: OpenAction) => draw(full, { reason: REASON, open })

  it('copy, explain, refuse, and open the side panel where there is one', () => {
    const calls = draw(full, { reason: REASON, hasPanel: true })
    for (const name of ['Copy', 'Why marked?', 'Not this', 'Side panel']) press(name)
    expect(calls.onCopy).toHaveBeenCalledTimes(1)
    expect(calls.onToggle.mock.calls).toEqual([['why'], ['not-this']])
    expect(calls.onPanel).toHaveBeenCalledTimes(1)
  })

  it('are only what a nested card can answer for', () => {
    draw(full, { canGoBack: true })
    expect(buttons().slice(-1).map(textOf)).toEqual(['Copy'])
  })

  it('say why a text was marked', () => {
    const { card } = withReason('why')
    expect(textOf(card.querySelector('.reason'))).toBe('Termrare earthRuleOnly in trade.Not in music.Confidence95%')
    expect(press('Why marked?').getAttribute('aria-expanded')).toBe('true')
  })

  it('ask where not to mark it, and take it back in place', () => {
    const { onNotThis } = withReason('not-this')
    press('On news.example')
    press('Everywhere')
    const { onNotThis: undo, card } = withReason('removed')
    expect(textOf(card.querySelector('[role=status]'))).toBe('“rare earths” is no longer marked.')
    press('Undo')
    expect(textOf(withReason('restored').card.querySelector('[role=status]'))).toBe('“rare earths” is marked again.')
    expect([...onNotThis.mock.calls, ...undo.mock.calls]).toEqual([['here'], ['everywhere'], [null]])
  })

  it.each([
    ['why', 'Why marked?', '.reason'],
    ['not-this', 'Not this', '.choices'],
  ] as const)('answer below the button that asks: %s', (open, name, answer) => {
    const { card } = withReason(open)
    const below = card.querySelector(answer)
    if (below === null) throw new Error('there is no answer')
    expect(press(name).compareDocumentPosition(below) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  })

  it('say whether copying worked', () => {
    const said = (open: OpenAction) => textOf(withReason(open).card.querySelector('[role=status]'))
    expect([said('copied'), said('not-copied'), said(null)]).toEqual([
      'Copied, with sources.',
      'This page does not allow copying.',
      '',
    ])
  })
})

it('says that the dataset is unsigned, where it is', () => {
  expect(textOf(draw(full, { isUnsigned: true }).card.querySelector('.unsigned'))).toBe(
    'From a dataset file without a signature.',
  )
  expect(draw(full).card.querySelector('.unsigned')).toBeNull()
})

it.each<[string, CardModel, Partial<CardProps>]>([
  ['with everything', full, { reason: REASON, hasPanel: true, canGoBack: true, open: 'why' }],
  ['with next to nothing', bare, {}],
  ['that asks', full, { reason: REASON, open: 'not-this' }],
])('axe finds nothing on a card %s', async (_, model, props) => {
  document.body.setAttribute('role', 'main')
  const { card } = draw(model, props)
  // Colours are for a real browser (tests/e2e/card.test.ts).
  const { violations } = await axe.run(card, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
