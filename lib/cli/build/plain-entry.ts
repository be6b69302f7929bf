/** Starts the scripts of a page without WXT's wrapper around them, which has nothing to say in a release. */

interface PlainEntry {
  name: string
  transform: (code: string, id: string) => { code: string; map: null } | null
}

/**
 * A Vite plugin that leaves of WXT's entry of an unlisted script only the call: about 150 bytes less, gzipped, on every
 * page. The script catches its own errors.
 * @throws When the entry does not import the script as it did, so that a new WXT cannot break it in silence.
 */
export const plainEntry = (): PlainEntry => ({
  name: 'tradegloss:plain-entry',
  transform(code, id) {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null
    const script = /^import definition from .+;$/m.exec(code)?.[0]
    if (script === undefined) throw new Error('WXT no longer imports the definition of an unlisted script by that name')
    return { code: `${script}\nexport default definition.main()\n`, map: null }
  },
})
