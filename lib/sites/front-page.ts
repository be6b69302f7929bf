/** Follows the tab in front of this window: which it is, how its page stands, and its mentions. */

import { askPage } from '../messaging/client.ts'
import { watchPages } from '../messaging/page-changes.ts'
import type { ListedMention } from '../messaging/protocol.ts'
import { browser } from '../platform/browser.ts'
import { readFrontTab, type FrontTab } from './front-tab.ts'

export interface FrontPage {
  tab: FrontTab
  mentions: readonly ListedMention[]
  /** Date of the article, or null where the page states none. */
  date: string | null
}

async function readFrontPage(): Promise<FrontPage> {
  const tab = await readFrontTab()
  const isShown = tab.id !== null && tab.page?.isOn === true && tab.page.isArticle
  const list = isShown && tab.id !== null ? await askPage(tab.id, { type: 'page.mentions' }) : null
  return { tab, mentions: list?.mentions ?? [], date: list?.date ?? null }
}

/** Calls `onPage` now and whenever another tab comes in front, or its page changes. Returns what looks again at once. */
export function followFrontPage(onPage: (page: FrontPage) => void, onError: (error: unknown) => void): () => void {
  let front: number | null = null
  let isLooking = false
  let isStale = false
  /** One look at a time; what changes meanwhile is looked at after. */
  const look = async (): Promise<void> => {
    isStale = true
    if (isLooking) return
    isLooking = true
    try {
      while (isStale) {
        isStale = false
        const page = await readFrontPage()
        front = page.tab.id
        onPage(page)
      }
    } finally {
      isLooking = false
    }
  }
  const lookAgain = () => void look().catch(onError)
  browser.tabs.onActivated.addListener(lookAgain)
  browser.tabs.onUpdated.addListener((tabId, { status, url, title }) => {
    if (tabId === front && (status ?? url ?? title) !== undefined) lookAgain()
  })
  watchPages((tabId) => tabId === front && lookAgain())
  lookAgain()
  return lookAgain
}
