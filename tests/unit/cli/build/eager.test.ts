/** The hint for browsers: above the code of the file it is meant for, and of no other. */

import { expect, it } from 'vitest'
import { eager } from '../../../../lib/cli/build/eager.ts'

it('goes above the code of its file alone', () => {
  const bundle = {
    'scout.js': { type: 'chunk', code: 'scout()' },
    'annotate.js': { type: 'chunk', code: 'annotate()' },
    'scout.css': { type: 'asset' },
  } as const
  const copy = structuredClone(bundle) as Parameters<ReturnType<typeof eager>['generateBundle']>[1]
  eager('scout.js').generateBundle({}, copy)
  expect(copy['scout.js']).toEqual({ type: 'chunk', code: '//# allFunctionsCalledOnLoad\nscout()' })
  expect(copy['annotate.js']).toEqual(bundle['annotate.js'])
})
