/** Word lists asked for beside a name: words, beginnings (`import*`) and ends (`*maker`) of words, and phrases; all folded. */

import { DENSE, insideWord, kindOf } from './script.ts'

const WORDS = /[\p{L}\p{N}]+/gu
const made = new WeakMap<readonly string[], WordList>()

/** The list of these folded forms, made once. */
export function wordList(forms: readonly string[]): WordList {
  const known = made.get(forms) ?? new WordList(forms)
  made.set(forms, known)
  return known
}

export class WordList {
  readonly #words = new Set<string>()
  readonly #beginnings: string[] = []
  readonly #ends: string[] = []
  /** Several words, and whatever is written without spaces, which is met anywhere. */
  readonly #phrases: string[] = []

  constructor(forms: readonly string[]) {
    for (const form of forms) {
      if (form.startsWith('*')) this.#ends.push(form.slice(1))
      else if (form.endsWith('*')) this.#beginnings.push(form.slice(0, -1))
      else if (kindOf(form.charCodeAt(0)) === DENSE || form.includes(' ')) this.#phrases.push(form)
      else this.#words.add(form)
    }
  }

  #holds(word: string): boolean {
    return (
      this.#words.has(word) ||
      this.#beginnings.some((beginning) => word.startsWith(beginning)) ||
      this.#ends.some((end) => word.endsWith(end))
    )
  }

  /** Where forms stand in folded `text`: UTF-16 offsets, `end` exclusive, in no order. */
  in(text: string): { start: number; end: number }[] {
    const met: { start: number; end: number }[] = []
    for (const phrase of this.#phrases)
      for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
        const end = start + phrase.length
        if (!insideWord(text, start) && !insideWord(text, end)) met.push({ start, end })
      }
    for (const { 0: word, index } of text.matchAll(WORDS))
      if (this.#holds(word)) met.push({ start: index, end: index + word.length })
    return met
  }

  /** Where the first form begins; Infinity without one. */
  firstIn(text: string): number {
    return Math.min(Infinity, ...this.in(text).map(({ start }) => start))
  }

  /** Where the last form begins; -Infinity without one. */
  lastIn(text: string): number {
    return Math.max(-Infinity, ...this.in(text).map(({ start }) => start))
  }

  isAll(text: string): boolean {
    return this.in(text).some(({ start, end }) => start === 0 && end === text.length)
  }

  begins(text: string): boolean {
    const trimmed = text.trimStart()
    return this.in(trimmed).some(({ start }) => start === 0)
  }

  ends(text: string): boolean {
    const trimmed = text.trimEnd()
    return this.in(trimmed).some(({ end }) => end === trimmed.length)
  }
}
