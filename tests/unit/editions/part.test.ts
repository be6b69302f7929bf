import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeStorage } from '../settings/fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { packPart, readPart } = await import('../../../lib/editions/part.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})

describe('a part', () => {
  it('is read as it was packed, and lies there as text', async () => {
    const card = { id: 'dysprosium', figures: [[60, '稀土'], null], isOwn: true }
    await browser.storage.local.set({ card: packPart(card) })
    expect(await browser.storage.local.get('card')).toEqual({ card: expect.any(String) })
    expect(await readPart('card')).toEqual(card)
  })

  it('is none where nothing lies', async () => {
    expect(await readPart('nothing')).toBe(null)
  })

  it('serves as an older version left it, until it is stored anew', async () => {
    await browser.storage.local.set({ old: { id: 'dysprosium' } })
    expect(await readPart('old')).toEqual({ id: 'dysprosium' })
    await browser.storage.local.set({ old: packPart({ id: 'terbium' }) })
    expect(await readPart('old')).toEqual({ id: 'terbium' })
  })
})
