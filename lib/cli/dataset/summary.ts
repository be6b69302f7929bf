/** `dataset summary`: the figures as a Markdown table, for the README. */

import { summarise, summaryRow, type SummaryRow } from '../../dataset/summary.ts'
import type { FigureRow } from '../../dataset/types.ts'
import { PACKAGE_FOLDER } from './package-files.ts'
import { readArguments, WrongUsage } from './command.ts'
import { loadOrThrow, openPackage } from './open-edition.ts'

const HELP = `npm run -s dataset -- summary [FOLDER] [--top N]

Prints a Markdown table of the figures in FOLDER (public/dataset unless told) by category, measure and economy, with
their standing and their oldest and newest period.

  --top N    the N largest groups of measures and economies, the others in one row; 15 unless told, 0 for all`

const HEAD = ['', 'Figures', 'Primary', 'Secondary', 'Conflicting', 'Oldest period', 'Newest period']

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const cells = ({ figures, standings, oldest, newest }: SummaryRow): string[] => [
  ...[figures, standings.primary, standings.secondary, standings.conflicting].map((count) =>
    count.toLocaleString('en'),
  ),
  oldest.slice(0, 7) || '—',
  newest.slice(0, 7) || '—',
]

/** The rows of a group, those past `top` as one. */
function section(
  title: string,
  rows: readonly SummaryRow[],
  top: number,
  nameOf: (id: string) => string,
  rest: (isOther: (id: string) => boolean) => FigureRow[],
): string[] {
  const shown = top > 0 && rows.length > top ? rows.slice(0, top) : rows
  const ids = new Set(shown.map(({ id }) => id))
  const lines = [
    line([`**${title}**`, ...HEAD.slice(1).map(() => '')]),
    ...shown.map((row) => line([nameOf(row.id), ...cells(row)])),
  ]
  if (shown.length < rows.length)
    lines.push(
      line([
        `${rows.length - shown.length} others`,
        ...cells(
          summaryRow(
            '',
            rest((id) => !ids.has(id)),
          ),
        ),
      ]),
    )
  return lines
}

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(HELP, args, { top: { type: 'string', default: '15' } }, [0, 1])
  if (parsed === null) return 0
  const [folder = PACKAGE_FOLDER] = parsed.positionals
  if (!/^\d+$/.test(parsed.values.top)) throw new WrongUsage(`--top ${parsed.values.top} is no whole number.`)
  const top = Number(parsed.values.top)
  const { tables } = loadOrThrow(JSON.stringify(await openPackage(folder)), folder)
  const { figures, economies } = tables
  const summary = summarise(tables)
  const names = new Map(economies.filter(({ lang }) => lang === 'en').map(({ economy, name }) => [economy, name]))
  const restOf = (idOf: (row: FigureRow) => string) => (isOther: (id: string) => boolean) =>
    figures.filter((row) => isOther(idOf(row)))
  const lines = [
    line(HEAD),
    line(HEAD.map((_, at) => (at === 0 || at > 4 ? '---' : '---:'))),
    line(['All', ...cells(summaryRow('', figures))]),
    ...section(
      'By category',
      summary.category,
      0,
      (id) => id,
      restOf(({ entry }) => entry),
    ),
    ...section(
      'By measure',
      summary.measure,
      top,
      (id) => id,
      restOf(({ measure }) => measure),
    ),
    ...section(
      'By economy',
      summary.economy,
      top,
      (id) => names.get(id) ?? id,
      restOf(({ reporter }) => reporter),
    ),
  ]
  console.log(lines.join('\n'))
  return 0
}
