/** Scores as people read them: a table with counts, ways to detect side by side, and Markdown for the README. */

import { CATEGORIES } from '../../detect/types.ts'
import { table } from '../table.ts'
import type { ArticleScore, Share } from './articles.ts'
import { f1, precision, recall, sum, type Counts, type Score } from './scorer.ts'

const share = (value: number | null, part: number, whole: number) =>
  `${value === null ? '–' : value.toFixed(3)} (${part}/${whole})`

/** The scores as a plain-text table, every score with its counts. */
export function printScores(scores: readonly Score[]): string {
  const rows = scores.map(({ lang, category, passages, open, overlap, exact }) => [
    lang,
    category,
    String(passages),
    String(open),
    ...[overlap, exact].flatMap((counts) => {
      const f = f1(counts)
      return [
        share(precision(counts), counts.right, counts.found),
        share(recall(counts), counts.reached, counts.labelled),
        f === null ? '–' : f.toFixed(3),
      ]
    }),
  ])
  const way = (name: string) => [`${name}: precision`, 'recall', 'F1']
  return table(['lang', 'category', 'passages', 'open', ...way('overlap'), ...way('exact')], rows)
}

/** Precision and recall by overlap of several ways to detect, one a line: all passages, then those tagged `trap`. */
export function printSideBySide(ways: readonly { name: string; scores: readonly Score[] }[]): string {
  const cells = (scores: readonly Score[], category: Score['category']) => {
    const { overlap } = scores.find((each) => each.category === category) ?? { overlap: sum([]) }
    return [
      share(precision(overlap), overlap.right, overlap.found),
      share(recall(overlap), overlap.reached, overlap.labelled),
    ]
  }
  return table(
    ['', 'all: precision', 'recall', 'traps: precision', 'recall'],
    ways.map(({ name, scores }) => [name, ...cells(scores, 'all'), ...cells(scores, 'traps')]),
  )
}

const decimals = (value: number | null) => (value === null ? '–' : value.toFixed(3))

/** Markdown, a row a language: F1 by overlap / exact of every category, then right of found and reached of labelled by overlap. */
export function printMarkdown(scores: readonly Score[]): string {
  const cell = ({ overlap, exact }: { overlap: Counts; exact: Counts }) =>
    `${decimals(f1(overlap))} / ${decimals(f1(exact))} (${overlap.right}/${overlap.found}, ${overlap.reached}/${overlap.labelled})`
  const columns = [...CATEGORIES, 'all'] as const
  const rows = [...new Set(scores.map(({ lang }) => lang))].map((lang) => {
    const of = (category: Score['category']) => scores.find((each) => each.lang === lang && each.category === category)
    const traps = of('traps')?.overlap ?? sum([])
    return [
      lang,
      ...columns.map((category) => cell(of(category) ?? { overlap: sum([]), exact: sum([]) })),
      share(precision(traps), traps.right, traps.found),
    ]
  })
  return markdown(['', ...columns, 'precision on traps'], rows)
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const ARTICLE_HEAD = [
  '',
  'entry',
  'figure on the card',
  'economy',
  'named in the sentence',
  'not named there',
  'number: precision',
  'recall',
  'share set beside ours: precision',
  'recall',
]

/** What is said of mentions beside their span, a row a language, every score with its counts; plain, or as Markdown. */
export function printArticles(scores: readonly ArticleScore[], isMarkdown: boolean): string {
  const cell = ({ right, all }: Share) => share(all === 0 ? null : right / all, right, all)
  const rows = scores.map((score) => [
    score.lang,
    cell(score.entry),
    cell(score.figure),
    cell(score.economy),
    cell(score.named),
    cell(score.unnamed),
    cell(score.numberPrecision),
    cell(score.numberRecall),
    cell(score.sharePrecision),
    cell(score.shareRecall),
  ])
  return (isMarkdown ? markdown : table)(ARTICLE_HEAD, rows)
}
