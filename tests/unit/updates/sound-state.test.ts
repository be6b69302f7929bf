/** What updates remember in storage that went bad: each value by itself is sound, or as if it had never been. */

import { expect, it } from 'vitest'
import { soundIn } from '../../../lib/updates/sound-state.ts'

const CHANGES = { locale: 'en', from: '2026.11.1', to: '2026.12.1', notes: '', lines: ['Figures: 1 revised'], more: 0 }
const SOUND = {
  highest: '2026.12.1',
  skipUpTo: '',
  confirmed: [{ publicKey: 'key', feed: '' }],
  successions: { '0123456789abcdef': ['key'] },
  refused: [],
  last: { at: 1, fault: { code: 'stalled', values: { host: 'data.example' } } },
  succeededAt: 0,
  offer: { ...CHANGES, sha256: 'a', isUnsigned: false, signer: '', source: '', handsOverTo: [] },
  changes: { ...CHANGES, at: 1 },
}

it('is taken as it is where it is sound, with what a later release remembers', () => {
  const stored = { ...SOUND, later: 5 }
  expect(soundIn(stored)).toEqual(stored)
  const none = { ...SOUND, last: null, offer: null, changes: null }
  expect(soundIn(none)).toEqual(none)
  expect(soundIn({ ...SOUND, last: { at: 1, fault: null } })).toMatchObject({ last: { at: 1, fault: null } })
})

it.each([[null], [5], ['rubbish'], [[]]])('is nothing where %j is in its place', (rubbish) =>
  expect(soundIn(rubbish)).toEqual({}),
)

it.each([
  ['highest', '2026'],
  ['skipUpTo', 7],
  ['skipUpTo', ['2026.12.1']],
  ['confirmed', [{ publicKey: 'key' }]],
  ['successions', { '0123456789abcdef': 'key' }],
  ['successions', null],
  ['refused', 'key'],
  ['last', { at: 1e300, fault: null }],
  ['last', { at: 1, fault: { code: 'of another release', values: {} } }],
  ['succeededAt', '1'],
  ['offer', { ...SOUND.offer, lines: 'one' }],
  ['changes', { ...CHANGES }],
  ['changes', { at: 1 }],
])('loses %s alone where that is %j', (key, rubbish) => {
  const { [key as keyof typeof SOUND]: _, ...rest } = SOUND
  expect(soundIn({ ...SOUND, [key]: rubbish })).toEqual(rest)
})
