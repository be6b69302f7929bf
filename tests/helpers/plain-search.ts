/** The contract of `scan`, the slow and plain way: every start, every character behind it, no table. */

import { foldAt, foldUnit, IGNORABLE, newFolded, SEPARATOR } from '../../lib/detect/fold.ts'
import { DENSE, isHangul, isHanOrKana, kindOf, WORD } from '../../lib/detect/script.ts'
import { keyOf } from '../../lib/detect/trie.ts'

export type Hit = [start: number, end: number, form: string]

const isWordAt = (text: string, at: number) => at >= 0 && at < text.length && kindOf(text.charCodeAt(at)) === WORD
const isUnseenAt = (text: string, at: number) => foldUnit(text.charCodeAt(at)) === IGNORABLE

/** Where a key may begin: at a word's first visible character, and at any Han, kana and Hangul. */
function mayBegin(text: string, at: number): boolean {
  if (kindOf(text.charCodeAt(at)) === DENSE) return true
  if (!isWordAt(text, at)) return false
  let before = at - 1
  while (isWordAt(text, before) && isUnseenAt(text, before)) before--
  if (isWordAt(text, before)) return false
  return !(isUnseenAt(text, at) && isWordAt(text, at + 1))
}

/** A key of fewer than six units does not end inside a word, but where the rest could be a plural or case ending. */
function mayEnd(text: string, start: number, end: number, last: number): boolean {
  if (end - start >= 6 || kindOf(last) !== WORD || end >= text.length) return true
  const next = String.fromCharCode(foldUnit(text.charCodeAt(end)))
  return !/[a-z]/.test(next) || /[ensx]/.test(next)
}

/** Every key of `forms` in `text`, by start and end. Cubic: for short texts. */
export function plainSearch(forms: readonly string[], text: string): Hit[] {
  const keys = new Map(forms.map((form) => [form, keyOf(form)]))
  const hits: Hit[] = []
  for (let start = 0; start < text.length; start++) {
    if (!mayBegin(text, start)) continue
    for (const [form, key] of keys) {
      const ends = key === '' ? [] : endsOf(key, text, start)
      for (const [end, last] of ends) if (mayEnd(text, start, end, last)) hits.push([start, end, form])
    }
  }
  return hits.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** Where `key` ends if it begins at `start`: nowhere or once; read off one folded character at a time. */
function endsOf(key: string, text: string, start: number): [end: number, last: number][] {
  const folded = newFolded()
  let [at, matched, last, skipped, characters] = [start, 0, 0, 0, 0]
  let isGap = false
  while (at < text.length) {
    foldAt(text, at, folded)
    at += folded.width
    const codes = folded.more === '' ? [folded.code] : [...folded.more].map((c) => c.charCodeAt(0))
    if (codes[0] === IGNORABLE || codes[0] === SEPARATOR) {
      if (matched === 0 || ++skipped > 24) return []
      isGap ||= codes[0] === SEPARATOR
      continue
    }
    for (const [index, code] of codes.entries()) {
      const hasGap = isGap && index === 0 && !isHanOrKana(last) && !isHanOrKana(code)
      if (hasGap) {
        if (key.charCodeAt(matched) === SEPARATOR && key.charCodeAt(matched + 1) === code) matched++
        else if (!(characters >= 2 && isHangul(last) && isHangul(code))) return []
      }
      if (key.charCodeAt(matched) !== code) return []
      matched++
      last = code
    }
    isGap = false
    characters++
    if (matched === key.length) return [[at, last]]
  }
  return []
}
