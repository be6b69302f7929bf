/** Leaves out of webextension-polyfill what Chrome does by itself in Manifest V3. */

import { cutOut, type Cut } from './cuts.ts'

const CUTS: Cut[] = [
  // A module of its own, which needs none of the bundler's help for older kinds.
  ['(function (global, factory) {', 'if (!(globalThis.chrome', 'const module = {};\n'],
  ['});\n//# sourceMappingURL', null, 'export default module.exports;\n'],
  // Every method answers by promise there, and our listeners answer through `sendResponse`: nothing needs wrapping.
  ['const CHROME_SEND_MESSAGE_CALLBACK', '// The build process adds', 'const wrapAPIs = (api) => api;\n'],
]

interface TrimPolyfill {
  name: string
  transform: (code: string, id: string) => { code: string; map: null } | null
}

/**
 * A Vite plugin that keeps of the polyfill which of the browser's two names for the API to take, and where it refuses to
 * work: over 3 kB less, gzipped, on every page.
 * @throws When the polyfill has no such stretches any more, so that a new version cannot grow the page in silence.
 */
export const trimPolyfill = (): TrimPolyfill => ({
  name: 'tradegloss:trim-polyfill',
  transform(code, id) {
    if (!/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js/.test(id)) return null
    return { code: cutOut('webextension-polyfill', code, CUTS), map: null }
  },
})
