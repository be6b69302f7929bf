/** Shapes: what fits, and what is trimmed of a value that fits. */

import { describe, expect, it } from 'vitest'
import { fits, trimmed } from '../../../lib/settings/shape.ts'

const shape = { fields: { name: /^[a-z]+$/, tags: { list: ['a', 'b'] }, note: { orNull: /^/ }, isOn: true } } as const
const sound = { name: 'x', tags: ['a'], note: null, isOn: false }

describe('fits', () => {
  it('takes what has every field in its shape, whatever else it has', () => {
    expect(fits(sound, shape)).toBe(true)
    expect(fits({ ...sound, more: 1 }, shape)).toBe(true)
    expect(fits({ ...sound, tags: [], note: 'n' }, shape)).toBe(true)
  })
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'x'],
    ['a list', [sound]],
    ['a missing field', { ...sound, isOn: undefined }],
    ['a word that is not among them', { ...sound, tags: ['a', 'c'] }],
    ['a list that is none', { ...sound, tags: 'a' }],
    ['a number for a text', { ...sound, name: 7 }],
    ['a text off the pattern', { ...sound, name: 'X' }],
    ['neither null nor text', { ...sound, note: 0 }],
    ['no boolean', { ...sound, isOn: 1 }],
  ])('refuses %s', (_, value) => expect(fits(value, shape)).toBe(false))
})

it('trims fields that the shape does not name, at every depth', () => {
  const value = [{ ...sound, note: 'n', more: { deep: true } }]
  expect(trimmed(value, { list: shape })).toEqual([{ ...sound, note: 'n' }])
  expect(trimmed({ inner: { ...sound, more: 1 }, outer: 2 }, { fields: { inner: { orNull: shape } } })).toEqual({
    inner: sound,
  })
  expect(trimmed(null, { orNull: shape })).toBe(null)
})
