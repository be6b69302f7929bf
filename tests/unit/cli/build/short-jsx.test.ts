/** The short JSX runtime makes what Preact's own makes, and a new Preact cannot lose it in silence. */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createElement, Fragment, type VNode } from 'preact'
import * as long from 'preact/jsx-runtime'
import { describe, expect, it } from 'vitest'
import { shortJsx } from '../../../../lib/cli/build/short-jsx.ts'

const file = createRequire(import.meta.url)
  .resolve('preact/jsx-runtime')
  .replace('.js', '.mjs')
const { transform } = shortJsx()

type Jsx = (type: string, props: object, key?: string) => VNode

/** The runtime that the plugin puts in the place of Preact's. */
function short(): { jsx: Jsx; jsxs: Jsx } {
  const code = transform(readFileSync(file, 'utf8'), file)?.code ?? ''
  const body = code
    .replace(/^import.*$/m, '')
    .replaceAll(/^export const (\w+)/gm, 'const $1 = made.$1')
    .replace(/^export.*$/m, '')
  return new Function('createElement', 'Fragment', `const made = {}; ${body}; return made`)(
    createElement,
    Fragment,
  ) as {
    jsx: Jsx
    jsxs: Jsx
  }
}

describe('shortJsx', () => {
  it.each<[string, object, string?]>([
    ['p', { class: 'a', children: 'words' }],
    ['li', { children: ['one', 'two'] }, 'key'],
    ['br', {}],
  ])('makes <%s> as Preact’s runtime does', (type, props, key) => {
    const ours = short().jsx(type, props, key)
    const theirs = long.jsx(type, props as Parameters<typeof long.jsx>[1], key)
    expect([ours.type, ours.props, ours.key]).toEqual([theirs.type, theirs.props, theirs.key])
    expect(short().jsxs(type, props, key).props).toEqual(theirs.props)
  })

  it('leaves everything else alone', () => expect(transform('export const jsx = 1', '/src/own.ts')).toBeNull())

  it('fails where Preact has no such runtime any more', () =>
    expect(() => transform('export const h = 1', file)).toThrow('no longer exports'))
})
