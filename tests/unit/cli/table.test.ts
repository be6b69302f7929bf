/** Tables for the terminal: columns stand under each other, also with wide characters. */

import { expect, it } from 'vitest'
import { table } from '../../../lib/cli/table.ts'

it('sets columns under a ruled head', () =>
  expect(
    table(
      ['category', 'text'],
      [
        ['senkaku', 'a'],
        ['x', 'longer'],
      ],
    ),
  ).toBe(['category  text', '────────  ──────', 'senkaku   a', 'x         longer'].join('\n')))

it('counts two columns for a character of East Asia', () => {
  const [, rule, wide, narrow] = table(
    ['a', 'b'],
    [
      ['稀土', 'x'],
      ['abcd', 'x'],
      ['희토', 'x'],
    ],
  ).split('\n')
  expect(rule).toBe('────  ─')
  expect(wide).toBe('稀土  x')
  expect(narrow).toBe('abcd  x')
})

it('makes one line of every cell and cuts long ones', () => {
  const lines = table(['a'], [['two\n  lines\t.'], ['y'.repeat(200)]]).split('\n')
  expect(lines).toHaveLength(4)
  expect(lines[2]).toBe('two lines .')
  expect(lines[3]).toBe(`${'y'.repeat(89)}…`)
})

it('leaves no space at the end of a line and survives no rows and short rows', () => {
  expect(table(['a', 'b'], [])).toBe('a  b\n─  ─')
  expect(table(['a', 'b'], [['x', ''], ['y']])).toBe('a  b\n─  ─\nx\ny')
})

it('takes more rows than a call takes arguments', () =>
  expect(
    table(
      ['a'],
      Array.from({ length: 200_000 }, () => ['mention']),
    ).split('\n'),
  ).toHaveLength(200_002))
