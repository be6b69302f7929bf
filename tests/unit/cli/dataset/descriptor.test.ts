/** `datapackage.json` as people leave it: what is wrong, by file and place. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readDescriptor } from '../../../../lib/cli/dataset/descriptor.ts'
import { PACKAGE_FOLDER, readEditionFile } from '../../../../lib/cli/dataset/package-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'tradegloss-descriptor-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'datapackage.json')
const bundled = readFileSync(join(PACKAGE_FOLDER, 'datapackage.json'), 'utf8')

/** 1-based line of the first text like `part`. */
const lineOf = (part: string) => bundled.slice(0, bundled.indexOf(part)).split('\n').length

it('reads the bundled one', async () =>
  expect((await readDescriptor(join(PACKAGE_FOLDER, 'datapackage.json'))).resources.map(({ name }) => name)).toContain(
    'figures',
  ))

it.each([
  ['a comma twice', bundled.replace('"terms.csv",', '"terms.csv",,'), `(line ${lineOf('"terms.csv"')} column `],
  ['a comma before an end', '{\n"resources": [],\n}', '(line 3 column 1)'],
  [
    'a comma for a value',
    bundled.replace('"path": "terms.csv"', '"path": ,'),
    `(line ${lineOf('"terms.csv"')} column `,
  ],
  ['half a file', bundled.slice(0, 20_000), `(line ${bundled.slice(0, 20_000).split('\n').length} column `],
  ['nothing', '', 'Unexpected end of JSON input (line 1 column 1)'],
  ['a byte order mark', `\ufeff${bundled}`, 'begins with a byte order mark; save it as UTF-8 without one.'],
  ['no tables', '{"name":"x"}', 'has no list "resources".'],
  ['null', 'null', 'has no list "resources".'],
  [
    'a locale that nobody knows',
    bundled.replace('"zh-CN"', '"zh"'),
    '"completeLocales" has "zh"; there are: en, ja, zh-CN, zh-TW, ko, de, fr, es.',
  ],
  ['a table without a file', '{"resources":[{"name":"a","path":"a.csv"},{"name":"b"}]}', 'resource 2 has no "path".'],
  [
    'a table that lies elsewhere',
    '{"resources":[{"name":"a","path":"a.csv"},{"name":"b","path":"data/../../b.csv"}]}',
    'the "path" of resource 2 leads out of the package.',
  ],
  [
    'a table with a whole path',
    '{"resources":[{"name":"a","path":"/etc/hosts"}]}',
    'the "path" of resource 1 leads out of the package.',
  ],
])('names file and place where there is %s', async (_, text, fault) => {
  writeFileSync(file, text)
  const error = await readEditionFile(folder).catch((thrown: Error) => thrown)
  expect(error).toBeInstanceOf(Error)
  const { message } = error as Error
  expect(message.startsWith(`${file}: `)).toBe(true)
  expect(message).toContain(fault)
  expect(message).not.toContain('\n')
})
