/** The sites that the reader added: what is stored, where, and how it follows the browser's permissions. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../settings/fake-storage.ts'

let storage = createFakeStorage()
vi.mock('webextension-polyfill', () => ({
  default: {
    get storage() {
      return storage
    },
  },
}))
const { grantedOf, isAdded, readAdded, reconcile, watchAdded, writeAdded } = await import('../../../lib/sites/added.ts')

const BLOG = 'https://blog.example/*'
const ALL = 'https://*/*'
const listed = ['https://*.reuters.com/*', 'https://news.yahoo.co.jp/*']

beforeEach(() => {
  storage = createFakeStorage()
})
describe('what is stored', () => {
  it('comes back', async () => {
    await writeAdded({ [BLOG]: 'granted', [ALL]: 'withdrawn' })
    expect(await readAdded()).toEqual({ [BLOG]: 'granted', [ALL]: 'withdrawn' })
  })
  it('never leaves this machine: which sites somebody reads is nobody else’s business', async () => {
    await writeAdded({ [BLOG]: 'granted' })
    await readAdded()
    expect(storage.local.data.size).toBe(1)
    expect(storage.calls.filter(([area]) => area !== 'local')).toEqual([])
  })
  it('is nothing at first, and leaves nothing behind', async () => {
    expect(await readAdded()).toEqual({})
    await writeAdded({ [BLOG]: 'granted' })
    await writeAdded({})
    expect(storage.local.data.size).toBe(0)
  })
  it.each([null, 'x', 3, { [BLOG]: true }, { [ALL]: 'granted', [BLOG]: true }, [BLOG]])(
    'counts as nothing where it is unsound: %j',
    async (value) => {
      storage.local.data.set('sites.added', value)
      expect(await readAdded()).toEqual({})
    },
  )
  it('is told when it changes, and nothing else is', async () => {
    const onChange = vi.fn<() => void>()
    const stop = watchAdded(onChange)
    await writeAdded({ [BLOG]: 'granted' })
    await storage.local.set({ other: 1 })
    await storage.sync.set({ 'sites.added': {} })
    expect(onChange).toHaveBeenCalledOnce()
    stop()
    await writeAdded({})
    expect(onChange).toHaveBeenCalledOnce()
  })
})

describe('reconcile', () => {
  const at = (added: Parameters<typeof reconcile>[0], justGranted: string[], granted: string[]) =>
    reconcile(added, { justGranted, granted: [...listed, ...granted], listed })

  it('adds what was just granted', () => expect(at({}, [BLOG], [BLOG])).toEqual({ [BLOG]: 'granted' }))
  it('adds all sites', () => expect(at({}, [ALL], [ALL])).toEqual({ [ALL]: 'granted' }))
  it('adds no listed site, nor one host of a listed domain', () =>
    expect(at({}, ['https://*.reuters.com/*', 'https://www.reuters.com/*'], [])).toEqual({}))
  it('marks what was taken back', () =>
    expect(at({ [BLOG]: 'granted', [ALL]: 'granted' }, [], [BLOG])).toEqual({ [BLOG]: 'granted', [ALL]: 'withdrawn' }))
  it('keeps a site whose permission came back', () =>
    expect(at({ [BLOG]: 'withdrawn' }, [BLOG], [BLOG])).toEqual({ [BLOG]: 'granted' }))
  it('counts a site as granted while all sites are', () =>
    expect(at({ [BLOG]: 'granted', [ALL]: 'granted' }, [], [ALL])).toEqual({ [BLOG]: 'granted', [ALL]: 'granted' }))
  it('never adds what the reader did not just grant', () => expect(at({}, [], [BLOG])).toEqual({}))
})

describe('isAdded', () => {
  it('holds on granted sites only', () => {
    expect(isAdded({ [BLOG]: 'granted' }, 'https://blog.example/a')).toBe(true)
    expect(isAdded({ [BLOG]: 'withdrawn' }, 'https://blog.example/a')).toBe(false)
    expect(isAdded({ [BLOG]: 'withdrawn', [ALL]: 'granted' }, 'https://blog.example/a')).toBe(true)
    expect(isAdded({ [BLOG]: 'granted' }, 'https://other.example/a')).toBe(false)
    expect(isAdded({ [ALL]: 'granted' }, 'http://blog.example/a')).toBe(false)
    expect(grantedOf({ [BLOG]: 'withdrawn', [ALL]: 'granted' })).toEqual([ALL])
  })
})
