/** The built extension: `npm test` builds before the tests and says so; a lone run builds here, where anything changed. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { builtExtension, ROOT, type Target } from '../../lib/cli/browser/extension.ts'

/** Folder of a build of the sources as they are, or as they were when `npm test` began. */
export async function extensionFor(target: Target): Promise<string> {
  const folder = join(ROOT, '.output', `${target}-mv3`)
  return process.env.TRADEGLOSS_BUILT && existsSync(folder) ? folder : builtExtension(target, () => {})
}
