/** Gathers what tells an article from other pages: metadata, address, headline, and where the prose lies. Reads only, without layout. */

import { isFrontPath, PROSE_OF_ARTICLE, type Evidence } from '../sites/article-score.ts'
import { linkedData } from './article.ts'
import { blocksInOrder } from './reading.ts'
import { isLinked } from './teaser.ts'

/** Names of metadata, lower case, that say when, by whom and under what a page was published. */
const DATED =
  /publi[a-z]*[-_.: ]?(?:date|time)|date[-_.: ]?publi|pub[-_.: ]?(?:date|time)|^(?:dc[a-z]*\.)?date(?:\.|$)|release_?date|displaydate/
const AUTHORED = /author|^byl(?:ine)?$|creator$/
const SECTIONED = /section$|article:tag|news_keywords/

/** Software for forums, encyclopaedias, documentation and shops, by what it calls itself and by what it leaves behind. */
const OTHER_GENERATOR =
  /mediawiki|dokuwiki|discourse|phpbb|vbulletin|xenforo|discuz|invision|mybb|flarum|nodebb|sphinx|docutils|mkdocs|docusaurus|gitbook|vitepress|doxygen|mdbook|shopify|shopware|magento|prestashop|woocommerce|opencart/i
const OTHER_SOFTWARE =
  'link[rel="EditURI"][href*="api.php"], link[type="application/x-wiki"], #mw-content-text, #phpbb, html#XF, #discourse-main, .sphinxsidebar'

/** Letters that stand for about two of others. */
const WIDE = /[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/g
const SENTENCE_END = /[.!?。！？…।۔؟][”"'’」』»)）\]]*$/
const SENTENCES = /[.!?।۔؟]\s|[。！？]/
const DATE =
  /(?:19|20)\d\d ?[-/.年년] ?\d{1,2} ?[-/.月월] ?\d{1,2}|\b\d{1,2}[./-] ?\d{1,2}[./-] ?(?:19|20)\d\d\b|\b\d{1,2}\.? (?:de )?\p{L}{3,10}\.?,? (?:de )?(?:19|20)\d\d\b|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b/u
const CLOCK = /\d ?[:.h時时시] ?[0-5]\d/

/** Shortest block (letters) that counts as prose; it ends like a sentence. */
const SENTENCE = 40
/** A block this long (letters) is prose wherever it holds sentences; its last words may be a credit. */
const PARAGRAPH = 160
/** How many other blocks in a row (captions, cross-headings, advertisements) do not end a run of prose. */
const GAP = 2
/** Lines with a date are shorter than this (letters) and stand at most so many blocks before the prose. */
const DATE_LINE = 160
const DATE_BLOCKS = 15
/** Shortest heading (letters) that can be known again in a title: "World" is in too many. */
const HEADLINE = 16
/** Blocks looked at; an article begins long before. */
const MOST_BLOCKS = 3000

const lengthOf = (text: string) => text.length + (text.match(WIDE)?.length ?? 0)
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
/** Letters and digits alone, for comparing titles. */
const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Everything that {@link Evidence} names, of a page at `address`. Never throws on bad markup. */
export function gatherEvidence(
  page: Document,
  { hostname, pathname }: Pick<Location, 'hostname' | 'pathname'>,
): Evidence {
  const metas = new Map<string, string>()
  for (const meta of page.querySelectorAll('meta')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
    if (name) metas.set(name.toLowerCase(), meta.getAttribute('content') ?? '')
  }
  const names = [...metas.keys()]
  const linked = linkedData(page).flatMap((item) => [item, ...mainEntityOf(item)])
  const says = (pattern: RegExp, property: string, selector: string) =>
    names.some((name) => pattern.test(name)) ||
    linked.some((item) => property in item) ||
    // What belongs to a thing on the page (a review, a comment) is not the page's own.
    [...page.querySelectorAll(selector)].some((element) => !element.closest('[itemscope]')?.hasAttribute('itemprop'))
  return {
    ogType: metas.get('og:type')?.toLowerCase() ?? '',
    types: [
      ...linked.flatMap((item) => item['@type']).filter((type) => typeof type === 'string'),
      // Papers name themselves to search engines by these.
      ...(names.some((name) => name.startsWith('citation_')) ? ['ScholarlyArticle'] : []),
      ...[...page.querySelectorAll('[itemtype]:not([itemprop])')].map((own) => own.getAttribute('itemtype') ?? ''),
    ].map((type) => type.toLowerCase().replace(/^.*[/#:]/, '')),
    host: hostname,
    path: tellingPath(page, pathname),
    isDated: says(DATED, 'datePublished', '[itemprop="datePublished"]'),
    hasAuthor: says(AUTHORED, 'author', '[rel~="author"], [itemprop="author"], [class*="byline" i]'),
    hasSection: says(SECTIONED, 'articleSection', '[itemprop="articleSection"]'),
    hasHeadline: hasHeadline(page, metas.get('og:title') ?? ''),
    ...readProse(page.body),
    codeBlocks: page.querySelectorAll('pre').length,
    isOtherSoftware: OTHER_GENERATOR.test(metas.get('generator') ?? '') || page.querySelector(OTHER_SOFTWARE) !== null,
  }
}

/** What a page says it is mainly about, which may be the article itself. */
const mainEntityOf = ({ mainEntity }: Record<string, unknown>): Record<string, unknown>[] =>
  typeof mainEntity === 'object' && mainEntity !== null ? [mainEntity as Record<string, unknown>] : []

/** A canonical address says more than one that was shortened or passed on, unless it is merely the front page. */
function tellingPath(page: Document, pathname: string): string {
  const canonical = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  const own = URL.canParse(canonical) ? new URL(canonical).pathname : '/'
  return isFrontPath(own) ? pathname : own
}

function hasHeadline(page: Document, ogTitle: string): boolean {
  const title = bare(`${page.title} ${ogTitle}`)
  return [...page.querySelectorAll('h1, h2, h3')].some((heading) => {
    const text = bare(heading.textContent ?? '')
    // Titles are shortened and extended: half a headline is enough to know it by.
    return lengthOf(text) >= HEADLINE && title.includes(text.slice(0, Math.ceil(text.length / 2)))
  })
}

/** Blocks of sentences in a row; lengths in letters. */
interface Run {
  length: number
  blocks: number
  /** Blocks in between that are links: cross-references in an article, headlines in a list of teasers. */
  links: number
  /** Number of its first block. */
  from: number
}
const begin = (from: number): Run => ({ length: 0, blocks: 0, links: 0, from })
// An article may refer to another after its only two paragraphs.
const teaserShareOf = ({ blocks, links }: Run) => (blocks < 3 ? 0 : links / blocks)

function readProse(body: HTMLElement | null): Pick<Evidence, 'dateline' | 'prose' | 'teaserShare'> {
  let run = begin(0)
  let best = run
  let [at, others, links] = [0, 0, 0]
  const dates: { at: number; hasClock: boolean }[] = []
  for (const block of body ? blocksInOrder(body) : []) {
    const words = tidy(block.text)
    if (words === '') continue
    const length = lengthOf(words)
    if (length < DATE_LINE && DATE.test(words)) dates.push({ at, hasClock: CLOCK.test(words) })
    const isProse =
      length >= SENTENCE &&
      (SENTENCE_END.test(words) || (length >= PARAGRAPH && SENTENCES.test(words))) &&
      !isLinked(block)
    if (isProse) {
      if (others > GAP) run = begin(at)
      else run.links += links
      run.blocks++
      run.length += length
      if (run.length > best.length) best = run
      others = 0
      links = 0
      // Long pages need not be read to their end.
      if (best.length >= PROSE_OF_ARTICLE && teaserShareOf(best) === 0) break
    } else {
      others++
      if (isLinked(block)) links++
    }
    at++
    if (at > MOST_BLOCKS) break
  }
  const near = dates.filter((date) => date.at <= best.from + GAP && date.at >= best.from - DATE_BLOCKS)
  return {
    dateline: near.some(({ hasClock }) => hasClock) ? 'date and time' : near.length > 0 ? 'date' : 'none',
    prose: best.length,
    teaserShare: teaserShareOf(best),
  }
}
