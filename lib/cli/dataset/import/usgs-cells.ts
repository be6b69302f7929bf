/** Reads the cells of the column "Value" of USGS Mineral Commodity Summaries: numbers, bounds, ranges and letter codes. */

/** What a cell says. */
export type UsgsCell =
  | { kind: 'number'; value: number; bound?: 'at-least' | 'at-most'; isEstimate: boolean }
  | { kind: 'range'; low: number; high: number; isEstimate: boolean }
  /** Printed as a dash. */
  | { kind: 'zero' }
  /** E: exports exceed imports, so nothing is relied on. */
  | { kind: 'net-exporter' }
  /** A code or word that stands for no number. */
  | { kind: 'none'; code: string }

/** Codes that stand for no number: what each means. */
const CODES: Readonly<Record<string, string>> = {
  NA: 'not available',
  W: 'withheld to avoid disclosing company data',
  XX: 'not applicable',
  s: 'less than half a unit, or part of another row',
  Large: 'large',
  Moderate: 'moderate',
  'Moderate to large': 'moderate to large',
  Small: 'small',
  'Very small': 'very small',
}

const NUMBER = String.raw`-?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?`
/** Footnote letters beside a number: e estimated, p preliminary, r revised. */
const PLAIN = new RegExp(`^([epr]*)\\s*([<>]?)\\s*(${NUMBER})\\s*([epr]*)$`)
const RANGE = new RegExp(`^([epr]*)(${NUMBER})\\s*(?:[–—-]|to)\\s*(${NUMBER})\\s*([epr]*)$`)

const numberIn = (text: string) => (/\d/.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN)

/** What a cell says, or null where it is neither number nor known code. `isReliance`: the code E has a meaning there. */
export function readCell(cell: string, isReliance = false): UsgsCell | null {
  const text = cell.replaceAll(/\s+/g, ' ').trim()
  if (/^(?:[—–-]|--)$/.test(text)) return { kind: 'zero' }
  if (text === 'E' && isReliance) return { kind: 'net-exporter' }
  if (Object.hasOwn(CODES, text)) return { kind: 'none', code: text }
  const plain = PLAIN.exec(text)
  if (plain !== null) {
    const [, before = '', sign, number = '', after = ''] = plain
    const value = numberIn(number)
    if (Number.isNaN(value)) return null
    const isEstimate = (before + after).includes('e')
    if (sign === '') return { kind: 'number', value, isEstimate }
    return { kind: 'number', value, bound: sign === '>' ? 'at-least' : 'at-most', isEstimate }
  }
  const range = RANGE.exec(text)
  if (range === null) return null
  const [low, high] = [numberIn(range[2] ?? ''), numberIn(range[3] ?? '')]
  if (Number.isNaN(low) || Number.isNaN(high) || low > high) return null
  return { kind: 'range', low, high, isEstimate: `${range[1]}${range[4]}`.includes('e') }
}
