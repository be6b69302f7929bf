/** Follows the active tab of this window: which it is, how its page stands, and its mentions. */

import { askPage } from '../messaging/client.ts'
import { watchPages } from '../messaging/page-changes.ts'
import type { ListedMention } from '../messaging/protocol.ts'
import { browser } from '../platform/browser.ts'
import { createRefresh } from '../platform/turns.ts'
import { languageOf, readActiveTab, type ActiveTab } from './active-tab.ts'

export interface ActivePage {
  tab: ActiveTab
  mentions: readonly ListedMention[]
  /** Language (BCP 47) of the mentions' words, as the page declares it; '' where it declares none. */
  lang: string
  /** Date of the article, or null where the page states none. */
  date: string | null
}

async function readActivePage(): Promise<ActivePage> {
  const tab = await readActiveTab()
  const isShown = tab.id !== null && tab.page?.isOn === true && tab.page.isArticle
  const list = isShown && tab.id !== null ? await askPage(tab.id, { type: 'page.mentions' }) : null
  const mentions = list?.mentions ?? []
  const lang = tab.id !== null && mentions.length > 0 ? await languageOf(tab.id) : ''
  return { tab, mentions, lang, date: list?.date ?? null }
}

/** Calls `onPage` now and whenever another tab comes in front, or its page changes. Returns what looks again at once. */
export function followActivePage(onPage: (page: ActivePage) => void, onError: (error: unknown) => void): () => void {
  let active: number | null = null
  const look = createRefresh(async () => {
    const page = await readActivePage()
    active = page.tab.id
    onPage(page)
  })
  const lookAgain = () => void look().catch(onError)
  browser.tabs.onActivated.addListener(lookAgain)
  browser.tabs.onUpdated.addListener((tabId, { status, url, title }) => {
    if (tabId === active && (status ?? url ?? title) !== undefined) lookAgain()
  })
  watchPages((tabId) => tabId === active && lookAgain())
  lookAgain()
  return lookAgain
}
