/** "Explain with Tradegloss": has the page explain a selection, and where none of ours runs, brings it there this once. */

import { askPage } from '../../lib/messaging/client.ts'
import { MAX_SELECTION } from '../../lib/messaging/protocol.ts'
import { browser } from '../../lib/platform/browser.ts'
import { insistInPage } from '../../lib/platform/article-gate.ts'
import { wait } from '../../lib/platform/wait.ts'
import { CONTENT_SCRIPT, injectInto } from '../../lib/sites/scripts.ts'

/** How often a page that is being read is asked again, and after how many ms. */
const TRIES = 40
const AGAIN_MS = 250

/**
 * False where no card can answer: the page is paused or switched off, or never came to its end. Rejects where the browser
 * lets no extension read the page.
 */
export async function explainIn(tabId: number, selection: string): Promise<boolean> {
  const message = { type: 'page.explain', text: selection.slice(0, MAX_SELECTION) } as const
  const state = await askPage(tabId, { type: 'page.state' })
  if (state?.isOn === false) return false
  if (state === null || !state.isArticle)
    await browser.scripting.executeScript({ target: { tabId }, func: insistInPage })
  if (state === null || state.isScout) await injectInto(tabId, CONTENT_SCRIPT)
  for (let tries = 0; tries < TRIES; tries++) {
    const before = await askPage(tabId, { type: 'page.state' })
    if ((await askPage(tabId, message))?.isExplained) return true
    if (before?.isOn === false) return false
    // A page that was read has its card say that nothing is known.
    if (before?.isRead) return true
    await wait(AGAIN_MS)
  }
  return false
}
