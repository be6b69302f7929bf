/** Plain text that was broken by its width: where a paragraph really ends. */

/** A line of Japanese, Chinese or Korean that breaks between two characters goes on in the next. */
const EAST_ASIAN = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]\n[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u

/** Shorter lines are headlines and lists (UTF-16 units). */
const WRAPPED_FROM = 30

/** True where the line feed at `at` breaks a sentence: between East Asian characters, or in long spaced prose before a small letter. */
function isWrapped(text: string, from: number, at: number): boolean {
  if (EAST_ASIAN.test(text.slice(at - 1, at + 2))) return true
  if (at - from < WRAPPED_FROM) return false
  return (
    /[\p{L}\p{N},]\n[\p{Ll}\p{N}]$/u.test(text.slice(at - 1, at + 2)) ||
    /\p{L}-\n\p{L}$/u.test(text.slice(at - 2, at + 2))
  )
}

/** Where the paragraph that begins at `offset` ends (UTF-16 units, exclusive); what is only wrapped goes on. */
export function endOfParagraph(text: string, offset: number): number {
  for (let from = offset; ;) {
    const next = text.indexOf('\n', from)
    if (next < 0) return text.length
    if (!isWrapped(text, from, next)) return next
    from = next + 1
  }
}

/** The paragraph as it reads: a break in spaced prose is a space. Lengths stay. */
export const unwrapped = (paragraph: string): string => paragraph.replace(/(?<=[\p{sc=Latin}\p{N},-])\n/gu, ' ')
