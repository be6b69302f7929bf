/** What the page changed, in batches: whole newcomers, blocks with new text, and that something went. */

import type { Owner } from '../../../lib/page/blocks.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { observePage, type Changes, type PageObserver } from '../../../lib/page/observe.ts'

let observer: PageObserver
let batches: Changes[]

beforeEach(() => {
  document.body.innerHTML = '<div id="root"><p id="p">one <b id="b">two</b></p><nav id="nav">menu</nav></div>'
  batches = []
  observer = observePage((changes) => batches.push(changes))
  observer.watch(document.documentElement)
})
afterEach(() => observer.stop())

const get = (id: string) => document.getElementById(id) as HTMLElement
const names = (owners: Set<Owner>) => [...owners].map((owner) => (owner as Element).id || owner.nodeName)
/** The next batch; fails where none comes. */
async function next(): Promise<{ added: string[]; changed: string[]; hasRemovals: boolean }> {
  await vi.waitFor(() => expect(batches.length).toBeGreaterThan(0), { timeout: 2000 })
  const { added, changed, hasRemovals } = batches.shift() as Changes
  return { added: names(added), changed: names(changed), hasRemovals }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 300))
const element = (html: string) => {
  const template = document.createElement('div')
  template.innerHTML = html
  return template.firstElementChild as Element
}

describe('observePage', () => {
  it('tells of blocks that came in, once, by the outermost', async () => {
    get('root').append(element('<section id="new"><p id="inner">x</p></section>'))
    get('inner').append(element('<div id="innermost">y</div>'))
    expect(await next()).toEqual({ added: ['new'], changed: [], hasRemovals: false })
  })

  it('tells of the block whose text changed', async () => {
    ;(get('b').firstChild as Text).data = 'three'
    expect(await next()).toEqual({ added: [], changed: ['p'], hasRemovals: false })
  })

  it('tells of the block into which text or inline elements came', async () => {
    get('p').append(' more', element('<i>!</i>'))
    expect(await next()).toEqual({ added: [], changed: ['p'], hasRemovals: false })
  })

  it('tells that something went, and of the text that closed up over it', async () => {
    get('b').remove()
    expect(await next()).toEqual({ added: [], changed: ['p'], hasRemovals: true })
    get('p').remove()
    expect(await next()).toEqual({ added: [], changed: [], hasRemovals: true })
  })

  it('gathers many changes into one batch', async () => {
    for (let at = 0; at < 50; at++) get('root').append(element(`<p id="n${at}">x</p>`))
    expect((await next()).added).toHaveLength(50)
    await settle()
    expect(batches).toEqual([])
  })

  it('does not tell of what came and went', async () => {
    const passing = element('<p>x</p>')
    get('root').append(passing)
    passing.remove()
    expect(await next()).toEqual({ added: [], changed: [], hasRemovals: true })
  })

  it('leaves changed text alone where it is skipped', async () => {
    ;(get('nav').firstChild as Text).data = 'other menu'
    await settle()
    expect(batches).toEqual([])
  })

  it('does not follow attributes', async () => {
    get('p').setAttribute('class', 'x')
    await settle()
    expect(batches).toEqual([])
  })

  it('reads a newcomer whole and not its changes on top', async () => {
    const added = element('<p id="new">x</p>')
    get('root').append(added)
    ;(added.firstChild as Text).data = 'y'
    expect(await next()).toEqual({ added: ['new'], changed: [], hasRemovals: false })
  })

  it('reads blocks inside an inline newcomer', async () => {
    get('p').append(element('<span id="s"><div id="d">x</div></span>'))
    const { added, changed } = await next()
    expect(added).toEqual(['d'])
    expect(changed).toEqual(['p'])
  })

  it('watches shadow roots too', async () => {
    const host = get('root').appendChild(document.createElement('x-y'))
    const shadow = host.attachShadow({ mode: 'open' })
    observer.watch(shadow)
    await next()
    shadow.append(element('<p id="in">x</p>'))
    expect(await next()).toEqual({ added: ['in'], changed: [], hasRemovals: false })
  })

  it('stops for good, also with changes in hand', async () => {
    get('root').append(element('<p>x</p>'))
    observer.stop()
    get('root').append(element('<p>y</p>'))
    await settle()
    expect(batches).toEqual([])
  })
})
