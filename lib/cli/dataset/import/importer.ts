/** What every kind of import offers to the command `dataset import`. */

import type { ParseArgsOptionsConfig } from 'node:util'
import type { RawTables } from '../../../dataset/check.ts'
import type { Release } from './release.ts'

/** Options of the command line, as `parseArgs` gives them. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

export interface Importer {
  /** One line for the list of kinds. */
  summary: string
  /** Arguments, then a line for each option. */
  help: string
  options: ParseArgsOptionsConfig
  /** Fewest and most files it takes. */
  files: readonly [least: number, most: number]
  /** Throws WrongUsage where the arguments do not fit. */
  check: (files: readonly string[], values: Values) => void
  /** Reads the files. Throws an Error by row and column where one is bad. */
  read: (files: readonly string[], values: Values, tables: RawTables) => Promise<Release>
}

/** Text of an option, or undefined where it was not given. */
export const textOption = (values: Values, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}
