/** Leaves out of webextension-polyfill what Chrome does by itself in Manifest V3: all but messages. */

/** Stretches of the polyfill, each from its beginning up to what follows it (or to the end), and what is left in their place. */
const CUTS: [from: string, to: string | null, left: string][] = [
  // A module of its own, which needs none of the bundler's help for older kinds.
  ['(function (global, factory) {', 'if (!(globalThis.chrome', 'const module = {};\n'],
  ['});\n//# sourceMappingURL', null, 'export default module.exports;\n'],
  // Methods with callbacks: in Manifest V3 Chrome's own return promises, and what the table lacks is handed on untouched.
  ['const apiMetadata = {', 'if (Object.keys(apiMetadata)', 'const apiMetadata = { runtime: {} };\n'],
  ['const wrapAsyncFunction = ', 'const wrapMethod = ', 'const wrapAsyncFunction = null;\n'],
  // Namespaces that we have no permission for, or whose messages Chrome sends by promise.
  ['const onRequestFinishedWrappers = ', 'const onMessageWrappers = ', ''],
  ['devtools: {', 'runtime: {\n          onMessage', ''],
  ['onMessageExternal: ', 'sendMessage: ', ''],
  ['tabs: {\n          sendMessage', 'return wrapObject(extensionAPIs', '};\n'],
  // Counting arguments, which types do.
  ['if (args.length < metadata.minArgs', 'return new Promise((resolve, reject) => {\n          const wrapped', ''],
]

interface TrimPolyfill {
  name: string
  transform: (code: string, id: string) => { code: string; map: null } | null
}

/**
 * A Vite plugin that keeps messages of the polyfill, whose listeners answer by promise in Firefox only: nearly 2 kB less,
 * gzipped, on every page.
 * @throws When the polyfill has no such stretches any more, so that a new version cannot grow the page in silence.
 */
export const trimPolyfill = (): TrimPolyfill => ({
  name: 'tradegloss:trim-polyfill',
  transform(code, id) {
    if (!/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js/.test(id)) return null
    return {
      code: CUTS.reduce((rest, [from, to, left]) => {
        const start = rest.indexOf(from)
        const end = to === null ? rest.length : rest.indexOf(to, start)
        if (start < 0 || end < 0) throw new Error(`webextension-polyfill has no "${from}" where we trim it`)
        return rest.slice(0, start) + left + rest.slice(end)
      }, code),
      map: null,
    }
  },
})
