/** Quotes: mentions by their words and their place in the text of the whole page, so that they can be found again elsewhere. */

import { endsOf, type Span } from './spans.ts'

export interface Quote {
  quote: string
  /** Up to {@link AROUND} UTF-16 units before and after, as the page has them. */
  prefix: string
  suffix: string
  /** Code points before it in the body's text; null in a shadow root, which is no part of that. */
  start: number | null
}

const AROUND = 32
/** `NodeFilter.SHOW_TEXT` */
const TEXT = 4

const codePoints = (text: string) => [...text].length

/** Quotes of spans, in their order. Walks the whole page once: for reports, not for every change. */
export function quotesOf(spans: readonly Span[]): Quote[] {
  const { body } = document
  const text = body.textContent
  const starts = new Map<Node, [units: number, points: number]>()
  const walker = document.createTreeWalker(body, TEXT)
  let [units, points] = [0, 0]
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { data } = node as Text
    starts.set(node, [units, points])
    units += data.length
    points += codePoints(data)
  }
  return spans.map((span) => {
    const [first, last] = endsOf(span)
    const [begin, end] = [starts.get(first), starts.get(last)]
    if (!begin || !end) {
      const words = span.nodes.map(({ data }) => data).join('')
      return {
        quote: words.slice(span.from, words.length - last.length + span.to),
        prefix: '',
        suffix: '',
        start: null,
      }
    }
    const [from, to] = [begin[0] + span.from, end[0] + span.to]
    return {
      quote: text.slice(from, to),
      prefix: text.slice(Math.max(0, from - AROUND), from),
      suffix: text.slice(to, to + AROUND),
      start: begin[1] + codePoints(first.data.slice(0, span.from)),
    }
  })
}
