/** What starts every npm script, before anything is installed. */

import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ROOT } from '../../../lib/cli/extension.ts'

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'tradegloss-'))
  mkdirSync(join(clone, 'lib/cli'), { recursive: true })
  cpSync(join(ROOT, 'lib/cli/run.mjs'), join(clone, 'lib/cli/run.mjs'))
  writeFileSync(join(clone, 'package-lock.json'), '{}')
})
afterEach(() => rmSync(clone, { recursive: true }))

const run = (command: string) =>
  spawnSync(process.execPath, [join(clone, 'lib/cli/run.mjs'), command], { encoding: 'utf8' })

it('installs nothing through a link, behind which another clone keeps its packages', () => {
  const packages = join(clone, 'another')
  mkdirSync(join(packages, 'kept'), { recursive: true })
  symlinkSync(packages, join(clone, 'node_modules'))
  const { status, stderr } = run('check')
  expect(status).toBe(1)
  expect(stderr).toContain('node_modules is a link')
  expect(readdirSync(packages)).toEqual(['kept'])
})

it('names the commands where it knows none of that name', () => {
  const { status, stderr } = run('chek')
  expect(status).toBe(2)
  expect(stderr).toContain('check')
})
