/** Mounts the popup: reads settings, permissions and the page's state, and does what the reader switches. */

import { render } from 'preact'
import { Popup } from '../../components/popup/Popup.tsx'
import '../../components/ui/tokens.css'
import '../../components/ui/page.css'
import '../../components/ui/controls.css'
import '../../components/panel/mentions.css'
import '../../components/popup/popup.css'
import { editionAge } from '../../lib/i18n/age.ts'
import { askPage } from '../../lib/messaging/client.ts'
import { watchPages } from '../../lib/messaging/page-changes.ts'
import type { ListedMention } from '../../lib/messaging/protocol.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { insistInPage } from '../../lib/platform/gate.ts'
import { hasPanel, openPanel } from '../../lib/platform/panel.ts'
import { showTheme } from '../../lib/platform/theme.ts'
import { changeSetting, type OwnKey } from '../../lib/settings/change.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { addSites } from '../../lib/sites/asking.ts'
import { forgetSites } from '../../lib/sites/forget.ts'
import { readFrontTab, type FrontTab } from '../../lib/sites/front-tab.ts'
import { ALL_SITES, patternOfHost } from '../../lib/sites/match.ts'
import { CONTENT_SCRIPT, injectInto, listedPatterns } from '../../lib/sites/scripts.ts'
import { standingOf } from '../../lib/sites/standing.ts'
import { readStored, watchStored, type Stored } from '../../lib/sites/stored.ts'

/** How often the open popup asks the page for its counts (ms). */
const ASK_MS = 500
/** A page that is busy must not keep the switches away (ms). */
const PATIENCE_MS = 150

const root = document.getElementById('root') as HTMLElement

/** What is stored and granted; null until it was first read. */
let stored: Stored | null = null
/** The tab; its answer may come later than the rest, or never. */
let tab: FrontTab = {
  id: null,
  windowId: null,
  title: '',
  address: null,
  isLoading: true,
  isPdf: false,
  isBrowserPage: false,
  page: null,
}
let mentions: readonly ListedMention[] = []
/** What the list was last asked for; another count, another list. */
let listedFor = ''
let hasAsked = false
/** The tab that the browser kept from us when the reader asked for it. */
let refused: number | null = null

function draw(): void {
  if (stored === null || !hasAsked) return
  const { settings, policy, pointer, added, granted, words } = stored
  document.documentElement.lang = words.locale
  showTheme(settings.theme)
  const isRefused = refused !== null && refused === tab.id
  const edition = pointer?.edition ?? null
  const { windowId } = tab
  render(
    <Popup
      settings={settings}
      page={tab.page}
      mentions={mentions}
      edition={
        pointer && {
          name: pointer.edition,
          age: editionAge(pointer.edition, Date.now(), words.numbers),
          isUnsigned: pointer.isUnsigned === true,
        }
      }
      policy={policy}
      standing={standingOf({ ...tab, isRefused, edition, settings, listed: listedPatterns(), granted, added })}
      t={words.t}
      // Each switch starts from what is stored, not from what was last drawn: two quick ones must both count.
      onCategory={(category, isOn) => change('categories', (now) => ({ ...now, [category]: isOn }))}
      onSite={(host, isOn) =>
        change('sitesOff', (now) => [...now.filter((off) => off !== host), ...(isOn ? [] : [host])])
      }
      onPause={(isPaused) => change('isPaused', () => isPaused)}
      onAnnotate={() => void annotate(tab.id)}
      onAllow={allow}
      onAlways={(host, isOn) => (isOn ? allow : remove)([patternOfHost(host)])}
      onEverywhere={(isOn) => (isOn ? allow : remove)([ALL_SITES])}
      onShow={(index) => void show(index).catch(noting('page'))}
      onPanel={hasPanel() && windowId !== null ? () => void openPanel(windowId).then(close, noting('panel')) : null}
      onOptions={() => void browser.runtime.openOptionsPage().then(close, noting('options'))}
    />,
    root,
  )
}

/** The popup lies over the page that the reader wants to see now. */
const close = () => window.close()

async function show(index: number): Promise<void> {
  if (tab.id === null) return
  await askPage(tab.id, { type: 'page.show', index })
  close()
}

/** Asks the browser; called straight from the click, else it refuses. */
const allow = (patterns: readonly string[]): void => void addSites(patterns).then(refresh).catch(noting('permission'))

const remove = (patterns: readonly string[]): void =>
  void forgetSites(patterns).then(refresh).catch(noting('permission'))

/** Marks the page this once: opens the gate of an added site, or brings the content script without one. */
async function annotate(id: number | null): Promise<void> {
  if (id === null) return
  try {
    await browser.scripting.executeScript({ target: { tabId: id }, func: insistInPage })
    if (tab.page === null) await injectInto(id, CONTENT_SCRIPT)
  } catch {
    refused = id
  }
  await ask()
}

function change<Key extends OwnKey>(key: Key, to: (now: Settings[Key]) => Settings[Key]): void {
  changeSetting(key, to).then(refresh).catch(noting('settings'))
}

async function refresh(): Promise<void> {
  stored = await readStored(stored)
  draw()
}

/** Asks the page how it stands, and for its mentions where they may be others now. */
async function ask(): Promise<void> {
  tab = await readFrontTab()
  hasAsked = true
  draw()
  const { id, page } = tab
  const shown = page?.isOn && page.isRead ? JSON.stringify([id, page.counts]) : ''
  if (shown === listedFor) return
  const list = id !== null && shown !== '' ? await askPage(id, { type: 'page.mentions' }) : null
  listedFor = shown
  mentions = list?.mentions ?? []
  draw()
}

const refreshQuietly = () => {
  // Switches change what the list holds, and no count.
  listedFor = '?'
  void refresh().catch(noting('settings'))
}
watchStored(refreshQuietly)
refreshQuietly()
setTimeout(() => {
  hasAsked = true
  draw()
}, PATIENCE_MS)
let isAsking = false
const poll = async (): Promise<void> => {
  if (isAsking) return
  isAsking = true
  await ask().catch(noting('page'))
  isAsking = false
}
watchPages((tabId) => {
  if (tabId === tab.id) listedFor = '?'
})
void poll()
setInterval(() => void poll(), ASK_MS)
