/** The entry that is open in the side panel: the way to it and back, and what the reader takes from it. */

import type { OpenAction } from '../../components/card/Actions.tsx'
import type { PanelProps } from '../../components/panel/Panel.tsx'
import { citationOf } from '../../lib/card/citation.ts'
import { copyBoth } from '../../lib/platform/copy.ts'
import { noting } from '../../lib/platform/errors.ts'
import { saveFile } from '../../lib/platform/save-file.ts'
import { errorReport } from '../../lib/report/error-report.ts'
import { figuresCsv } from '../../lib/report/figures-csv.ts'
import { openEntry, type EntryPlace, type OpenEntry } from './open-entry.ts'
import type { PanelSource } from './panel-source.ts'
import type { WayBack } from './way-back.ts'

/** How an entry was come to, without what was read of it. */
const placeOf = ({ id, term, economy, articleDate }: EntryPlace): EntryPlace => ({ id, term, economy, articleDate })

const toTop = () => scrollTo({ top: 0 })

/** Nothing was copied of an entry that has just come into view. */
const UNCOPIED = { citation: null as OpenAction, report: 'no' as 'no' | 'yes' | 'failed' }

export class Opened {
  readonly #source: PanelSource
  readonly #wayBack: WayBack
  readonly #onChange: () => void
  #entry: OpenEntry | null = null
  /** Entries that it was reached from, the most recent last. */
  #trail: readonly EntryPlace[] = []
  /** What came of copying its citation, and a report of an error in it. */
  #copied = UNCOPIED

  /** `wayBack` leads from an entry, whose button goes with it, to where it was opened. */
  constructor(source: PanelSource, wayBack: WayBack, onChange: () => void) {
    this.#source = source
    this.#wayBack = wayBack
    this.#onChange = onChange
  }

  /** What the panel shows of it, or null where none is open. */
  props(): PanelProps['entry'] {
    const entry = this.#entry
    return (
      entry && {
        ...entry,
        card: {
          open: this.#copied.citation,
          isUnsigned: this.#source.setup?.pointer?.isUnsigned === true,
          onCopy: () => void this.#copyCitation().catch(noting('copy')),
          onOpen: (id) => this.show({ ...placeOf(entry), id, term: '' }),
        },
        copied: this.#copied.report,
        onBack: () => this.#back(),
        onCsv: () => this.#saveFigures(),
        onReportError: () => void this.#copyReport().catch(noting('copy')),
      }
    )
  }

  /** Opens an entry, with a way back to the one that is open, or to the list. */
  show(place: EntryPlace): void {
    const entry = this.#entry
    if (entry === null) this.#wayBack.note()
    const isOther = entry !== null && entry.id !== place.id
    this.#follow(place, isOther ? [...this.#trail, placeOf(entry)] : this.#trail)
  }

  /** Says what is open again, as dataset and settings are by now. */
  async reopen(): Promise<void> {
    if (this.#entry) await this.#open(this.#entry, this.#trail)
  }

  /** Closes it for another list: there is no way back. */
  leave(): void {
    this.#entry = null
    this.#trail = []
    this.#onChange()
  }

  /** To the entry before, or to the list. */
  #back(): void {
    const last = this.#trail.at(-1)
    if (last) return this.#follow(last, this.#trail.slice(0, -1))
    this.leave()
    this.#wayBack.go()
  }

  #follow(place: EntryPlace, trail: readonly EntryPlace[]): void {
    this.#open(place, trail).then(toTop).catch(noting('entry'))
  }

  /** Reads an entry as dataset and settings are now, and shows it; `trail` is the way back from it. */
  async #open(place: EntryPlace, trail: readonly EntryPlace[]): Promise<void> {
    const { setup } = this.#source
    if (setup?.pointer == null) return
    this.#entry = await openEntry(placeOf(place), setup.pointer, setup.words, setup.settings.economy)
    this.#trail = trail
    this.#copied = UNCOPIED
    this.#onChange()
  }

  #say(copied: Partial<typeof UNCOPIED>): void {
    this.#copied = { ...this.#copied, ...copied }
    this.#onChange()
  }

  #saveFigures(): void {
    const { setup } = this.#source
    if (this.#entry?.figures == null || setup?.pointer == null) return
    const text = figuresCsv(this.#entry.figures, setup.pointer.edition)
    saveFile({ name: `tradegloss-${this.#entry.id}-figures.csv`, text, type: 'text/csv' })
  }

  async #copyCitation(): Promise<void> {
    const { setup } = this.#source
    if (this.#entry?.model == null || setup === null) return
    const { text, html } = citationOf(this.#entry.model, setup.words.t)
    this.#say({ citation: (await copyBoth(text, html)) ? 'copied' : 'not-copied' })
  }

  async #copyReport(): Promise<void> {
    const { setup } = this.#source
    if (this.#entry === null || setup?.pointer == null) return
    const { id, term, model } = this.#entry
    const readings = model?.figure?.readings ?? []
    const figures = readings.filter(({ isChosen }) => isChosen).map(({ id: figure }) => figure)
    const said = { entry: id, figures, edition: setup.pointer.edition, term }
    try {
      await navigator.clipboard.writeText(errorReport(said, setup.words.t))
      this.#say({ report: 'yes' })
    } catch {
      this.#say({ report: 'failed' })
    }
  }
}
