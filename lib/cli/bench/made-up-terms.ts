/** A lexicon source of as many made-up terms as asked for, the same ones every time. */

import type { LexiconSource } from '../../detect/compile.ts'

const SYLLABLES =
  'an ar be ca chi co de dis do e en er ex fa for ga ge ho in ka la li lo ma me mi mo na ne no o pa per po pre pro ra re ri ro sa se si so ta te ti to tra un va ve vi wa za'.split(
    ' ',
  )

/** Numbers from 0 to 1, from a seed (Numerical Recipes' generator). */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

/** Two terms in three of one or two words of Latin letters, one of two to four Chinese characters; no two alike. */
export function madeUpTerms(count: number): LexiconSource {
  const random = seeded(1)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item
  const times = (most: number, make: () => string) =>
    Array.from({ length: 2 + Math.floor(random() * (most - 1)) }, make)
  const word = () => times(4, () => pick(SYLLABLES)).join('')
  const chinese = () => times(4, () => String.fromCharCode(0x4e00 + Math.floor(random() ** 2 * 3000))).join('')
  const forms = new Set<string>()
  while (forms.size < count) forms.add(random() < 1 / 3 ? chinese() : random() < 0.3 ? word() : `${word()} ${word()}`)
  return {
    entries: [{ id: 'thing', category: 'rare-earths', parent: '' }],
    terms: [...forms].map((form) => ({ entry: 'thing', lang: 'en', form, status: 'seen', rule: '' })),
    words: [],
    economies: [],
  }
}
