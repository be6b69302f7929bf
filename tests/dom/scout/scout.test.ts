/** The session of a scout: it looks where the reader wants it, begins again when that changes, and keeps quiet otherwise. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageState } from '../../../lib/messaging/protocol.ts'
import { setGate, tellGateChanged } from '../../../lib/platform/article-gate.ts'
import { settle } from '../../helpers/settle.ts'

type Stored = (changes: Record<string, unknown>) => void
const world = vi.hoisted(() => ({
  askAgain: vi.fn<() => Promise<unknown>>(),
  askBackground: vi.fn<(message: { type: string }) => Promise<unknown>>(async () => ({})),
  handlers: {} as { 'page.state': () => PageState },
  stopServing: vi.fn<() => void>(),
  stored: new Set<Stored>(),
  looking: [] as { onRead: () => void; isStopped: boolean }[],
  isOutdated: vi.fn<() => Promise<boolean>>(),
}))
vi.mock('../../../lib/messaging/client.ts', () => ({ askAgain: world.askAgain, askBackground: world.askBackground }))
vi.mock('../../../lib/messaging/server.ts', () => ({
  servePage: (handlers: typeof world.handlers) => {
    world.handlers = handlers
    return world.stopServing
  },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({
  browser: {
    storage: {
      onChanged: {
        addListener: (listener: Stored) => world.stored.add(listener),
        removeListener: (listener: Stored) => world.stored.delete(listener),
      },
    },
  },
}))
vi.mock('../../../entrypoints/scout/looking.ts', () => ({
  Looking: class {
    isStopped = false
    onRead: () => void
    constructor(onRead: () => void) {
      this.onRead = onRead
      world.looking.push(this)
    }
    isOutdated = world.isOutdated
    stop() {
      this.isStopped = true
    }
  },
}))
const { scout } = await import('../../../entrypoints/scout/scout.ts')

let controller: AbortController
async function begin(standing: object | null = { isOn: true, hasEdition: true }) {
  world.askAgain.mockResolvedValue(standing)
  void scout(controller.signal)
  await settle()
}
const store = (...keys: string[]) => {
  for (const listener of world.stored) listener(Object.fromEntries(keys.map((key) => [key, {}])))
}
const told = () => world.askBackground.mock.calls.map(([{ type }]) => type)
const state = () => world.handlers['page.state']()

beforeEach(() => {
  controller = new AbortController()
  world.looking.length = 0
  world.askAgain.mockReset()
  world.askBackground.mockClear()
  world.stopServing.mockClear()
  setGate(undefined)
})
afterEach(() => controller.abort())

describe('a scout', () => {
  it('looks where the reader wants marks', async () => {
    await begin()
    expect(world.looking).toHaveLength(1)
    expect(state()).toMatchObject({ isOn: true, isScout: true, isRead: false, counts: {} })
    world.looking[0]?.onRead()
    expect(state().isRead).toBe(true)
  })

  it.each<[string, object | null, Partial<PageState>]>([
    ['where marks are off', { isOn: false, hasEdition: true }, { isOn: false }],
    ['before there is an edition', { isOn: true, hasEdition: false }, { isOn: true }],
    ['where nobody answers', null, { isRead: false }],
  ])('does not look %s', async (_, standing, shown) => {
    await begin(standing)
    expect(world.looking).toEqual([])
    expect(state()).toMatchObject(shown)
  })

  it('waits for the gate of an added site', async () => {
    let isOpen = false
    setGate({ isOpen: () => isOpen, isAlive: () => true, insist: () => undefined })
    await begin()
    expect(world.looking).toEqual([])
    expect(state().isArticle).toBe(false)
    isOpen = true
    tellGateChanged()
    await settle()
    expect(world.looking).toHaveLength(1)
  })

  it('begins again when something is stored that may concern it, and for nothing else', async () => {
    await begin()
    store('edition/2026.11.1/card/en/x', 'edition/2026.11.1/lexicon/en')
    store('updates.log')
    await settle()
    expect(world.looking).toHaveLength(1)
    world.askAgain.mockResolvedValue({ isOn: false, hasEdition: true })
    store('setting.sitesOff')
    await settle()
    expect(world.looking.map(({ isStopped }) => isStopped)).toEqual([true])
    world.askAgain.mockResolvedValue({ isOn: true, hasEdition: true })
    store('setting.sitesOff')
    await settle()
    expect(world.looking.map(({ isStopped }) => isStopped)).toEqual([true, false])
    store('edition')
    await settle()
    expect(world.looking.map(({ isStopped }) => isStopped)).toEqual([true, true, false])
  })

  it('does not read a page again for settings that say nothing of it, nor a page of which nothing else is said', async () => {
    await begin()
    store('setting.theme')
    await settle()
    expect(world.looking).toHaveLength(1)
    world.isOutdated.mockResolvedValueOnce(false)
    history.pushState({}, '', '/one/')
    await vi.waitFor(() => expect(world.isOutdated).toHaveBeenCalledTimes(1), 4000)
    await settle()
    expect(world.looking).toHaveLength(1)
    world.isOutdated.mockResolvedValueOnce(true)
    history.pushState({}, '', '/two/')
    await vi.waitFor(() => expect(world.looking).toHaveLength(2), 4000)
  })

  it('is not left off by a switch that was turned twice', async () => {
    await begin()
    world.askAgain
      .mockResolvedValueOnce({ isOn: false, hasEdition: true })
      .mockResolvedValueOnce({ isOn: false, hasEdition: true })
    store('setting.isPaused')
    store('setting.isPaused')
    await settle()
    expect(state().isOn).toBe(true)
    expect(world.looking.filter(({ isStopped }) => !isStopped)).toHaveLength(1)
  })

  it('goes by the last of two answers that overtake one another', async () => {
    let late: (standing: object) => void = () => undefined
    await begin()
    world.askAgain.mockReturnValueOnce(new Promise((resolve) => (late = resolve)))
    store('edition')
    await settle()
    world.askAgain.mockResolvedValueOnce({ isOn: false, hasEdition: true })
    store('edition')
    await settle()
    late({ isOn: true, hasEdition: true })
    await settle()
    expect(world.looking.filter(({ isStopped }) => !isStopped)).toEqual([])
    expect(state().isOn).toBe(false)
  })

  it('tells the toolbar button where marks are off, and nobody where nothing is to be said', async () => {
    await begin()
    world.looking[0]?.onRead()
    expect(told()).toEqual([])
    world.askAgain.mockResolvedValue({ isOn: false, hasEdition: true })
    store('setting.isPaused')
    await settle()
    expect(told()).toEqual(['page.changed'])
    store('setting.isPaused')
    await settle()
    expect(told()).toEqual(['page.changed'])
  })

  it('tells whoever asked before all was read', async () => {
    await begin()
    state()
    world.looking[0]?.onRead()
    expect(told()).toEqual(['page.changed'])
  })

  it('goes for good when another takes over', async () => {
    await begin()
    controller.abort()
    expect(world.looking[0]?.isStopped).toBe(true)
    expect(world.stopServing).toHaveBeenCalledTimes(1)
    expect(world.stored.size).toBe(0)
    tellGateChanged()
    await settle()
    expect(world.looking).toHaveLength(1)
  })
})
