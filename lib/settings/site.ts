/** Whether marks are switched off on a host, by the reader or by the organisation. Pure. */

import type { Settings } from './definition.ts'

/**
 * True where `host` is the one listed, or lies below one that is listed as `*.example.org`, which is covered itself. With a
 * dot at its end it is the same host to everybody but browsers.
 */
function isListed(host: string, listed: readonly string[]): boolean {
  const bare = host.replace(/\.$/, '')
  return listed.some(
    (each) => each === host || each === bare || (each.startsWith('*.') && `.${bare}`.endsWith(each.slice(1))),
  )
}

/** `sitesOff` after the reader switched a host off, or on again: with all hosts below another, where it was off with them. */
export const withSite = (sitesOff: readonly string[], host: string, isOn: boolean): string[] => [
  ...sitesOff.filter((each) => each !== host && !(isOn && isListed(host, [each]))),
  ...(isOn ? [] : [host]),
]

/** True where nothing is to be marked on the host. */
export const isSiteOff = (
  { sitesOff, sitesAllowed }: Pick<Settings, 'sitesOff' | 'sitesAllowed'>,
  host: string,
): boolean => isListed(host, sitesOff) || (sitesAllowed.length > 0 && !isListed(host, sitesAllowed))

/** True where marks are wanted on the host now. */
export const isOnAt = (settings: Pick<Settings, 'isPaused' | 'sitesOff' | 'sitesAllowed'>, host: string): boolean =>
  !settings.isPaused && !isSiteOff(settings, host)
