/** Whether a page is an article: evidence, what each piece of it weighs, and the sum. Pure: it knows no page. */

import { isServiceHost } from '../dataset/rules/news-sites.ts'

/** What a page shows of itself. Lengths are in letters, of which a Chinese, Japanese or Korean one counts as two. */
export interface Evidence {
  /** `og:type`, lower case, or ''. */
  ogType: string
  /** schema.org types of the page's own JSON-LD and microdata, lower case. */
  types: readonly string[]
  host: string
  /** Path of the address, canonical where that says more. */
  path: string
  /** The page declares when it was published. */
  isDated: boolean
  /** The page declares an author. */
  hasAuthor: boolean
  /** The page declares a section, tags or news keywords. */
  hasSection: boolean
  /** A heading repeats the title. */
  hasHeadline: boolean
  /** A date stands in the text just before the prose; with the time of day, as news tells it. */
  dateline: 'none' | 'date' | 'date and time'
  /** Length of the first run of sentences that is as long as an article, else of the longest. */
  prose: number
  /** Headlines that lead elsewhere in that run, as a share of its sentences' blocks. */
  teaserShare: number
  codeBlocks: number
  /** Made by software for forums, encyclopaedias, documentation or shops. */
  isOtherSoftware: boolean
}

/** Lengths of prose: of a short notice, of a short article, and of an article. More says no more. */
const PROSE = [300, 800, 1500] as const
export const PROSE_OF_ARTICLE = PROSE[2]

/** From this score on a page counts as an article: prose, headline and address alone are not enough. */
export const ARTICLE_FROM = 6

const NEWS_TYPE = /newsarticle$|^liveblogposting$/
const ARTICLE_TYPE = /^(?:article|blogposting|report)$/
const LIST_TYPE = /^(?:collectionpage|itemlist|searchresultspage|profilepage)$/
/** Types of pages about a thing for sale, a conversation, a paper or a program. */
const OTHER_TYPE =
  /^(?:product|productgroup|offer|hotel|restaurant|localbusiness|discussionforumposting|socialmediaposting|qapage|scholarlyarticle|jobposting|course|softwareapplication|mobileapplication|webapplication|softwaresourcecode)$/
/** Types that a page may also be about while it is an article: only one that calls itself nothing else is none. */
const SUBJECT_TYPE =
  /^(?:videoobject|movie|tvseries|tvepisode|musicrecording|musicalbum|podcastepisode|book|game|videogame|recipe|howto|event|dataset|person)$/
/** Also where a publisher's own name goes before it: "paper:blog-post". */
const ARTICLE_OG = /^(?:[^:]+:)?(?:article|news|blog)/

/** A day, or a month between slashes: 2024/02/24, 2024-02-24, 20240224, /2024/feb/24/, /2024/02/. */
const DATE_IN_PATH =
  /(?:^|\D)(?:19|20)\d\d(?:([-/_]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|\/(?:0?[1-9]|1[0-2]|[a-z]{3})\/)/i
/** A number, or a mixture of letters and digits, that only one page can have. */
const ID_IN_PATH = /\d{5}|(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{10}/i
/** Four words or more. */
const SLUG_IN_PATH = /[^/]{3,}(?:[-_][^-_/]+){3}/u
/** Parts of paths that lead to other kinds of pages. */
const OTHER_PATH =
  /^(?:about|account|authors?|cart|categor(?:y|ies)|contact|docs?|forums?|help|impressum|jobs?|login|people|privacy|products?|profile|search|shop|signup|store|tags?|terms|threads?|users?|watch|wiki)$/i

const segmentsOf = (path: string) => path.split('/').filter((part) => part !== '' && !/^index\.\w+$/i.test(part))
const namesOnePage = (path: string) => ID_IN_PATH.test(path) || SLUG_IN_PATH.test(path)

/** True for the address of a site's front page or of one of its sections. */
export function isFrontPath(path: string): boolean {
  const segments = segmentsOf(path)
  return segments.length < 2 && !namesOnePage(path) && !/\.\w+$/.test(segments[0] ?? '')
}

const has = (types: readonly string[], pattern: RegExp) => types.some((type) => pattern.test(type))

interface Observation {
  /** What is seen, as a continuation of "The page …". */
  says: string
  weight: number
  holds(evidence: Evidence): boolean
}

export const OBSERVATIONS: readonly Observation[] = [
  { says: 'calls itself news', weight: 3, holds: ({ types }) => has(types, NEWS_TYPE) },
  {
    says: 'calls itself an article in structured data',
    weight: 2,
    holds: ({ types }) => has(types, ARTICLE_TYPE) && !has(types, NEWS_TYPE),
  },
  { says: 'calls itself an article by og:type', weight: 2, holds: ({ ogType }) => ARTICLE_OG.test(ogType) },
  { says: 'declares when it was published', weight: 2, holds: ({ isDated }) => isDated },
  { says: 'declares an author', weight: 1, holds: ({ hasAuthor }) => hasAuthor },
  { says: 'declares a section', weight: 1, holds: ({ hasSection }) => hasSection },
  { says: 'has a dateline', weight: 2, holds: ({ dateline }) => dateline !== 'none' },
  { says: 'has a dateline with the time of day', weight: 1, holds: ({ dateline }) => dateline === 'date and time' },
  { says: 'repeats its title in a heading', weight: 1, holds: ({ hasHeadline }) => hasHeadline },
  { says: 'has the prose of a notice', weight: 1, holds: ({ prose }) => prose >= PROSE[0] },
  { says: 'has the prose of a short article', weight: 1, holds: ({ prose }) => prose >= PROSE[1] },
  { says: 'has the prose of an article', weight: 1, holds: ({ prose }) => prose >= PROSE[2] },
  { says: 'has a date in its address', weight: 1, holds: ({ path }) => DATE_IN_PATH.test(path) },
  { says: 'has a number or a slug in its address', weight: 1, holds: ({ path }) => namesOnePage(path) },
  { says: 'lies where front pages do', weight: -3, holds: ({ path }) => isFrontPath(path) },
  {
    says: 'lies where other kinds of pages do',
    weight: -2,
    holds: ({ path }) => segmentsOf(path).some((part) => OTHER_PATH.test(part)),
  },
  { says: 'calls itself a list', weight: -2, holds: ({ types }) => has(types, LIST_TYPE) && !has(types, NEWS_TYPE) },
  { says: 'is a list of teasers', weight: -4, holds: ({ teaserShare }) => teaserShare >= 0.5 },
  { says: 'is full of code', weight: -3, holds: ({ codeBlocks }) => codeBlocks >= 5 },
  {
    says: 'calls itself something else',
    weight: -6,
    holds: ({ types, ogType }) => {
      if (has(types, NEWS_TYPE) || has(types, ARTICLE_TYPE)) return false
      if (has(types, OTHER_TYPE)) return true
      return ogType === '' || ogType === 'website' ? has(types, SUBJECT_TYPE) : !ARTICLE_OG.test(ogType)
    },
  },
  { says: 'is made by software for other things', weight: -10, holds: ({ isOtherSoftware }) => isOtherSoftware },
  { says: 'serves mail, accounts, documents or search', weight: -10, holds: ({ host }) => isServiceHost(host) },
]

/** The sum of what was observed; an article from {@link ARTICLE_FROM} on. */
export const scoreArticle = (evidence: Evidence): number =>
  OBSERVATIONS.reduce((sum, { weight, holds }) => (holds(evidence) ? sum + weight : sum), 0)
