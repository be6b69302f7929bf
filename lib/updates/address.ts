/** Addresses of feeds: https only, no name or password in them, and where the files of a feed lie. Pure. */

import { patternOfHost } from '../sites/match.ts'

const MAX_LENGTH = 2000

/**
 * The address of a feed's index: what the reader entered, or `index.json` in the folder that they entered. Null where it
 * is no https address, or carries a name or password.
 */
export function indexAddress(entered: string): string | null {
  const text = entered.trim()
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return null
  const url = new URL(text)
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  url.hash = ''
  if (!url.pathname.endsWith('.json')) url.pathname = url.pathname.replace(/\/?$/, '/index.json')
  return url.href
}

/** A file that lies beside the index; null where the name leads elsewhere. */
export function besideIndex(index: string, name: string): string | null {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) return null
  const url = new URL(name, index)
  return url.origin === new URL(index).origin ? url.href : null
}

/** The one permission that reading a feed needs. */
export const patternOfFeed = (index: string): string => patternOfHost(new URL(index).hostname)
