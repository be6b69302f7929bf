/** Lists of small numbers and of texts that begin alike, as text: a third of what JSON takes, and read in one loop. */

/** Letters from # on, but for the backslash, which JSON would double. */
const FIRST = 35
const BACKSLASH = 92
/** A digit below this is the last of its number; with this added, another follows. */
const BASE = 45

const letterOf = (digit: number) => String.fromCharCode(digit + FIRST + (digit + FIRST >= BACKSLASH ? 1 : 0))

const digitOf = (code: number) => code - (code > BACKSLASH ? FIRST + 1 : FIRST)

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
    const digit = digitOf(text.charCodeAt(at))
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

/** Packs texts without line breaks, each as how many UTF-16 units it shares with the last that is not empty, and the rest. */
export function packTexts(texts: readonly string[]): string {
  let before = ''
  const lines = texts.map((text) => {
    let shared = 0
    while (shared < MOST_SHARED && shared < text.length && text[shared] === before[shared]) shared++
    // No half of a pair stands alone: storage could not carry it.
    if (/[\ud800-\udbff]/.test(text[shared - 1] ?? '')) shared--
    if (text !== '') before = text
    return letterOf(shared) + text.slice(shared)
  })
  return lines.join('\n')
}

/** One letter says it. */
const MOST_SHARED = BASE - 1

/** What {@link packTexts} packed. */
export function unpackTexts(packed: string): string[] {
  let before = ''
  return packed.split('\n').flatMap((line) => {
    if (line === '') return []
    const text = before.slice(0, digitOf(line.charCodeAt(0))) + line.slice(1)
    if (text !== '') before = text
    return text
  })
}
