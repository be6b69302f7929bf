/** The list of the page in front: its mentions as the reader filters and groups them, how the page stands, and reports of it. */

import type { Grouping } from '../../components/active-page/groups.ts'
import type { ReportFormat } from '../../components/panel/PageView.tsx'
import type { PanelProps } from '../../components/panel/Panel.tsx'
import { askPage } from '../../lib/messaging/client.ts'
import { noting } from '../../lib/platform/errors.ts'
import { saveFile } from '../../lib/platform/save-file.ts'
import { followActivePage, type ActivePage } from '../../lib/sites/active-page.ts'
import { addSites } from '../../lib/sites/permission-prompt.ts'
import { listedPatterns } from '../../lib/sites/scripts.ts'
import { standingOf } from '../../lib/sites/standing.ts'
import type { EntryPlace } from './open-entry.ts'
import { reportFile } from './page-report.ts'
import type { PanelSource } from './panel-source.ts'

/** Asks the browser; called straight from the click, else it refuses. */
const allow = (patterns: readonly string[]): void => void addSites(patterns).catch(noting('permission'))

export class PageList {
  readonly #source: PanelSource
  readonly #onChange: () => void
  #page: ActivePage | null = null
  #filter = ''
  #grouping: Grouping = 'category'
  /** Address of the page that gave no answer when a report of it was asked for. */
  #unanswered: string | null = null

  /** Follows the page in front at once, for as long as the panel is open. */
  constructor(source: PanelSource, onChange: () => void) {
    this.#source = source
    this.#onChange = onChange
    followActivePage((next) => {
      this.#page = next
      onChange()
    }, noting('page'))
  }

  /** What the panel shows of it; `onEntry` opens the entry of a mention. */
  props(onEntry: (place: EntryPlace) => void): PanelProps['page'] {
    const page = this.#page
    return {
      standing: this.#standing(),
      mentions: page?.mentions ?? [],
      lang: page?.lang ?? '',
      filter: this.#filter,
      grouping: this.#grouping,
      isReportFailed: this.#unanswered !== null && this.#unanswered === page?.tab.address,
      nameOf: (id) => this.#source.titleOf(id),
      onFilter: (filter) => {
        this.#filter = filter
        this.#onChange()
      },
      onGrouping: (grouping) => {
        this.#grouping = grouping
        this.#onChange()
      },
      onShow: (index) => page?.tab.id != null && void askPage(page.tab.id, { type: 'page.show', index }),
      onEntry: ({ entry: id, term, economy }) => onEntry({ id, term, economy, articleDate: page?.date ?? null }),
      onAllow: allow,
      onReport: (format) => void this.#report(format).catch(noting('report')),
    }
  }

  #standing(): PanelProps['page']['standing'] {
    const { setup } = this.#source
    if (this.#page === null || setup === null) return null
    const { settings, pointer, added, granted } = setup
    const edition = pointer?.edition ?? null
    return standingOf({
      ...this.#page.tab,
      isRefused: false,
      edition,
      settings,
      listed: listedPatterns(),
      granted,
      added,
    })
  }

  async #report(format: ReportFormat): Promise<void> {
    const { setup } = this.#source
    if (this.#page === null || setup?.pointer == null) return
    const { tab } = this.#page
    const file = await reportFile(format, tab, setup.pointer, setup.words)
    if (file) saveFile(file)
    this.#unanswered = file === null ? tab.address : null
    this.#onChange()
  }
}
