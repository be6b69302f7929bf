/** What the page changed is handed on in batches; a hidden tab is left alone until it is seen again. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { observePage, type PageObserver } from '../../../lib/page/observe.ts'
import { settle } from '../../helpers/settle.ts'

/** Long enough for what changed to be handed on. */
const GATHERED_MS = 300

let observer: PageObserver
let batches: MutationRecord[][]
const onMissed = vi.fn<() => void>()

beforeEach(() => {
  document.body.innerHTML = '<div id="root"><p id="p">one <b id="b">two</b></p></div>'
  batches = []
  onMissed.mockReset()
  observer = observePage((records) => batches.push(records), onMissed)
  observer.watch(document.documentElement)
})
afterEach(() => {
  observer.stop()
  vi.restoreAllMocks()
})

const get = (id: string) => document.getElementById(id) as HTMLElement
const setHidden = (isHidden: boolean) => vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden)
/** The kinds and targets of the next batch; fails where none comes. */
async function next(): Promise<string[]> {
  await vi.waitFor(() => expect(batches.length).toBeGreaterThan(0), { timeout: 2000 })
  return (batches.shift() ?? []).map(({ type, target }) => `${type} ${target.nodeName}`)
}

describe('observePage', () => {
  it('tells of elements and texts that came, went or changed', async () => {
    get('p').append('more')
    ;(get('b').firstChild as Text).data = 'three'
    get('b').remove()
    expect(await next()).toEqual(['childList P', 'characterData #text', 'childList P'])
  })

  it('gathers many changes into one batch', async () => {
    for (let at = 0; at < 50; at++) get('root').append(document.createElement('p'))
    expect(await next()).toHaveLength(50)
    await settle(GATHERED_MS)
    expect(batches).toEqual([])
  })

  it('follows no attributes but those that hide text', async () => {
    get('p').setAttribute('class', 'x')
    await settle(GATHERED_MS)
    expect(batches).toEqual([])
    get('p').hidden = true
    get('b').setAttribute('aria-hidden', 'true')
    expect(await next()).toEqual(['attributes P', 'attributes B'])
  })

  it('watches shadow roots too', async () => {
    const shadow = get('root').attachShadow({ mode: 'open' })
    observer.watch(shadow)
    shadow.append('text')
    expect(await next()).toHaveLength(1)
  })

  it('stops for good, also with changes in hand', async () => {
    get('root').append('x')
    await Promise.resolve()
    observer.stop()
    get('root').append('y')
    await settle(GATHERED_MS)
    expect(batches).toEqual([])
  })
})

describe('in a hidden tab', () => {
  it('nothing is handed on, and it is told afterwards that something was missed', async () => {
    setHidden(true)
    get('p').append('x')
    await settle(GATHERED_MS)
    get('p').append('y')
    await settle(GATHERED_MS)
    expect(batches).toEqual([])
    setHidden(false)
    expect(onMissed).not.toHaveBeenCalled()
    observer.resume()
    expect(onMissed).toHaveBeenCalledTimes(1)
  })

  it('nothing is watched after the first change', async () => {
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect')
    setHidden(true)
    get('p').append('x')
    await settle(GATHERED_MS)
    expect(disconnect).toHaveBeenCalledTimes(1)
  })

  it('changes in hand when it was hidden count as missed', async () => {
    get('p').append('x')
    await Promise.resolve()
    setHidden(true)
    await settle(GATHERED_MS)
    expect(batches).toEqual([])
    setHidden(false)
    observer.resume()
    expect(onMissed).toHaveBeenCalledTimes(1)
  })

  it('nothing is missed where nothing changed', async () => {
    setHidden(true)
    await settle(GATHERED_MS)
    setHidden(false)
    observer.resume()
    expect(onMissed).not.toHaveBeenCalled()
    get('p').append('x')
    expect(await next()).toHaveLength(1)
  })
})
