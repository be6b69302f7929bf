/** Prints the sections of the bench: as tables for people, as JSON for machines. */

import { table } from '../table.ts'
import { isMet, type Quantity, type Row, type Section } from './section.ts'

/** Three digits that count, thousands grouped. */
const NUMBER = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })

const inWords = ({ value, unit }: Quantity): string => `${NUMBER.format(value)}${unit === '' ? '' : ` ${unit}`}`

function limitOf(row: Row): string {
  const { limit, measured } = row
  if (limit === null) return ''
  const limits = `${limit.kind === 'at least' ? '≥' : '≤'} ${inWords({ ...measured, value: limit.value })}`
  return isMet(row) ? limits : `${limits} MISSED`
}

/** A heading, the notes, and a row a measurement. */
export function printSection(name: string, { notes, rows }: Section): string {
  const cells = rows.map((row) => [
    row.what,
    inWords(row.measured),
    limitOf(row),
    Object.entries(row.peers)
      .map(([peer, quantity]) => `${peer} ${inWords(quantity)}`)
      .join(' · '),
  ])
  return [`# ${name}`, '', ...notes, '', table(['what', 'measured', 'limit', 'beside it'], cells), ''].join('\n')
}

/** The same, numbers unrounded; `isMet` says whether each limit holds. */
export const jsonOf = (sections: readonly { name: string; section: Section }[]): string =>
  JSON.stringify(
    {
      isMet: sections.every(({ section }) => section.rows.every(isMet)),
      sections: sections.map(({ name, section: { notes, rows } }) => ({
        name,
        notes,
        rows: rows.map((row) => ({ ...row, isMet: isMet(row) })),
      })),
    },
    null,
    2,
  )
