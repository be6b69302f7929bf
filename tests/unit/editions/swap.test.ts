/** The swap of editions, killed at every single write: what comes back is the old edition or the new one, whole. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { loadEdition } from '../../../lib/dataset/edition.ts'
import type { Edition } from '../../../lib/dataset/types.ts'
import type { PageParts } from '../../../lib/editions/install.ts'
import type { StoredEdition } from '../../../lib/editions/stored.ts'
import { storedSmall } from './small.ts'
import { createWorld, type Moment, type World } from './world.ts'

const browser = vi.hoisted(() => ({ storage: {} as World['storage'], i18n: { getUILanguage: () => 'en' } }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { compileForPages, isWhole } = await import('../../../lib/editions/install.ts')
const { readCard, readPointer, readWords } = await import('../../../lib/editions/read.ts')
const { readLexicon } = await import('../../../lib/editions/lexicon.ts')
const { clearSlot, readSlot, writeSlot } = await import('../../../lib/editions/store.ts')
const { isSwapPending, pointsAt, settle, swapIn } = await import('../../../lib/editions/swap.ts')

let world: World
beforeEach(() => {
  world = createWorld()
  browser.storage = world.storage
})

const pagesOf = ({ text, edition }: StoredEdition): PageParts => {
  const loaded = loadEdition(text)
  if (!loaded.ok) throw new Error(loaded.problem)
  return compileForPages(loaded.edition as Edition, { edition, locale: 'en' }, { card_close: 'Close' })
}
const [first, second, third] = await Promise.all([
  storedSmall('2026.12.1', 'First'),
  storedSmall('2026.12.2', 'Second'),
  storedSmall('2026.12.3', 'Third'),
])
const pages = new Map([first, second, third].map((stored) => [stored, pagesOf(stored)]))
const swap = (stored: StoredEdition) => swapIn(stored, pages.get(stored) as PageParts)

/** What a page would see, which must be one edition in all its parts; and what is kept whole. */
async function seen() {
  const pointer = await readPointer()
  if (pointer === null) throw new Error('no edition')
  const [lexicon, words] = [await readLexicon(pointer, 'en'), await readWords(pointer)]
  const card = await readCard(pointer, 'dysprosium')
  return {
    edition: pointer.edition,
    title: card?.title,
    isWhole: (await isWhole(pointer)) && lexicon !== null && words !== null,
    current: (await readSlot('current'))?.edition,
    previous: (await readSlot('previous'))?.edition,
    incoming: (await readSlot('incoming'))?.edition,
    strays: [...world.storage.local.data.keys()].filter(
      (key) => key.startsWith('edition/') && !key.includes(`/${pointer.edition}/`),
    ),
  }
}

const OLD = { edition: '2026.12.2', title: 'Second', current: '2026.12.2', previous: '2026.12.1' }
const NEW = { edition: '2026.12.3', title: 'Third', current: '2026.12.3', previous: '2026.12.2' }
const TIDY = { isWhole: true, incoming: undefined, strays: [] }

describe('a swap', () => {
  beforeEach(async () => {
    await world.storage.local.set({ 'setting.isPaused': true })
    await swap(first)
    await swap(second)
  })

  it('makes the new edition current and keeps the one before', async () => {
    expect(await seen()).toEqual({ ...OLD, ...TIDY })
    await swap(third)
    expect(await seen()).toEqual({ ...NEW, ...TIDY })
    expect(world.storage.local.data.get('setting.isPaused')).toBe(true)
  })

  it('never holds a third copy of the parts, and moves the pointer after them', async () => {
    const sets = () => world.storage.calls.filter(([, method]) => method === 'set').map(([, , keys]) => keys)
    world.storage.calls.length = 0
    await swap(third)
    expect(sets().at(-1)).toEqual(['edition'])
    expect(sets().slice(0, -1).flat()).not.toContain('edition')
    expect([...world.storage.local.data.keys()].filter((key) => key.includes('/2026.12.2/'))).toEqual([])
  })

  it.each<Moment>(['before', 'half'])('killed at every write (%s) comes back whole, old or new', async (moment) => {
    const ends: string[] = []
    for (let after = 0; ; after++) {
      world = createWorld()
      browser.storage = world.storage
      await swap(first)
      await swap(second)
      world.killAfter(after, moment)
      const isDone = await swap(third).then(
        () => true,
        () => false,
      )
      world.revive()
      await settle()
      const now = await seen()
      expect([after, now]).toEqual([after, { ...(now.edition === OLD.edition ? OLD : NEW), ...TIDY }])
      ends.push(now.edition)
      if (isDone) break
    }
    // The old one up to the pointer, the new one from there on; each was met.
    expect(ends.length).toBeGreaterThan(6)
    expect(ends).toEqual(ends.toSorted())
    expect(new Set(ends)).toEqual(new Set([OLD.edition, NEW.edition]))
  })

  it('killed again and again while it recovers comes back whole as well', async () => {
    for (let after = 0; after < 12; after++) {
      world = createWorld()
      browser.storage = world.storage
      await swap(first)
      await swap(second)
      world.killAfter(after)
      await swap(third).catch(() => {})
      for (let again = 0; again < 3; again++) {
        world.killAfter(again, 'half')
        await settle().catch(() => {})
      }
      world.revive()
      await settle()
      const now = await seen()
      expect(now).toEqual({ ...(now.edition === OLD.edition ? OLD : NEW), ...TIDY })
    }
  })

  it('leaves the old edition whole and nothing behind where storage is full', async () => {
    const { local } = world.storage
    const set = local.set
    local.set = async (items) => {
      if (Object.keys(items).some((key) => key.includes('2026.12.3'))) throw new Error('QUOTA_BYTES quota exceeded')
      return set(items)
    }
    await expect(swap(third)).rejects.toThrow('quota')
    expect(await seen()).toEqual({ ...OLD, ...TIDY })
  })

  it('leaves the old edition where IndexedDB fails', async () => {
    const { indexedDB } = globalThis
    globalThis.indexedDB = {
      open: () => {
        throw new Error('broken')
      },
    } as unknown as IDBFactory
    await expect(swap(third)).rejects.toThrow('broken')
    globalThis.indexedDB = indexedDB
    expect(await seen()).toEqual({ ...OLD, ...TIDY })
  })
})

describe('settling', () => {
  it('does nothing where nothing is stored', async () => {
    await settle()
    expect(world.storage.local.data.size).toBe(0)
    expect(await isSwapPending()).toBe(false)
  })

  it('leaves an edition that waits for the reader', async () => {
    await swap(first)
    await writeSlot('incoming', second)
    await settle()
    expect((await readSlot('incoming'))?.edition).toBe('2026.12.2')
    expect((await readPointer())?.edition).toBe('2026.12.1')
    expect(await isSwapPending()).toBe(false)
  })

  it('throws away an incoming edition that went bad', async () => {
    await swap(first)
    await writeSlot('incoming', { ...second, text: `${second.text} `, isAccepted: true })
    await settle()
    expect(await seen()).toMatchObject({ edition: '2026.12.1', current: '2026.12.1', ...TIDY })
  })
})

describe('slots', () => {
  it('give back an edition to the letter, and null where there is none', async () => {
    await writeSlot('previous', first)
    expect(await readSlot('previous')).toEqual(first)
    await clearSlot('previous')
    expect(await readSlot('previous')).toBeNull()
  })
  it('give back nothing that changed since', async () => {
    await writeSlot('current', { ...first, text: first.text.replace('First', 'Worst') })
    expect(await readSlot('current')).toBeNull()
  })
  it('know a signed edition from an unsigned one of the same number', () => {
    expect(pointsAt({ edition: '2026.12.1', locale: 'en' }, first)).toBe(true)
    expect(pointsAt({ edition: '2026.12.1', locale: 'en', isUnsigned: true }, first)).toBe(false)
    expect(pointsAt(null, first)).toBe(false)
  })
})
