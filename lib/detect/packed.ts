/** Lists of small numbers as plain ASCII, one letter for most: a third of what JSON takes, and read in one loop. */

/** Letters from # on, but for the backslash, which JSON would double. */
const FIRST = 35
const BACKSLASH = 92
/** A digit below this is the last of its number; with this added, another follows. */
const BASE = 45

const letterOf = (digit: number) => String.fromCharCode(digit + FIRST + (digit + FIRST >= BACKSLASH ? 1 : 0))

/** Packs whole numbers from 0 on; small ones are short. */
export function packNumbers(numbers: Iterable<number>): string {
  const letters: string[] = []
  for (let number of numbers) {
    for (; number >= BASE; number = Math.floor(number / BASE)) letters.push(letterOf((number % BASE) + BASE))
    letters.push(letterOf(number))
  }
  return letters.join('')
}

/** What {@link packNumbers} packed. */
export function unpackNumbers(text: string): number[] {
  const numbers: number[] = []
  let number = 0
  let factor = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const digit = code - (code > BACKSLASH ? FIRST + 1 : FIRST)
    if (digit >= BASE) {
      number += (digit - BASE) * factor
      factor *= BASE
    } else {
      numbers.push(number + digit * factor)
      number = 0
      factor = 1
    }
  }
  return numbers
}
