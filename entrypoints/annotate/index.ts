/** The content script: runs one session on the page for as long as the extension lives. Registered in wxt.config.ts. */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { noteError } from '../../lib/platform/errors.ts'
import { claimPage } from '../../lib/platform/lifetime.ts'
import { runSession } from './session.ts'

// Not a WXT content script: those post a message to the page's own listeners when they start.
export default defineUnlistedScript(() => {
  if (window.top !== window || !(document.documentElement instanceof HTMLElement)) return
  const signal = claimPage()
  if (signal) runSession(signal).catch((error: unknown) => noteError('session', error))
})
