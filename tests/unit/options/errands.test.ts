/** Errands of the options page: one at a time, and an end for each, also where something throws. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DatasetStatus } from '../../../entrypoints/options/dataset-status.ts'
import { settle } from '../../helpers/settle.ts'

const browser = vi.hoisted(() => ({ runtime: { sendMessage: vi.fn<() => Promise<unknown>>() } }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { Errands } = await import('../../../entrypoints/options/errands.ts')

const status = { refresh: vi.fn<() => Promise<void>>(async () => {}), refreshQuietly: vi.fn<() => void>() }
let errands: InstanceType<typeof Errands>
let seen: [current: string | null, end: unknown][]

beforeEach(() => {
  vi.useFakeTimers()
  vi.clearAllMocks()
  seen = []
  errands = new Errands(status as unknown as DatasetStatus, () => seen.push([errands.current, errands.end]))
})
afterEach(() => vi.useRealTimers())

it('run one at a time, with the background asked how far it is until the end', async () => {
  let end: (how: 'up-to-date') => void = () => {}
  errands.run('check', () => new Promise((resolve) => (end = resolve)))
  const second = vi.fn<() => Promise<null>>(async () => null)
  errands.run('file', second)
  expect(second).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(900)
  expect(status.refreshQuietly).toHaveBeenCalledTimes(3)
  end('up-to-date')
  await settle()
  expect(seen).toEqual([
    ['check', null],
    ['check', 'up-to-date'],
    [null, 'up-to-date'],
  ])
  await vi.advanceTimersByTimeAsync(900)
  expect(status.refreshQuietly).toHaveBeenCalledTimes(3)
  errands.run('file', second)
  expect(second).toHaveBeenCalledOnce()
})

it('end in a fault where something throws, and the next one may run', async () => {
  errands.run('file', () => Promise.reject(new Error('gone')))
  await settle()
  expect(errands.end).toEqual({ code: 'storage', values: { problem: 'gone' } })
  expect(errands.current).toBeNull()
  errands.do(() => Promise.reject(new Error('full')))
  await settle()
  expect(errands.end).toEqual({ code: 'storage', values: { problem: 'full' } })
})

it('are over where what there is to show then cannot be read', async () => {
  status.refresh.mockRejectedValueOnce(new Error('no storage'))
  errands.run('rollback', async () => null)
  await settle()
  expect(errands.current).toBeNull()
})
