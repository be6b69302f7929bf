/** Reads what popup and side panel have to know of the active tab: its address, what the content script says, what the browser grants. */

import { askPage } from '../messaging/client.ts'
import type { PageState } from '../messaging/protocol.ts'
import { browser } from '../platform/browser.ts'

export interface ActiveTab {
  id: number | null
  windowId: number | null
  /** '' where the browser does not tell. */
  title: string
  /** Null where the browser does not tell: no permission, and no click of the reader's. */
  address: string | null
  isLoading: boolean
  isPdf: boolean
  /** The browser's own page, as far as it says so. */
  isBrowserPage: boolean
  page: PageState | null
}

/** Runs on the page: some browsers show a PDF in a page of their own. */
const contentType = () => document.contentType

/** What Chromium answers to scripts for its own pages; it hides their addresses. */
const BROWSER_PAGE = /access a \w+:\/\/ URL/

async function probe(id: number): Promise<Pick<ActiveTab, 'isPdf' | 'isBrowserPage'>> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId: id }, func: contentType })
    return { isPdf: answer?.result === 'application/pdf', isBrowserPage: false }
  } catch (error) {
    return { isPdf: false, isBrowserPage: BROWSER_PAGE.test(String(error)) }
  }
}

/** Runs on the page: the language that it declares. */
const declaredLanguage = () => document.documentElement.lang

/** The language (BCP 47) that a tab's page declares; '' where it declares none, or does not let us ask. */
export async function languageOf(id: number): Promise<string> {
  try {
    const [answer] = await browser.scripting.executeScript({ target: { tabId: id }, func: declaredLanguage })
    return typeof answer?.result === 'string' ? answer.result : ''
  } catch {
    return ''
  }
}

const hasMarks = (page: PageState | null) => page !== null && Object.values(page.counts).some((count) => count > 0)

/** Reads the active tab of this window; asks the page itself only where it shows no marks. Rejects where the browser does. */
export async function readActiveTab(): Promise<ActiveTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  const id = tab?.id ?? null
  const page = id === null ? null : await askPage(id, { type: 'page.state' })
  return {
    id,
    windowId: tab?.windowId ?? null,
    title: tab?.title ?? '',
    address: tab?.url ?? null,
    isLoading: tab?.status === 'loading',
    isPdf: false,
    isBrowserPage: false,
    ...(id !== null && !hasMarks(page) ? await probe(id) : {}),
    page,
  }
}
