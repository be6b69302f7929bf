/** The content script of pages that hold a mention: marks them for as long as the extension lives. Brought by the background (`lib/sites/scripts.ts`). */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { noting } from '../../lib/platform/errors.ts'
import { claimPage, isOwnPage } from '../../lib/platform/lifetime.ts'
import { Session } from './session.ts'

export default defineUnlistedScript(() => {
  if (!isOwnPage()) return
  const signal = claimPage('annotator')
  if (signal) new Session(signal).begin().catch(noting('session'))
})
