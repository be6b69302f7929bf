/** What the options page is told of the dataset: at no cost while nothing changes, and where an edition went bad. */

import { describe, expect, it, vi } from 'vitest'
import { withDatabase } from '../../../lib/editions/database.ts'
import type { StoredEdition } from '../../../lib/editions/stored.ts'
import { accept, code, onNewWorlds, publish, shown, updater } from './updating.ts'

vi.mock('../../../lib/platform/browser.ts', () => import('./fake-browser.ts'))
vi.mock('../../../lib/detect/compile.ts', () => import('./no-lexicons.ts'))

onNewWorlds()

describe('the status', () => {
  it('hashes nothing that did not change, and notices every change', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(true)
    await updater.status()
    const digest = vi.spyOn(crypto.subtle, 'digest')
    for (let asked = 0; asked < 5; asked++) await updater.status()
    // Keys are named by their hash; no edition is so small.
    const hashed = () => digest.mock.calls.filter(([, bytes]) => bytes.byteLength > 1000).length
    expect(hashed()).toBe(0)
    await accept()
    expect((await updater.status()).current?.edition).toBe('2026.12.1')
    await updater.rollBack()
    expect((await updater.status()).current?.edition).toBe('2026.11.1')
    digest.mockRestore()
  })

  it('does not stand between a stored edition that went bad and the check that finds it', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(false)
    expect((await updater.status()).previous?.edition).toBe('2026.11.1')
    await withDatabase(async (db) => {
      const previous = (await db.get('editions', 'previous')) as StoredEdition
      await db.put('editions', { ...previous, text: previous.text.replace('Bundled', 'Bungled') }, 'previous')
    })
    expect(code(await updater.rollBack())).toBe('no-previous')
    expect(await shown()).toBe('2026.12.1 Better')
  })
})
