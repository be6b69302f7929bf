/** Reads the version history of a USGS Mineral Commodity Summaries edition: which printed numbers were corrected, and when. */

import { readCell } from './usgs-cells.ts'

/** One number that a later version of the edition changed. */
export interface Correction {
  /** E.g. "1.3". */
  version: string
  /** As printed, e.g. "May 27, 2026". */
  posted: string
  /** The file's column "Statistics". */
  statistic: string
  /** The file's column "Country". */
  country: string
  /** Year of the number, where the history names one. */
  year: string | null
  /** Cells as printed before and after. */
  from: string
  to: string
}

/** What a version history says. */
export interface VersionHistory {
  /** Year in the edition's title. */
  edition: number
  corrections: Correction[]
  /** Changes of numbers that could not be understood, in the history's words. */
  unread: string[]
  /** Changes of wording and footnotes. */
  wordingChanges: number
}

const VERSION = /Revised and reposted (\w+ \d+, \d{4}), as version ([\d.]+)/
const CHANGE = /(?:changed|revised|corrected)(?: \w+){0,2} from\s+["“]([^"“”]*)["”] to\s+["“]([^"“”]*)["”]/g
const STATISTICS: readonly [words: RegExp, statistic: string][] = [
  [/\breserves\b/gi, 'Reserves'],
  [/\bnet import reliance\b/gi, 'Net import reliance'],
  [/\bprices?\b/gi, 'Price'],
  [/\bproduction\b/gi, 'Production'],
]

/** Corrections of a version history. Throws an Error where the text is none. */
export function readHistory(text: string, file: string): VersionHistory {
  const edition = Number(/Mineral Commodity Summaries (20\d\d)/.exec(text)?.[1] ?? 0)
  const history: VersionHistory = { edition, corrections: [], unread: [], wordingChanges: 0 }
  if (edition === 0 || !/revision history/i.test(text))
    throw new Error(`${file}: is no version history of Mineral Commodity Summaries.`)
  for (const block of text.replaceAll('\r', '').split(/^-{5,}\s*$/m)) {
    const [, posted = '', version = ''] = VERSION.exec(block) ?? []
    if (version === '') continue
    for (const paragraph of block.split(/\n\s*\n/))
      readParagraph(paragraph.replaceAll(/\s+/g, ' '), version, posted, history)
  }
  return history
}

function readParagraph(paragraph: string, version: string, posted: string, history: VersionHistory): void {
  let [end, statistic] = [0, '']
  for (const change of paragraph.matchAll(CHANGE)) {
    // American typesetting puts the comma or stop inside the quotation marks.
    const [from = '', to = ''] = change.slice(1).map((cell) => cell.replace(/[.,;]$/, ''))
    const before = paragraph.slice(end, change.index)
    end = change.index + change[0].length
    if (!isNumber(from) || !isNumber(to)) {
      history.wordingChanges++
      continue
    }
    // "… and the total was revised" goes on about the statistic that was named before it.
    statistic = lastNamed(before) ?? statistic
    const country = /\btotal was $/.test(before)
      ? 'World total'
      : /\bfor (?:the )?([A-Z][^,;"“”]*?) (?:was|were) $/.exec(before)?.[1]
    if (statistic === '' || country === undefined) history.unread.push(`version ${version}: ${paragraph.trim()}`)
    else
      history.corrections.push({
        version,
        posted,
        statistic,
        country,
        year: /\b(20\d\d)\b(?!.*\b20\d\d\b)/.exec(before)?.[1] ?? null,
        from,
        to,
      })
  }
  if (end === 0) history.wordingChanges += /\bfrom\b.*\bto\b/.test(paragraph) ? 1 : 0
}

const isNumber = (text: string) => {
  const cell = readCell(text)
  return cell !== null && cell.kind !== 'none'
}

/** The statistic whose name stands last in the text. */
function lastNamed(text: string): string | null {
  let found: { at: number; statistic: string } | null = null
  for (const [words, statistic] of STATISTICS) {
    const at = [...text.matchAll(words)].at(-1)?.index
    if (at !== undefined && (found === null || at > found.at)) found = { at, statistic }
  }
  return found?.statistic ?? null
}
