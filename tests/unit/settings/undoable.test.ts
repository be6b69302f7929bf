/** Taking changes back: all of one, but for what was changed since. */

import { beforeEach, expect, it, vi } from 'vitest'
import { createFakeStorage } from './fake-storage.ts'

const browser = vi.hoisted(() => ({ storage: {} as ReturnType<typeof createFakeStorage> }))
vi.mock('../../../lib/platform/browser.ts', () => ({ browser }))
const { changeSetting, writeSettings } = await import('../../../lib/settings/change.ts')
const { firstSettings } = await import('../../../lib/settings/exchange.ts')
const { readSettings } = await import('../../../lib/settings/store.ts')
const { replaceSettings, takeOff } = await import('../../../lib/settings/undoable.ts')

beforeEach(() => {
  browser.storage = createFakeStorage()
})

it('puts back what was replaced, and leaves alone what was chosen since', async () => {
  await writeSettings({ economy: 'JPN', theme: 'dark', sitesOff: ['www.ft.com'] })
  const undo = await replaceSettings(firstSettings)
  expect(await readSettings()).toMatchObject({ economy: '', theme: 'auto', sitesOff: [] })
  await changeSetting('theme', () => 'light')
  await undo()
  expect(await readSettings()).toMatchObject({ economy: 'JPN', theme: 'light', sitesOff: ['www.ft.com'] })
})

it('replaces only what it is told to', async () => {
  await writeSettings({ economy: 'JPN', theme: 'dark' })
  const undo = await replaceSettings(({ economy }) => ({ economy: economy === 'JPN' ? 'DEU' : '' }))
  expect(await readSettings()).toMatchObject({ economy: 'DEU', theme: 'dark' })
  await changeSetting('theme', () => 'light')
  await undo()
  expect(await readSettings()).toMatchObject({ economy: 'JPN', theme: 'light' })
})

it('takes an item off a list and puts it back behind what came meanwhile, once', async () => {
  const item = (text: string) => ({ entry: 'dysprosium', text, host: 'www.ft.com' })
  await writeSettings({ notThis: [item('Dy'), item('dysprosium')] })
  const undo = await takeOff('notThis', item('Dy'))
  expect((await readSettings()).notThis).toEqual([item('dysprosium')])
  await changeSetting('notThis', (now) => [...now, item('Dy'), item('DY')])
  await undo()
  expect((await readSettings()).notThis).toEqual([item('dysprosium'), item('DY'), item('Dy')])
})
