/** Second looks at doubtful terms of a page: asked for together, remembered, and waited for no longer than a moment. */

import type { Doubt, Judge } from '../detect/types.ts'

/** Second looks that one page may ask for. */
const MAX_A_PAGE = 20
/** Longest sentence (UTF-16 units) worth one. */
const MAX_SENTENCE = 600
/** After so long (ms) the page goes on without an answer. */
const PATIENCE_MS = 150

interface PageJudge {
  judge: Judge
  /** The page became another article, which may ask for as many second looks again. */
  turnPage(): void
}

/**
 * A judge that asks `ask` and remembers. While an answer may still come in time a doubtful term counts as no mention;
 * then `reconsider` is called once, and what was not answered counts as one. An answer that comes later serves the next
 * reading and changes nothing that is drawn.
 */
export function createJudge(
  ask: (doubts: readonly Doubt[]) => Promise<readonly boolean[] | null>,
  reconsider: () => void,
): PageJudge {
  let left = MAX_A_PAGE
  const verdicts = new Map<string, boolean | undefined>()
  let batch: { key: string; doubt: Doubt }[] = []

  const askBatch = async (): Promise<void> => {
    const asked = batch
    batch = []
    const settle = (answers: readonly boolean[] | null) =>
      asked.forEach(({ key }, index) => verdicts.set(key, answers?.[index]))
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      settle(null)
      reconsider()
    }, PATIENCE_MS)
    const answers = await ask(asked.map(({ doubt }) => doubt)).catch(() => null)
    clearTimeout(timer)
    settle(answers)
    if (!isLate) reconsider()
  }

  const judge: Judge = (doubt) => {
    const key = `${doubt.end} ${doubt.sentence}`
    if (verdicts.has(key)) return verdicts.get(key)
    if (left === 0 || doubt.sentence.length > MAX_SENTENCE) return undefined
    if (batch.length === 0) setTimeout(() => void askBatch(), 0)
    left--
    verdicts.set(key, false)
    batch.push({ key, doubt })
    return false
  }
  return { judge, turnPage: () => (left = MAX_A_PAGE) }
}
