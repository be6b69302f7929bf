/** Drives the options page: does what the reader asks, remembers how to undo it, and tells the page to draw. */

import type { OptionsActions, OptionsView } from '../../components/options/options-view.ts'
import { watchPointer } from '../../lib/editions/read.ts'
import type { MessageKey } from '../../lib/i18n/t.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { saveFile } from '../../lib/platform/save-file.ts'
import { changeSetting, writeSettings, type OwnKey, type OwnSettings } from '../../lib/settings/change.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { changedKeys, exportSettings, firstSettings, importSettings } from '../../lib/settings/exchange.ts'
import { watchPolicy } from '../../lib/settings/policy.ts'
import { isSame } from '../../lib/settings/same.ts'
import { readStored, watchSettings } from '../../lib/settings/store.ts'
import { watchAdded } from '../../lib/sites/added.ts'
import { forgetSites } from '../../lib/sites/forget.ts'
import { hostOfPattern } from '../../lib/sites/match.ts'
import { forgetEdition, readKnown, type Known } from './known.ts'

export interface SettingsDriver extends OptionsActions {
  /** Null until everything was read once. */
  view(): OptionsView | null
}

/** Where Chromium keeps the shortcuts; Firefox has a call for it. */
const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts'

function own(settings: Settings): OwnSettings {
  const { sitesAllowed: _, ...mine } = settings
  return mine
}

/** Starts at once; `onChange` is called whenever {@link SettingsDriver.view} gives something else. */
export function createSettings(onChange: () => void): SettingsDriver {
  let known: Known | null = null
  let memory: Pick<OptionsView, 'problem' | 'preview' | 'done'> = { problem: null, preview: null, done: null }

  const remember = (change: Partial<typeof memory>): void => {
    memory = { ...memory, ...change }
    onChange()
  }
  const refresh = async (): Promise<void> => {
    if (known === null) {
      known = await readKnown(true)
      onChange()
    }
    known = await readKnown(false)
    onChange()
  }
  const refreshQuietly = () => void refresh().catch((error: unknown) => noteError('options', error))
  const t = (key: MessageKey, values?: Record<string, string>) => known?.t(key, values) ?? ''

  /** Does something and says so, or says what kept it from being done. */
  const doing = (work: () => Promise<Partial<typeof memory>>): void => {
    work()
      .catch((error: unknown): Partial<typeof memory> => {
        const problem = error instanceof Error ? error.message : String(error)
        return { done: { text: t('options_not_saved', { problem }), undo: null } }
      })
      .then(async (change) => {
        await refresh()
        remember(change)
      })
      .catch((error: unknown) => noteError('options', error))
  }
  const undone = () => ({ done: { text: t('options_undone'), undo: null } })
  /** Writes what `settings` makes of those stored now, with a way back for what nobody has changed since. */
  const replacing = (settings: (before: OwnSettings) => Partial<OwnSettings>, text: () => string): void =>
    doing(async () => {
      const before = own((await readStored()).own)
      const written = settings(before)
      await writeSettings(written)
      const undo = () =>
        doing(async () => {
          const { own: now } = await readStored()
          const kept = (Object.keys(written) as OwnKey[]).filter((key) => isSame(now[key], written[key]))
          await writeSettings(Object.fromEntries(kept.map((key) => [key, before[key]])))
          return undone()
        })
      return { preview: null, problem: null, done: { text: text(), undo } }
    })
  /** Takes something off a list, with a way to put it back. */
  const taking = <Key extends 'sitesOff' | 'notThis'>(
    key: Key,
    item: Settings[Key][number],
    text: () => string,
  ): void =>
    doing(async () => {
      const others = (list: Settings[Key]) => list.filter((each) => !isSame(each, item)) as Settings[Key]
      await changeSetting(key, others)
      const undo = () =>
        doing(async () => {
          await changeSetting(key, (now) => [...others(now), item] as Settings[Key])
          return undone()
        })
      return { done: { text: text(), undo } }
    })

  watchSettings(refreshQuietly)
  watchPolicy(refreshQuietly)
  watchAdded(refreshQuietly)
  watchPointer(() => {
    forgetEdition()
    refreshQuietly()
  })
  // Shortcuts are changed on a page of the browser's, which tells nobody.
  document.addEventListener('visibilitychange', () => !document.hidden && refreshQuietly())
  refreshQuietly()

  return {
    view: () => known && { ...known, ...memory },
    onChange: (key, to) =>
      doing(async () => {
        await changeSetting(key, to)
        return { done: null }
      }),
    onSiteOn: (host) => taking('sitesOff', host, () => t('options_sites_on_done', { host })),
    onRemoveSite: (pattern) =>
      doing(async () => {
        const kept = await forgetSites([pattern])
        const host = hostOfPattern(pattern) || t('options_sites_all')
        const says = kept.length > 0 ? 'options_sites_removed_feed' : 'options_sites_removed'
        return { done: { text: t(says, { host }), undo: null } }
      }),
    onRemoveNotThis: (item) => taking('notThis', item, () => t('options_not_this_removed', { text: item.text })),
    onChangeShortcuts: () =>
      doing(async () => {
        if (browser.commands.openShortcutSettings) await browser.commands.openShortcutSettings()
        else await browser.tabs.create({ url: SHORTCUTS_PAGE })
        return {}
      }),
    onExport: () =>
      doing(async () => {
        const { own: mine } = await readStored()
        const name = `tradegloss-settings-${new Date().toISOString().slice(0, 10)}.json`
        saveFile({ name, text: exportSettings(mine), type: 'application/json' })
        return { done: { text: t('options_exported', { file: name }), undo: null } }
      }),
    onFile: (file) =>
      doing(async () => {
        const text = await file.text().catch(() => null)
        if (text === null) return { preview: null, problem: t('options_unreadable') }
        const read = importSettings(text)
        if (!read.ok) return { preview: null, problem: t(read.problem.says, read.problem.values) }
        const { own: mine } = await readStored()
        const { settings } = read
        return { problem: null, preview: { settings, changes: changedKeys(mine, settings) } }
      }),
    onApply: () =>
      replacing(
        () => memory.preview?.settings ?? {},
        () => t('options_imported'),
      ),
    onCancel: () => remember({ preview: null }),
    onReset: () => replacing(firstSettings, () => t('options_reset_done')),
    onDismiss: () => remember({ done: null }),
  }
}
