/** What ships beside the scripts: the edition, and the lexicons that this very edition compiles to. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { builtExtension } from '../../lib/cli/browser/extension.ts'
import { loadEdition } from '../../lib/dataset/edition.ts'
import type { Edition } from '../../lib/dataset/types.ts'
import { lexiconSource } from '../../lib/dataset/lexicon-source.ts'
import { compileLexicon } from '../../lib/detect/compile.ts'
import { LANGUAGES } from '../../lib/detect/types.ts'

let textOf: (path: string) => string
let edition: Edition
beforeAll(async () => {
  const folder = await builtExtension('chrome', () => {})
  textOf = (path) => readFileSync(join(folder, path), 'utf8')
  const loaded = loadEdition(textOf('edition.json'))
  if (!loaded.ok) throw new Error(loaded.problem)
  edition = loaded.edition
}, 300_000)

it.each(LANGUAGES)('the lexicon of %s is that of the edition', (language) => {
  const compiled = compileLexicon(lexiconSource(edition.tables), language)
  expect(textOf(`lexicons/${language}.json`) === JSON.stringify(compiled)).toBe(true)
})
