/** The card as it is drawn: the order of its parts, only what exists, and names for assistive technology. */

import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import type { CardProps } from '../../../../components/card/Card.tsx'
import { TITLE_ID } from '../../../../components/card/Head.tsx'
import type { CardModel } from '../../../../lib/card/model.ts'
import { buttons, press } from '../buttons.ts'
import { t } from '../words.ts'
import { bare, draw, figure, full, linked, REASON, textOf } from './sample-card.tsx'

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
      'And more of that.',
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
    expect(textOf(draw({ ...full, otherNames: [['REE']] }).card.querySelector('.names'))).toBe('REE')
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

it('heads what is told as of a later year than the article’s with that year', () => {
  const headings = [...draw({ ...full, asOf: ' (2026)' }).card.querySelectorAll('h3')].map(textOf)
  expect(headings).toEqual(expect.arrayContaining(['Why it is in the news (2026)', 'Lists and rules (2026)']))
})

describe('other entries', () => {
  it('are buttons in the words that name them', () => {
    const { onOpen, card } = draw(full)
    press('Seventeen')
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('seventeen')
    expect(textOf(card.querySelector('.body > p'))).toBe('Seventeen elements. [1]')
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
  // Colours are for a real browser (tests/e2e/card-looks.test.ts).
  const { violations } = await axe.run(card, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
