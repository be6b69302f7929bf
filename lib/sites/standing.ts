/** How Tradegloss stands on a tab: why nothing is shown where nothing is, and what the reader can do about it. Pure. */

import type { PageState } from '../messaging/protocol.ts'
import type { Settings } from '../settings/definition.ts'
import type { AddedSites } from './added.ts'
import { kindOfAddress } from './address.ts'
import { ALL_SITES, isOnPatterns, patternOfHost } from './match.ts'

/** What is known when the popup is open. */
export interface Facts {
  /** Address of the tab, or null where the browser does not tell us. */
  address: string | null
  /** What the content script says, or null where none runs. */
  page: PageState | null
  isLoading: boolean
  isPdf: boolean
  /** The browser's own page, even where its address is hidden. */
  isBrowserPage: boolean
  /** The reader asked for this page, and the browser refused. */
  isRefused: boolean
  edition: string | null
  settings: Settings
  /** Patterns of the manifest, and all that the browser grants. */
  listed: readonly string[]
  granted: readonly string[]
  added: AddedSites
}

export type Why =
  | 'paused'
  | 'site-off'
  | 'no-dataset'
  | 'reading'
  | 'not-article'
  | 'nothing-found'
  | 'no-drawing'
  | 'browser-page'
  | 'store'
  | 'reader-view'
  | 'pdf'
  | 'file'
  | 'refused'
  | 'unknown'
  | 'unlisted'
  | 'insecure'
  | 'not-started'
  | 'withheld'
  | 'withheld-everywhere'
  | 'withdrawn'
  | 'withdrawn-everywhere'

export interface Standing {
  why: Why | null
  /** Host of the tab, '' where there is none to speak of. */
  host: string
  /** Patterns that would have to be granted, for the states that say so. */
  missing: readonly string[]
  /** How the switch of each kind stands; null where it is not offered. */
  switches: { site: boolean | null; always: boolean | null; everywhere: boolean | null }
}

const KINDS = { browser: 'browser-page', store: 'store', reader: 'reader-view', pdf: 'pdf', file: 'file' } as const

/** Why nothing is shown on a page on which the content script runs. */
function whyOfPage(page: PageState, { settings, edition, isPdf }: Facts): Why | null {
  if (settings.isPaused) return 'paused'
  if (settings.sitesOff.includes(page.host)) return 'site-off'
  if (edition === null) return 'no-dataset'
  if (!page.isArticle) return 'not-article'
  if (isPdf) return 'pdf'
  if (!page.isRead) return 'reading'
  if (Object.values(page.counts).every((count) => count === 0)) return 'nothing-found'
  return page.canDraw ? null : 'no-drawing'
}

/** Why nothing is shown where no content script answers, and which permission is missing. */
function whyOfTab(facts: Facts, address: string): Pick<Standing, 'why' | 'missing'> {
  const { listed, granted, added, isLoading, isPdf, isRefused } = facts
  const kind = kindOfAddress(address)
  if (kind !== 'web' && kind !== 'insecure') return { why: KINDS[kind], missing: [] }
  if (isPdf) return { why: 'pdf', missing: [] }
  if (isRefused) return { why: 'refused', missing: [] }
  const isGranted = isOnPatterns(address, granted)
  if (isGranted) return { why: isLoading ? 'reading' : 'not-started', missing: [] }
  if (isOnPatterns(address, listed)) {
    // Whoever was granted nothing at all should not have to be asked site by site.
    const isNone = !listed.some((pattern) => isOnPatterns(pattern, granted))
    return isNone
      ? { why: 'withheld-everywhere', missing: listed }
      : { why: 'withheld', missing: listed.filter((pattern) => isOnPatterns(address, [pattern])) }
  }
  const own = patternOfHost(new URL(address).hostname)
  if (added[own] === 'withdrawn') return { why: 'withdrawn', missing: [own] }
  if (kind === 'insecure') return { why: 'insecure', missing: [] }
  if (added[ALL_SITES] === 'withdrawn') return { why: 'withdrawn-everywhere', missing: [ALL_SITES] }
  return { why: 'unlisted', missing: [] }
}

function whyOfNoAddress({ isBrowserPage, isRefused, isLoading }: Facts): Why {
  if (isBrowserPage) return 'browser-page'
  if (isRefused) return 'refused'
  return isLoading ? 'reading' : 'unknown'
}

export function standingOf(facts: Facts): Standing {
  const { address, page, listed, added, settings } = facts
  const { why, missing } = page
    ? { why: whyOfPage(page, facts), missing: [] }
    : address === null
      ? { why: whyOfNoAddress(facts), missing: [] }
      : whyOfTab(facts, address)
  const isWeb = address !== null && ['web', 'insecure'].includes(kindOfAddress(address))
  const host = page?.host ?? (isWeb ? new URL(address).hostname : '')
  const isListed = isWeb && isOnPatterns(address, listed)
  const canAdd = isWeb && !isListed && address.startsWith('https:') && why !== 'refused' && why !== 'pdf'
  const always = added[patternOfHost(host)] === 'granted'
  const everywhere = added[ALL_SITES] === 'granted'
  const isOff = settings.sitesOff.includes(host)
  return {
    why,
    host,
    missing,
    switches: {
      // With all sites on, a single one can be left out; one that was left out can always come back.
      site: page && (!canAdd || (everywhere && !always) || isOff) ? !isOff : null,
      always: canAdd && (always || !everywhere) ? always : null,
      everywhere: canAdd ? everywhere : null,
    },
  }
}
