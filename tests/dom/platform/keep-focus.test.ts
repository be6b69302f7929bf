/** The keyboard of a page whose buttons go with what they did: it stays beside, or goes back to where it was. */

import { beforeEach, expect, it, vi } from 'vitest'
import { keepFocus } from '../../../lib/platform/keep-focus.ts'

const PAGE = `
  <input id="search">
  <section>
    <h2>Sites</h2>
    <button id="add">Add</button>
    <ul>
      <li id="one"><button>Remove one</button></li>
      <li id="two"><button>Remove two</button></li>
      <li id="three"><button>Remove three</button></li>
    </ul>
    <p><span id="notice"><button>Undo</button></span></p>
  </section>
  <div id="offer"><button>Install</button></div>`

let root: HTMLElement
beforeEach(() => {
  // happy-dom paints nothing, and its window has no focus to lose.
  Element.prototype.checkVisibility = () => true
  vi.spyOn(document, 'hasFocus').mockReturnValue(true)
  root = document.createElement('main')
  root.innerHTML = PAGE
  document.body.replaceChildren(root)
  keepFocus(root)
})
const get = (id: string) => document.getElementById(id) as HTMLElement
const buttonOf = (id: string) => get(id).querySelector('button') as HTMLElement

/** Takes an element away that has the focus; what has it then, in words. */
async function withoutIt(id: string): Promise<string> {
  buttonOf(id).focus()
  get(id).remove()
  await new Promise((done) => setTimeout(done))
  const { activeElement } = document
  return activeElement === document.body ? 'nothing' : activeElement?.id || (activeElement?.textContent ?? '')
}

it('goes to the next row, from the last to the one before, and from the only one to what is around', async () => {
  expect(await withoutIt('one')).toBe('Remove two')
  expect(await withoutIt('three')).toBe('Remove two')
  expect(await withoutIt('two')).toBe('add')
})

it('goes over what cannot take it', async () => {
  buttonOf('two').setAttribute('disabled', '')
  get('two').after(get('one'))
  expect(await withoutIt('one')).toBe('Remove three')
  get('add').remove()
  expect(await withoutIt('notice')).toBe('Remove three')
})

it('goes back to where it was, where nothing of its section is left, and never to what went meanwhile', async () => {
  get('search').focus()
  get('add').focus()
  get('add').remove()
  expect(await withoutIt('offer')).toBe('search')
})

it('goes to the first of all where it was nowhere before', async () => expect(await withoutIt('offer')).toBe('search'))

it('is left nowhere by a click on nothing, and by what goes elsewhere', async () => {
  buttonOf('two').focus()
  get('one').remove()
  await new Promise((done) => setTimeout(done))
  expect(document.activeElement?.textContent).toBe('Remove two')
  root.dispatchEvent(new Event('pointerdown'))
  get('two').remove()
  await new Promise((done) => setTimeout(done))
  expect(document.activeElement).toBe(document.body)
})
