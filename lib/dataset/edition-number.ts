/** Edition numbers, `YYYY.MM.N`: which of two is the later. */

/** Negative where `a` is the earlier edition, 0 where they are the same, positive where `a` is the later. */
export function compareEditions(a: string, b: string): number {
  const [left, right] = [a, b].map((edition) => edition.split('.').map(Number)) as [number[], number[]]
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
