/** What a build weighs, gzipped: what a page, the popup and the background load, each with its limit. Node only. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What is loaded together; sizes in bytes, each file gzipped by itself as a server sends it. */
export interface Size {
  name: string
  bytes: number
  /** Null where none is set. */
  limit: number | null
}

interface Part extends Omit<Size, 'bytes'> {
  holds: (file: string, loadedBy: (page: string) => string) => boolean
}

const PAGE_FILES = new Set(['scout.js', 'annotate.js', 'assets/highlight.css'])

const PARTS: readonly Part[] = [
  { name: 'scripts of a page', limit: 35_000, holds: (file) => PAGE_FILES.has(file) },
  {
    name: 'scripts of a page on an added site',
    limit: null,
    // The article check goes before the others there (lib/sites/scripts.ts).
    holds: (file) => file === 'article.js' || PAGE_FILES.has(file),
  },
  {
    name: 'popup',
    limit: 25_000,
    // What it shares with other pages lies in files of other names.
    holds: (file, loadedBy) => file === 'popup.html' || loadedBy('popup.html').includes(`"/${file}"`),
  },
  { name: 'background', limit: 250_000, holds: (file) => file === 'background.js' },
]

/** The sizes of what lies in the folder of a build. Throws an Error where it holds nothing of a part. */
export function sizesIn(folder: string): Size[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?:js|css|html)$/.test(file))
  const loadedBy = (page: string) => readFileSync(join(folder, page), 'utf8')
  return PARTS.map(({ name, limit, holds }) => {
    const own = files.filter((file) => holds(file, loadedBy))
    if (own.length === 0) throw new Error(`The build in ${folder} holds nothing of this: ${name}.`)
    const bytes = own.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
    return { name, bytes, limit }
  })
}
