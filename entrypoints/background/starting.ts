/** What is due when we start: after an installation or update, with the browser, and when the reader switches us on again. */

import type { Runtime } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { orphansGone } from '../../lib/platform/lifetime.ts'
import { migrateStored } from '../../lib/settings/migrate.ts'
import { grantedOf, readAdded } from '../../lib/sites/added.ts'
import { listedPatterns } from '../../lib/sites/scripts.ts'
import { followPermissions } from './added-sites.ts'
import { showOnButtons } from './button.ts'
import { supplyPages } from './edition.ts'
import { nameMenus, putUpMenus } from './menus.ts'
import { isNewRun } from './new-run.ts'
import { annotateOpenTabs } from './open-tabs.ts'
import { welcome } from './welcome.ts'

/** The browser has said why it starts us. */
let isTold = false

const wakeTabs = async () => annotateOpenTabs([...listedPatterns(), ...grantedOf(await readAdded())])

/** After an installation, or an update of us or of the browser. Failures are noted. */
export function onInstalled(details: Runtime.OnInstalledDetailsType): void {
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
}

/** When the browser starts. Failures are noted. */
export function onStartup(): void {
  isTold = true
  showOnButtons().catch(noting('button'))
  // The browser's own language may be another than when it was closed.
  nameMenus().catch(noting('menus'))
  migrateStored().catch(noting('migration'))
  supplyPages(false).catch(noting('startup'))
  followPermissions().catch(noting('permissions'))
}

/**
 * When the reader switches us on again, of which Chromium tells nobody: open tabs come back to life. Firefox gives them our
 * scripts by itself, which ask whether there is a copy. Rejects where storage does.
 */
export async function onSwitchedOn(): Promise<void> {
  if (!(await isNewRun())) return
  await orphansGone()
  if (!isTold) await wakeTabs()
}
