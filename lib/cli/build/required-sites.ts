/** The news sites that a build asks for at install, and so runs on by itself. Node only. */

import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { NewsSiteRow } from '../../dataset/types.ts'
import type { Site } from '../../sites/match.ts'
import { PACKAGE_FOLDER } from '../dataset/package-files.ts'

const bundled = (): string => readFileSync(`${PACKAGE_FOLDER}news-sites.csv`, 'utf8')

/**
 * Those of `news-sites` that came with the first release. A browser switches an extension off whose required hosts grow; a
 * host that came later is one of all those that a reader can add in the popup.
 */
export const requiredSites = (csv: string = bundled()): Site[] =>
  (parse(csv, { columns: true }) as NewsSiteRow[]).filter(({ since }) => since === '')
