/** Drives the side panel: follows the page in front, searches, opens entries, and saves what the reader asks for. */

import type { OpenAction } from '../../components/card/Actions.tsx'
import type { PanelProps, View } from '../../components/panel/Panel.tsx'
import type { Grouping } from '../../components/panel/groups.ts'
import type { ReportFormat } from '../../components/panel/PageView.tsx'
import { citationOf } from '../../lib/card/citation.ts'
import { prepareSearch, type Search, type SearchedEntry } from '../../lib/dataset/search.ts'
import { readSearch } from '../../lib/editions/panel.ts'
import { askPage } from '../../lib/messaging/client.ts'
import { browser } from '../../lib/platform/browser.ts'
import { copyBoth } from '../../lib/platform/copy.ts'
import { noting } from '../../lib/platform/errors.ts'
import { PANEL_ENTRY_KEY, type PanelEntry } from '../../lib/platform/panel.ts'
import { saveFile } from '../../lib/platform/save-file.ts'
import { errorReport } from '../../lib/report/error-report.ts'
import { figuresCsv } from '../../lib/report/figures-csv.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { addSites } from '../../lib/sites/permission-prompt.ts'
import { followActivePage, type ActivePage } from '../../lib/sites/active-page.ts'
import { listedPatterns } from '../../lib/sites/scripts.ts'
import { standingOf } from '../../lib/sites/standing.ts'
import { readStored, watchStored, type Stored } from '../../lib/sites/stored.ts'
import { openEntry, type EntryPlace, type OpenEntry } from './open-entry.ts'
import { reportFile } from './page-report.ts'
import type { WayBack } from './way-back.ts'

export interface PanelDriver {
  /** Null until what is stored was read. */
  view(): { locale: string; theme: Settings['theme']; props: PanelProps } | null
}

/** How an entry was come to, without what was read of it. */
const placeOf = ({ id, term, economy, articleDate }: EntryPlace): EntryPlace => ({ id, term, economy, articleDate })

/** The reader looked for it. */
const UNLED = { term: '', economy: '', articleDate: null }

/** Asks the browser; called straight from the click, else it refuses. */
const allow = (patterns: readonly string[]): void => void addSites(patterns).catch(noting('permission'))

const toTop = () => scrollTo({ top: 0 })

/**
 * Starts at once; `onChange` is called whenever {@link PanelDriver.view} gives something else. `wayBack` leads from an entry,
 * whose button goes with it, to where it was opened.
 */
export function createPanel(onChange: () => void, wayBack: WayBack): PanelDriver {
  let stored: Stored | null = null
  let page: ActivePage | null = null
  let entries: SearchedEntry[] = []
  let search: Search = () => []

  /** Where the reader is in the panel. */
  const at = {
    view: 'page' as View,
    filter: '',
    grouping: 'category' as Grouping,
    query: '',
    entry: null as OpenEntry | null,
    /** Entries that the open one was reached from, the last last. */
    trail: [] as readonly EntryPlace[],
    citation: null as OpenAction,
    copied: 'no' as 'no' | 'yes' | 'failed',
    /** The page that gave no answer when a report of it was asked for. */
    unanswered: null as string | null,
  }
  const go = (change: Partial<typeof at>): void => {
    Object.assign(at, change)
    onChange()
  }
  const titleOf = (id: string) => entries.find((entry) => entry.id === id)?.title ?? id

  const standing = ({ settings, pointer, added, granted }: Stored) => {
    if (page === null) return null
    const edition = pointer?.edition ?? null
    return standingOf({ ...page.tab, isRefused: false, edition, settings, listed: listedPatterns(), granted, added })
  }

  /** Reads an entry as the dataset and the settings are now, and shows it; `trail` is the way back from it. */
  const open = async (place: EntryPlace, trail: readonly EntryPlace[]): Promise<void> => {
    if (stored?.pointer == null) return
    const entry = await openEntry(placeOf(place), stored.pointer, stored.words, stored.settings.economy)
    go({ entry, trail, copied: 'no', citation: null })
  }

  /** Opens an entry, with a way back to the one that is open. */
  const show = (place: EntryPlace): void => {
    const { entry, trail } = at
    if (entry === null) wayBack.note()
    const isOther = entry !== null && entry.id !== place.id
    open(place, isOther ? [...trail, placeOf(entry)] : trail)
      .then(toTop)
      .catch(noting('entry'))
  }

  /** To the entry before, or to the list. */
  const back = (): void => {
    const last = at.trail.at(-1)
    if (last) return void open(last, at.trail.slice(0, -1)).then(toTop).catch(noting('entry'))
    go({ entry: null, copied: 'no', citation: null })
    wayBack.go()
  }

  const report = async (format: ReportFormat): Promise<void> => {
    if (page === null || stored?.pointer == null) return
    const { tab } = page
    const file = await reportFile(format, tab, stored.pointer, stored.words)
    if (file) saveFile(file)
    go({ unanswered: file === null ? tab.address : null })
  }

  const saveFigures = (): void => {
    if (at.entry?.figures == null || stored?.pointer == null) return
    const text = figuresCsv(at.entry.figures, stored.pointer.edition)
    saveFile({ name: `tradegloss-${at.entry.id}-figures.csv`, text, type: 'text/csv' })
  }

  const copyCitation = async (): Promise<void> => {
    if (at.entry?.model == null || stored === null) return
    const { text, html } = citationOf(at.entry.model, stored.words.t)
    go({ citation: (await copyBoth(text, html)) ? 'copied' : 'not-copied' })
  }

  const copyError = async (): Promise<void> => {
    if (at.entry === null || stored?.pointer == null) return
    const { id, term, model } = at.entry
    const figures = (model?.figure?.readings ?? []).filter(({ isChosen }) => isChosen).map(({ id: figure }) => figure)
    try {
      await navigator.clipboard.writeText(
        errorReport({ entry: id, figures, edition: stored.pointer.edition, term }, stored.words.t),
      )
      go({ copied: 'yes' })
    } catch {
      go({ copied: 'failed' })
    }
  }

  const refresh = async (): Promise<void> => {
    const before = stored
    stored = await readStored(before)
    const { pointer, settings, words } = stored
    const isOtherEdition = JSON.stringify(pointer) !== JSON.stringify(before?.pointer)
    if (pointer !== null && isOtherEdition) {
      entries = await readSearch(pointer)
      search = prepareSearch(entries)
    }
    onChange()
    // What is open is said again where another edition, language or economy says it otherwise.
    const isOther = isOtherEdition || before?.words !== words || before.settings.economy !== settings.economy
    if (isOther && at.entry) await open(at.entry, at.trail)
  }

  /** Opens the entry that a card of this window asked for, and forgets it. */
  const takeAskedFor = async (): Promise<void> => {
    const [{ id }, { [PANEL_ENTRY_KEY]: asked }] = await Promise.all([
      browser.windows.getCurrent(),
      browser.storage.session.get(PANEL_ENTRY_KEY),
    ])
    const { windowId, entry, economy = '', articleDate = null } = (asked ?? {}) as Partial<PanelEntry>
    if (entry === undefined || windowId !== id) return
    await browser.storage.session.remove(PANEL_ENTRY_KEY)
    show({ id: entry, term: '', economy, articleDate })
  }

  watchStored(() => void refresh().catch(noting('settings')))
  browser.storage.session.onChanged.addListener((changes) => {
    if (changes[PANEL_ENTRY_KEY]?.newValue !== undefined) takeAskedFor().catch(noting('entry'))
  })
  refresh().then(takeAskedFor).catch(noting('start'))
  followActivePage((next) => {
    page = next
    onChange()
  }, noting('page'))

  return {
    view() {
      if (stored === null) return null
      const { words, settings, pointer } = stored
      const { entry } = at
      const props: PanelProps = {
        t: words.t,
        view: at.view,
        onView: (view) => go({ view, entry: null, trail: [] }),
        page: {
          standing: standing(stored),
          mentions: page?.mentions ?? [],
          lang: page?.lang ?? '',
          filter: at.filter,
          grouping: at.grouping,
          isReportFailed: at.unanswered !== null && at.unanswered === page?.tab.address,
          nameOf: titleOf,
          onFilter: (filter) => go({ filter }),
          onGrouping: (grouping) => go({ grouping }),
          onShow: (index) => page?.tab.id != null && void askPage(page.tab.id, { type: 'page.show', index }),
          onEntry: ({ entry: id, term, economy }) => show({ id, term, economy, articleDate: page?.date ?? null }),
          onAllow: allow,
          onReport: (format) => void report(format).catch(noting('report')),
        },
        search: {
          query: at.query,
          found: search(at.query),
          onQuery: (query) => go({ query }),
          onEntry: (id) => show({ id, ...UNLED }),
        },
        entry: entry && {
          ...entry,
          card: {
            open: at.citation,
            isUnsigned: pointer?.isUnsigned === true,
            onCopy: () => void copyCitation().catch(noting('copy')),
            onOpen: (id) => show({ ...placeOf(entry), id, term: '' }),
          },
          copied: at.copied,
          onBack: back,
          onCsv: saveFigures,
          onReportError: () => void copyError().catch(noting('copy')),
        },
      }
      return { locale: words.locale, theme: settings.theme, props }
    },
  }
}
