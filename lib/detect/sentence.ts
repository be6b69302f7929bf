/** Sentences: where the one around a mention begins and ends, in any of the eight languages. */

/** No sentence is read further than this to either side (UTF-16 units). */
const REACH = 600
const ENDS = new Set('.!?。！？\n')
const CLOSERS = /["'”’)\]»」』）]/
/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s(])(?:[A-Za-z]|U\.S|U\.K|U\.N|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|No|Nos|St|vs|Inc|Corp|Ltd|Co|Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec|Nr|Art|bzw|ca|etc|Mio|Mrd|Tsd|Abs|vgl|sog|núm|p\. ?ej|Sr|Sra|EE|UU)$/

/** True where the character at `at` (UTF-16) ends a sentence. */
function endsSentence(text: string, at: number): boolean {
  const character = text[at] as string
  if (!ENDS.has(character)) return false
  if (character !== '.') return true
  let next = at + 1
  while (next < text.length && CLOSERS.test(text[next] as string)) next++
  if (next < text.length && !/\s/.test(text[next] as string)) return false
  while (next < text.length && /\s/.test(text[next] as string)) next++
  // A small letter or digit behind the stop carries the sentence on; so does a known abbreviation before it.
  if (next < text.length && /[\p{Ll}]/u.test(text[next] as string)) return false
  return !ABBREVIATION.test(text.slice(Math.max(0, at - 12), at))
}

/** UTF-16 offsets [from, to) of the sentence that holds the span [start, end) of `text`, without surrounding space. */
export function sentenceAround(text: string, start: number, end: number): [from: number, to: number] {
  let from = start
  while (from > 0 && start - from < REACH && !endsSentence(text, from - 1)) from--
  let to = end
  while (to < text.length && to - end < REACH && !endsSentence(text, to)) to++
  if (to < text.length) to++
  while (to < text.length && CLOSERS.test(text[to] as string)) to++
  while (from < start && (/\s/.test(text[from] as string) || CLOSERS.test(text[from] as string))) from++
  return [from, to]
}
