/** Cutting stretches out of a library's text at build time, so that a page loads only what it uses. */

/** A stretch from its beginning up to what follows it (null: to the end of the text), and what is left in its place. */
export type Cut = [from: string, to: string | null, left: string]

/**
 * `code` without the stretches, one cut after the other.
 * @throws When the library has no such stretch any more, so that a new version cannot grow the page, or break it, in silence.
 */
export const cutOut = (library: string, code: string, cuts: readonly Cut[]): string =>
  cuts.reduce((rest, [from, to, left]) => {
    const start = rest.indexOf(from)
    const end = to === null ? rest.length : rest.indexOf(to, start)
    if (start < 0 || end < 0) throw new Error(`${library} has no "${from}" where we trim it`)
    return rest.slice(0, start) + left + rest.slice(end)
  }, code)
