/** Pages that lack an edition: one is supplied at once, and in vain not again and again. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMending } from '../../../entrypoints/background/lacking.ts'

const supply = vi.fn<(isForced: boolean) => Promise<void>>()
const onError = vi.fn<(error: unknown) => void>()
beforeEach(() => {
  vi.useFakeTimers()
  supply.mockReset().mockResolvedValue()
  onError.mockReset()
})
afterEach(() => vi.useRealTimers())

const asked = () => supply.mock.calls.map(([isForced]) => isForced)

it('supplies one at the first page that lacks it, and whenever it is lost again', async () => {
  const lack = createMending(supply, onError)
  lack(false)
  lack(true)
  expect(asked()).toEqual([false])
  await vi.advanceTimersByTimeAsync(0)
  lack(false)
  expect(asked()).toEqual([false, false])
})

it('compiles one that cannot be read no more often than once a minute', async () => {
  const lack = createMending(supply, onError)
  lack(true)
  await vi.advanceTimersByTimeAsync(59_000)
  lack(true)
  expect(asked()).toEqual([true])
  await vi.advanceTimersByTimeAsync(1000)
  lack(true)
  expect(asked()).toEqual([true, true])
})

it('tells what kept it from being supplied, and waits a minute then', async () => {
  supply.mockRejectedValueOnce(new Error('full'))
  const lack = createMending(supply, onError)
  lack(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('full'))
  lack(false)
  expect(asked()).toEqual([false])
  await vi.advanceTimersByTimeAsync(60_000)
  lack(false)
  expect(asked()).toEqual([false, false])
})
