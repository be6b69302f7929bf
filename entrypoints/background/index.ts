/** The background: prepares the dataset, follows permissions, brings open tabs to life, and finds and reads what pages ask about. Lists its handlers only. */

import { defineBackground } from 'wxt/utils/define-background'
import { watchPointer } from '../../lib/editions/read.ts'
import { serveBackground } from '../../lib/messaging/server.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { orphansGone } from '../../lib/platform/lifetime.ts'
import { openPanel } from '../../lib/platform/panel.ts'
import { migrateStored, watchOldForms } from '../../lib/settings/migrate.ts'
import { mirrorPolicy, watchPolicy } from '../../lib/settings/policy.ts'
import { watchSettings } from '../../lib/settings/store.ts'
import { grantedOf, readAdded } from '../../lib/sites/added.ts'
import { forSites } from '../../lib/sites/permission-prompt.ts'
import { listedPatterns } from '../../lib/sites/scripts.ts'
import { followPermissions, watchSites } from './added-sites.ts'
import { showOnButton, showOnButtons } from './button.ts'
import { onCommand } from './commands.ts'
import { findHandlers, followEdition } from './find.ts'
import { finishSwap, followLanguage, supplyPages } from './edition.ts'
import { createMending } from './lacking.ts'
import { isNewRun } from './new-run.ts'
import { nameMenus, onMenu, putUpMenus } from './menus.ts'
import { annotateOpenTabs } from './open-tabs.ts'
import { scoutHandlers } from './scouts.ts'
import { welcome } from './welcome.ts'
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
  const wakeTabs = async () => annotateOpenTabs([...listedPatterns(), ...grantedOf(await readAdded())])
  /** The browser has said why it starts us. */
  let isTold = false
  browser.runtime.onInstalled.addListener((details) => {
    isTold = true
    welcome(details).catch(noting('welcome'))
    putUpMenus().catch(noting('menus'))
    showOnButtons().catch(noting('button'))
    // What was stored in another form must be read first; registered scripts are forgotten by every update.
    migrateStored()
      .catch(noting('migration'))
      .then(() => Promise.all([supplyPages(true), orphansGone()]))
      .then(() => followPermissions())
      .then(wakeTabs)
      .catch(noting('install'))
  })
  // Firefox for Android has neither.
  const { contextMenus, commands }: Partial<typeof browser> = browser
  contextMenus?.onClicked.addListener((info, tab) => void onMenu(info, tab).catch(noting('menus')))
  commands?.onCommand.addListener((command, tab) => void onCommand(command, tab).catch(noting('commands')))
  browser.runtime.onStartup.addListener(() => {
    isTold = true
    showOnButtons().catch(noting('button'))
    // The browser's own language may be another than when it was closed.
    nameMenus().catch(noting('menus'))
    migrateStored().catch(noting('migration'))
    supplyPages(false).catch(noting('startup'))
    followPermissions().catch(noting('permissions'))
  })
  // Firefox gives open tabs our scripts by itself when we are switched on again, which ask whether there is a copy.
  isNewRun()
    .then(async (isNew) => {
      if (!isNew) return
      await orphansGone()
      if (!isTold) await wakeTabs()
    })
    .catch(noting('open tabs'))
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
