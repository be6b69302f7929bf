/** Pages that lack an edition: one is supplied at once, and in vain not again and again. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMending } from '../../../entrypoints/background/lacking.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

it('supplies one at the first page that lacks it, and no more often than once a minute', () => {
  const supply = vi.fn<(isForced: boolean) => Promise<void>>(async () => {})
  const lack = createMending(supply, () => {})
  lack(false)
  lack(true)
  expect(supply.mock.calls).toEqual([[false]])
  vi.advanceTimersByTime(60_000)
  lack(true)
  expect(supply.mock.calls).toEqual([[false], [true]])
})

it('tells what kept it from being supplied', async () => {
  const onError = vi.fn<(error: unknown) => void>()
  createMending(() => Promise.reject(new Error('full')), onError)(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('full'))
})
