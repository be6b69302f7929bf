/** Where the tests of the importers find their files, and a dataset of their own to write to. */

import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { PACKAGE_FOLDER } from '../../../../../lib/cli/dataset/package-files.ts'

/** Small files of the official shapes; their numbers are made up. */
export const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))

const RAW = fileURLToPath(new URL('../../../../../../shared/facts/raw/', import.meta.url))
export const official = (name: string): string => join(RAW, name)
export const HAS_OFFICIAL = existsSync(RAW)

/** An empty folder that goes when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tradegloss-import-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy of the bundled dataset that goes when the test ends. */
export function datasetCopy(): string {
  const folder = join(emptyFolder(), 'dataset')
  cpSync(PACKAGE_FOLDER, folder, { recursive: true })
  return folder
}
