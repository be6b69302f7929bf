/** Which edition pages get when the background starts: stored or bundled, whole, in the reader's language, whatever happened before. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import { bundleOf, NO_TERMS, smallText, storedSmall } from './small.ts'
import { createWorld, type World } from './world.ts'

const browser = vi.hoisted(() => ({ storage: {} as World['storage'], i18n: { getUILanguage: () => 'en' } }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
// Lexicons take most of the time and are tested elsewhere.
vi.mock('../../../lib/detect/compile.ts', async (importActual) => {
  const { compileLexicon } = await importActual<typeof import('../../../lib/detect/compile.ts')>()
  const empty = compileLexicon({ entries: [], terms: [], words: [], economies: [] }, 'en')
  return { compileLexicon: vi.fn<() => typeof empty>(() => empty) }
})
const { compileLexicon } = await import('../../../lib/detect/compile.ts')
const { ensureEdition } = await import('../../../lib/editions/ensure.ts')
const { compileForPages, isWhole } = await import('../../../lib/editions/install.ts')
const { readCard, readPointer } = await import('../../../lib/editions/read.ts')
const { readSlot, writeSlot } = await import('../../../lib/editions/store.ts')
const { swapIn } = await import('../../../lib/editions/swap.ts')
const { loadEdition } = await import('../../../lib/dataset/edition.ts')

let world: World
beforeEach(() => {
  world = createWorld()
  browser.storage = world.storage
})

const bundled = (edition = '2026.11.1', mark = 'Bundled') => smallText(edition, mark)
const ensure = (text = bundled(), { locale = 'en', code = '1.0', isForced = false } = {}) =>
  ensureEdition(
    bundleOf(text),
    { locale: locale as 'en', messages: {}, styles: { style: '', marks: '' }, code },
    isForced,
  )

const feed = await storedSmall('2026.12.1', 'Feed')
async function swapInFeed(): Promise<void> {
  const loaded = loadEdition(feed.text)
  if (!loaded.ok) throw new Error(loaded.problem)
  await swapIn(feed, compileForPages(loaded.edition, { edition: feed.edition, locale: 'en', code: '1.0' }, {}))
}

async function shown(): Promise<string> {
  const pointer = await readPointer()
  if (pointer === null) return 'nothing'
  const card = await readCard(pointer, 'dysprosium')
  return `${pointer.edition} ${pointer.locale} ${card?.title}${(await isWhole(pointer)) ? '' : ' in part'}`
}

describe('at first', () => {
  it('installs the bundled edition', async () => {
    await ensure()
    expect(await shown()).toBe('2026.11.1 en Bundled')
    expect(await readSlot('current')).toMatchObject({ edition: '2026.11.1', origin: { kind: 'bundled' } })
    expect(await readSlot('previous')).toBeNull()
  })

  it('takes the lexicons as the build has compiled them, and compiles none', async () => {
    vi.mocked(compileLexicon).mockClear()
    await ensure()
    expect(compileLexicon).not.toHaveBeenCalled()
    const lexicons = [...world.storage.local.data].filter(([key]) => key.includes('/lexicon/'))
    expect(lexicons.map(([, text]) => text)).toEqual(LANGUAGES.map(() => NO_TERMS))
  })

  it('works without IndexedDB', async () => {
    const { indexedDB } = globalThis
    globalThis.indexedDB = {
      open: () => {
        throw new Error('broken')
      },
    } as unknown as IDBFactory
    await ensure()
    await ensure()
    globalThis.indexedDB = indexedDB
    expect(await shown()).toBe('2026.11.1 en Bundled')
  })

  it('killed at any write comes right at the next start', async () => {
    for (let after = 0; ; after++) {
      world = createWorld()
      browser.storage = world.storage
      world.killAfter(after, 'half')
      const isDone = await ensure().then(
        () => true,
        () => false,
      )
      world.revive()
      await ensure()
      expect(await shown()).toBe('2026.11.1 en Bundled')
      if (isDone) break
    }
  })
})

describe('at every later start', () => {
  beforeEach(async () => {
    await ensure()
    await swapInFeed()
  })

  it('does nothing where all is as wanted', async () => {
    const before = world.count()
    await ensure()
    expect(await shown()).toBe('2026.12.1 en Feed')
    // Tidying clears an incoming slot that is empty.
    expect(world.count() - before).toBeLessThanOrEqual(1)
  })

  it('keeps an edition that is newer than the bundled one, also when new code compiles it', async () => {
    await ensure(bundled(), { code: '1.1', isForced: true })
    expect(await shown()).toBe('2026.12.1 en Feed')
    expect((await readPointer())?.code).toBe('1.1')
  })

  it('compiles the current edition, not the bundled one, in another language', async () => {
    await ensure(bundled(), { locale: 'de' })
    expect(await shown()).toBe('2026.12.1 de Feed')
    expect([...world.storage.local.data.keys()].filter((key) => key.includes('/card/en/'))).toEqual([])
  })

  it('leaves the terms as they are in another language, and compiles them anew for other code', async () => {
    const terms = [...world.storage.local.data.keys()].filter((key) => key.includes('/lexicon/'))
    expect(terms).toHaveLength(LANGUAGES.length)
    const written = vi.spyOn(world.storage.local, 'set')
    await ensure(bundled(), { locale: 'de' })
    const keys = () => written.mock.calls.flatMap(([items]) => Object.keys(items as object))
    expect(keys().filter((key) => key.includes('/lexicon/'))).toEqual([])
    expect(await shown()).toBe('2026.12.1 de Feed')
    vi.mocked(compileLexicon).mockClear()
    await ensure(bundled(), { locale: 'de', code: '1.1' })
    expect(keys().filter((key) => key.includes('/lexicon/'))).toEqual(terms)
    // Its own: those of the build belong to another edition.
    expect(compileLexicon).toHaveBeenCalledTimes(LANGUAGES.length)
    expect(terms.map((key) => world.storage.local.data.get(key))).not.toContain(NO_TERMS)
  })

  it('keeps a lower one that the reader went back to, until a release comes', async () => {
    await ensure(bundled('2027.1.1', 'Release'), { locale: 'de' })
    expect(await shown()).toBe('2026.12.1 de Feed')
    await ensure(bundled('2027.1.1', 'Release'), { locale: 'de', code: '1.1' })
    expect(await shown()).toBe('2027.1.1 de Release')
  })

  it('takes the bundled edition of a release that is newer, and keeps the one before', async () => {
    await ensure(bundled('2027.1.1', 'Release'), { code: '1.1', isForced: true })
    expect(await shown()).toBe('2027.1.1 en Release')
    expect((await readSlot('previous'))?.edition).toBe('2026.12.1')
  })

  it('killed at any write during such a release comes right, with one edition or the other before', async () => {
    const release = () => ensure(bundled('2027.1.1', 'Release'), { code: '1.1', isForced: true })
    for (let after = 0; ; after++) {
      world = createWorld()
      browser.storage = world.storage
      await ensure()
      await swapInFeed()
      world.killAfter(after, 'half')
      const isDone = await release().then(
        () => true,
        () => false,
      )
      world.revive()
      expect(['2026.12.1 en Feed', '2027.1.1 en Release']).toContain(await shown())
      await ensure(bundled('2027.1.1', 'Release'), { code: '1.1' })
      expect(await shown()).toBe('2027.1.1 en Release')
      if (isDone) break
    }
  })

  it('mends parts that are missing', async () => {
    await world.storage.local.remove('edition/2026.12.1/card/en/dysprosium')
    expect(await shown()).toContain('in part')
    await ensure()
    expect(await shown()).toBe('2026.12.1 en Feed')
  })

  it('mends a list of parts that went bad: every later start failed over it', async () => {
    await world.storage.local.set({ 'edition/2026.12.1/parts/en': '{rubbish' })
    expect(await shown()).toContain('in part')
    await ensure()
    expect(await shown()).toBe('2026.12.1 en Feed')
  })

  it('stores anew what an older build of the same version left as objects, which serve until then', async () => {
    const stored = await world.storage.local.get(null)
    const parts = Object.entries(stored).filter(
      ([key, value]) => key.startsWith('edition/') && typeof value === 'string',
    )
    expect(parts.length).toBeGreaterThan(LANGUAGES.length)
    await world.storage.local.set(Object.fromEntries(parts.map(([key, text]) => [key, JSON.parse(text as string)])))
    expect((await readCard({ edition: '2026.12.1', locale: 'en' }, 'dysprosium'))?.id).toBe('dysprosium')
    await ensure()
    expect(await shown()).toBe('2026.12.1 en Feed')
    for (const [key] of parts) expect([key, typeof (await world.storage.local.get(key))[key]]).toEqual([key, 'string'])
  })

  it('mends a pointer that is lost or nonsense', async () => {
    await world.storage.local.set({ edition: 7 })
    await ensure()
    expect(await shown()).toBe('2026.12.1 en Feed')
    await world.storage.local.remove('edition')
    await ensure()
    expect(await shown()).toBe('2026.12.1 en Feed')
  })

  it('goes on with what pages have where the whole edition went bad, and to the bundled one once it must compile', async () => {
    await writeSlot('current', { ...feed, text: feed.text.replace('Feed', 'Evil') })
    await ensure()
    expect(await shown()).toBe('2026.12.1 en Feed')
    await ensure(bundled(), { locale: 'de' })
    expect(await shown()).toBe('2026.11.1 de Bundled')
  })

  it('gives way to the bundled edition where new code cannot read the stored one', async () => {
    const { sha256Of } = await import('../../../lib/editions/store.ts')
    const text = feed.text.replace('"format":1', '"format":0')
    await writeSlot('current', { ...feed, text, sha256: await sha256Of(text) })
    await ensure(bundled(), { code: '1.1', isForced: true })
    expect(await shown()).toBe('2026.11.1 en Bundled')
  })

  it('keeps everything where the bundled edition is unsound, which no build lets through', async () => {
    await expect(ensure('{}', { code: '1.1' })).rejects.toThrow('format')
    expect(await shown()).toBe('2026.12.1 en Feed')
  })
})

describe('a release that raises nothing', () => {
  it('takes the bundled text of the same number as it is now', async () => {
    await ensure(bundled('2026.11.1', 'Before'))
    await ensure(bundled('2026.11.1', 'After'), { code: '1.1', isForced: true })
    expect(await shown()).toBe('2026.11.1 en After')
    expect((await readSlot('current'))?.text).toContain('After')
  })
})
