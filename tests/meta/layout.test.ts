/** The repository's layout: what lies at the top, what each file says it is for, and how files are named. */

import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesIn, read, ROOT } from './project.ts'

describe('the top level', () => {
  const agreed = new Set([
    'entrypoints',
    'components',
    'lib',
    'public',
    'tests',
    'wxt.config.ts',
    'package.json',
    'tsconfig.json',
    'README.md',
    'package-lock.json',
    'LICENSE',
    'PRIVACY.md',
    'SECURITY.md',
  ])
  /** What tools insist on: dot-files and their own configurations. */
  const isTools = (name: string) => name.startsWith('.') || /^(?:tsconfig\.[a-z]+|knip)\.json$/.test(name)
  /** What commands write and git ignores. */
  const written = new Set(['node_modules', 'tradegloss.png'])
  const names = readdirSync(ROOT).filter((name) => !written.has(name))

  it('holds only the agreed names', () =>
    expect(names.filter((name) => !agreed.has(name) && !isTools(name))).toEqual([]))
  it('holds every agreed name', () => expect(names).toEqual(expect.arrayContaining([...agreed])))
})

describe('lib', () => {
  it('has folders only, each with a line in the README', () => {
    const entries = readdirSync(`${ROOT}lib`, { withFileTypes: true })
    expect(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual([])
    const told = [...read('README.md').matchAll(/^\| `lib\/(\w+)` /gm)].map(([, name]) => name)
    expect(told.toSorted()).toEqual(entries.map(({ name }) => name).toSorted())
  })
})

const sources = filesIn('lib', 'components', 'entrypoints')

describe.each(sources.filter((path) => /\.(?:tsx?|mjs)$/.test(path)))('%s', (path) => {
  it('opens with a sentence that says what it is for', () => {
    const [, comment = ''] = /^\/\*\*([\s\S]*?)\*\//.exec(read(path)) ?? []
    const words = comment.replaceAll(/\n \*(?: |$)/gm, ' ').trim()
    expect(words).toMatch(/^[A-Z`“"].{15,}?[.:](?:\s|$)/)
  })
})

describe.each(sources.filter((path) => path.endsWith('.css')))('%s', (path) => {
  it('opens with a sentence that says what it is for', () => expect(read(path)).toMatch(/^\/\* [A-Z][^*]+\. \*\//))
})

describe('names', () => {
  it('are kebab-case, of components PascalCase', () => {
    for (const path of sources) {
      const name = path.split('/').at(-1) as string
      const isComponent = path.startsWith('components/') && path.endsWith('.tsx')
      expect([path, name]).toEqual([
        path,
        expect.stringMatching(isComponent ? /^[A-Z][A-Za-z]+\.tsx$/ : /^[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+$/),
      ])
    }
  })

  it('say what the file is: no utils, helpers, common, misc', () =>
    expect(sources.filter((path) => /\/(?:utils?|helpers?|common|misc|shared|constants)\.[a-z]+$/.test(path))).toEqual(
      [],
    ))

  it('of tests are those of what they test', () => {
    // In `tests` the folders of lib, components and entrypoints stand side by side.
    const tested = new Set(
      sources.map((path) => path.replace(/^(?:lib|components|entrypoints)\//, '').replace(/\.[a-z]+$/, '')),
    )
    const tests = filesIn('tests/unit', 'tests/dom').filter((path) => /\.test\.tsx?$/.test(path))
    expect(tests.length).toBeGreaterThan(200)
    const nameOf = (path: string) =>
      path.replace(/^tests\/(?:unit|dom)\/(?:components\/)?/, '').replace(/\.test\.tsx?$/, '')
    expect(tests.filter((path) => !tested.has(nameOf(path)))).toEqual([])
  })
})

describe('code', () => {
  const code = sources.filter((path) => /\.(?:tsx?|mjs)$/.test(path))
  it('takes the browser’s API from one place', () => {
    const importers = code.filter((path) => /from 'webextension-polyfill'/.test(read(path)))
    expect(importers).toEqual(['lib/platform/browser.ts'])
  })
  it('has nothing that runs data as code', () =>
    expect(
      code.filter((path) =>
        /\beval\(|new Function\(|\.innerHTML\b|dangerouslySetInnerHTML|document\.write\(/.test(read(path)),
      ),
    )
      // A Node command that writes into a document of its own.
      .toEqual(['lib/cli/text/html.ts']))
  it('on pages dispatches nothing: whoever knows the name of an event could hear that we are there', () => {
    const onPages = code.filter((path) => /^(?:lib\/(?:page|platform)|entrypoints\/(?:annotate|article))\//.test(path))
    expect(onPages.length).toBeGreaterThan(20)
    expect(onPages.filter((path) => /\bdispatchEvent\(|\bpostMessage\(|\bBroadcastChannel\b/.test(read(path)))).toEqual(
      [],
    )
  })
  it('of the extension makes no request beyond its own files, but for the one that reads a feed', () => {
    const extension = code.filter((path) => !path.startsWith('lib/cli/'))
    const requesting = extension.filter((path) =>
      /XMLHttpRequest|WebSocket\(|sendBeacon|EventSource\(|\bfetch\(|globalThis\.fetch/.test(read(path)),
    )
    const others = requesting.filter((path) => !/fetch\(browser\.runtime\.getURL\(/.test(read(path)))
    expect(others).toEqual(['lib/updates/download.ts'])
  })
  it('of the extension never imports what is for Node', () => {
    const extension = code.filter((path) => !path.startsWith('lib/cli/'))
    expect(extension.filter((path) => /from '(?:node:|.*\/cli\/)/.test(read(path)))).toEqual([])
  })
})
