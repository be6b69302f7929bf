/** Installing an edition: parts first, pointer last, left-overs after; and reading it as a page does. */

import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Edition, Locale } from '../../../lib/dataset/types.ts'
import { LANGUAGES } from '../../../lib/detect/types.ts'
import type { EditionPointer } from '../../../lib/editions/keys.ts'
import { edition } from '../dataset/bundled.ts'
import { createFakeStorage } from '../settings/fake-storage.ts'

const browser = vi.hoisted(() => ({
  storage: {} as ReturnType<typeof createFakeStorage>,
  i18n: { getUILanguage: () => 'en' },
}))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { bytesOf, compileForPages, isWhole, MAX_PARTS_BYTES, removeLeftOvers, TooLarge, writeParts } =
  await import('../../../lib/editions/install.ts')
const { readCard, readPointer, readWords, watchPointer } = await import('../../../lib/editions/read.ts')
const { readLexicon } = await import('../../../lib/editions/lexicon.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})
/** A small edition: two entries and what belongs to them. */
const small = (number: string): Edition => {
  const ids = new Set(['dysprosium', 'heavy-rare-earths', 'rare-earths'])
  const of = <Row extends { entry: string }>(rows: Row[]) => rows.filter(({ entry }) => ids.has(entry))
  const { entries, terms, texts, figures, events } = edition.tables
  const tables = {
    ...edition.tables,
    entries: entries.filter(({ id }) => ids.has(id)),
    terms: of(terms),
    texts: of(texts),
    figures: of(figures),
    events: of(events),
  }
  return { ...edition, edition: number, tables }
}
/** One text that pages show, and one that they do not. */
const MESSAGES = { card_close: 'Close', popup_pause: 'Pause everywhere' }
const local = () => browser.storage.local
const write = async (next: Edition, locale: Locale = 'en') => {
  await writeParts(compileForPages(next, { edition: next.edition, locale }, MESSAGES))
  await removeLeftOvers()
}

describe('compileForPages', () => {
  it('gives up at the first card for which there is no room: the rest may take minutes', () => {
    const { tables, ...rest } = small('2026.12.1')
    const text = 'x'.repeat(MAX_PARTS_BYTES)
    const names = tables.entries.map(({ id: entry }) => ({ entry, locale: 'en', field: 'names', text, sources: '' }))
    const endless = { ...rest, tables: { ...tables, texts: names } } as Edition
    const compile = () => compileForPages(endless, { edition: '2026.12.1', locale: 'en' }, MESSAGES)
    expect(compile).toThrow(TooLarge)
  })
})

describe('writeParts', () => {
  it('writes the pointer after everything that it points at', async () => {
    await write(small('2026.12.1'))
    const sets = browser.storage.calls.filter(([, method]) => method === 'set').map(([, , keys]) => keys)
    expect(sets.at(-1)).toEqual(['edition'])
    expect(sets.slice(0, -1).flat()).not.toContain('edition')
    expect(await readPointer()).toEqual({ edition: '2026.12.1', locale: 'en' })
    expect(await isWhole({ edition: '2026.12.1', locale: 'en' })).toBe(true)
    expect(await isWhole({ edition: '2026.12.1', locale: 'de' })).toBe(false)
  })

  it('is found out where a part is missing', async () => {
    await write(small('2026.12.1'))
    await local().remove('edition/2026.12.1/card/en/dysprosium')
    expect(await isWhole({ edition: '2026.12.1', locale: 'en' })).toBe(false)
  })

  it('removes what is left of others only once the pointer has moved, and nothing else', async () => {
    await local().set({ 'setting.isPaused': true })
    await write(small('2026.12.1'))
    browser.storage.calls.length = 0
    await write(small('2026.12.2'))
    const methods = browser.storage.calls.map(
      ([, method, keys]) => `${method}${keys.includes('edition') ? ' pointer' : ''}`,
    )
    expect(methods.indexOf('remove')).toBeGreaterThan(methods.indexOf('set pointer'))
    const keys = [...local().data.keys()]
    expect(keys.filter((key) => key.includes('2026.12.1'))).toEqual([])
    expect(keys).toContain('setting.isPaused')
  })

  it('never reads all of storage to know what is there, but in a browser that cannot tell', async () => {
    await write(small('2026.12.1'))
    browser.storage.calls.length = 0
    await write(small('2026.12.2'))
    const pointer = (await readPointer()) as EditionPointer
    expect(await isWhole(pointer)).toBe(true)
    const read = browser.storage.calls.filter(([, method]) => method === 'get').flatMap(([, , keys]) => keys)
    expect(new Set(read)).toEqual(new Set(['edition', 'edition/2026.12.2/parts/en']))
    // Safari has no getKeys.
    Object.assign(local(), { getKeys: undefined })
    expect(await isWhole(pointer)).toBe(true)
    await write(small('2026.12.3'))
    expect([...local().data.keys()].filter((key) => key.includes('2026.12.2'))).toEqual([])
  })

  it('leaves the old edition working where storage is full', async () => {
    await write(small('2026.12.1'))
    const { set } = local()
    local().set = async (items) => {
      if (Object.keys(items).some((key) => key.includes('2026.12.2'))) throw new Error('QUOTA_BYTES')
      return set(items)
    }
    await expect(write(small('2026.12.2'))).rejects.toThrow('QUOTA')
    const pointer = await readPointer()
    expect(pointer?.edition).toBe('2026.12.1')
    expect((await readCard(pointer as EditionPointer, 'dysprosium'))?.title).toBe('Dysprosium')
  })
})

describe('another language', () => {
  it('takes the place of the card texts, and the lexicons stay', async () => {
    await write(small('2026.12.1'))
    const lexicons = [...local().data.keys()].filter((key) => key.includes('/lexicon/'))
    await write(small('2026.12.1'), 'de')
    const keys = [...local().data.keys()]
    expect(keys).toEqual(expect.arrayContaining(lexicons))
    expect(keys.filter((key) => key.includes('/en/') || key.endsWith('/words/en'))).toEqual([])
    expect(keys).toContain('edition/2026.12.1/card/de/dysprosium')
    expect(await readPointer()).toEqual({ edition: '2026.12.1', locale: 'de' })
  })
})

describe('reading as a page does', () => {
  it('gives null while nothing is stored', async () => {
    expect(await readPointer()).toBeNull()
    const pointer = { edition: '2026.12.1', locale: 'en' } as const
    expect(await readCard(pointer, 'dysprosium')).toBeNull()
    expect(await readLexicon(pointer, 'en')).toBeNull()
    expect(await readWords(pointer)).toBeNull()
  })

  it('opens a card by reading one key', async () => {
    await write(small('2026.12.1'))
    browser.storage.calls.length = 0
    const facts = await readCard({ edition: '2026.12.1', locale: 'en' }, 'dysprosium')
    expect(facts).toMatchObject({ id: 'dysprosium', edition: '2026.12.1' })
    expect(browser.storage.calls).toEqual([['local', 'get', ['edition/2026.12.1/card/en/dysprosium']]])
  })

  it('reads a lexicon without the words of cards, which most pages never need', async () => {
    await write(small('2026.12.1'))
    browser.storage.calls.length = 0
    const pointer = { edition: '2026.12.1', locale: 'en' } as const
    expect((await readLexicon(pointer, 'en'))?.lang).toBe('en')
    expect(browser.storage.calls).toEqual([['local', 'get', ['edition/2026.12.1/lexicon/en']]])
    const words = await readWords(pointer)
    expect(words?.economies.JPN).toBe('Japan')
    expect(words?.messages).toEqual({ card_close: 'Close' })
  })

  it('tells of a swap, and only of that', async () => {
    const onSwap = vi.fn<(pointer: EditionPointer) => void>()
    const stop = watchPointer(onSwap)
    await local().set({ 'setting.isPaused': true, edition: 'nonsense' })
    expect(onSwap).not.toHaveBeenCalled()
    await write(small('2026.12.1'))
    expect(onSwap).toHaveBeenCalledExactlyOnceWith({ edition: '2026.12.1', locale: 'en' })
    stop()
    await write(small('2026.12.2'))
    expect(onSwap).toHaveBeenCalledTimes(1)
  })
})

describe('compileForPages', () => {
  it('has a lexicon for each language, the names, a card and the figures of each entry, the search index, and the list of them', () => {
    const { parts } = compileForPages(edition, { edition: edition.edition, locale: 'en' }, MESSAGES)
    expect(Object.keys(parts)).toHaveLength(LANGUAGES.length + 3 + 2 * edition.tables.entries.length)
  })

  it('takes so little that two editions fit into storage at once, with 1 MB to spare for all else', () => {
    const { parts } = compileForPages(edition, { edition: edition.edition, locale: 'en' }, MESSAGES)
    expect(bytesOf(parts)).toBeLessThan(MAX_PARTS_BYTES)
    expect(2 * MAX_PARTS_BYTES).toBeLessThan(10_485_760 - 1_000_000)
  })

  it('keeps an unsigned edition apart from a signed one of the same number', () => {
    const at = (pointer: EditionPointer) => Object.keys(compileForPages(small('2026.12.1'), pointer, MESSAGES).parts)
    const signed = new Set(at({ edition: '2026.12.1', locale: 'en' }))
    expect(at({ edition: '2026.12.1', locale: 'en', isUnsigned: true }).filter((key) => signed.has(key))).toEqual([])
  })
})
