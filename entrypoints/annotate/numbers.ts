/** Asks the background about sentences: the numbers they tie to mentions. */

import { mayHoldNumber } from '../../lib/detect/numerals.ts'
import { sentenceAround } from '../../lib/detect/sentence.ts'
import type { Language } from '../../lib/detect/types.ts'
import type { Pointer } from '../../lib/editions/keys.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { MAX_SENTENCE, MAX_SENTENCES } from '../../lib/messaging/protocol.ts'
import type { Mark } from '../../lib/page/marks.ts'

/** Fills in `number` of each mark that has one. A background that does not answer costs nothing but the comparison. */
export async function readNumbers(marks: readonly Mark[], pointer: Pointer, language: Language): Promise<void> {
  const asked = marks.flatMap((mark) => {
    const { start, end } = mark.mention
    const [from, to] = sentenceAround(mark.text, start, end)
    const text = mark.text.slice(from, to)
    return text.length <= MAX_SENTENCE && mayHoldNumber(text)
      ? [{ mark, from, question: { text, start: start - from, end: end - from } }]
      : []
  })
  for (let at = 0; at < asked.length; at += MAX_SENTENCES) {
    const batch = asked.slice(at, at + MAX_SENTENCES)
    const sentences = batch.map(({ question }) => question)
    const reply = await askBackground({ type: 'sentences.read', pointer, language, sentences })
    reply?.numbers.forEach((number, index) => {
      const item = batch[index]
      if (number && item) item.mark.number = { ...number, start: number.start + item.from, end: number.end + item.from }
    })
  }
}
