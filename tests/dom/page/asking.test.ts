/** Asking: one question under way, of bounded size, and nobody left waiting where no answer comes. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Found, Category } from '../../../lib/detect/types.ts'
import { Asking, type Find } from '../../../lib/page/asking.ts'
import type { Piece } from '../../../lib/page/pieces.ts'

const piece = (text: string): Piece => ({
  block: { text, nodes: [], offsets: [] },
  text,
  offset: 0,
  from: 0,
  to: 4096,
  found: undefined,
  about: '',
})
const found = (...strong: Category[]): Found => ({ mentions: [], strong, isDoubtful: false })

function ask(find: Find) {
  const finding = vi.fn<Find>(find)
  const answers: { texts: string[]; topics: readonly Category[]; turn: number }[] = []
  const onError = vi.fn<(error: unknown) => void>()
  const asking = new Asking(
    finding,
    (pieces, topics, turn) => answers.push({ texts: pieces.map(({ text }) => text), topics, turn }),
    onError,
  )
  return { asking, finding, answers, onError }
}
const nothing: Find = (texts) => Promise.resolve(texts.map(() => null))

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())
const soon = () => vi.advanceTimersByTimeAsync(1)

describe('Asking', () => {
  it('asks about what waits together, and hands on what was found with what it was asked for', async () => {
    const { asking, answers, finding } = ask(() => Promise.resolve([found('senkaku'), null]))
    const pieces = [piece('a'), piece('b')]
    for (const each of pieces) asking.add(each)
    asking.send(['one-china'], 7)
    expect(finding).toHaveBeenCalledExactlyOnceWith(['a', 'b'], ['one-china'])
    expect(asking.isBusy).toBe(true)
    await soon()
    expect(answers).toEqual([{ texts: ['a', 'b'], topics: ['one-china'], turn: 7 }])
    expect(pieces.map((each) => each.found)).toEqual([found('senkaku'), null])
    expect(asking.isBusy).toBe(false)
  })

  it('has one question under way at a time', async () => {
    const { asking, finding } = ask(nothing)
    asking.add(piece('a'))
    asking.send([], 0)
    asking.add(piece('b'))
    asking.send([], 0)
    expect(finding).toHaveBeenCalledTimes(1)
    await soon()
    expect(asking.isBusy).toBe(true)
    asking.send([], 0)
    await soon()
    expect(finding.mock.calls.map(([texts]) => texts)).toEqual([['a'], ['b']])
    expect(asking.isBusy).toBe(false)
  })

  it('puts no more into one question than a message may hold, and at least one piece', async () => {
    const { asking, answers } = ask(nothing)
    const long = 'x'.repeat(20_000)
    for (const text of [long, long, ...Array<string>(300).fill('y')]) asking.add(piece(text))
    expect(asking.isFull).toBe(true)
    while (asking.isBusy) {
      asking.send([], 0)
      await soon()
    }
    expect(answers.map(({ texts }) => texts.length)).toEqual([1, 1, 256, 44])
  })

  it('asks about nothing that was dropped before', async () => {
    const { asking, finding } = ask(nothing)
    const [gone, stays] = [piece('gone'), piece('stays')]
    asking.add(gone)
    asking.add(stays)
    asking.drop(gone)
    asking.send([], 0)
    await soon()
    expect(finding.mock.calls[0]?.[0]).toEqual(['stays'])
  })

  const QUARTER_MS = 16_000

  it('asks again for a quarter of a minute where nobody answers, and leaves what was known', async () => {
    const { asking, finding, answers } = ask(() => Promise.resolve(null))
    const known = { ...piece('a'), found: found('senkaku') }
    asking.add(known)
    asking.send([], 0)
    await vi.advanceTimersByTimeAsync(15_000)
    expect([asking.isBusy, answers.length]).toEqual([true, 0])
    await vi.advanceTimersByTimeAsync(1000)
    expect(finding).toHaveBeenCalledTimes(6)
    expect(answers).toEqual([{ texts: [], topics: [], turn: 0 }])
    expect(known.found).toEqual(found('senkaku'))
    expect(asking.isBusy).toBe(false)
  })

  it('asks about what nobody answered to when somebody answers again, or when it is told to', async () => {
    let isThere = false
    const { asking, answers } = ask((texts) => Promise.resolve(isThere ? texts.map(() => found()) : null))
    asking.add(piece('a'))
    asking.send([], 0)
    await vi.advanceTimersByTimeAsync(QUARTER_MS)
    isThere = true
    asking.add(piece('b'))
    asking.send([], 0)
    await soon()
    expect(asking.isBusy).toBe(true)
    asking.send([], 0)
    await soon()
    expect(answers.map(({ texts }) => texts)).toEqual([[], ['b'], ['a']])

    isThere = false
    asking.add(piece('c'))
    asking.send([], 0)
    await vi.advanceTimersByTimeAsync(QUARTER_MS)
    isThere = true
    asking.retry()
    asking.send([], 0)
    await soon()
    expect(answers.at(-1)?.texts).toEqual(['c'])
  })

  it('takes for empty what was never answered to twice, so that it keeps nobody else waiting', async () => {
    const { asking, answers } = ask(() => Promise.resolve(null))
    const bad = piece('bad')
    for (let times = 0; times < 2; times++) {
      asking.add(bad)
      asking.send([], 0)
      await vi.advanceTimersByTimeAsync(QUARTER_MS)
      asking.retry()
    }
    expect(answers.map(({ texts }) => texts)).toEqual([[], ['bad']])
    expect([bad.found, asking.isBusy]).toEqual([null, false])
  })

  it('tells of a finder that fails, and asks again', async () => {
    let tries = 0
    const { asking, answers, onError } = ask(() =>
      tries++ === 0 ? Promise.reject(new Error('no')) : Promise.resolve([found()]),
    )
    asking.add(piece('a'))
    asking.send([], 0)
    await vi.advanceTimersByTimeAsync(1000)
    expect([onError.mock.calls.length, answers.length, asking.isBusy]).toEqual([1, 1, false])
  })

  it('asks about no piece only where somebody insists', async () => {
    const { asking, finding } = ask(nothing)
    asking.send([], 0)
    expect(finding).not.toHaveBeenCalled()
    asking.insist()
    asking.send([], 0)
    asking.send([], 0)
    await soon()
    asking.send([], 0)
    expect(finding).toHaveBeenCalledExactlyOnceWith([], [])
  })

  it('goes on where the second try is answered', async () => {
    let tries = 0
    const { asking, answers } = ask(() => Promise.resolve(tries++ === 0 ? null : [found()]))
    asking.add(piece('a'))
    asking.send([], 0)
    await vi.advanceTimersByTimeAsync(2000)
    expect([tries, answers.length]).toEqual([2, 1])
  })

  it('is quiet once it was stopped, whatever is answered then', async () => {
    const { asking, answers, finding } = ask(nothing)
    asking.add(piece('a'))
    asking.send([], 0)
    asking.add(piece('b'))
    asking.stop()
    await soon()
    asking.send([], 0)
    expect([answers.length, finding.mock.calls.length]).toEqual([0, 1])
  })
})
