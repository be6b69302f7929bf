/** What kind of page an address leads to, as far as extensions are concerned. */

export type AddressKind = 'web' | 'insecure' | 'browser' | 'store' | 'reader' | 'pdf' | 'file'

/** Pages of which browsers keep every extension away. */
const STORES = /^(?:chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com)$/
const OLD_STORE = /^https:\/\/chrome\.google\.com\/webstore(?:\/|$)/
/** Reader views: Firefox, Edge, Chromium. */
const READER = /^(?:about:reader|read:|chrome-distiller:)/

/** The kind of an address; whatever is neither web nor file belongs to the browser. */
export function kindOfAddress(address: string): AddressKind {
  if (READER.test(address)) return 'reader'
  if (!URL.canParse(address)) return 'browser'
  const { protocol, hostname, pathname } = new URL(address)
  if (protocol === 'file:') return 'file'
  if (protocol !== 'https:' && protocol !== 'http:') return 'browser'
  if (STORES.test(hostname) || OLD_STORE.test(address)) return 'store'
  if (/\.pdf$/i.test(pathname)) return 'pdf'
  return protocol === 'https:' ? 'web' : 'insecure'
}
