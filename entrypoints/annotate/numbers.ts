/** Asks for the numbers that a page's sentences tie to its mentions. */

import { MAX_PASSAGE, MAX_PASSAGES } from '../../lib/messaging/protocol.ts'
import type { Mark } from '../../lib/page/marks.ts'
import type { Finding } from './finding.ts'

/** More than a sentence reaches to either side of its mention (UTF-16 units); where it begins and ends the background knows. */
const AROUND = 640

/** Fills in `number` of each mark that has one. A background that does not answer costs nothing but the comparison. */
export async function readNumbers(marks: readonly Mark[], finding: Finding): Promise<void> {
  const asked = marks.flatMap((mark) => {
    const { start, end } = mark.mention
    const from = Math.max(0, start - AROUND)
    const text = mark.text.slice(from, end + AROUND)
    return text.length <= MAX_PASSAGE ? [{ mark, passage: { text, start: start - from, end: end - from } }] : []
  })
  for (let at = 0; at < asked.length; at += MAX_PASSAGES) {
    const batch = asked.slice(at, at + MAX_PASSAGES)
    const numbers = await finding.numbers(batch.map(({ passage }) => passage))
    numbers?.forEach((number, index) => {
      const item = batch[index]
      if (number && item) item.mark.number = number
    })
  }
}
