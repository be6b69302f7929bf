/** Builds the extension with WXT, for commands that need it in a browser. Node only. */

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const TARGETS = ['chrome', 'firefox', 'edge', 'safari'] as const
export type Target = (typeof TARGETS)[number]

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Everything that a build is made of. */
const SOURCES = ['components', 'entrypoints', 'lib', 'public', 'wxt.config.ts', 'package-lock.json']

/** Where a build goes, and beside it what it was made of; a host that was allowed has a place of its own. */
function placesOf(target: Target, allow?: string): { output: string; folder: string; stamp: string } {
  const output = allow ? '.output/allowed' : '.output'
  const folder = join(ROOT, output, `${target}-mv3`)
  return { output, folder, stamp: `${folder}.sources` }
}

/** A digest of the sources as they are now: of names, sizes and times, as make would look. */
function digestOfSources(allow = ''): string {
  const digest = createHash('sha256').update(allow)
  for (const source of SOURCES) {
    const path = join(ROOT, source)
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' })
          .sort()
          .map((name) => join(path, name))
      : [path]
    for (const file of files) {
      const { size, mtimeMs } = statSync(file)
      digest.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  return digest.digest('hex')
}

/**
 * Runs WXT on the project in `folder`; builds and zips go to `output` (from there), and run on the host `allow` too.
 * Throws with WXT's own words where it fails.
 */
export function runWxt(
  args: readonly string[],
  { folder = ROOT, output = '.output', allow = '' }: { folder?: string; output?: string; allow?: string } = {},
): void {
  const wxt = join(folder, 'node_modules/wxt/bin/wxt.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, ...args], {
    cwd: folder,
    encoding: 'utf8',
    // Whoever asks, a test runner too, is given what ships.
    env: { ...process.env, NODE_ENV: 'production', TRADEGLOSS_OUTPUT: output, TRADEGLOSS_ALLOW: allow },
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
}

/**
 * Builds for one browser and returns the folder. `allow` adds a host to a temporary build beside the real one.
 * Rejects with WXT's own output where the build fails.
 */
export async function buildExtension(target: Target, allow?: string): Promise<string> {
  const { output, folder, stamp } = placesOf(target, allow)
  const sources = digestOfSources(allow)
  rmSync(stamp, { force: true })
  try {
    runWxt(['build', '-b', target], { output, ...(allow ? { allow } : {}) })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`The extension could not be built:\n${(error as Error).message}`, { cause: error })
  }
  writeFileSync(stamp, sources)
  return folder
}

/** The same, where the build that is there is not of these sources; `onBuild` is told before. */
export async function builtExtension(target: Target, onBuild: () => void, allow?: string): Promise<string> {
  const { folder, stamp } = placesOf(target, allow)
  if (existsSync(folder) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfSources(allow)) return folder
  onBuild()
  return buildExtension(target, allow)
}
