/** Line ends of Windows, read as those of everywhere else, with a way back to the offsets of the text as it was given. */

import { firstAtLeast } from '../../detect/sorted.ts'

/** A text whose lines end in a line feed alone. */
interface LineFed {
  text: string
  /** The offset in the given text that an offset in `text` stands for (UTF-16 units). */
  givenOffset: (at: number) => number
}

/**
 * Takes the carriage return out of every CRLF: what reads a text tells its lines, and its breaks of one character, by the
 * line feed.
 */
export function withLineFeeds(given: string): LineFed {
  if (!given.includes('\r\n')) return { text: given, givenOffset: (at) => at }
  /** Offsets in the result of the line feeds that lost their carriage return. */
  const cuts: number[] = []
  const text = given.replaceAll('\r\n', (_, at: number) => {
    cuts.push(at - cuts.length)
    return '\n'
  })
  return { text, givenOffset: (at) => at + firstAtLeast(cuts.length, (index) => cuts[index] as number, at) }
}
