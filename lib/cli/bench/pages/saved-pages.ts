/** The saved news pages beside the project, each with the address that it is served at. Node only. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Site } from '../../../sites/match.ts'
import { ROOT } from '../../extension.ts'
import { addressOf } from '../../news-page.ts'
import { PACKAGE_FOLDER } from '../../package-files.ts'

export const PAGES_FOLDER = join(ROOT, '../shared/pages/dev/')
export const hasPages = existsSync(PAGES_FOLDER)

export interface SavedPage {
  file: string
  /** Categories that the visible text mentions. */
  topics: string[]
}

const rowsOf = <Row>(file: string) => parse(readFileSync(file, 'utf8'), { columns: true }) as Row[]

/** All of them; none where the folder is absent. */
export const savedPages = (): SavedPage[] =>
  hasPages
    ? rowsOf<{ file: string; topics: string }>(`${PAGES_FOLDER}INDEX.csv`).map(({ file, topics }) => ({
        file,
        topics: topics.split(' ').filter(Boolean),
      }))
    : []

const sites = rowsOf<Site>(`${PACKAGE_FOLDER}news-sites.csv`)

/** A page's markup, and an address that we run on: its own where that is listed. */
export function readSavedPage({ file }: SavedPage): { html: string; address: string } {
  const html = readFileSync(PAGES_FOLDER + file, 'utf8')
  return { html, address: addressOf(html, sites) }
}
