/** A statement of a card: its words, other entries in it as buttons that open them in place, and its citations. */

import type { ComponentChildren } from 'preact'
import type { Cited } from '../../lib/card/model.ts'
import { Citations } from './Citations.tsx'

/** Opens the card of another entry in the place of this one. */
export type OpenEntry = (entry: string) => void

export function Text({ cited: { text, links, citations }, onOpen }: { cited: Cited; onOpen: OpenEntry }) {
  const parts: ComponentChildren[] = []
  let at = 0
  for (const [start, end, entry] of links) {
    parts.push(
      text.slice(at, start),
      <button key={start} type="button" class="entry" data-entry={entry} onClick={() => onOpen(entry)}>
        {text.slice(start, end)}
      </button>,
    )
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
      <Citations sources={citations} />
    </>
  )
}
