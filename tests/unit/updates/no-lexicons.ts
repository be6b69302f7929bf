/** Compiles no terms: lexicons take most of an installation's time and are tested elsewhere. */

import { vi } from 'vitest'

const actual = await vi.importActual<typeof import('../../../lib/detect/compile.ts')>('../../../lib/detect/compile.ts')
const empty = actual.compileLexicon({ entries: [], terms: [], words: [], economies: [] }, 'en')

export const compileLexicon = () => empty
