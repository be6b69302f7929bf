import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'
import { trimPolyfill } from '../../../lib/cli/trim-polyfill.ts'

const file = createRequire(import.meta.url).resolve('webextension-polyfill')
const source = readFileSync(file, 'utf8')
const { transform } = trimPolyfill()
const trimmed = transform(source, file)?.code ?? ''

interface Polyfilled {
  runtime: {
    sendMessage(message: unknown): Promise<unknown>
    onMessage: { addListener(listener: (message: unknown) => unknown): void }
  }
  storage: { local: { get(key: string): Promise<unknown> } }
}

/** What the trimmed polyfill makes of a Chrome that answers by callback where it is asked to. */
function inChrome() {
  const listeners: ((message: unknown, sender: object, sendResponse: (reply: unknown) => void) => unknown)[] = []
  const get = vi.fn<(key: string) => Promise<string>>((key) => Promise.resolve(`value of ${key}`))
  const chrome = {
    runtime: {
      id: 'tradegloss',
      sendMessage: (message: string, reply: (value: string) => void) => reply(`${message}, answered`),
      onMessage: { addListener: (listener: (typeof listeners)[number]) => void listeners.push(listener) },
    },
    storage: { local: { get } },
  }
  const context = createContext({ chrome })
  runInContext(trimmed.replace('export default', 'this.browser ='), context)
  return { browser: (context as { browser: Polyfilled }).browser, listeners, get }
}

describe('trimPolyfill', () => {
  it('leaves out the tables and the wrappers that nothing needs', () => {
    for (const gone of ['"bookmarks"', '"minArgs": 0', 'devtools: {', 'apiMetadata.privacy', 'Expected at least']) {
      expect(source).toContain(gone)
      expect(trimmed).not.toContain(gone)
    }
  })

  it('keeps messages: sent by promise, and answered by listeners that return one', async () => {
    const { browser, listeners } = inChrome()
    expect(await browser.runtime.sendMessage('hello')).toBe('hello, answered')
    browser.runtime.onMessage.addListener((message) => Promise.resolve(`${String(message)} back`))
    const reply = await new Promise((resolve) => {
      expect(listeners[0]?.('hello', {}, resolve)).toBe(true)
    })
    expect(reply).toBe('hello back')
  })

  it('hands everything else on as it is', async () => {
    const { browser, get } = inChrome()
    expect(await browser.storage.local.get('key')).toBe('value of key')
    expect(get).toHaveBeenCalledExactlyOnceWith('key')
  })

  it('leaves other files alone', () => {
    expect(transform('const apiMetadata = {\n      };', 'lib/page/blocks.ts')).toBeNull()
  })

  it('stops the build when something is not where it was', () => {
    expect(() => transform('', file)).toThrow('webextension-polyfill has no')
    expect(() => transform(source.replace('const onRequestFinishedWrappers', 'const other'), file)).toThrow('onRequest')
  })
})
