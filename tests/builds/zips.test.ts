/** What the stores are given: the extension as it was built, and for Mozilla sources that make the very same again. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT, runWxt } from '../../lib/cli/browser/extension.ts'

type Files = Record<string, Uint8Array>

const work = mkdtempSync(join(tmpdir(), 'tradegloss-'))
let extension: Files
let sources: Files

const filesOf = (zip: string): Files => unzipSync(readFileSync(join(work, 'zip', zip)))
const names = (files: Files) => Object.keys(files).toSorted()

beforeAll(() => {
  runWxt(['zip', '-b', 'firefox'], { output: join(work, 'zip') })
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  extension = filesOf(`tradegloss-${version}-firefox.zip`)
  sources = filesOf(`tradegloss-${version}-sources.zip`)
}, 300_000)
afterAll(() => rmSync(work, { recursive: true, force: true }))

it('the zip of the extension holds what is needed to run, and nothing from our desk', () => {
  expect(names(extension)).toEqual(
    expect.arrayContaining([
      'annotate.js',
      'background.js',
      'edition.json',
      'lexicons/ko.json',
      'licences.txt',
      'manifest.json',
      'scout.js',
    ]),
  )
  expect(names(extension).filter((name) => !/\.(?:js|css|html|json|png|txt)$/.test(name))).toEqual([])
  expect(names(extension).filter((name) => /(?:^|\/)\.|\.map$|node_modules|\.csv$/.test(name))).toEqual([])
})

it('the zip of the sources holds no tests, builds, packages or dot-files but npm’s own', () => {
  expect(names(sources)).toEqual(
    expect.arrayContaining(['package.json', 'package-lock.json', 'README.md', 'wxt.config.ts', '.npmrc']),
  )
  expect(names(sources).filter((name) => /^(?:tests|node_modules|\.(?!npmrc$))/.test(name))).toEqual([])
})

it('the sources build to the same extension, byte for byte', { timeout: 300_000 }, () => {
  const folder = join(work, 'sources')
  for (const [name, bytes] of Object.entries(sources)) {
    if (name.endsWith('/')) continue
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  // What `npm ci` would install from the lockfile.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  runWxt(['build', '-b', 'firefox'], { folder, output: join(work, 'build') })
  const built = join(work, 'build', 'firefox-mv3')
  const again = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(built.length + 1))
  expect(again.toSorted()).toEqual(names(extension))
  for (const name of again)
    expect([name, readFileSync(join(built, name)).equals(extension[name] as Uint8Array)]).toEqual([name, true])
})
