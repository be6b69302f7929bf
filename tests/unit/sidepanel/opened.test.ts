/** The open entry of the side panel: the way back, what is said again, and what came of copying. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EntryPlace, OpenEntry } from '../../../entrypoints/sidepanel/open-entry.ts'
import type { PanelSource } from '../../../entrypoints/sidepanel/panel-source.ts'
import { settle } from '../../helpers/settle.ts'

const openEntry = vi.hoisted(() =>
  vi.fn<(place: EntryPlace, pointer: object, words: object, own: string) => Promise<OpenEntry>>(),
)
vi.mock('../../../lib/platform/browser.ts', () => ({ browser: {} }))
vi.mock('../../../entrypoints/sidepanel/open-entry.ts', () => ({ openEntry }))
const { Opened } = await import('../../../entrypoints/sidepanel/opened.ts')

const setup = {
  pointer: { edition: '2026.11.1' },
  words: { t: (key: string) => key },
  settings: { economy: 'JPN' },
} as unknown as NonNullable<PanelSource['setup']>
const wayBack = { note: vi.fn<() => void>(), go: vi.fn<() => void>() }
const writeText = vi.fn<(text: string) => Promise<void>>()
let source: { setup: typeof setup | null }
let opened: InstanceType<typeof Opened>
let draws: number

const place = (id: string): EntryPlace => ({ id, term: `${id}!`, economy: 'DEU', articleDate: '2026-01-05' })
const shown = () => opened.props()?.id ?? null
async function show(id: string): Promise<void> {
  opened.show(place(id))
  await settle()
}

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubGlobal('scrollTo', vi.fn<() => void>())
  vi.stubGlobal('navigator', { clipboard: { writeText } })
  openEntry.mockImplementation(async (at) => ({ ...at, model: null, figures: null, lists: [] }))
  source = { setup }
  draws = 0
  opened = new Opened(source as unknown as PanelSource, wayBack, () => draws++)
})
afterEach(() => vi.unstubAllGlobals())

it('goes back through what it was reached by, and then to the button in the list', async () => {
  await show('dysprosium')
  expect(wayBack.note).toHaveBeenCalledOnce()
  opened.props()?.card.onOpen('rare-earths')
  await settle()
  // Named in the card, by no term of the page; whose dependence and when stay.
  const named = { ...place('rare-earths'), term: '' }
  expect(openEntry.mock.lastCall?.[0]).toEqual(named)
  opened.props()?.card.onOpen('gallium')
  await settle()
  for (const before of [named, place('dysprosium')]) {
    opened.props()?.onBack()
    await settle()
    expect(openEntry.mock.lastCall?.[0]).toEqual(before)
  }
  expect(wayBack.go).not.toHaveBeenCalled()
  opened.props()?.onBack()
  expect(shown()).toBeNull()
  expect(wayBack.go).toHaveBeenCalledOnce()
  expect(wayBack.note).toHaveBeenCalledOnce()
})

it('leads back once from an entry that was opened twice', async () => {
  await show('dysprosium')
  await show('dysprosium')
  opened.props()?.onBack()
  expect(shown()).toBeNull()
})

it('forgets the way back where the reader leaves for another list', async () => {
  await show('dysprosium')
  await show('rare-earths')
  opened.leave()
  expect(shown()).toBeNull()
  expect(wayBack.go).not.toHaveBeenCalled()
  await show('gallium')
  opened.props()?.onBack()
  expect(shown()).toBeNull()
})

it('is read again as settings are by then, and nothing is where none is open', async () => {
  await opened.reopen()
  expect(openEntry).not.toHaveBeenCalled()
  await show('dysprosium')
  source.setup = { ...setup, settings: { ...setup.settings, economy: 'FRA' } }
  await opened.reopen()
  expect(openEntry.mock.lastCall).toEqual([place('dysprosium'), setup.pointer, setup.words, 'FRA'])
})

it('opens nothing while no edition is stored', async () => {
  source.setup = { ...setup, pointer: null }
  await show('dysprosium')
  expect([shown(), draws]).toEqual([null, 0])
})

it('has itself drawn whenever it shows something else', async () => {
  await show('dysprosium')
  expect(draws).toBe(1)
  opened.props()?.onReportError()
  await settle()
  expect(draws).toBe(2)
  opened.leave()
  expect(draws).toBe(3)
})

it('reports an error in the figure that the card shows, and in no other reading', async () => {
  const readings = [
    { id: 'shown', isChosen: true },
    { id: 'other', isChosen: false },
  ]
  const model = { figure: { readings } } as unknown as NonNullable<OpenEntry['model']>
  openEntry.mockImplementation(async (at) => ({ ...at, model, figures: null, lists: [] }))
  await show('dysprosium')
  opened.props()?.onReportError()
  await settle()
  expect(writeText.mock.lastCall?.[0]).toContain('\nfigure: shown\n')
})

it('says what came of copying an error report, until another entry is open', async () => {
  await show('dysprosium')
  expect(opened.props()?.copied).toBe('no')
  opened.props()?.onReportError()
  await settle()
  expect(writeText.mock.lastCall?.[0]).toContain('entry: dysprosium\nfigure: –\nedition: 2026.11.1\nterm: dysprosium!')
  expect(opened.props()?.copied).toBe('yes')
  writeText.mockRejectedValueOnce(new Error('forbidden'))
  opened.props()?.onReportError()
  await settle()
  expect(opened.props()?.copied).toBe('failed')
  await show('rare-earths')
  expect(opened.props()?.copied).toBe('no')
})
