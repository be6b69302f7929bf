/** The background: prepares the dataset, follows permissions, brings open tabs to life, and reads sentences. Lists its handlers only. */

import { defineBackground } from 'wxt/utils/define-background'
import { isMention } from '../../lib/detect/judge.ts'
import { numberTiedTo } from '../../lib/detect/tied-number.ts'
import { serveBackground } from '../../lib/messaging/server.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { watchSettings } from '../../lib/settings/store.ts'
import { grantedOf, readAdded } from '../../lib/sites/added.ts'
import { listedPatterns } from '../../lib/sites/scripts.ts'
import { followPermissions, watchSites } from './added-sites.ts'
import { ensureEdition, followLanguage } from './edition.ts'
import { openPanel } from './open-panel.ts'
import { annotateOpenTabs } from './open-tabs.ts'

const noting =
  (where: string) =>
  (error: unknown): void =>
    noteError(where, error)

export default defineBackground(() => {
  serveBackground({
    'sentences.read': ({ sentences }) => ({
      numbers: sentences.map(({ text, start, end, language }) => numberTiedTo(text, start, end, language)),
    }),
    'sentences.judge': ({ doubts }) => ({ verdicts: doubts.map(({ sentence, end }) => isMention(sentence, end)) }),
    'panel.open': async ({ entry }, { tab }) => ({ isOpen: await openPanel(entry, tab?.id) }),
  })
  browser.runtime.onInstalled.addListener(() => {
    // Browsers forget registered scripts when an extension is updated.
    ensureEdition(true)
      .then(() => followPermissions())
      .then(async () => annotateOpenTabs([...listedPatterns(), ...grantedOf(await readAdded())]))
      .catch(noting('install'))
  })
  browser.runtime.onStartup.addListener(() => {
    ensureEdition(false).catch(noting('startup'))
    followPermissions().catch(noting('permissions'))
  })
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    followPermissions(origins)
      .then(() => annotateOpenTabs(origins))
      .catch(noting('permissions'))
  })
  browser.permissions.onRemoved.addListener(() => {
    followPermissions().catch(noting('permissions'))
  })
  watchSites(noting('sites'))
  watchSettings(() => void followLanguage().catch(noting('language')))
})
