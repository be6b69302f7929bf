/** Reads `datapackage.json` of a package: which tables it has, and where a file that is edited by hand went wrong. Node only. */

import { readFile } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import { LOCALES } from '../../dataset/locales.ts'

/** The part of a Data Package that an edition is made of. */
export interface PackageFile {
  version: string
  completeLocales: string[]
  resources: { name: string; path: string }[]
}

/** How many characters V8 shows before the place where it does not count them. */
const SHOWN_BEFORE = 10

/** What is wrong with a text that is no JSON, with line and column. */
function jsonFault(text: string, { message }: Error): string {
  if (/\(line \d+ column \d+\)$/.test(message)) return message.replace(/ in JSON at position \d+/, '')
  const [, reason = message, cut, around] = /^(.*?), (\.{3})?"(.+?)"(?:\.{3})? is not valid JSON$/s.exec(message) ?? []
  const at = around === undefined ? text.length : text.indexOf(around) + (cut === undefined ? 0 : SHOWN_BEFORE)
  const lines = text.slice(0, at).split('\n')
  return `${reason} (line ${lines.length} column ${(lines.at(-1) ?? '').length + 1})`
}

/** The descriptor in `file`. Throws an Error that names file and place where it is none. */
export async function readDescriptor(file: string): Promise<PackageFile> {
  const text = await readFile(file, 'utf8')
  if (text.startsWith('\ufeff'))
    throw new Error(`${file}: begins with a byte order mark; save it as UTF-8 without one.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`${file}: ${jsonFault(text, error as Error)}`, { cause: error })
  }
  const { resources } = (value ?? {}) as { resources?: unknown }
  if (!Array.isArray(resources)) throw new Error(`${file}: has no list "resources".`)
  resources.forEach((resource: unknown, index) => {
    const { name, path } = (resource ?? {}) as Record<string, unknown>
    for (const [member, held] of Object.entries({ name, path }))
      if (typeof held !== 'string') throw new Error(`${file}: resource ${index + 1} has no "${member}".`)
    // A package may come from anybody, and its tables are written as well as read.
    if (isAbsolute(path as string) || (path as string).split(/[\\/]/).includes('..'))
      throw new Error(`${file}: the "path" of resource ${index + 1} leads out of the package.`)
  })
  const { completeLocales } = value as { completeLocales?: unknown }
  const unknown = [completeLocales]
    .flat()
    .find((each) => each !== undefined && !LOCALES.some((known) => known === each))
  if (unknown !== undefined)
    throw new Error(`${file}: "completeLocales" has ${JSON.stringify(unknown)}; there are: ${LOCALES.join(', ')}.`)
  return value as PackageFile
}
