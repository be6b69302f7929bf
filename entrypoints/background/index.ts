/** The background: prepares the dataset, follows permissions, brings open tabs to life, and finds and reads what pages ask about. Lists its handlers only. */

import { defineBackground } from 'wxt/utils/define-background'
import { watchPointer } from '../../lib/editions/read.ts'
import { serveBackground } from '../../lib/messaging/server.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { openPanel } from '../../lib/platform/panel.ts'
import { watchOldForms } from '../../lib/settings/migrate.ts'
import { mirrorPolicy, watchPolicy } from '../../lib/settings/policy.ts'
import { watchSettings } from '../../lib/settings/store.ts'
import { forSites } from '../../lib/sites/permission-prompt.ts'
import { followPermissions, watchSites } from './added-sites.ts'
import { showOnButton, showOnButtons } from './button.ts'
import { onCommand } from './commands.ts'
import { findHandlers, followEdition } from './find.ts'
import { finishSwap, followLanguage, supplyPages } from './edition.ts'
import { createMending } from './lacking.ts'
import { nameMenus, onMenu } from './menus.ts'
import { annotateOpenTabs } from './open-tabs.ts'
import { scoutHandlers } from './scouts.ts'
import { onInstalled, onStartup, onSwitchedOn } from './starting.ts'
import { followSchedule, updateHandlers, watchAlarm } from './update.ts'

export default defineBackground(() => {
  serveBackground({
    ...scoutHandlers(createMending(supplyPages, noting('edition'))),
    ...findHandlers,
    'panel.open': async ({ entry, economy, articleDate }, { tab }) => {
      if (tab?.windowId !== undefined) await openPanel(tab.windowId, { entry, economy, articleDate })
      return {}
    },
    'page.changed': async (_, { tab }) => {
      if (tab?.id !== undefined) await showOnButton(tab.id)
      return {}
    },
    'sites.add': async ({ patterns }) => {
      await annotateOpenTabs(await followPermissions(patterns))
      return {}
    },
    ...updateHandlers,
  })
  browser.runtime.onInstalled.addListener(onInstalled)
  browser.runtime.onStartup.addListener(onStartup)
  onSwitchedOn().catch(noting('open tabs'))
  // Firefox for Android has neither.
  const { contextMenus, commands }: Partial<typeof browser> = browser
  contextMenus?.onClicked.addListener((info, tab) => void onMenu(info, tab).catch(noting('menus')))
  commands?.onCommand.addListener((command, tab) => void onCommand(command, tab).catch(noting('commands')))
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    forSites(origins)
      .then(async (added) => {
        await followPermissions(added)
        await annotateOpenTabs(added)
      })
      .catch(noting('permissions'))
  })
  browser.permissions.onRemoved.addListener(() => {
    followPermissions().catch(noting('permissions'))
  })
  watchSites(noting('sites'))
  // Firefox tells of no change: whatever woke us is the occasion to look.
  mirrorPolicy().catch(noting('policy'))
  watchPolicy(() => {
    mirrorPolicy().catch(noting('policy'))
    followSchedule().catch(noting('schedule'))
  })
  watchSettings(() => {
    followLanguage().catch(noting('language'))
    followSchedule().catch(noting('schedule'))
    nameMenus().catch(noting('menus'))
    showOnButtons().catch(noting('button'))
  })
  watchOldForms(noting('migration'))
  followEdition()
  // Storage may have been full when the reader chose another language.
  followLanguage().catch(noting('language'))
  // One that was on its way while the reader chose another language is in the old one.
  watchPointer(() => void followLanguage().catch(noting('language')))
  finishSwap().catch(noting('swap'))
  watchAlarm(noting('update'))
  followSchedule().catch(noting('schedule'))
})
