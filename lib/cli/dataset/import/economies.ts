/** Names of economies as official files write them, to the dataset's codes. */

import { formsIn } from '../../../dataset/cells.ts'
import type { RawTables } from '../../../dataset/check.ts'

/** Names that the dataset's own table does not have. */
const ALIASES: Readonly<Record<string, string>> = {
  'World total': 'WLD',
  'Congo (Kinshasa)': 'COD',
  'Congo (Brazzaville)': 'COG',
  'Korea, North': 'PRK',
  'Korea, Republic of': 'KOR',
  'Myanmar (Burma)': 'MMR',
}

/** Code of every English name in the table `economies` (names and other names), and of the aliases. */
export function economyCodes({ economies }: RawTables): ReadonlyMap<string, string> {
  const codes = new Map(Object.entries(ALIASES))
  const at = (name: string) => economies?.columns.indexOf(name) ?? -1
  const [economy, lang, name, names] = [at('economy'), at('lang'), at('name'), at('names')]
  for (const row of economies?.rows ?? []) {
    if (row[lang] !== 'en') continue
    for (const each of [row[name] ?? '', ...formsIn(row[names] ?? '')])
      if (each !== '') codes.set(each, row[economy] ?? '')
  }
  return codes
}

/** Codes of all economies that the dataset knows. */
export function knownEconomies({ economies }: RawTables): ReadonlySet<string> {
  const at = economies?.columns.indexOf('economy') ?? -1
  return new Set((economies?.rows ?? []).map((row) => row[at] ?? ''))
}
