import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { trimPolyfill } from '../../../lib/cli/trim-polyfill.ts'

const file = createRequire(import.meta.url).resolve('webextension-polyfill')
const source = readFileSync(file, 'utf8')
const { transform } = trimPolyfill()

describe('trimPolyfill', () => {
  it('keeps the messages of the real polyfill and drops the other tables', () => {
    const code = transform(source, file)?.code ?? ''
    expect(code).toMatch(/const apiMetadata = \{"runtime":\{.*\}\};/)
    expect(code).not.toContain('"bookmarks"')
    expect(code.length).toBeLessThan(source.length - 10_000)
  })

  it('leaves other files alone', () => {
    expect(transform('const apiMetadata = {\n      };', 'lib/page/blocks.ts')).toBeNull()
  })

  it('stops the build when the table is not where it was', () => {
    expect(() => transform('', file)).toThrow('no table')
  })
})
