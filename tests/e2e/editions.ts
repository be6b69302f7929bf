/** Editions to publish in tests: the bundled one under another number, with one more word for dysprosium. */

import { readEditionFile } from '../../lib/cli/dataset/package-files.ts'
import type { EditionFile } from '../../lib/dataset/edition.ts'

/** The bundled edition. */
export const whole = await readEditionFile()

/** The row of `terms` that makes `form` another English word for dysprosium. */
export function termRow(form: string): string[] {
  const { columns, rows } = whole.tables.terms as EditionFile['tables'][string]
  const [entry, at] = [columns.indexOf('entry'), columns.indexOf('form')]
  const model = rows.find((row) => row[entry] === 'dysprosium' && row[at] === 'dysprosium') as string[]
  return model.with(at, form)
}

/** JSON of the bundled tables under another number, with one more term. */
export function editionWith(edition: string, form: string): string {
  const { columns, rows } = whole.tables.terms as EditionFile['tables'][string]
  const terms = { columns, rows: [...rows, termRow(form)] }
  return JSON.stringify({ ...whole, edition, tables: { ...whole.tables, terms } })
}
