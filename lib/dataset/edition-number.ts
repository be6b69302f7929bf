/** Edition numbers, `YYYY.MM.N`: what is one, and which of two is the later. */

/** One edition has one number: a month beyond December, or zeros before N, would be another that is taken for the same. */
const EDITION = /^\d{4}\.(?:0?[1-9]|1[0-2])\.(?:0|[1-9]\d{0,5})$/

/** True for a number of the form `YYYY.MM.N`. */
export const isEditionNumber = (edition: string): boolean => EDITION.test(edition)

/** Negative where `a` is the earlier edition, 0 where they are the same, positive where `a` is the later. */
export function compareEditions(a: string, b: string): number {
  const [left, right] = [a, b].map((edition) => edition.split('.').map(Number)) as [number[], number[]]
  const differences = left.map((part, at) => part - (right[at] as number))
  return differences.find((difference) => difference !== 0) ?? 0
}
