/** How Tradegloss stands on a tab: why nothing is shown where nothing is, and what the reader can do about it. Pure. */

import { CATEGORIES } from '../detect/types.ts'
import type { PageState } from '../messaging/protocol.ts'
import type { Settings } from '../settings/definition.ts'
import { isSiteOff } from '../settings/site.ts'
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
  | 'categories-off'
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

type Answer = Pick<Standing, 'why' | 'missing'>
const because = (why: Why | null, missing: readonly string[] = []): Answer => ({ why, missing })

const KINDS = { browser: 'browser-page', store: 'store', reader: 'reader-view', pdf: 'pdf', file: 'file' } as const

/** A reader who granted nothing at all should not be asked site by site. */
const isNoneGranted = ({ listed, granted }: Facts) => !listed.some((pattern) => isOnPatterns(pattern, granted))

/** A permission that the list or the reader wants and the browser withholds, or null. */
function missingAccess(facts: Facts, address: string): Answer | null {
  const { listed, granted, added } = facts
  if (isOnPatterns(address, granted)) return null
  if (isOnPatterns(address, listed)) {
    if (isNoneGranted(facts)) return because('withheld-everywhere', listed)
    return because(
      'withheld',
      listed.filter((pattern) => isOnPatterns(address, [pattern])),
    )
  }
  const { hostname, protocol } = new URL(address)
  if (protocol !== 'https:') return null
  const own = patternOfHost(hostname)
  if (added[own] === 'withdrawn') return because('withdrawn', [own])
  return added[ALL_SITES] === 'withdrawn' ? because('withdrawn-everywhere', [ALL_SITES]) : null
}

/** Where the content script answers; it may be there for this once, by the reader's click. */
function answerOfPage(facts: Facts, page: PageState, access: Answer | null): Answer {
  const { settings, edition, isPdf } = facts
  if (settings.isPaused) return because('paused')
  if (isSiteOff(settings, page.host)) return because('site-off')
  if (edition === null) return because('no-dataset')
  if (access) return access
  if (!page.isArticle) return because('not-article')
  if (isPdf) return because('pdf')
  if (!page.isRead) return because('reading')
  const met = CATEGORIES.filter((category) => (page.counts[category] ?? 0) > 0)
  if (met.length === 0) return because('nothing-found')
  if (!met.some((category) => settings.categories[category])) return because('categories-off')
  return because(page.canDraw ? null : 'no-drawing')
}

/** Where none answers at an address of the web. */
function answerOfWeb({ granted, isLoading, isPdf, isRefused }: Facts, address: string, access: Answer | null): Answer {
  if (isPdf) return because('pdf')
  if (isRefused) return because('refused')
  if (access) return access
  if (isOnPatterns(address, granted)) return because(isLoading ? 'reading' : 'not-started')
  return because(address.startsWith('https:') ? 'unlisted' : 'insecure')
}

/** Where the address is hidden: the page is the browser's own, or nothing was granted that would show it. */
function answerOfHidden(facts: Facts): Answer {
  if (facts.isBrowserPage) return because('browser-page')
  if (facts.isRefused) return because('refused')
  if (isNoneGranted(facts)) return because('withheld-everywhere', facts.listed)
  return because(facts.isLoading ? 'reading' : 'unknown')
}

/** Why nothing is shown, or not by itself; what is missing; and which switches are offered. */
export function standingOf(facts: Facts): Standing {
  const { address, page, listed, added, settings } = facts
  const kind = address === null ? null : kindOfAddress(address)
  const web = kind === 'web' || kind === 'insecure' ? address : null
  const access = web === null ? null : missingAccess(facts, web)
  let answer: Answer
  if (page) answer = answerOfPage(facts, page, access)
  else if (web !== null) answer = answerOfWeb(facts, web, access)
  else answer = kind === null || kind === 'web' || kind === 'insecure' ? answerOfHidden(facts) : because(KINDS[kind])
  const host = page?.host ?? (web === null ? '' : new URL(web).hostname)
  const canAdd = kind === 'web' && !isOnPatterns(web ?? '', listed) && answer.why !== 'refused' && answer.why !== 'pdf'
  const always = added[patternOfHost(host)] === 'granted'
  const everywhere = added[ALL_SITES] === 'granted'
  const isOff = isSiteOff(settings, host)
  return {
    ...answer,
    host,
    switches: {
      // With all sites on, a single one can be left out; one that was left out can always come back.
      // On our own welcome page, which has marks to show, there is no site to speak of.
      site: page && kind !== 'browser' && (!canAdd || (everywhere && !always) || isOff) ? !isOff : null,
      always: canAdd && (always || !everywhere) ? always : null,
      everywhere: canAdd ? everywhere : null,
    },
  }
}
