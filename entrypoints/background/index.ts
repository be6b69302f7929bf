/** The background: prepares the dataset, brings open tabs to life, and reads English sentences. Lists its handlers only. */

import { defineBackground } from 'wxt/utils/define-background'
import { numberTiedTo } from '../../lib/detect/english.ts'
import { serveBackground } from '../../lib/messaging/server.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { ensureEdition } from './edition.ts'
import { annotateOpenTabs } from './open-tabs.ts'

export default defineBackground(() => {
  serveBackground({
    'sentences.read': ({ sentences }) => ({
      numbers: sentences.map(({ text, start, end }) => numberTiedTo(text, start, end)),
    }),
  })
  browser.runtime.onInstalled.addListener(() => {
    ensureEdition(true)
      .then(annotateOpenTabs)
      .catch((error: unknown) => noteError('install', error))
  })
  browser.runtime.onStartup.addListener(() => {
    ensureEdition(false).catch((error: unknown) => noteError('startup', error))
  })
})
