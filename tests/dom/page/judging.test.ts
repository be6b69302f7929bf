import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Doubt } from '../../../lib/detect/types.ts'
import { createJudge } from '../../../lib/page/judging.ts'

const doubt = (sentence: string): Doubt => ({ sentence, end: 3 })
type Ask = (doubts: readonly Doubt[]) => Promise<readonly boolean[] | null>

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('createJudge', () => {
  it('asks once for all doubts of a moment, and then knows', async () => {
    const ask = vi.fn<Ask>(() => Promise.resolve([true, false]))
    const reconsider = vi.fn<() => void>()
    const { judge } = createJudge(ask, reconsider)
    expect([judge(doubt('one')), judge(doubt('two')), judge(doubt('one'))]).toEqual([false, false, false])
    await vi.advanceTimersByTimeAsync(1)
    expect(ask).toHaveBeenCalledExactlyOnceWith([doubt('one'), doubt('two')])
    expect(reconsider).toHaveBeenCalledTimes(1)
    expect([judge(doubt('one')), judge(doubt('two'))]).toEqual([true, false])
    await vi.advanceTimersByTimeAsync(1000)
    expect([ask.mock.calls.length, reconsider.mock.calls.length]).toEqual([1, 1])
  })

  it('goes on after 150 ms without an answer; a late one serves the next reading only', async () => {
    let answer: (verdicts: boolean[]) => void = () => undefined
    const reconsider = vi.fn<() => void>()
    const { judge } = createJudge(() => new Promise((resolve) => (answer = resolve)), reconsider)
    judge(doubt('one'))
    await vi.advanceTimersByTimeAsync(149)
    expect([judge(doubt('one')), reconsider.mock.calls.length]).toEqual([false, 0])
    await vi.advanceTimersByTimeAsync(2)
    expect([judge(doubt('one')), reconsider.mock.calls.length]).toEqual([undefined, 1])
    answer([false])
    await vi.advanceTimersByTimeAsync(1)
    expect([judge(doubt('one')), reconsider.mock.calls.length]).toEqual([false, 1])
  })

  it.each<[string, Ask]>([
    ['answers nothing', () => Promise.resolve(null)],
    ['rejects', () => Promise.reject(new Error('gone'))],
    ['answers too little', () => Promise.resolve([])],
  ])('takes a doubtful term for a mention where the background %s', async (_, ask) => {
    const { judge } = createJudge(ask, () => undefined)
    judge(doubt('one'))
    await vi.advanceTimersByTimeAsync(1)
    expect(judge(doubt('one'))).toBeUndefined()
  })

  it('asks for no more than 20 a page, and for no endless sentence', async () => {
    const ask = vi.fn<Ask>((doubts) => Promise.resolve(doubts.map(() => true)))
    const { judge } = createJudge(ask, () => undefined)
    expect(judge(doubt('x'.repeat(601)))).toBeUndefined()
    const said = Array.from({ length: 25 }, (_, index) => judge(doubt(`sentence ${index}`)))
    expect(said).toEqual([...Array<boolean>(20).fill(false), ...Array<undefined>(5).fill(undefined)])
    await vi.advanceTimersByTimeAsync(1)
    expect(ask.mock.calls[0]?.[0]).toHaveLength(20)
  })

  it('asks for as many again on the next page', async () => {
    const ask = vi.fn<Ask>((doubts) => Promise.resolve(doubts.map(() => true)))
    const { judge, turnPage } = createJudge(ask, () => undefined)
    for (let index = 0; index < 20; index++) judge(doubt(`sentence ${index}`))
    await vi.advanceTimersByTimeAsync(1)
    expect([judge(doubt('one more')), judge(doubt('sentence 0'))]).toEqual([undefined, true])
    turnPage()
    expect([judge(doubt('one more')), judge(doubt('sentence 0'))]).toEqual([false, true])
  })
})
