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

/** True where a form of the list stands in the folded text as a word of its own (spaced scripts) or at all (others). */
export function hasForm(folded: string, forms: readonly string[]): boolean {
  return forms.some((form) => {
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
      const isWord = kindOf(form.charCodeAt(0)) === WORD
      if (!isWord) return true
      const end = at + form.length
      const opens = at === 0 || kindOf(folded.charCodeAt(at - 1)) !== WORD
      // A possessive s behind a name is still the name: the apostrophe was folded away.
      const closes =
        end >= folded.length ||
        kindOf(folded.charCodeAt(end)) !== WORD ||
        /^s(?![\p{L}\p{N}])/u.test(folded.slice(end, end + 2))
      if (opens && closes) return true
    }
    return false
  })
}

/** The folded text of [from, to) without the mention [start, end) itself. */
export const outside = (around: Surroundings, from: number, to: number, start: number, end: number): string =>
  `${foldedSlice(around, from, start)} \n ${foldedSlice(around, end, to)}`

/** The same of a sentence [from, to) and of what stands beside it, as far as rules look. */
export const wordsBeside = (around: Surroundings, from: number, to: number, start: number, end: number): string =>
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
