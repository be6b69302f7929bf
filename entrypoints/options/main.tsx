/** Mounts the options page, with the drivers of its settings and of the dataset. */

import { render } from 'preact'
import { Dataset } from '../../components/options/Dataset.tsx'
import { NetworkLog } from '../../components/options/NetworkLog.tsx'
import { Options } from '../../components/options/Options.tsx'
import '../../components/ui/tokens.css'
import '../../components/ui/page.css'
import '../../components/ui/controls.css'
import '../../components/options/options.css'
import { keepFocus } from '../../lib/platform/keep-focus.ts'
import { showTheme } from '../../lib/platform/theme.ts'
import { MAX_REQUESTS } from '../../lib/updates/log.ts'
import { createDataset } from './dataset.ts'
import { createSettings } from './settings.ts'
import { showSection } from './show-section.ts'

const root = document.getElementById('root') as HTMLElement
keepFocus(root)

function draw(): void {
  const view = settings.view()
  if (view === null) return
  const { t, numbers, locale } = view
  const isFirst = root.childElementCount === 0
  document.documentElement.lang = locale
  document.title = `${t('extension_name')} – ${t('options_title')}`
  showTheme(view.settings.theme)
  const data = dataset.view()
  render(
    <Options
      view={view}
      actions={settings}
      dataset={<Dataset view={data} actions={dataset} t={t} locale={numbers} nowMs={Date.now()} />}
      mostLogged={MAX_REQUESTS}
      log={<NetworkLog requests={data?.requests ?? []} t={t} locale={numbers} onClear={dataset.onClearLog} />}
    />,
    root,
  )
  if (isFirst) showSection(root)
}
const settings = createSettings(draw)
const dataset = createDataset(draw)
