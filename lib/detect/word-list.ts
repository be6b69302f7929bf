/** Word lists asked for beside a name: words, beginnings (`import*`) and ends (`*maker`) of words, and phrases; all folded. */

import type { Lexicon } from './lexicon.ts'
import { DENSE, insideWord, kindOf } from './script.ts'

const WORDS = /[\p{L}\p{N}]+/gu
const made = new WeakMap<readonly string[], WordList>()

/** A lexicon's list; empty where the language has none. */
export const wordListOf = ({ words }: Pick<Lexicon, 'words'>, name: string): WordList =>
  wordList(words.get(name) ?? NONE)

/** The list of these folded forms, made once. */
export function wordList(forms: readonly string[]): WordList {
  const known = made.get(forms) ?? new WordList(forms)
  made.set(forms, known)
  return known
}

interface Word {
  word: string
  /** UTF-16 offset. */
  at: number
}

/** The words of the last text: many lists are asked about the same few words. */
let lastWords: { text: string; words: Word[] } = { text: '', words: [] }

function wordsIn(text: string): readonly Word[] {
  if (lastWords.text !== text) {
    const words = Array.from(text.matchAll(WORDS), ({ 0: word, index }) => ({ word, at: index }))
    lastWords = { text, words }
  }
  return lastWords.words
}

/** Texts by what they begin with, so that few are compared. */
class Index {
  readonly #byKey = new Map<string, string[]>()

  add(key: string, text: string): void {
    const texts = this.#byKey.get(key)
    if (texts) texts.push(text)
    else this.#byKey.set(key, [text])
  }

  of(key: string): readonly string[] {
    return this.#byKey.get(key) ?? NONE
  }
}

const NONE: readonly string[] = []

export class WordList {
  readonly #words = new Set<string>()
  /** By their first letter, and by their last. */
  readonly #beginnings = new Index()
  readonly #ends = new Index()
  /** Several words, by the first. */
  readonly #phrases = new Index()
  /** What is written without spaces and met anywhere, by its first character. */
  readonly #dense = new Index()

  constructor(forms: readonly string[]) {
    for (const form of forms) {
      const first = form.charAt(0)
      if (form.startsWith('*')) this.#ends.add(form.slice(-1), form.slice(1))
      else if (form.endsWith('*')) this.#beginnings.add(first, form.slice(0, -1))
      else if (kindOf(form.charCodeAt(0)) === DENSE) this.#dense.add(first, form)
      else if (form.includes(' ')) this.#phrases.add(form.slice(0, form.indexOf(' ')), form)
      else this.#words.add(form)
    }
  }

  #holds(word: string): boolean {
    return (
      this.#words.has(word) ||
      this.#beginnings.of(word.charAt(0)).some((beginning) => word.startsWith(beginning)) ||
      this.#ends.of(word.slice(-1)).some((end) => word.endsWith(end))
    )
  }

  /** Where forms stand in folded `text`: UTF-16 offsets, `end` exclusive, in no order. */
  in(text: string): { start: number; end: number }[] {
    const met: { start: number; end: number }[] = []
    for (let start = 0; start < text.length; start++)
      for (const form of this.#dense.of(text.charAt(start)))
        if (text.startsWith(form, start)) met.push({ start, end: start + form.length })
    for (const { word, at } of wordsIn(text)) {
      if (this.#holds(word)) met.push({ start: at, end: at + word.length })
      for (const phrase of this.#phrases.of(word))
        if (text.startsWith(phrase, at) && !insideWord(text, at + phrase.length))
          met.push({ start: at, end: at + phrase.length })
    }
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
