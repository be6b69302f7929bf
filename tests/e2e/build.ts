/** Builds the extension once for a test file; the second build of a run is as good as the first. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildExtension, ROOT, type Target } from '../../lib/cli/extension.ts'

/** Folder of a build. `npm test` builds before the tests and says so; a lone run builds here. */
export async function extensionFor(target: Target): Promise<string> {
  const folder = join(ROOT, '.output', `${target}-mv3`)
  if (process.env.TRADEGLOSS_BUILT && existsSync(folder)) return folder
  return buildExtension(target)
}
