import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { trimPolyfill } from '../../../../lib/cli/build/trim-polyfill.ts'

const file = createRequire(import.meta.url).resolve('webextension-polyfill')
const source = readFileSync(file, 'utf8')
const { transform } = trimPolyfill()
const trimmed = transform(source, file)?.code ?? ''

interface Polyfilled {
  storage: { local: { get(key: string): Promise<unknown> } }
}

/** What the trimmed polyfill makes of a browser that has these names. */
function inBrowser(names: { chrome?: object; browser?: object }): Polyfilled {
  const context = createContext(names)
  runInContext(trimmed.replace('export default', 'this.polyfilled ='), context)
  return (context as { polyfilled: Polyfilled }).polyfilled
}

describe('trimPolyfill', () => {
  it('leaves out the tables and the wrappers that nothing needs', () => {
    for (const gone of ['"bookmarks"', '"minArgs": 0', 'devtools: {', 'apiMetadata', 'Expected at least', 'Proxy']) {
      expect(source).toContain(gone)
      expect(trimmed).not.toContain(gone)
    }
  })

  it('takes Chrome’s own API as it is: it answers by promise', async () => {
    const get = vi.fn<(key: string) => Promise<string>>((key) => Promise.resolve(`value of ${key}`))
    const chrome = { runtime: { id: 'tradegloss' }, storage: { local: { get } } }
    const api = inBrowser({ chrome })
    expect(api).toBe(chrome)
    expect(await api.storage.local.get('key')).toBe('value of key')
  })

  it('takes Firefox’s where there is one', () => {
    const [chrome, browser] = [{ runtime: { id: 'tradegloss' } }, { runtime: { id: 'tradegloss' } }]
    expect(inBrowser({ chrome, browser })).toBe(browser)
  })

  it('leaves other files alone', () => {
    expect(transform('const apiMetadata = {\n      };', 'lib/page/blocks.ts')).toBeNull()
  })

  it('stops the build when something is not where it was', () => {
    expect(() => transform('', file)).toThrow('webextension-polyfill has no')
    expect(() => transform(source.replace('const CHROME_SEND_MESSAGE', 'const OTHER'), file)).toThrow('CHROME_SEND')
  })
})
