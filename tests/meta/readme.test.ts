/** What the texts for readers and maintainers name: files that are there, and commands that can be run. */

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { read, ROOT } from './project.ts'

/** Paths in code marks or links, from the top of the project; patterns for several files are left out. */
const PATHS = /[`(]((?:lib|components|entrypoints|tests|public|\.store)\/[\w./-]*)[`)]/g
const COMMANDS = /\bnpm run (?:-s )?([a-z]+)/g

describe.each(['README.md', 'SECURITY.md', 'PRIVACY.md', '.store/listing.md'])('%s', (file) => {
  const text = read(file)
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))]

  it('names files that are there', () => expect(named(PATHS).filter((path) => !existsSync(ROOT + path))).toEqual([]))
  it('names commands that can be run', () =>
    expect(named(COMMANDS).filter((command) => !(command in manifest.scripts))).toEqual([]))
})

it('looks at enough of them to mean something', () => {
  expect([...read('README.md').matchAll(PATHS)].length).toBeGreaterThan(25)
  expect([...read('README.md').matchAll(COMMANDS)].length).toBeGreaterThan(15)
})
