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

/** Packs whole numbers below some ten thousand, a character each, so that one is read without the others. */
export const packSmall = (numbers: Iterable<number>): string => Array.from(numbers, letterOf).join('')

/** Number `index` of what {@link packSmall} packed. */
export const smallAt = (text: string, index: number): number => digitOf(text.charCodeAt(index))

/** What {@link packNumbers} packed; one loop over the text, since pages wait for it. */
export function unpackNumbers(text: string): Uint32Array {
  const numbers = new Uint32Array(text.length)
  let length = 0
  let number = 0
  let factor = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const digit = code > BACKSLASH ? code - FIRST - 1 : code - FIRST
    if (digit < BASE) {
      numbers[length++] = number + digit * factor
      number = 0
      factor = 1
    } else {
      number += (digit - BASE) * factor
      factor *= BASE
    }
  }
  return numbers.subarray(0, length)
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

/** The lines of what {@link packTexts} packed. */
export const linesOf = (packed: string): string[] => (packed === '' ? [] : packed.split('\n'))

/** Text `index` of packed lines: what it shares with those before is looked up there. */
export function textAt(lines: readonly string[], index: number): string {
  const line = lines[index] as string
  let text = line.slice(1)
  let missing = smallAt(line, 0)
  for (let before = index - 1; missing > 0; before--) {
    const other = lines[before] as string
    const shared = smallAt(other, 0)
    // Empty texts share nothing and lend nothing.
    if (other.length === 1 && shared === 0) continue
    if (shared >= missing) continue
    text = other.slice(1, 1 + missing - shared) + text
    missing = shared
  }
  return text
}

/** What {@link packTexts} packed. */
export function unpackTexts(packed: string): string[] {
  const lines = linesOf(packed)
  return lines.map((_, index) => textAt(lines, index))
}
