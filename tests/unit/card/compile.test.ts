/** Compiled cards: what they link, what they say in one line, and how large they are. */

import { describe, expect, it } from 'vitest'
import type { StoredCard } from '../../../lib/card/stored.ts'
import { lexiconSource } from '../../../lib/dataset/lexicon-source.ts'
import { compileLexicon } from '../../../lib/detect/compile.ts'
import { loadLexicon } from '../../../lib/detect/lexicon.ts'
import { compileCards } from '../../../lib/editions/cards.ts'
import { wording } from '../../helpers/wording.ts'
import { edition, entries, factsOf, tables } from '../dataset/bundled.ts'

const lexicon = loadLexicon(compileLexicon(lexiconSource(tables), 'en'))
const cards = [...compileCards(edition, 'en', wording, lexicon)]
const cardOf = (id: string): StoredCard => {
  const card = cards.find((each) => each.id === id)
  if (!card) throw new Error(`no card ${id}`)
  return card
}
const passages = ({ summary, why, controls, more, trap, events, positions }: StoredCard) =>
  [...summary, why, ...controls, ...more, ...(trap ?? []), ...events, ...positions].flatMap((each) => each ?? [])

describe('readings', () => {
  it('name no goods where their rows are about none', () => {
    const details = cards.flatMap(({ readings }) => readings.flat().map((reading) => reading.details))
    expect(details).toContain('gallium')
    expect(details.filter((each) => each.includes('not applicable'))).toEqual([])
  })
})

describe('sources', () => {
  it('say in words when they are of, as precisely as is known', () => {
    const { sources } = cardOf('rare-earths')
    const said = new Set(sources.map(({ published }) => published))
    expect([...said]).toEqual(expect.arrayContaining(['9 Apr 2025', 'Jan 2026', '2025']))
    expect([...said].filter((published) => /^\d+-/.test(published))).toEqual([])
  })
})

describe('other entries', () => {
  it('are linked by the words that name them', () => {
    const named = passages(cardOf('rare-earths')).flatMap(({ text, links = [] }) =>
      links.map(([start, end, entry]) => `${text.slice(start, end)}: ${entry}`),
    )
    expect(named).toEqual(expect.arrayContaining(['scandium: scandium', 'yttrium: yttrium']))
  })

  it.each(cards.map((card) => [card.id, card] as const))('%s links none twice, nor itself, nor nothing', (id, card) => {
    const linked = passages(card).flatMap(({ links = [] }) => links.map(([, , entry]) => entry))
    expect(new Set(linked).size).toBe(linked.length)
    expect(linked).not.toContain(id)
    expect(linked.filter((entry) => !entries.has(entry))).toEqual([])
    for (const { text, links = [] } of passages(card)) {
      let at = 0
      for (const [start, end] of links) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        at = end
      }
    }
  })
})

describe('what is mixed up', () => {
  it('says the difference of policy and principle in one line on both cards', () => {
    const [policy, principle] = ['one-china-policy', 'one-china-principle'].map((id) => cardOf(id).trap?.[0].text)
    expect(policy).toBe(
      'Washington, Tokyo and others each have a policy in their own wording, while Beijing has the principle.',
    )
    expect(principle).toBe(policy)
  })

  it('loses nothing of its text, and keeps its sources', () => {
    for (const card of cards) {
      const whole = factsOf(card.id).statements.find(({ field }) => field === 'trap')
      const parts = card.trap ?? []
      expect(
        parts
          .map((part) => part?.text ?? '')
          .join(' ')
          .replace(/\s+/g, ' ')
          .trim(),
      ).toBe(whole?.text ?? '')
      expect(parts.flatMap((part) => part?.sources ?? [])).toHaveLength(whole?.sources.length ?? 0)
    }
  })
})

it('names sources in the order primary, reported, broadcast', () => {
  const card = cardOf('rare-earths')
  const [recent = []] = card.economies.JPN ?? []
  const answer = card.answers[recent.at(-1)?.[1] ?? -1]
  expect(answer?.sources.map((at) => card.sources[at]?.publisher)).toEqual([
    'Toyo Keizai Online',
    'The Wall Street Journal via Mint',
    'The Edge Markets / Bloomberg (summary)',
    'Data Zoo (TV log)',
  ])
})

it('are small enough for pages: together 2 MB, each 64 kB', () => {
  const sizes = cards.map((card) => JSON.stringify(card).length)
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(2_000_000)
  expect(Math.max(...sizes)).toBeLessThan(64_000)
})
