/** Going back: to the edition before, and to the one that ships with the extension. */

import { describe, expect, it, vi } from 'vitest'
import { code, onNewWorlds, publish, shown, updater } from './updating.ts'

vi.mock('../../../lib/platform/browser.ts', () => import('./fake-browser.ts'))
vi.mock('../../../lib/detect/compile.ts', () => import('./no-lexicons.ts'))

onNewWorlds()

describe('going back', () => {
  it('is to the edition before, and forth again by hand', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(false)
    expect(await updater.rollBack()).toEqual({ ok: true })
    expect(await shown()).toBe('2026.11.1 Bundled')
    expect(await updater.rollBack()).toEqual({ ok: true })
    expect(await shown()).toBe('2026.12.1 Better')
  })
  it('to the bundled edition always works, and starts over', async () => {
    publish('2026.12.1', 'Better')
    await updater.check(false)
    publish('2026.12.2', 'Best')
    await updater.check(false)
    expect(await updater.useBundled()).toEqual({ ok: true })
    expect(await shown()).toBe('2026.11.1 Bundled')
    expect(await updater.check(false)).toEqual({ ok: true, isNew: false })
    expect(await updater.check(true)).toEqual({ ok: true, isNew: true })
    // Also what is below the highest that was used before.
    publish('2026.12.1', 'Better')
    expect(await updater.check(true)).toEqual({ ok: true, isNew: true })
  })
  it('opens no way for a feed to one below the highest that was used', async () => {
    for (const edition of ['2026.12.1', '2026.12.3']) {
      publish(edition, 'Better')
      await updater.check(false)
    }
    await updater.rollBack()
    publish('2026.12.2', 'Replayed')
    expect(code(await updater.check(true))).toBe('lower')
    expect(await shown()).toBe('2026.12.1 Better')
  })
  it('has nowhere to go at first', async () => expect(code(await updater.rollBack())).toBe('no-previous'))
})
