/** What a node stands in, across shadow roots; slots, which only a browser has, are in `card-place.test.ts`. */

import { describe, expect, it } from 'vitest'
import { elementAround, elementsAround } from '../../../lib/page/around.ts'

describe('elementsAround', () => {
  document.body.innerHTML = '<my-box id="host"></my-box>'
  const host = document.getElementById('host') as HTMLElement
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = '<b>own</b>'
  const namesAround = (node: Node) => [...elementsAround(node)].map(({ id, localName }) => id || localName)

  it('goes on at the host of a shadow root', () =>
    expect(namesAround(root.firstChild?.firstChild as Text)).toEqual(['b', 'host', 'body', 'html']))
  it('is not led astray by the fields of a form', () => {
    document.body.insertAdjacentHTML('beforeend', '<form id="form"><input name="assignedSlot"><i id="i"></i></form>')
    const form = document.getElementById('form') as HTMLFormElement
    Object.defineProperty(form, 'assignedSlot', { value: form.firstChild })
    expect(namesAround(document.getElementById('i') as HTMLElement)).toEqual(['i', 'body', 'html'])
  })
  it('begins with an element itself', () => expect(elementAround(host)).toBe(host))
})
