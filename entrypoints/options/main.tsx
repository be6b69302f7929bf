/** Mounts the options page. */

import { render } from 'preact'
import { DatasetSection } from '../../components/options/Dataset.tsx'
import { NetworkLog } from '../../components/options/NetworkLog.tsx'
import { Section } from '../../components/ui/Section.tsx'
import '../../components/ui/tokens.css'
import '../../components/ui/controls.css'
import '../../components/ui/page.css'
import { loadInterface } from '../../lib/i18n/interface.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { showTheme } from '../../lib/platform/theme.ts'
import { readSettings } from '../../lib/settings/store.ts'
import { createDataset } from './dataset.ts'

async function start(): Promise<void> {
  const root = document.getElementById('root') as HTMLElement
  const settings = await readSettings()
  showTheme(settings.theme)
  const { t, numbers, locale } = await loadInterface(settings.language)
  document.documentElement.lang = locale
  const draw = () => {
    const view = dataset.view()
    render(
      <main class="page">
        <Section id="dataset" title={t('options_data_title')}>
          <DatasetSection view={view} actions={dataset} t={t} locale={numbers} nowMs={Date.now()} />
        </Section>
        <Section id="log" title={t('options_log_title')}>
          <NetworkLog requests={view?.requests ?? []} t={t} locale={numbers} onClear={dataset.onClearLog} />
        </Section>
      </main>,
      root,
    )
  }
  const dataset = createDataset(() => draw())
  draw()
}
start().catch((error: unknown) => noteError('options', error))
