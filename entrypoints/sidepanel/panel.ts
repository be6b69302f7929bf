/** Drives the side panel: puts its lists and the open entry together, and opens what a card asked for. */

import type { PanelProps, View } from '../../components/panel/Panel.tsx'
import { browser } from '../../lib/platform/browser.ts'
import { noting } from '../../lib/platform/errors.ts'
import { PANEL_ENTRY_KEY, type PanelEntry } from '../../lib/platform/panel.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { watchSetup } from '../../lib/sites/setup.ts'
import type { EntryPlace } from './open-entry.ts'
import { Opened } from './opened.ts'
import { PageList } from './page-list.ts'
import { PanelSource } from './panel-source.ts'
import type { WayBack } from './way-back.ts'

export interface PanelDriver {
  /** Null until it is known how Tradegloss is set up. */
  view(): { locale: string; theme: Settings['theme']; props: PanelProps } | null
}

/** The reader looked for it. */
const UNLED = { term: '', economy: '', articleDate: null }

/** The entry that a card of this window asked for, which is forgotten with that; null where none did. */
async function takeAskedFor(): Promise<EntryPlace | null> {
  const [{ id }, { [PANEL_ENTRY_KEY]: asked }] = await Promise.all([
    browser.windows.getCurrent(),
    browser.storage.session.get(PANEL_ENTRY_KEY),
  ])
  const { windowId, entry, economy = '', articleDate = null } = (asked ?? {}) as Partial<PanelEntry>
  if (entry === undefined || windowId !== id) return null
  await browser.storage.session.remove(PANEL_ENTRY_KEY)
  return { id: entry, term: '', economy, articleDate }
}

/**
 * Starts at once; `onChange` is called whenever {@link PanelDriver.view} gives something else. `wayBack` leads from an entry,
 * whose button goes with it, to where it was opened.
 */
export function createPanel(onChange: () => void, wayBack: WayBack): PanelDriver {
  const source = new PanelSource()
  const opened = new Opened(source, wayBack, onChange)
  const page = new PageList(source, onChange)
  let view: View = 'page'
  let query = ''

  const open = (place: EntryPlace) => opened.show(place)
  const refresh = async (): Promise<void> => {
    const isOther = await source.refresh()
    onChange()
    if (isOther) await opened.reopen()
  }
  const openAskedFor = async (): Promise<void> => {
    const place = await takeAskedFor()
    if (place) open(place)
  }

  watchSetup(() => void refresh().catch(noting('settings')))
  browser.storage.session.onChanged.addListener((changes) => {
    if (changes[PANEL_ENTRY_KEY]?.newValue !== undefined) openAskedFor().catch(noting('entry'))
  })
  refresh().then(openAskedFor).catch(noting('start'))

  return {
    view() {
      if (source.setup === null) return null
      const { words, settings } = source.setup
      const props: PanelProps = {
        t: words.t,
        view,
        onView(next) {
          view = next
          opened.leave()
        },
        page: page.props(open),
        search: {
          query,
          found: source.find(query),
          onQuery(next) {
            query = next
            onChange()
          },
          onEntry: (id) => open({ id, ...UNLED }),
        },
        entry: opened.props(),
      }
      return { locale: words.locale, theme: settings.theme, props }
    },
  }
}
