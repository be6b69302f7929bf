/** Mounts the welcome page, and runs on it the same session as on a news page: real marks, real card. */

import { render } from 'preact'
import { Welcome } from '../../components/welcome/Welcome.tsx'
import '../../components/ui/tokens.css'
import '../../components/ui/page.css'
import '../../components/ui/controls.css'
import '../../components/welcome/welcome.css'
import '../highlight.css'
import { readPointer, watchPointer } from '../../lib/editions/read.ts'
import { commandInWords } from '../../lib/i18n/commands.ts'
import { loadInterface } from '../../lib/i18n/interface.ts'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { showTheme } from '../../lib/platform/theme.ts'
import { readSettings } from '../../lib/settings/store.ts'
import { listedPatterns } from '../../lib/sites/scripts.ts'
import { Session } from '../annotate/session.ts'

const root = document.getElementById('root') as HTMLElement

function openOptions(section: string): void {
  browser.tabs.create({ url: browser.runtime.getURL(`options.html${section}`) }).catch(noting('options'))
}

async function draw(): Promise<void> {
  const { language, theme } = await readSettings()
  showTheme(theme)
  const [{ t, locale }, commands, pointer] = await Promise.all([
    loadInterface(language),
    browser.commands?.getAll() ?? [],
    readPointer(),
  ])
  document.documentElement.lang = locale
  document.title = `${t('extension_name')} – ${t('welcome_title')}`
  render(
    <Welcome
      t={t}
      sites={listedPatterns().length}
      shortcuts={commands.flatMap(({ name = '', description = '', shortcut }) =>
        shortcut && name !== '_execute_action' ? [{ does: commandInWords(name, description, t), keys: shortcut }] : [],
      )}
      nextKeys={commands.find(({ name }) => name === 'next')?.shortcut ?? ''}
      isReady={pointer !== null}
      isTouch={matchMedia('(hover: none) and (pointer: coarse)').matches}
      onSettings={() => openOptions('')}
      onSites={() => openOptions('#sites')}
    />,
    root,
  )
}

watchPointer(() => void draw().catch(noting('welcome')))
draw()
  // The article and its language are there to be read from now on; the page has it for as long as it lives.
  .then(() => new Session(new AbortController().signal).begin())
  .catch(noting('welcome'))
