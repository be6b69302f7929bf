/** SECURITY.md names tests: each of them is there, the words that are quoted in its title or in a row of its table. */

import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { read, ROOT } from './project.ts'
import { titlesIn } from './titles.ts'

/** Rows of the tables whose last column names tests: their first cell and their last. */
const rows = read('SECURITY.md')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter((cells) => /`(?:unit|dom|e2e|meta)\//.test(cells.at(-1) ?? ''))

const fileOf = (path: string) =>
  [`tests/${path}.test.ts`, `tests/${path}.test.tsx`].find((file) => existsSync(ROOT + file))

describe.each(rows.map((cells) => [cells.slice(0, 2).join(': '), cells.at(-1) ?? ''] as const))('%s', (_, named) => {
  // A path, then what is quoted of it up to the next path.
  const files = [...named.matchAll(/`((?:unit|dom|e2e|meta)\/[\w/-]+)`([^`]*)/gi)]
  it.each(files.map(([, path = '', words = '']) => [path, words] as const))('is shown by %s', (path, words) => {
    const file = fileOf(path)
    expect([path, file]).not.toContain(undefined)
    const titles = titlesIn(read(file ?? ''))
    const quoted = [...words.matchAll(/"([^"]+)"/g)].map(([, quote = '']) => quote.replace(/^… /, ''))
    expect(quoted.filter((quote) => !titles.some((title) => title.includes(quote)))).toEqual([])
  })
})

it('has the two tables: who could do what, and what can go wrong', () => expect(rows.length).toBeGreaterThan(40))

it('takes for what a test is called its title and the rows that fill it, no comment and nothing that it does', () =>
  expect(
    titlesIn(`
      // a comment
      const rows = [['named', () => 'done']]
      describe('whole', () => {
        it.each([...rows, ['row']])('filled %s', () => expect('body').toBe(1))
        it(\`made of \${rows} and \`, { timeout: 1 }, () => call('argument'))
        for (const [code] of [['in a loop']] as const) call(code)
      })`),
  ).toEqual(['whole', 'filled %s', 'made of ', ' and ', 'row', 'named', 'in a loop']))
