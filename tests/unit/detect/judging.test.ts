/** Second looks: remembered, counted, and no longer than a page may wait. */

import { describe, expect, it, vi } from 'vitest'
import { rememberingJudge } from '../../../lib/detect/judging.ts'
import type { Doubt } from '../../../lib/detect/types.ts'

const doubt = (sentence: string): Doubt => ({ sentence, end: 3 })
const lookOf = (verdict = true) => vi.fn<(sentence: string, end: number) => boolean>(() => verdict)

describe('rememberingJudge', () => {
  it('looks once at a sentence, and remembers what was found from one answer to the next', () => {
    const look = lookOf(false)
    const judging = rememberingJudge(look)
    const first = judging(20)
    expect([first.judge(doubt('one')), first.judge(doubt('one')), first.looks()]).toEqual([false, false, 1])
    const second = judging(20)
    expect([second.judge(doubt('one')), second.looks()]).toEqual([false, 0])
    expect(look).toHaveBeenCalledExactlyOnceWith('one', 3)
  })

  it('tells the same sentence with another end apart', () => {
    const look = lookOf()
    const { judge, looks } = rememberingJudge(look)(20)
    judge({ sentence: 'one China, one China', end: 9 })
    judge({ sentence: 'one China, one China', end: 20 })
    expect(looks()).toBe(2)
  })

  it('leaves undecided what is over the number allowed, and looks at it when more are', () => {
    const judging = rememberingJudge(lookOf())
    const { judge, looks } = judging(2)
    expect(['a', 'b', 'c', 'a'].map((sentence) => judge(doubt(sentence)))).toEqual([true, true, undefined, true])
    expect(looks()).toBe(2)
    expect(judging(1).judge(doubt('c'))).toBe(true)
  })

  it('goes on without more once they took 150 ms, and looks the next time', () => {
    let time = 0
    const judging = rememberingJudge(
      () => {
        time += 80
        return false
      },
      () => time,
    )
    const { judge } = judging(20)
    // What goes by before the first is not theirs.
    time += 1000
    expect(['a', 'b', 'c'].map((sentence) => judge(doubt(sentence)))).toEqual([false, false, undefined])
    expect(judging(20).judge(doubt('c'))).toBe(false)
  })

  it('looks at no endless sentence', () => {
    const { judge, looks } = rememberingJudge(lookOf())(20)
    expect([judge(doubt('x'.repeat(601))), looks()]).toEqual([undefined, 0])
  })

  it('forgets the oldest of very many', () => {
    const look = lookOf()
    const judging = rememberingJudge(look)
    const { judge } = judging(Infinity)
    for (let at = 0; at <= 2000; at++) judge(doubt(`sentence ${at}`))
    look.mockClear()
    judge(doubt('sentence 2000'))
    expect(look).not.toHaveBeenCalled()
    judge(doubt('sentence 0'))
    expect(look).toHaveBeenCalledTimes(1)
  })
})
