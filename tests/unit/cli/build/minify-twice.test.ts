/** What the second minifier leaves of work whose result nobody reads. */

import { expect, it } from 'vitest'
import { minifyTwice } from '../../../../lib/cli/build/minify-twice.ts'
import { filesIn, read } from '../../../meta/project.ts'

async function minified(code: string, name = 'a.js'): Promise<string> {
  const chunk = { type: 'chunk' as const, code }
  await minifyTwice().generateBundle({}, { [name]: chunk })
  return chunk.code
}
const steps = `globalThis.taken = 0; function* steps() { globalThis.taken++; yield 1; globalThis.taken++ }`
const taken = async (code: string): Promise<unknown> => {
  // oxlint-disable-next-line no-eval
  ;(0, eval)(await minified(`(() => { ${steps} ${code} })()`))
  return (globalThis as unknown as { taken: number }).taken
}

it('leaves the background as it is, which no page loads', async () => {
  const code = 'export const sum = (first, second) => first + second\n'
  expect(await minified(code)).not.toBe(code)
  expect(await minified(code, 'background.js')).toBe(code)
})

it('takes every step of a loop, also an empty one', async () => {
  expect(await taken('const all = steps(); while (!all.next().done);')).toBe(2)
})

it('drops the steps of a spread that nobody reads, so no source that ships has one', async () => {
  expect(await taken('void [...steps()]')).toBe(0)
  const sources = filesIn('lib', 'entrypoints', 'components').filter((file) => /(?<!\/cli\/.*)\.tsx?$/.test(file))
  expect(sources.filter((file) => /void \[\.\.\./.test(read(file)))).toEqual([])
})
