/** Drives the popup: follows how Tradegloss is set up and the page in front, and does what the reader asks. */

import type { PopupProps } from '../../components/popup/Popup.tsx'
import { editionAge } from '../../lib/i18n/age.ts'
import { askPage } from '../../lib/messaging/client.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { insistInPage } from '../../lib/platform/article-gate.ts'
import { hasPanel, openPanel } from '../../lib/platform/panel.ts'
import { changeSetting, type OwnKey } from '../../lib/settings/change.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { withSite } from '../../lib/settings/site.ts'
import { addSites } from '../../lib/sites/permission-prompt.ts'
import { forgetSites } from '../../lib/sites/forget.ts'
import { followActivePage, type ActivePage } from '../../lib/sites/active-page.ts'
import { ALL_SITES, patternOfHost } from '../../lib/sites/match.ts'
import { CONTENT_SCRIPT, injectInto, listedPatterns } from '../../lib/sites/scripts.ts'
import { standingOf } from '../../lib/sites/standing.ts'
import { readSetup, watchSetup, type Setup } from '../../lib/sites/setup.ts'
import { messageOf } from '../../lib/unknown/message.ts'

/** A page that is busy must not keep the switches away (ms). */
const PATIENCE_MS = 150

/** What is known of a page that has not answered yet, or never will. */
const UNANSWERED: ActivePage = {
  tab: {
    id: null,
    windowId: null,
    title: '',
    address: null,
    isLoading: true,
    isPdf: false,
    isBrowserPage: false,
    page: null,
  },
  mentions: [],
  lang: '',
  date: null,
}

export interface PopupDriver {
  /** Null until there is something to show. */
  view(): { locale: string; theme: Settings['theme']; props: PopupProps } | null
}

/** The popup lies over the page that the reader wants to see now. */
const close = () => window.close()

/** Starts at once; `onChange` is called whenever {@link PopupDriver.view} gives something else. */
export function createPopup(onChange: () => void): PopupDriver {
  let setup: Setup | null = null
  let front: ActivePage | null = null
  /** The tab that the browser kept from us when the reader asked for it. */
  let refused: number | null = null
  /** Why the browser did not save what the reader last switched. */
  let problem: string | null = null

  const refresh = async (): Promise<void> => {
    setup = await readSetup(setup)
    onChange()
  }
  const refreshQuietly = () => void refresh().catch(noting('settings'))

  /** Asks the browser; called straight from the click, else it refuses. */
  const allow = (patterns: readonly string[]): void => void addSites(patterns).then(refresh).catch(noting('permission'))
  const remove = (patterns: readonly string[]): void =>
    void forgetSites(patterns).then(refresh).catch(noting('permission'))
  // Each switch starts from what is stored, not from what was last drawn: two quick ones must both count.
  const change = <Key extends OwnKey>(key: Key, to: (now: Settings[Key]) => Settings[Key]): void =>
    void changeSetting(key, to)
      .then(() => (problem = null))
      .catch((error: unknown) => {
        problem = messageOf(error)
      })
      .then(refresh)
      .catch(noting('settings'))

  /** Marks the page this once: opens the gate of an added site, or brings the content script without one. */
  const annotate = async ({ id, page }: ActivePage['tab']): Promise<void> => {
    if (id === null) return
    try {
      await browser.scripting.executeScript({ target: { tabId: id }, func: insistInPage })
      if (page === null) await injectInto(id, CONTENT_SCRIPT)
    } catch {
      refused = id
    }
    lookAgain()
  }
  const show = async (id: number | null, index: number): Promise<void> => {
    if (id === null) return
    await askPage(id, { type: 'page.show', index })
    close()
  }

  const lookAgain = followActivePage((next) => {
    front = next
    onChange()
  }, noting('page'))
  watchSetup(() => {
    refreshQuietly()
    // With another permission the browser tells more of the tab.
    lookAgain()
  })
  refreshQuietly()
  setTimeout(() => {
    front ??= UNANSWERED
    onChange()
  }, PATIENCE_MS)

  return {
    view() {
      if (setup === null || front === null) return null
      const { settings, policy, pointer, added, granted, words } = setup
      const { tab, mentions, lang } = front
      const { id, windowId, page } = tab
      const edition = pointer?.edition ?? null
      const isRefused = refused !== null && refused === id
      const props: PopupProps = {
        settings,
        policy,
        page,
        mentions,
        lang,
        problem,
        edition: pointer && {
          name: pointer.edition,
          age: editionAge(pointer.edition, Date.now(), words.numbers),
          isUnsigned: pointer.isUnsigned === true,
        },
        standing: standingOf({ ...tab, isRefused, edition, settings, listed: listedPatterns(), granted, added }),
        t: words.t,
        onCategory: (category, isOn) => change('categories', (now) => ({ ...now, [category]: isOn })),
        onSite: (host, isOn) => change('sitesOff', (now) => withSite(now, host, isOn)),
        onPause: (isPaused) => change('isPaused', () => isPaused),
        onAnnotate: () => void annotate(tab),
        onAllow: allow,
        onAlways: (host, isOn) => (isOn ? allow : remove)([patternOfHost(host)]),
        onEverywhere: (isOn) => (isOn ? allow : remove)([ALL_SITES]),
        onShow: (index) => void show(id, index).catch(noting('page')),
        onPanel: hasPanel() && windowId !== null ? () => void openPanel(windowId).then(close, noting('panel')) : null,
        onOptions: () => void browser.runtime.openOptionsPage().then(close, noting('options')),
      }
      return { locale: words.locale, theme: settings.theme, props }
    },
  }
}
