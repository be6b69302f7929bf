/** Second looks within limits: what was looked at is remembered, and no page waits for long. */

import { isMention } from './judge.ts'
import type { Doubt, Judge } from './types.ts'

/** Longest sentence (UTF-16 units) worth a second look. */
const MAX_SENTENCE = 600
/** After so long (ms) spent on them the page goes on without more. */
const PATIENCE_MS = 150
/** How many verdicts are remembered. */
const MAX_KNOWN = 2000

export interface Judging {
  judge: Judge
  /** How many sentences were looked at. */
  looks(): number
}

/**
 * Begins the second looks of one answer to a page, each time it is called: at most `allowed` new sentences, and no more once
 * they have taken {@link PATIENCE_MS}. What was not looked at counts as undecided, and may be the next time the page is read.
 */
export function rememberingJudge(look = isMention, now = () => Date.now()): (allowed: number) => Judging {
  const known = new Map<string, boolean>()
  return (allowed) => {
    let looks = 0
    let spentMs = 0
    const judge: Judge = ({ sentence, end: at }: Doubt) => {
      const key = `${at} ${sentence}`
      const before = known.get(key)
      if (before !== undefined) return before
      if (looks >= allowed || sentence.length > MAX_SENTENCE || spentMs >= PATIENCE_MS) return undefined
      looks++
      const began = now()
      const verdict = look(sentence, at)
      spentMs += now() - began
      known.set(key, verdict)
      const [oldest] = known.size > MAX_KNOWN ? known.keys() : []
      if (oldest !== undefined) known.delete(oldest)
      return verdict
    }
    return { judge, looks: () => looks }
  }
}
