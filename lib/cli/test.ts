/** `npm test`: every test there is, browsers included. Closes with one line that counts them. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { needBrowser, wantDisplay } from './browser/browsers.ts'
import { builtExtension, ROOT } from './browser/extension.ts'
import { fail } from './fail.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  /** False also where a file could not be read, which no count of tests shows. */
  success: boolean
}

const HELP = `npm test [-- FILE … | other arguments of vitest run]

Builds the extension for Chromium and Firefox and runs every test there is, or those of each FILE. Closes with one line
that counts them and exits 1 where one failed.`

if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(HELP)
  process.exit()
}
try {
  needBrowser('chromium')
  needBrowser('firefox')
  wantDisplay()
  for (const target of ['chrome', 'firefox'] as const)
    await builtExtension(target, () => console.log(`Building the extension (${target}) …`))
} catch (error) {
  fail(error)
}

const folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
const file = join(folder, 'report.json')
const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
const args = [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${file}`,
]
spawnSync(process.execPath, [vitest, ...args, ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
  env: { ...process.env, TRADEGLOSS_BUILT: '1' },
})
try {
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  console.log(`${report.numPassedTests} passed, ${report.numFailedTests} failed, ${report.numPendingTests} skipped`)
  process.exitCode = report.success ? 0 : 1
} catch {
  fail('The tests did not run to their end.')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
