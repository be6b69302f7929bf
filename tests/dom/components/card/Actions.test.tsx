/** The card's actions: what each asks for, what it answers, and what is told of that. */

import { describe, expect, it } from 'vitest'
import type { OpenAction } from '../../../../components/card/Actions.tsx'
import { buttons, press } from '../buttons.ts'
import { draw, full, REASON, textOf } from './sample-card.tsx'

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
    const { card: plain } = draw(full, { reason: { ...REASON, rule: [] }, open: 'why' })
    expect(textOf(plain.querySelector('.reason'))).toBe('Termrare earthConfidence95%')
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
