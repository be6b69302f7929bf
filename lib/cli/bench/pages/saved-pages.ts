/** The saved news pages beside the project, each with the address that it is served at. Node only. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from '../../browser/extension.ts'
import { addressOf } from '../../browser/news-page.ts'
import { requiredSites } from '../../build/required-sites.ts'

export const PAGES_FOLDER = join(ROOT, '../shared/pages/dev/')
export const hasPages = existsSync(PAGES_FOLDER)

export interface SavedPage {
  file: string
  /** Categories that the visible text mentions. */
  topics: string[]
}

/** All of them; none where the folder is absent. */
export const savedPages = (): SavedPage[] =>
  hasPages
    ? (
        parse(readFileSync(`${PAGES_FOLDER}INDEX.csv`, 'utf8'), { columns: true }) as { file: string; topics: string }[]
      ).map(({ file, topics }) => ({ file, topics: topics.split(' ').filter(Boolean) }))
    : []

const sites = requiredSites()

/** A page's markup, and an address that we run on: its own where that is listed. */
export function readSavedPage({ file }: SavedPage): { html: string; address: string } {
  const html = readFileSync(PAGES_FOLDER + file, 'utf8')
  return { html, address: addressOf(html, sites) }
}
