/** Preact as pages load it, trimmed, draws and redraws what Preact draws. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import * as whole from 'preact'
import { expect, it } from 'vitest'
import { trimmedPreact } from '../../../lib/cli/trim-preact.ts'

type Preact = Pick<typeof whole, 'createElement' | 'render' | 'Fragment'>

const source = readFileSync(
  createRequire(import.meta.url)
    .resolve('preact')
    .replace(/[^/\\]+$/, 'preact.mjs'),
  'utf8',
)

/** The trimmed module, run as a script. */
const trimmed = new Function(
  trimmedPreact(source).replace(/export\{m as createVNode.*$/s, 'return { createElement: k, render: Q, Fragment: $ }'),
)() as Preact

interface Tree {
  tag: string
  keyed: boolean
  props: Record<string, string | number | boolean>
  children: (Tree | string | null)[]
}

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.constantFrom('p', 'b', 'svg', 'g', 'button', 'Component', 'Fragment'),
    keyed: fc.boolean(),
    // Not those that Preact sets as properties: `title` gone is title="" to it, and none to us.
    props: fc.dictionary(
      fc.constantFrom('class', 'href', 'data-x', 'aria-label', 'aria-pressed', 'x', 'role'),
      fc.oneof(fc.constantFrom('a', 'b', ''), fc.integer({ min: 0, max: 9 }), fc.boolean()),
      { maxKeys: 3 },
    ),
    children: fc.array(fc.oneof({ maxDepth: 3 }, fc.constantFrom('one', 'two', ''), fc.constant(null), tie('tree')), {
      maxLength: 4,
    }),
  }),
})).tree

type Drawer = (props: { children?: whole.ComponentChildren }) => whole.VNode

/** A Preact, and a component of it that is the same at every drawing. */
const withComponent = (preact: Preact) => {
  const Component: Drawer = ({ children }) => preact.createElement('i', { class: 'component' }, children) as whole.VNode
  return { ...preact, Component }
}
const [OURS, THEIRS] = [withComponent(trimmed), withComponent(whole)]

/** The tree in the words of one Preact. */
function drawn(preact: typeof OURS, { tag, keyed, props, children }: Tree, at = 0): whole.VNode {
  const inside = children.map((child, index) =>
    child === null || typeof child === 'string' ? child : drawn(preact, child, index),
  )
  const key = keyed ? { key: `${tag}${at % 2}` } : {}
  const { createElement } = preact
  if (tag === 'Component') return createElement(preact.Component, key, inside)
  if (tag === 'Fragment') return createElement(preact.Fragment, key, inside) as whole.VNode
  return createElement(tag, { ...props, ...key }, inside)
}

it('gives the same markup for any trees, drawn one after another into the same element, and for none', () => {
  fc.assert(
    fc.property(fc.array(tree, { minLength: 1, maxLength: 4 }), (trees) => {
      const [ours, theirs] = [document.createElement('div'), document.createElement('div')]
      for (const each of trees) {
        trimmed.render(drawn(OURS, each), ours)
        whole.render(drawn(THEIRS, each), theirs)
        expect(ours.innerHTML).toBe(theirs.innerHTML)
      }
      trimmed.render(null, ours)
      expect(ours.innerHTML).toBe('')
    }),
    { numRuns: 300 },
  )
})

it('calls listeners as they are at the time, and no longer once they are gone', () => {
  const { createElement, render } = trimmed
  const home = document.createElement('div')
  document.body.append(home)
  const heard: string[] = []
  const button = (say: string | null) =>
    render(createElement('button', say === null ? {} : { onClick: () => heard.push(say) }), home)
  for (const say of ['one', 'two', null]) {
    button(say)
    home.querySelector('button')?.click()
  }
  expect(heard).toEqual(['one', 'two'])
})

it('stops the build when something is not where it was', () => {
  expect(() => trimmedPreact(source.replace('128&u.__u&&', ''))).toThrow('preact has no')
})
