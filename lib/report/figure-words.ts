/** What a figure is of and what it says, in words of the reader's language, from a row of any release. */

import { valueInWords } from '../card/in-words.ts'
import { WORLD } from '../dataset/answering.ts'
import type { Cells } from '../dataset/diff.ts'
import type { FigureRow } from '../dataset/types.ts'
import { measureKey } from '../i18n/measures.ts'
import { formatDate, formatPeriod } from '../i18n/numbers.ts'
import type { Translate } from '../i18n/t.ts'
import type { Names } from './change-names.ts'

/** A cell that is no number: an edition of another release may hold anything. */
const numberIn = (cell: string | undefined) => (cell ? Number(cell) : null)

export class FigureWords {
  readonly #t: Translate
  readonly #numbers: string
  readonly #names: Names

  /** `numbers` is the BCP 47 locale for numbers and dates. */
  constructor(t: Translate, numbers: string, names: Names) {
    this.#t = t
    this.#numbers = numbers
    this.#names = names
  }

  /** Who says it, and which row that is. */
  sourceOf(row: Cells): string {
    return `${this.#t('change_source', { source: this.#names.source(row.source_id ?? '') })}, ${row.id}`
  }

  /** "Japan, from China · rare earths · import share · 2024"; the commodity where it says more than the entry. */
  nameOf(row: Cells): string {
    const { reporter = '', partner = '', commodity = '' } = row
    const entry = this.#names.entry(row.entry ?? '')
    const isSaid = commodity === '' || commodity.toLowerCase() === entry.toLowerCase()
    return [
      this.#whose(row.measure ?? '', reporter, partner),
      isSaid ? entry : `${entry} [${this.#names.label(commodity)}]`,
      this.#measure(row),
      formatPeriod({ period: '', period_start: '', period_end: '', period_kind: 'none', ...row }, this.#numbers) ||
        row.period,
    ]
      .filter(Boolean)
      .join(' · ')
  }

  #whose(measure: string, reporter: string, partner: string): string {
    const economy = this.#names.economy(reporter)
    if (partner === '' || partner === WORLD || partner === reporter) return economy
    const other = this.#names.economy(partner)
    const isFrom = /^(?:import|visitors)/.test(measure)
    return isFrom ? this.#t('panel_from', { economy, partner: other }) : `${economy} – ${other}`
  }

  #measure({ measure = '', label = '' }: Cells): string {
    const own = this.#names.label(label)
    if (label !== '' && own !== label) return own
    const message = measureKey(measure)
    if (message && (label === '' || label === measure)) return this.#t(message)
    return label === measure ? measure.replaceAll('-', ' ') : label || measure
  }

  /** What a figure says: value or range with unit and qualifier, or a date. */
  amount(row: Cells): string {
    const { date_value = '', unit = '', qualifier } = row
    if (date_value !== '') return formatDate(date_value, this.#numbers)
    const [value, low, high] = [numberIn(row.value), numberIn(row.low), numberIn(row.high)]
    const isPlain = [value, low, high].every((number) => number === null || Number.isFinite(number))
    // A year has no thousands, and half a range is said as it stands.
    if (!isPlain || unit === 'year' || (low === null) !== (high === null)) return this.#exactly(row)
    const say = (of: Pick<FigureRow, 'value' | 'low' | 'high'>) =>
      valueInWords({ ...of, unit, qualifier } as FigureRow, { t: this.#t, locale: this.#numbers, economies: {} })
    if (value === null) return low === null ? this.#t('change_no_value') : say({ value, low, high })
    const range = low === null ? '' : ` (${say({ value, low, high })})`
    return say({ value, low: null, high: null }) + range
  }

  /** The same as the table has it. */
  #exactly({ value = '', low = '', high = '', unit = '', qualifier = '' }: Cells): string {
    const range = low !== '' || high !== '' ? `${low || '…'}–${high || '…'}` : ''
    const number = value !== '' && range !== '' ? `${value} (${range})` : value || range || this.#t('change_no_value')
    return [number, unit === 'year' ? '' : unit, ['', 'exact', 'range'].includes(qualifier) ? '' : `(${qualifier})`]
      .filter(Boolean)
      .join(' ')
  }

  /** Words round; what differs only beyond that is told as the table has it. */
  amountChange(before: Cells, after: Cells): string {
    const [from, to] = [this.amount(before), this.amount(after)]
    return from === to ? `${this.#exactly(before)} → ${this.#exactly(after)}` : `${from} → ${to}`
  }
}
