/** A page report as Markdown: the page, its mentions under their entries with words around them, and numbered sources. */

import { CATEGORIES } from '../detect/types.ts'
import type { Translate } from '../i18n/t.ts'
import { plain } from './plain.ts'
import {
  figureInLine,
  sourceName,
  sourcesOf,
  type PageReport,
  type ReportedFigure,
  type ReportedMention,
} from './report.ts'
import { fromWord, toWord } from './whole-words.ts'

/** Letters that mean something in Markdown, and addresses that become links; those at the beginning of a line are kept from getting there. */
const escaped = (text: string) =>
  plain(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]|:(?=\/\/)|(?<=\bwww)\./gi, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')

/** What is shorter than this (UTF-16 units) was not cut off (`page/quotes.ts`). */
const CUT_FROM = 32

/** An address in angle brackets: what could end or break it is written as in addresses. */
const linked = (address: string) =>
  `<${address.replace(/[<>\s]/g, (letter) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)}>`

export interface MarkdownWords {
  t: Translate
  /** The date of the article or the day of reading (`YYYY-MM-DD`), in the reader's way. */
  formatDate(date: string): string
}

/** The report as Markdown in the words of the reader, ending in a line break; what the page wrote stays text, whatever it holds. */
export function pageMarkdown(report: PageReport, { t, formatDate }: MarkdownWords): string {
  const sources = sourcesOf(report)
  const numberOf = new Map(sources.map((source, at) => [sourceName(source), at + 1]))
  const cite = (figure: ReportedFigure) =>
    figure.sources.map((source) => ` \\[${numberOf.get(sourceName(source))}\\]`).join('')
  const lines = [`# ${escaped(report.title) || escaped(report.address)}`, '', linked(report.address), '']
  if (report.date !== null) lines.push(`- ${t('report_published', { date: formatDate(report.date) })}`)
  lines.push(
    `- ${t('report_read', { date: formatDate(report.readOn) })}`,
    `- ${t('report_mentions', { count: report.mentions.length })}`,
    `- ${t('report_edition', { edition: report.edition })}`,
  )
  for (const category of CATEGORIES) {
    const inCategory = report.mentions.filter((mention) => mention.category === category)
    const [first] = inCategory
    if (!first) continue
    lines.push('', `## ${escaped(first.categoryLabel)} (${inCategory.length})`)
    for (const mentions of Map.groupBy(inCategory, ({ entry }) => entry).values())
      lines.push(...entryLines(mentions, cite))
  }
  if (sources.length > 0) {
    lines.push('', `## ${t('report_sources')}`, '')
    sources.forEach((source, at) =>
      lines.push(`${at + 1}. ${escaped(sourceName(source))}${source.url === null ? '' : ` ${linked(source.url)}`}`),
    )
  }
  return `${lines.join('\n')}\n`
}

/** An entry's mentions; each figure is said once, above the mentions that it belongs to. */
function entryLines(mentions: readonly ReportedMention[], cite: (figure: ReportedFigure) => string): string[] {
  const lines = ['', `### ${escaped(mentions[0]?.title ?? '')}`]
  for (const [said, those] of Map.groupBy(mentions, ({ figure }) => (figure ? figureInLine(figure) : ''))) {
    const figure = those[0]?.figure
    if (figure) lines.push('', [`${escaped(said)}${cite(figure)}`, ...figure.notes.map(escaped)].join(' '))
    lines.push('')
    for (const { prefix, quote, suffix } of those)
      lines.push(
        `- …${escaped(fromWord(prefix, CUT_FROM)).trimStart()}**${escaped(quote).trim()}**${escaped(toWord(suffix, CUT_FROM)).trimEnd()}…`,
      )
  }
  return lines
}
