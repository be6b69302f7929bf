/** Mozilla's own linter on the Firefox build: no error, and no warning but those of others' code that are named here. */

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { builtExtension, ROOT } from '../../lib/cli/browser/extension.ts'

interface Finding {
  code: string
  message: string
  file: string
  line: number
  column: number
}

/** Preact sets `innerHTML` for `dangerouslySetInnerHTML`, which nothing of ours uses (`meta/layout`). */
const isPreacts = (finding: Finding, folder: string): boolean => {
  if (finding.code !== 'UNSAFE_VAR_ASSIGNMENT' || finding.message !== 'Unsafe assignment to innerHTML') return false
  const line = readFileSync(join(folder, finding.file), 'utf8').split('\n')[finding.line - 1] ?? ''
  return line.slice(finding.column - 300, finding.column + 300).includes('dangerouslySetInnerHTML')
}

it('web-ext lint finds no error, and warns of nothing that we wrote', { timeout: 300_000 }, async () => {
  const folder = await builtExtension('firefox', () => {})
  const webExt = join(ROOT, 'node_modules/web-ext/bin/web-ext.js')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [webExt, 'lint', '--source-dir', folder, '--output', 'json', '--no-config-discovery'],
    { cwd: ROOT, encoding: 'utf8' },
  )
  if (!stdout.startsWith('{')) throw new Error(`web-ext said: ${stdout}${stderr}`)
  const { errors, notices, warnings } = JSON.parse(stdout) as Record<'errors' | 'notices' | 'warnings', Finding[]>
  expect(errors).toEqual([])
  expect(notices).toEqual([])
  expect(warnings.filter((each) => !isPreacts(each, folder))).toEqual([])
})
