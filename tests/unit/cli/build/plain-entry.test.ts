import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plainEntry } from '../../../../lib/cli/build/plain-entry.ts'

const source = readFileSync(
  new URL('../../../../node_modules/wxt/dist/virtual/unlisted-script-entrypoint.mjs', import.meta.url),
  'utf8',
)
const id = '\0virtual:wxt-unlisted-script-entrypoint?/entrypoints/annotate/index.ts'
const { transform } = plainEntry()

describe('plainEntry', () => {
  it('leaves the import and the call of the real entry', () =>
    expect(transform(source, id)?.code.trim().split('\n')).toEqual([
      'import definition from "virtual:user-unlisted-script-entrypoint";',
      'export default definition.main()',
    ]))

  it('leaves other files alone', () =>
    expect(transform(source, '\0virtual:wxt-background-entrypoint?/entrypoints/background/index.ts')).toBeNull())

  it('stops the build when the entry looks otherwise', () =>
    expect(() => transform('import other from "script";', id)).toThrow('WXT no longer'))
})
