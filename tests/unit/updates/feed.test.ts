/** The index of a feed: read where it is one, refused where anything in it is not as it should be. */

import { describe, expect, it, vi } from 'vitest'

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }))
const { parseIndex } = await import('../../../lib/updates/feed.ts')

const sound = {
  tradegloss: 1,
  edition: '2027.1.1',
  file: 'edition-2027.1.1.json',
  bytes: 5,
  sha256: 'a'.repeat(64),
  created: '2027-01-01T00:00:00.000Z',
}

describe('parseIndex', () => {
  it('reads what publish writes, with or without key and hand-overs', () => {
    expect(parseIndex(JSON.stringify(sound))).toMatchObject({ edition: '2027.1.1', publicKey: '', handovers: [] })
    const handovers = [{ file: 'h', keyId: '0123456789abcdef' }]
    expect(parseIndex(JSON.stringify({ ...sound, publicKey: 'k', handover: 'h', handovers }))).toMatchObject({
      publicKey: 'k',
      handovers,
    })
  })
  it.each<[string, object]>([
    ['another format', { tradegloss: 2 }],
    ['no edition', { edition: undefined }],
    ['an edition that is none', { edition: 'latest' }],
    ['a number without measure', { edition: '2027.1.99999999' }],
    ['a month that no calendar has', { edition: '2027.13.1' }],
    ['a second way to write a number', { edition: '2027.1.01' }],
    ['a size in words', { bytes: 'five' }],
    ['a size beyond numbers', { bytes: 1e300 }],
    ['a hash too short', { sha256: 'a' }],
    ['a file that is no name', { file: 7 }],
    ['a key that is no text', { publicKey: {} }],
    ['hand-overs that are none', { handovers: ['h'] }],
  ])('refuses %s', (_, change) => expect(parseIndex(JSON.stringify({ ...sound, ...change }))).toBeNull())
  it.each([null, '', 'x', 'null', '[]', '7'])('refuses %j', (text) => expect(parseIndex(text)).toBeNull())
})
