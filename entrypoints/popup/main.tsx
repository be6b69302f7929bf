/** Mounts the popup: reads settings, permissions and the page's state, and does what the reader switches. */

import { render } from 'preact'
import { Popup, type PopupProps } from '../../components/popup/Popup.tsx'
import '../../components/ui/tokens.css'
import '../../components/popup/popup.css'
import { loadInterface, type Interface } from '../../lib/i18n/interface.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { insistInPage } from '../../lib/platform/gate.ts'
import { readAdded, watchAdded, writeAdded, type AddedSites } from '../../lib/sites/added.ts'
import { ALL_SITES, patternOfHost } from '../../lib/sites/match.ts'
import { filesFor, injectInto, listedPatterns } from '../../lib/sites/scripts.ts'
import { standingOf } from '../../lib/sites/standing.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { readPointer } from '../../lib/editions/read.ts'
import { changeSetting, type OwnKey } from '../../lib/settings/change.ts'
import { readSettings, watchSettings } from '../../lib/settings/store.ts'
import { readFrontTab, type FrontTab } from './tab.ts'

/** How often the open popup asks the page for its counts (ms). */
const ASK_MS = 500
/** A page that is busy must not keep the switches away (ms). */
const PATIENCE_MS = 150

const root = document.getElementById('root') as HTMLElement
document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

/** What is stored and granted; null until it was first read. */
let stored: {
  settings: Settings
  edition: string | null
  added: AddedSites
  granted: readonly string[]
  words: Interface
} | null = null
/** The tab; its answer may come later than the rest, or never. */
let tab: FrontTab = { id: null, address: null, isLoading: true, isPdf: false, isBrowserPage: false, page: null }
let hasAsked = false
/** The tab that the browser kept from us when the reader asked for it. */
let refused: number | null = null

function draw(): void {
  if (stored === null || !hasAsked) return
  const { settings, edition, added, granted, words } = stored
  document.documentElement.lang = words.locale
  const { page } = tab
  const isRefused = refused !== null && refused === tab.id
  const props: PopupProps = {
    settings,
    page,
    edition,
    standing: standingOf({ ...tab, isRefused, edition, settings, listed: listedPatterns(), granted, added }),
    t: words.t,
    // Each switch starts from what is stored, not from what was last drawn: two quick ones must both count.
    onCategory: (category, isOn) => change('categories', (now) => ({ ...now, [category]: isOn })),
    onSite: (host, isOn) =>
      change('sitesOff', (now) => [...now.filter((off) => off !== host), ...(isOn ? [] : [host])]),
    onPause: (isPaused) => change('isPaused', () => isPaused),
    onAnnotate: () => void annotate(tab.id),
    onAllow: allow,
    onAlways: (host, isOn) => (isOn ? allow : remove)([patternOfHost(host)]),
    onEverywhere: (isOn) => (isOn ? allow : remove)([ALL_SITES]),
  }
  render(<Popup {...props} />, root)
}

/** Asks the browser; called straight from the click, else it refuses. The background hears the answer, even where this popup closes. */
function allow(patterns: readonly string[]): void {
  browser.permissions
    .request({ origins: [...patterns] })
    .then(refresh)
    .catch((error: unknown) => noteError('permission', error))
}

/** Forgets sites first, so that giving the permission back is not taken for its withdrawal. */
async function forget(patterns: readonly string[]): Promise<void> {
  const added = { ...(await readAdded()) }
  for (const pattern of patterns) delete added[pattern]
  await writeAdded(added)
  await browser.permissions.remove({ origins: [...patterns] })
  await refresh()
}
const remove = (patterns: readonly string[]): void =>
  void forget(patterns).catch((error: unknown) => noteError('permission', error))

/** Marks the page this once: opens the gate of an added site, or brings the content script without one. */
async function annotate(id: number | null): Promise<void> {
  if (id === null) return
  try {
    await browser.scripting.executeScript({ target: { tabId: id }, func: insistInPage })
    if (tab.page === null) await injectInto(id, filesFor(true))
  } catch {
    refused = id
  }
  await ask()
}

function change<Key extends OwnKey>(key: Key, to: (now: Settings[Key]) => Settings[Key]): void {
  changeSetting(key, to)
    .then(refresh)
    .catch((error: unknown) => noteError('settings', error))
}

async function refresh(): Promise<void> {
  const [settings, pointer, added, { origins: granted = [] }] = await Promise.all([
    readSettings(),
    readPointer(),
    readAdded(),
    browser.permissions.getAll(),
  ])
  const words = stored?.settings.language === settings.language ? stored.words : await loadInterface(settings.language)
  stored = { settings, edition: pointer?.edition ?? null, added, granted, words }
  draw()
}

async function ask(): Promise<void> {
  tab = await readFrontTab()
  hasAsked = true
  draw()
}

const refreshQuietly = () => void refresh().catch((error: unknown) => noteError('settings', error))
watchSettings(refreshQuietly)
watchAdded(refreshQuietly)
browser.permissions.onAdded.addListener(refreshQuietly)
browser.permissions.onRemoved.addListener(refreshQuietly)
refreshQuietly()
setTimeout(() => {
  hasAsked = true
  draw()
}, PATIENCE_MS)
let isAsking = false
const poll = async (): Promise<void> => {
  if (isAsking) return
  isAsking = true
  await ask().catch((error: unknown) => noteError('page', error))
  isAsking = false
}
void poll()
setInterval(() => void poll(), ASK_MS)
