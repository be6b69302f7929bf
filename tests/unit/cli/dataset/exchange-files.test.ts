/** Replacing several files: a step that fails leaves all of them as they were. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { exchangeFiles } from '../../../../lib/cli/dataset/exchange-files.ts'

const BEFORE = { 'figures.csv': 'old figures', 'other.csv': 'other', 'sources.csv': 'old sources' }
const TEXTS = new Map([
  ['figures.csv', 'figures'],
  ['new.csv', 'new'],
  ['other.csv', 'other'],
  ['sources.csv', 'sources'],
])

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  for (const [name, text] of Object.entries(BEFORE)) writeFileSync(join(folder, name), text)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const contents = () =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))

it('writes what changes and nothing beside', async () => {
  expect(await exchangeFiles(folder, TEXTS)).toEqual(['figures.csv', 'new.csv', 'sources.csv'])
  expect(contents()).toEqual(Object.fromEntries(TEXTS))
})

it.each([
  'write figures.csv',
  'keep sources.csv',
  'write journal',
  'begin',
  'exchange new.csv',
  'exchange sources.csv',
  'end',
])('puts everything back where it fails at: %s', async (last) => {
  const failing = (step: string) => {
    if (step === last) throw new Error('disk full')
  }
  await expect(exchangeFiles(folder, TEXTS, failing)).rejects.toThrow('disk full')
  expect(contents()).toEqual(BEFORE)
})
