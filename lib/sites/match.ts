/** News hosts: which addresses the extension runs on, as match patterns and as a test. https only. */

export interface Site {
  host: string
  /** `domain`: the host and all below it; `host`: exactly this one. */
  match: 'domain' | 'host'
}

export const matchPattern = ({ host, match }: Site): string => `https://${match === 'domain' ? '*.' : ''}${host}/*`

/** True where the https address lies on one of the sites. */
export function isOnSites(address: string, sites: readonly Site[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (
    protocol === 'https:' &&
    sites.some(({ host, match }) => hostname === host || (match === 'domain' && hostname.endsWith(`.${host}`)))
  )
}
