/** The background: prepares the dataset, brings open tabs to life, and reads sentences. Lists its handlers only. */

import { defineBackground } from 'wxt/utils/define-background'
import { isMention } from '../../lib/detect/judge.ts'
import { numberTiedTo } from '../../lib/detect/tied-number.ts'
import { serveBackground } from '../../lib/messaging/server.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { ensureEdition } from './edition.ts'
import { annotateOpenTabs } from './open-tabs.ts'

export default defineBackground(() => {
  serveBackground({
    'sentences.read': ({ sentences }) => ({
      numbers: sentences.map(({ text, start, end, language }) => numberTiedTo(text, start, end, language)),
    }),
    'sentences.judge': ({ doubts }) => ({ verdicts: doubts.map(({ sentence, end }) => isMention(sentence, end)) }),
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
