import { describe, expect, it, vi } from 'vitest'
import { createOnce, createRefresh, createTurns } from '../../../lib/platform/turns.ts'
import { wait } from '../../e2e/waiting.ts'

/** Work that ends when it is told to. */
function held() {
  const ends: ((error?: Error) => void)[] = []
  const work = () =>
    new Promise<void>((resolve, reject) => {
      ends.push((error) => (error ? reject(error) : resolve()))
    })
  return { ends, work }
}
const settled = () => wait(0)

describe('createTurns', () => {
  it('begins a piece when the one before has ended, well or badly', async () => {
    const inTurn = createTurns()
    const { ends, work } = held()
    const [first, second] = [inTurn(work), inTurn(work)]
    await settled()
    expect(ends).toHaveLength(1)
    ends[0]?.(new Error('no'))
    await expect(first).rejects.toThrow('no')
    await settled()
    expect(ends).toHaveLength(2)
    ends[1]?.()
    await second
  })
})

describe('createRefresh', () => {
  it('does once more what was asked for meanwhile, however often, and then ends for all who asked', async () => {
    const { ends, work } = held()
    const refresh = createRefresh(work)
    const asked = [refresh(), refresh(), refresh()]
    ends[0]?.()
    await settled()
    expect(ends).toHaveLength(2)
    ends[1]?.()
    await Promise.all(asked)
    expect(ends).toHaveLength(2)
  })

  it('does it anew when it is asked again later', async () => {
    const { ends, work } = held()
    const refresh = createRefresh(work)
    for (const at of [0, 1]) {
      const asked = refresh()
      ends[at]?.()
      await asked
    }
    expect(ends).toHaveLength(2)
  })

  it('rejects where the work does, and can be asked again', async () => {
    const { ends, work } = held()
    const refresh = createRefresh(work)
    const asked = refresh()
    ends[0]?.(new Error('no'))
    await expect(asked).rejects.toThrow('no')
    const again = refresh()
    ends[1]?.()
    await again
    expect(ends).toHaveLength(2)
  })
})

describe('createOnce', () => {
  it('does a piece once for all who ask, and again only where it failed', async () => {
    const work = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('no')).mockResolvedValue('done')
    const once = createOnce(work)
    const [first, second] = await Promise.allSettled([once(), once()])
    expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
    expect(await once()).toBe('done')
    expect(await once()).toBe('done')
    expect(work).toHaveBeenCalledTimes(2)
  })
})
