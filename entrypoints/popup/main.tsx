/** Mounts the popup: reads settings and the page's state, and writes what the reader switches. */

import { render } from 'preact'
import { Popup, type PopupProps } from '../../components/popup/Popup.tsx'
import '../../components/ui/tokens.css'
import '../../components/popup/popup.css'
import { translate } from '../../lib/i18n/interface.ts'
import { askPage } from '../../lib/messaging/client.ts'
import type { PageState } from '../../lib/messaging/protocol.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { readPointer } from '../../lib/editions/read.ts'
import { readSettings, watchSettings, writeSetting } from '../../lib/settings/store.ts'

/** How often the open popup asks the page for its counts (ms). */
const ASK_MS = 500

const root = document.getElementById('root') as HTMLElement
document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
document.documentElement.lang = browser.i18n.getUILanguage()

/** What is shown; the page's answer may come later than the rest, or never. */
let settings: Settings | null = null
let page: PageState | null = null
let hasAsked = false
let edition: string | null = null

function draw(): void {
  if (settings === null || !hasAsked) return
  const props: PopupProps = {
    settings,
    page,
    edition,
    t: translate,
    // Each switch starts from what is stored, not from what was last drawn: two quick ones must both count.
    onCategory: (category, isOn) => change('categories', (stored) => ({ ...stored, [category]: isOn })),
    onSite: (host, isOn) =>
      change('sitesOff', (stored) => [...stored.filter((off) => off !== host), ...(isOn ? [] : [host])]),
    onPause: (isPaused) => change('isPaused', () => isPaused),
  }
  render(<Popup {...props} />, root)
}

/** Changes are made one after another. */
let changing: Promise<void> = Promise.resolve()

function change<Key extends keyof Settings>(key: Key, to: (stored: Settings[Key]) => Settings[Key]): void {
  changing = changing
    .then(async () => writeSetting(key, to((await readSettings())[key])))
    .then(refresh)
    .catch((error: unknown) => noteError('settings', error))
}

async function refresh(): Promise<void> {
  const [stored, pointer] = await Promise.all([readSettings(), readPointer()])
  settings = stored
  edition = pointer?.edition ?? null
  draw()
}

async function ask(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  const answer = tab?.id === undefined ? null : await askPage(tab.id, { type: 'page.state' })
  page = answer
  hasAsked = true
  draw()
}

/** A page that is busy must not keep the switches away. */
const PATIENCE_MS = 150

watchSettings(() => void refresh())
void refresh()
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
