/**
 * The first script on every page: looks whether there is a mention at all, and has the content script brought where there
 * is. Most news has none, and pays for no more than this. Registered in wxt.config.ts.
 */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { noteError } from '../../lib/platform/errors.ts'
import { claimPage, isOwnPage } from '../../lib/platform/lifetime.ts'
import { scout } from './scout.ts'

// Not a WXT content script: those post a message to the page's own listeners when they start.
export default defineUnlistedScript(() => {
  if (!isOwnPage()) return
  const signal = claimPage('scout')
  if (signal) scout(signal).catch((error: unknown) => noteError('session', error))
})
