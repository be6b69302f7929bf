/** The words around a mention: folded as they are asked for, since several terms of a block ask for the same ones. */

import { normalise, type Normalised } from './fold.ts'
import { elided } from './pattern.ts'
import { kindOf, WORD } from './script.ts'
import { firstAtLeast } from './sorted.ts'
import type { PageContext } from './types.ts'

/** Rules look this far beyond the sentence, to either side (UTF-16 units). */
const BESIDE = 160

/** Texts are folded in stretches of this many UTF-16 units, each once, however many terms ask for it. */
const STRETCH = 1024

/** A block of text with its foldings kept, since several terms of a block ask for the same ones. */
export interface Surroundings {
  text: string
  page: PageContext
  stretches: Map<number, Normalised>
  leadFolded?: string
}

/** The surroundings of a block on its page; nothing is folded yet. */
export const surroundings = (text: string, page: PageContext): Surroundings => ({ text, page, stretches: new Map() })

function stretchOf(around: Surroundings, index: number): Normalised {
  const known = around.stretches.get(index)
  if (known !== undefined) return known
  const folded = normalise(elided(around.text.slice(index * STRETCH, (index + 1) * STRETCH)))
  around.stretches.set(index, folded)
  return folded
}

/** Index of the first folded unit that came from source offset `at` or later. */
const foldedIndex = ({ start }: Normalised, at: number): number =>
  firstAtLeast(start.length, (index) => start[index] as number, at)

/** The folded text of [from, to), UTF-16 offsets of the source. */
export function foldedSlice(around: Surroundings, from: number, to: number): string {
  let folded = ''
  for (let index = Math.floor(from / STRETCH); index * STRETCH < to; index++) {
    const stretch = stretchOf(around, index)
    const offset = index * STRETCH
    folded += stretch.text.slice(foldedIndex(stretch, from - offset), foldedIndex(stretch, to - offset))
  }
  return folded
}

/** A possessive s behind a name is still the name: the apostrophe was folded away. */
const POSSESSIVE = /^s(?![\p{L}\p{N}])/u

const isWordAt = (folded: string, at: number) => kindOf(folded.charCodeAt(at)) === WORD

/**
 * Where `form` stands first in the folded text from `from` on, as a word of its own (spaced scripts) or at all (others); -1
 * where it does not. `export*` is every word that begins so, `*schrott` every word that ends so.
 */
function indexOfForm(folded: string, form: string, from = 0): number {
  const isBeginning = form.endsWith('*')
  const isEnd = form.startsWith('*')
  const sought = isBeginning ? form.slice(0, -1) : isEnd ? form.slice(1) : form
  for (let at = folded.indexOf(sought, from); at >= 0; at = folded.indexOf(sought, at + 1)) {
    if (!isWordAt(sought, 0)) return at
    const end = at + sought.length
    const opens = isEnd || at === 0 || !isWordAt(folded, at - 1)
    if (!opens) continue
    const closes = isBeginning || end >= folded.length || !isWordAt(folded, end)
    if (closes || POSSESSIVE.test(folded.slice(end, end + 2))) return at
  }
  return -1
}

/** True where a form of the list stands in the folded text. */
export const hasForm = (folded: string, forms: readonly string[]): boolean =>
  forms.some((form) => indexOfForm(folded, form) >= 0)

/** The end of the word that begins, or goes on, at `at`. */
function endOfWord(folded: string, at: number): number {
  let end = at
  while (end < folded.length && isWordAt(folded, end)) end++
  return end
}

/** How many different words of the list stand in the folded text: two that begin as `export*` does are two. */
export function countForms(folded: string, forms: readonly string[]): number {
  const met = new Set<string>()
  for (const form of forms) {
    if (!form.endsWith('*')) {
      if (indexOfForm(folded, form) >= 0) met.add(form)
      continue
    }
    for (let at = indexOfForm(folded, form); at >= 0; at = indexOfForm(folded, form, at + 1))
      met.add(folded.slice(at, endOfWord(folded, at)))
  }
  return met.size
}

/** The folded text of [from, to) without the mention [start, end) itself. */
export const outside = (around: Surroundings, from: number, to: number, start: number, end: number): string =>
  `${foldedSlice(around, from, start)} \n ${foldedSlice(around, end, to)}`

/** The same of a sentence [from, to) and of what stands beside it, as far as rules look. */
export const wordsNearby = (around: Surroundings, from: number, to: number, start: number, end: number): string =>
  outside(around, Math.max(0, from - BESIDE), Math.min(around.text.length, to + BESIDE), start, end)

/** Takes the mention itself out of folded text as far as that may speak for it: a term is no evidence of itself, however often it is said. */
export function withoutSelf(source: string): (folded: string) => string {
  const own = normalise(elided(source)).text
  if (own === '') return (folded) => folded
  if (kindOf(own.charCodeAt(0)) !== WORD || kindOf(own.charCodeAt(own.length - 1)) !== WORD)
    return (folded) => folded.replaceAll(own, '\n')
  // Its plural is the same word; Dy in dysprosium is another.
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${own.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}s?(?![\\p{L}\\p{N}])`, 'gu')
  return (folded) => folded.replaceAll(whole, '\n')
}

/** The folded headline and lead of the page. */
export function leadOf(around: Surroundings): string {
  around.leadFolded ??= normalise(elided(around.page.lead)).text
  return around.leadFolded
}
