/** Sending messages: the reply, or null where nobody answers or the extension is gone, and never an exception. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const world = vi.hoisted(() => ({
  runtime: { sendMessage: vi.fn<(...args: unknown[]) => Promise<unknown>>() },
  tabs: { sendMessage: vi.fn<(...args: unknown[]) => Promise<unknown>>() },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser: world }))
const { askAgain, askBackground, askPage } = await import('../../../lib/messaging/client.ts')

const question = {
  type: 'numbers.read',
  pointer: { edition: '2026.11.1', locale: 'en' },
  language: 'en',
  passages: [],
} as const

it('gives the reply', async () => {
  world.runtime.sendMessage.mockResolvedValueOnce({ numbers: [] })
  expect(await askBackground(question)).toEqual({ numbers: [] })
})

it('asks the top frame of a page only', async () => {
  world.tabs.sendMessage.mockResolvedValueOnce({ mentions: [] })
  await askPage(3, { type: 'page.mentions' })
  expect(world.tabs.sendMessage).toHaveBeenLastCalledWith(3, { type: 'page.mentions' }, { frameId: 0 })
})

it('gives null where nobody answers, or the extension is gone', async () => {
  world.runtime.sendMessage.mockResolvedValueOnce(undefined)
  expect(await askBackground(question)).toBeNull()
  world.runtime.sendMessage.mockImplementationOnce(() => {
    throw new Error('Extension context invalidated.')
  })
  expect(await askBackground(question)).toBeNull()
  world.tabs.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'))
  expect(await askPage(3, { type: 'page.state' })).toBeNull()
})

describe('asking again', () => {
  const { sendMessage } = world.runtime
  beforeEach(() => {
    vi.useFakeTimers()
    sendMessage.mockReset().mockResolvedValue(undefined)
  })
  afterEach(() => vi.useRealTimers())
  const ask = async (signal?: AbortSignal) => {
    const reply = askAgain({ type: 'page.begin' }, { tries: 3, againMs: 100, ...(signal && { signal }) })
    await vi.runAllTimersAsync()
    return reply
  }

  it('waits twice as long each time, and gives null when it was often enough', async () => {
    const before = Date.now()
    expect(await ask()).toBeNull()
    expect([sendMessage.mock.calls.length, Date.now() - before]).toEqual([3, 300])
  })

  it('gives the first reply', async () => {
    const reply = { isOn: true, hasEdition: false }
    sendMessage.mockResolvedValueOnce(undefined).mockResolvedValueOnce(reply)
    expect(await ask()).toEqual(reply)
    expect(sendMessage).toHaveBeenCalledTimes(2)
  })

  it('asks once where nobody waits for an answer any more', async () => {
    expect(await ask(AbortSignal.abort())).toBeNull()
    expect(sendMessage).toHaveBeenCalledTimes(1)
  })

  it('asks no more where whoever waits for an answer goes between two questions', async () => {
    const gone = new AbortController()
    setTimeout(() => gone.abort(), 50)
    expect(await ask(gone.signal)).toBeNull()
    expect(sendMessage).toHaveBeenCalledTimes(1)
  })
})
