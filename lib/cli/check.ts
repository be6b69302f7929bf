/** `npm run check`: everything that can be judged without a browser, one line a step. */

import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildExtension, ROOT } from './extension.ts'

const bin = (path: string) => [join(ROOT, 'node_modules', path)]

const STEPS: [name: string, command: string[]][] = [
  ['types', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['types of the pure core, without the DOM', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.pure.json']],
  ['lint', [...bin('oxlint/bin/oxlint'), '--deny-warnings']],
  ['format', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['dead code', [...bin('knip/bin/knip.js'), '--no-progress']],
  [
    'dependency rules',
    [
      ...bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'entrypoints',
      'components',
      'lib',
      'wxt.config.ts',
    ],
  ],
  [
    'tests that need neither a browser nor a build',
    [
      ...bin('vitest/vitest.mjs'),
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--project',
      '!e2e',
      '--project',
      '!builds',
    ],
  ],
]

/** Largest gzipped size (bytes) of what a page, the popup and the background load (design.md §9). */
const BUDGETS: [name: string, limit: number, isPart: (file: string, loadedBy: (page: string) => string) => boolean][] =
  [
    ['scripts of a page', 35_000, (file) => ['scout.js', 'annotate.js', 'assets/highlight.css'].includes(file)],
    // What it shares with other pages lies in files of other names.
    ['popup', 25_000, (file, loadedBy) => file === 'popup.html' || loadedBy('popup.html').includes(`"/${file}"`)],
    ['background', 250_000, (file) => file === 'background.js'],
  ]

function run(name: string, command: string[]): boolean {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`)
  if (status !== 0) console.log(`${stdout}${stderr}`.trim())
  return status === 0
}

async function withinBudgets(): Promise<boolean> {
  const folder = await buildExtension('chrome')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
  const loadedBy = (page: string) => readFileSync(join(folder, page), 'utf8')
  let isWithin = true
  for (const [name, limit, isPart] of BUDGETS) {
    const parts = files.filter((file) => isPart(file, loadedBy) && /\.(?:js|css|html)$/.test(file))
    const size = parts.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0)
    const isOk = parts.length > 0 && size <= limit
    console.log(
      `${isOk ? 'ok  ' : 'FAIL'}  size of the ${name}: ${(size / 1000).toFixed(1)} of ${limit / 1000} kB gzipped`,
    )
    isWithin &&= isOk
  }
  return isWithin
}

const results = STEPS.map(([name, command]) => run(name, command))
const isBuilt = await withinBudgets().catch((error: unknown) => {
  console.log(`FAIL  build\n${String(error)}`)
  return false
})
process.exitCode = results.every(Boolean) && isBuilt ? 0 : 1
