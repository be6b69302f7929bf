/** What one edition changes against another, with its publisher's notes. */

import type { Translate } from '../../lib/i18n/t.ts'
import type { Changes as Changed } from '../../lib/updates/state.ts'

export interface ChangesProps {
  changes: Changed
  title: string
  isOpen: boolean
  t: Translate
}

/** A line of a table with its rows: those that are indented below it. */
function byTable(lines: readonly string[]): { table: string; rows: string[] }[] {
  const tables: { table: string; rows: string[] }[] = []
  for (const line of lines) {
    if (line.startsWith('  ')) tables.at(-1)?.rows.push(line.trim())
    else tables.push({ table: line, rows: [] })
  }
  return tables
}

export const Changes = ({ changes, title, isOpen, t }: ChangesProps) => (
  <details class="changes" open={isOpen}>
    <summary>{title}</summary>
    {changes.notes !== '' && <p class="changes-notes">{changes.notes}</p>}
    {changes.lines.length === 0 && <p>{t('options_data_no_change')}</p>}
    <div lang={changes.locale}>
      {byTable(changes.lines).map(({ table, rows }) => (
        <div key={table}>
          <p class="changes-table">{table}</p>
          <ul>
            {rows.map((row) => (
              <li key={row}>{row}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
    {changes.more > 0 && <p>{t('options_data_more_changes', { count: changes.more })}</p>}
  </details>
)
