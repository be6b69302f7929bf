/** `npm run check`: everything that can be judged without a browser, one line a step. */

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildExtension, ROOT } from './browser/extension.ts'
import { sizesIn } from './build/sizes.ts'
import { takeNoArguments } from './no-arguments.ts'

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
      '--output-type',
      'err-long',
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

function run(name: string, command: string[]): boolean {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'}  ${name} (${seconds} s)`)
  if (status !== 0) console.log(`${stdout}${stderr}`.trim())
  return status === 0
}

async function withinBudgets(): Promise<boolean> {
  let isWithin = true
  for (const { name, bytes, limit } of sizesIn(await buildExtension('chrome'))) {
    if (limit === null) continue
    const isOk = bytes <= limit
    console.log(
      `${isOk ? 'ok  ' : 'FAIL'}  size of the ${name}: ${(bytes / 1000).toFixed(1)} of ${limit / 1000} kB gzipped`,
    )
    isWithin &&= isOk
  }
  return isWithin
}

takeNoArguments(`npm run check

Runs, one line a step, what a failing step printed under it, and exits 1 where one failed:
${[...STEPS.map(([name]) => name), 'a build of the extension for Chrome, and its sizes'].map((name) => `  ${name}`).join('\n')}

It takes some minutes. One test file alone: npx vitest run --config tests/vitest.config.ts FILE`)
const results = STEPS.map(([name, command]) => run(name, command))
const isBuilt = await withinBudgets().catch((error: unknown) => {
  console.log(`FAIL  build\n${String(error)}`)
  return false
})
process.exitCode = results.every(Boolean) && isBuilt ? 0 : 1
