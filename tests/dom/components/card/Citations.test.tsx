/** Citations on the card: linked or only named, and the list that they lead to. */

import { describe, expect, it } from 'vitest'
import { bare, draw, full, textOf, unlinked } from './sample-card.tsx'

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
