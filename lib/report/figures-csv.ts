/** All figures of an entry as CSV: the dataset's own columns, with each source's publisher, title and address beside it. */

import type { EntryFigures, FullFigure } from '../dataset/entry-figures.ts'
import { toCsv, type Cell } from './csv.ts'

const COLUMNS = [
  'id',
  'entry',
  'measure',
  'label',
  'reporter',
  'partner',
  'commodity',
  'value',
  'low',
  'high',
  'date_value',
  'unit',
  'period',
  'period_start',
  'period_end',
  'period_kind',
  'qualifier',
  'scenario',
  'scope',
  'basis',
  'confidence',
  'superseded',
  'same_as',
  'note',
  'source_id',
  'locator',
] as const satisfies readonly (keyof FullFigure)[]

/** CSV (UTF-8 with byte order mark, CRLF), a row a figure, values in the unit of the row; a source that is missing leaves its cells empty. */
export const figuresCsv = ({ figures, sources }: EntryFigures, edition: string): string =>
  toCsv(
    [...COLUMNS, 'publisher', 'publication', 'published', 'address', 'edition'],
    figures.map((figure): Cell[] => {
      const source = sources[figure.source_id]
      return [
        ...COLUMNS.map((column) => figure[column] ?? null),
        source?.publisher ?? null,
        source?.title ?? null,
        source?.published ?? null,
        source?.url ?? null,
        edition,
      ]
    }),
  )
