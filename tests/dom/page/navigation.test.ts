/** Client-side navigation: another path or query is another article, another fragment is not. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { watchNavigation, watchRenewal } from '../../../lib/page/navigation.ts'

type View = Parameters<typeof watchNavigation>[0]

/** A window with an address that the test sets, with or without the Navigation API. */
function createView(hasApi: boolean) {
  const location = { pathname: '/a', search: '', hash: '' }
  const navigation = new EventTarget()
  const view = {
    location,
    setInterval: (run: () => void, ms: number) => setInterval(run, ms),
    clearInterval: (timer: number) => clearInterval(timer),
    ...(hasApi ? { navigation } : {}),
  } as unknown as View
  const go = (to: Partial<typeof location>) => {
    Object.assign(location, to)
    if (hasApi) navigation.dispatchEvent(new Event('currententrychange'))
    else vi.advanceTimersByTime(1000)
  }
  return { view, go }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each([
  ['with the Navigation API', true],
  ['without it', false],
])('watchNavigation %s', (_, hasApi) => {
  it('tells of another path and another query, once each', () => {
    const { view, go } = createView(hasApi)
    const onNavigate = vi.fn<() => void>()
    watchNavigation(view, onNavigate)
    go({ pathname: '/b' })
    expect(onNavigate).toHaveBeenCalledTimes(1)
    go({ search: '?page=2' })
    expect(onNavigate).toHaveBeenCalledTimes(2)
    go({})
    expect(onNavigate).toHaveBeenCalledTimes(2)
    go({ pathname: '/a', search: '' })
    expect(onNavigate).toHaveBeenCalledTimes(3)
  })

  it('does not count a fragment', () => {
    const { view, go } = createView(hasApi)
    const onNavigate = vi.fn<() => void>()
    watchNavigation(view, onNavigate)
    go({ hash: '#comments' })
    expect(onNavigate).not.toHaveBeenCalled()
  })

  it('stops', () => {
    const { view, go } = createView(hasApi)
    const onNavigate = vi.fn<() => void>()
    watchNavigation(view, onNavigate)()
    go({ pathname: '/b' })
    expect(onNavigate).not.toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })
})

it.each([
  ['the page comes back as it was left', true, true, 1],
  ['the page was loaded', true, false, 0],
  ['the page says so itself', false, true, 0],
])('watchRenewal: %s', (_, isTrusted, persisted, times) => {
  let show: (event: object) => void = () => undefined
  const onRenewal = vi.fn<() => void>()
  const addEventListener = (_type: string, listener: typeof show) => (show = listener)
  watchRenewal({ addEventListener } as never, onRenewal, new AbortController().signal)
  show({ isTrusted, persisted })
  expect(onRenewal).toHaveBeenCalledTimes(times)
})

it('watchRenewal: the page gets another root', async () => {
  const onRenewal = vi.fn<() => void>()
  const stopping = new AbortController()
  watchRenewal(window, onRenewal, stopping.signal)
  const renew = () => {
    document.documentElement.remove()
    document.append(document.createElement('html'))
    return Promise.resolve()
  }
  await renew()
  expect(onRenewal).toHaveBeenCalledTimes(1)
  stopping.abort()
  await renew()
  expect(onRenewal).toHaveBeenCalledTimes(1)
})
