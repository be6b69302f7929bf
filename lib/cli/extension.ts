/** Builds the extension with WXT, for commands that need it in a browser. Node only. */

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const TARGETS = ['chrome', 'firefox', 'edge', 'safari'] as const
export type Target = (typeof TARGETS)[number]

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/**
 * Builds for one browser and returns the folder. `allow` adds a host to a temporary build beside the real one.
 * Rejects with WXT's own output where the build fails.
 */
export async function buildExtension(target: Target, allow?: string): Promise<string> {
  const output = allow ? '.output/allowed' : '.output'
  const wxt = join(ROOT, 'node_modules/wxt/bin/wxt.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, 'build', '-b', target], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TRADEGLOSS_OUTPUT: output, ...(allow ? { TRADEGLOSS_ALLOW: allow } : {}) },
  })
  const folder = join(ROOT, output, `${target}-mv3`)
  if (status !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`The extension could not be built:\n${stdout}${stderr}`)
  }
  return folder
}
