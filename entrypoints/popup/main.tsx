/** Mounts the popup: reads settings and the page's state, and writes what the reader switches. */

import { render } from 'preact'
import { Popup, type PopupProps } from '../../components/popup/Popup.tsx'
import '../../components/ui/tokens.css'
import '../../components/popup/popup.css'
import { translate } from '../../lib/i18n/interface.ts'
import { askPage } from '../../lib/messaging/client.ts'
import { browser } from '../../lib/platform/browser.ts'
import { readPointer } from '../../lib/editions/read.ts'
import { readSettings, watchSettings, writeSetting } from '../../lib/settings/store.ts'

/** How often the open popup asks the page for its counts (ms). */
const ASK_MS = 500

const root = document.getElementById('root') as HTMLElement
document.documentElement.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
document.documentElement.lang = browser.i18n.getUILanguage()

async function draw(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  const [settings, page, pointer] = await Promise.all([
    readSettings(),
    tab?.id === undefined ? null : askPage(tab.id, { type: 'page.state' }),
    readPointer(),
  ])
  const props: PopupProps = {
    settings,
    page,
    edition: pointer?.edition ?? null,
    t: translate,
    onCategory: (category, isOn) => void writeSetting('categories', { ...settings.categories, [category]: isOn }),
    onSite: (host, isOn) =>
      void writeSetting(
        'sitesOff',
        isOn ? settings.sitesOff.filter((off) => off !== host) : [...settings.sitesOff, host],
      ),
    onPause: (isPaused) => void writeSetting('isPaused', isPaused),
  }
  render(<Popup {...props} />, root)
}

watchSettings(() => void draw())
setInterval(() => void draw(), ASK_MS)
void draw()
