/** Leaves out of webextension-polyfill the tables of APIs that Chrome already answers with promises. */

const TABLE = /const apiMetadata = (\{\n[\s\S]*?\n {6}\});/

/** What the polyfill still has to wrap: messages, whose listeners answer by promise in Firefox only. */
const WRAPPED = 'runtime'

interface TrimPolyfill {
  name: string
  transform: (code: string, id: string) => { code: string; map: null } | null
}

/**
 * A Vite plugin that keeps one namespace of the polyfill's table. A namespace that the table lacks is handed on
 * untouched, and in Manifest V3 Chrome's own functions return promises, so only bytes are lost: about 1 kB gzipped
 * on every page.
 * @throws When the polyfill no longer has such a table, so that a new version cannot grow the page in silence.
 */
export const trimPolyfill = (): TrimPolyfill => ({
  name: 'tradegloss:trim-polyfill',
  transform(code, id) {
    if (!/webextension-polyfill[\\/]dist[\\/]browser-polyfill\.js/.test(id)) return null
    const table = TABLE.exec(code)?.[1]
    if (table === undefined) throw new Error('webextension-polyfill has no table of APIs where we trim it')
    const { [WRAPPED]: kept } = JSON.parse(table) as Record<string, unknown>
    return { code: code.replace(table, () => JSON.stringify({ [WRAPPED]: kept })), map: null }
  },
})
