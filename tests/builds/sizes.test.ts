/** The budgets of what a page, the popup and the background load, where `npm test` sees them too. */

import { beforeAll, expect, it } from 'vitest'
import { builtExtension } from '../../lib/cli/browser/extension.ts'
import { sizesIn, type Size } from '../../lib/cli/build/sizes.ts'

let sizes: Size[]
beforeAll(async () => {
  sizes = sizesIn(await builtExtension('chrome', () => {}))
}, 300_000)

it('the extension weighs no more than its limits', () => {
  const limited = sizes.filter(({ limit }) => limit !== null)
  expect(limited.map(({ name }) => name)).toEqual(['scripts of a page', 'popup', 'background'])
  expect(limited.filter(({ bytes, limit }) => limit !== null && bytes > limit)).toEqual([])
})
