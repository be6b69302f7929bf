/** Names the packages that a build bundles, with their licences in full, in the file `licences.txt` of the extension. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Licences that may ship inside an MIT-licensed extension without asking more than being named. */
const FREE = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0', '0BSD'])

const MODULE = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/

interface Package {
  name: string
  version: string
  license?: string
}

/** The licences of the packages in `folders`, one text; throws where one has none, or one that FREE does not know. */
export function licencesText(folders: Iterable<string>): string {
  return [...folders]
    .map((folder) => ({ folder, ...(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ folder, name, version, license }) => {
      if (license === undefined || !FREE.has(license))
        throw new Error(`${name} is bundled under the licence "${license ?? 'unknown'}", which nobody has looked at`)
      const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
      const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licensed under ${license}.`
      return `${name} ${version} (${license})\n\n${text}\n`
    })
    .join('\n————————\n\n')
}

/** A Vite plugin and the hook that writes what it gathered over all bundles of one build. */
export function nameLicences() {
  const folders = new Set<string>()
  return {
    plugin: {
      name: 'tradegloss:licences',
      generateBundle(_: unknown, bundle: Record<string, { type: string; moduleIds?: readonly string[] }>): void {
        for (const { moduleIds = [] } of Object.values(bundle)) {
          for (const id of moduleIds) {
            const [folder] = MODULE.exec(id) ?? []
            if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder)
          }
        }
      },
    },
    /** Writes `licences.txt` into the built extension in `folder`. */
    write(folder: string): void {
      writeFileSync(join(folder, 'licences.txt'), licencesText(folders))
    },
  }
}
