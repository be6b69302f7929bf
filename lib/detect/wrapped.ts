/** Plain text that was broken by its width: where a paragraph really ends. */

/** A line of Japanese, Chinese or Korean that breaks between two characters goes on in the next. */
const EAST_ASIAN = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]\n[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u

/** Shorter lines are headlines and lists (UTF-16 units). */
const WRAPPED_FROM = 30
/** A capital also begins a headline or a paragraph: before one, only a line as long as those of wrapped text goes on. */
const WRAPPED_FROM_BEFORE_CAPITAL = 40

/** Lines of Japanese, Chinese or Korean that are all shorter (UTF-16 units) tell nothing of a headline. */
const EAST_ASIAN_LINE = 24

/** How many lines tell how wide a text is: a headline may have a byline and a blank line after it. */
const TELLING_LINES = 5

/** The line that begins at `from`, and those after it. */
function linesFrom(text: string, from: number): string[] {
  let end = from - 1
  for (let line = 0; line < TELLING_LINES; line++) {
    end = text.indexOf('\n', end + 1)
    if (end < 0) return text.slice(from).split('\n')
  }
  return text.slice(from, end).split('\n')
}

const widest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length))

/** A text's first line, well shorter than what follows, is its headline; East Asian ones have no capitals to tell them by. */
function isHeadline(text: string, from: number): boolean {
  if (from > 0) return false
  const [first = '', ...others] = linesFrom(text, from)
  const width = widest(others)
  return width >= EAST_ASIAN_LINE && first.length * 4 < width * 3
}

const firstWord = (line: string) => line.split(/\s/, 1)[0] ?? ''

/**
 * True where the lines around the one that begins at `from` were broken by one width: each that does not end a sentence
 * had no room for the next one's first word. Headlines are as long as they happen to be; one that is as long as the lines below it
 * is taken for the first of them.
 */
function isOfOneWidth(text: string, from: number): boolean {
  const before = from < 2 ? from : text.lastIndexOf('\n', from - 2) + 1
  // A short line above is a headline, and says nothing of the width.
  const lines = linesFrom(text, from - before < WRAPPED_FROM_BEFORE_CAPITAL ? from : before)
  const width = widest(lines)
  return lines.every((line, index) => {
    const next = lines[index + 1] ?? ''
    return next === '' || !/[\p{L}\p{N},]$/u.test(line) || line.length + 1 + firstWord(next).length > width
  })
}

/** True where the line feed at `at` breaks a sentence: between East Asian characters, or in long spaced prose. */
function isWrapped(text: string, from: number, at: number): boolean {
  const around = text.slice(at - 1, at + 2)
  if (EAST_ASIAN.test(around)) return !isHeadline(text, from)
  if (at - from < WRAPPED_FROM) return false
  if (/[\p{L}\p{N},]\n[\p{Ll}\p{N}]$/u.test(around) || /\p{L}-\n\p{L}$/u.test(text.slice(at - 2, at + 2))) return true
  return at - from >= WRAPPED_FROM_BEFORE_CAPITAL && /[\p{L}\p{N},]\n\p{Lu}$/u.test(around) && isOfOneWidth(text, from)
}

/** Where the paragraph that begins at `offset` ends (UTF-16 units, exclusive); what is only wrapped goes on. */
function endOfParagraph(text: string, offset: number): number {
  for (let from = offset; ;) {
    const next = text.indexOf('\n', from)
    if (next < 0) return text.length
    if (!isWrapped(text, from, next)) return next
    from = next + 1
  }
}

/** The paragraph as it reads: a break in spaced prose is a space. Lengths stay. */
const unwrapped = (paragraph: string): string => paragraph.replace(/(?<=[\p{sc=Latin}\p{N},-])\n/gu, ' ')

/** The paragraphs of a plain text as they read, each with the UTF-16 offset at which it begins; as long as they are there. */
export function* paragraphsOf(text: string): Generator<{ text: string; offset: number }> {
  for (let offset = 0; offset < text.length;) {
    const end = endOfParagraph(text, offset)
    yield { text: unwrapped(text.slice(offset, end)), offset }
    offset = end + 1
  }
}
