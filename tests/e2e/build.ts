/** The built extension: `npm test` builds before the tests and says so; a lone run builds here, where anything changed. */

import { builtExtension, type Target } from '../../lib/cli/extension.ts'

/** Folder of a build of the sources as they are. */
export const extensionFor = (target: Target): Promise<string> => builtExtension(target, () => {})
