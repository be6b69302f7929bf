/** Ids for labels, hints and groups of choices. */

import { useState } from 'preact/hooks'

let given = 0

/**
 * An id that nothing else on the page has, the same for as long as its component is shown. Preact's own `useId` begins anew
 * with every other drawing of the page: what came in later was named by the ids of what stood there first.
 */
export const useOwnId = (): string => useState(() => `id-${++given}`)[0]
