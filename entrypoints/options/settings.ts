/** Drives the options page but for its dataset (`dataset.ts`): does what the reader asks for, and has the page drawn anew. */

import type { OptionsActions, OptionsView } from '../../components/options/options-view.ts'
import { watchPointer } from '../../lib/editions/read.ts'
import { browser } from '../../lib/platform/browser.ts'
import { saveFile } from '../../lib/platform/save-file.ts'
import { today } from '../../lib/platform/today.ts'
import { changeSetting } from '../../lib/settings/change.ts'
import { changedKeys, exportSettings, firstSettings, importSettings } from '../../lib/settings/exchange.ts'
import { watchPolicy } from '../../lib/settings/policy.ts'
import { readStored, watchSettings } from '../../lib/settings/store.ts'
import { replaceSettings, takeOff } from '../../lib/settings/undoable.ts'
import { watchAdded } from '../../lib/sites/added.ts'
import { forgetSites } from '../../lib/sites/forget.ts'
import { hostOfPattern } from '../../lib/sites/match.ts'
import { forgetEdition } from './known.ts'
import { OptionsState } from './options-state.ts'

export interface SettingsDriver extends OptionsActions {
  /** Null until everything was read once. */
  view(): OptionsView | null
}

/** Where Chromium keeps the shortcuts; Firefox has a call for it. */
const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts'

/** Any file that was chosen is dealt with. */
const NO_FILE = { preview: null, problem: null }

/** Starts at once; `onChange` is called whenever {@link SettingsDriver.view} gives something else. */
export function createSettings(onChange: () => void): SettingsDriver {
  const state = new OptionsState(onChange)

  const refresh = () => state.refreshQuietly()
  watchSettings(refresh)
  watchPolicy(refresh)
  watchAdded(refresh)
  watchPointer(() => {
    forgetEdition()
    refresh()
  })
  // Shortcuts are changed on a page of the browser's, which tells nobody.
  document.addEventListener('visibilitychange', () => !document.hidden && refresh())
  refresh()

  return {
    view: () => state.view,
    onChange: (key, to) =>
      state.do(async () => {
        await changeSetting(key, to)
        return { done: null }
      }),
    onSiteOn: (host) => state.doUndoably(() => takeOff('sitesOff', host), state.t('options_sites_on_done', { host })),
    onRemoveSite: (pattern) =>
      state.do(async () => {
        const kept = await forgetSites([pattern])
        const host = hostOfPattern(pattern) || state.t('options_sites_all')
        const says = kept.length > 0 ? 'options_sites_removed_feed' : 'options_sites_removed'
        return { done: { text: state.t(says, { host }), undo: null } }
      }),
    onRemoveNotThis: (item) =>
      state.doUndoably(() => takeOff('notThis', item), state.t('card_restored', { text: item.text })),
    onChangeShortcuts: () =>
      state.do(async () => {
        if (browser.commands.openShortcutSettings) await browser.commands.openShortcutSettings()
        else await browser.tabs.create({ url: SHORTCUTS_PAGE })
        return {}
      }),
    onExport: () =>
      state.do(async () => {
        const { own } = await readStored()
        const name = `tradegloss-settings-${today()}.json`
        saveFile({ name, text: exportSettings(own), type: 'application/json' })
        return { done: { text: state.t('options_exported', { file: name }), undo: null } }
      }),
    onFile: (file) =>
      state.do(async () => {
        const text = await file.text().catch(() => null)
        if (text === null) return { preview: null, problem: state.t('options_unreadable') }
        const read = importSettings(text)
        if (!read.ok) return { preview: null, problem: state.t(read.problem.says, read.problem.values) }
        const { own } = await readStored()
        const { settings } = read
        return { problem: null, preview: { settings, changes: changedKeys(own, settings) } }
      }),
    onApply: () =>
      state.doUndoably(
        () => replaceSettings(() => state.view?.preview?.settings ?? {}),
        state.t('options_imported'),
        NO_FILE,
      ),
    onCancel: () => state.say({ preview: null }),
    onReset: () => state.doUndoably(() => replaceSettings(firstSettings), state.t('options_reset_done'), NO_FILE),
    onDismiss: () => state.say({ done: null }),
  }
}
