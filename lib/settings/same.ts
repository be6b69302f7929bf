/** Whether two values of settings say the same. Pure. */

import { isRecord } from '../unknown/record.ts'

/** Fields in order: Chromium hands objects back with theirs sorted. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    isRecord(each) ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))) : each,
  )

/** True where two values are equal as JSON, whatever the order of their fields. */
export const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)
