/** Which edition may follow which: a lower one never does, unless the reader goes back by hand. Pure. */

import { compareEditions } from '../dataset/edition-number.ts'
import { fault, type Fault } from './fault.ts'

/** An edition by its number, and whether anybody vouches for it. */
export interface Numbered {
  edition: string
  isUnsigned: boolean
}

/** The later of two editions; '' is before all. */
export const laterOf = (a: string, b: string): string => (a === '' || (b !== '' && compareEditions(a, b) < 0) ? b : a)

/**
 * Why `candidate` may not follow `current`, or null. A signed edition must reach the highest signed one ever used
 * (`highest`, '' where none was) and the bundled one; an unsigned number, which anybody can make up, counts for unsigned
 * editions only.
 */
export function faultOfOrder(
  candidate: Numbered,
  current: Numbered | null,
  highest: string,
  bundled: string,
): Fault | null {
  const { edition } = candidate
  if (
    current !== null &&
    compareEditions(edition, current.edition) === 0 &&
    candidate.isUnsigned === current.isUnsigned
  )
    return fault('same', { edition })
  const floor = floorFor(candidate.isUnsigned, current, highest, bundled)
  return compareEditions(edition, floor) < 0 ? fault('lower', { edition, current: floor }) : null
}

function floorFor(isUnsigned: boolean, current: Numbered | null, highest: string, bundled: string): string {
  if (isUnsigned) return laterOf(current?.edition ?? bundled, bundled)
  const known = laterOf(highest, bundled)
  return current === null || current.isUnsigned ? known : laterOf(known, current.edition)
}
