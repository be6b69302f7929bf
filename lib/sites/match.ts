/** Which addresses the extension runs on: news hosts and match patterns, and tests of an address against them. */

export interface Site {
  host: string
  /** `domain`: the host and all below it; `host`: exactly this one. */
  match: 'domain' | 'host'
}

/** The match pattern of a site, for https alone. */
export const matchPattern = ({ host, match }: Site): string => `https://${match === 'domain' ? '*.' : ''}${host}/*`

/** The pattern of all sites that a reader can add. */
export const ALL_SITES = 'https://*/*'

/** The pattern of one host, for which alone the reader is asked. */
export const patternOfHost = (host: string): string => matchPattern({ host, match: 'host' })

/** The host of a pattern that the reader added, or '' for all sites. */
export const hostOfPattern = (pattern: string): string =>
  pattern === ALL_SITES ? '' : pattern.replace(/^https:\/\/|\/\*$/g, '')

/** True where the https address lies on one of the sites. */
export function isOnSites(address: string, sites: readonly Site[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (
    protocol === 'https:' &&
    sites.some(({ host, match }) => hostname === host || (match === 'domain' && hostname.endsWith(`.${host}`)))
  )
}

/** A match pattern as manifests and permissions write it: scheme, host (any, one, or one with all below it), every path. */
const PATTERN = /^(\*|https?):\/\/(\*\.)?(\*|[^/*]+)\//

/** True where the https or http address lies within one of the match patterns. */
export function isOnPatterns(address: string, patterns: readonly string[]): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  const scheme = protocol.slice(0, -1)
  if (scheme !== 'https' && scheme !== 'http') return false
  return patterns.some((pattern) => {
    if (pattern === '<all_urls>') return true
    const [, schemes, below, host] = PATTERN.exec(pattern) ?? []
    if (schemes !== '*' && schemes !== scheme) return false
    return host === '*' || hostname === host || (below !== undefined && hostname.endsWith(`.${host}`))
  })
}
