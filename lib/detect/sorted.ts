/** Looking things up in sorted lists. */

/** Index of the first of `length` ascending values that is `least` or more; `length` where none is. */
export function firstAtLeast(length: number, valueAt: (index: number) => number, least: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (valueAt(middle) < least) low = middle + 1
    else high = middle
  }
  return low
}
