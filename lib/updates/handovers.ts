/** Where a feed moved from one key to another, as its index lists it. Pure. */

import { isRecord } from '../unknown/record.ts'

/** Most that an index may list: each may cost a reader who missed it a request. */
export const MAX_HANDOVERS = 16

/** An edition that handed over to another key. */
export interface Handover {
  /** Name of its file beside the index. */
  file: string
  /** Id of the key that signed it; '' where the index is of the older form and does not say. */
  keyId: string
}

function isHandover(value: unknown): value is Handover {
  if (!isRecord(value)) return false
  const { file, keyId } = value
  return typeof file === 'string' && typeof keyId === 'string' && /^(?:[0-9a-f]{16})?$/.test(keyId)
}

/**
 * The hand-overs that an index lists, the oldest first; null where they are malformed or too many. An index of the older
 * form names the file of the last one alone, in `handover`.
 */
export function parseHandovers({
  handover = '',
  handovers,
}: {
  handover?: unknown
  handovers?: unknown
}): readonly Handover[] | null {
  if (typeof handover !== 'string') return null
  if (handovers === undefined) return handover === '' ? [] : [{ file: handover, keyId: '' }]
  return Array.isArray(handovers) && handovers.length <= MAX_HANDOVERS && handovers.every(isHandover) ? handovers : null
}
