/** What a page says about its article: headline, lead, date and declared languages. Reads metadata first, then the text. */

import type { ArticleWords } from '../detect/language.ts'

export interface Article extends ArticleWords {
  /** `YYYY-MM-DD`, or null where the page states none. */
  date: string | null
}

const LEAD_LENGTH = 1600
/** No tag of a language is longer (UTF-16 units). */
const TAG_LENGTH = 100

/** Names under which publishers state the date, the surest first. */
const DATES =
  'article:published_time og:article:published_time datePublished parsely-pub-date pubdate publishdate date DC.date.issued cXenseParse:recs:publishtime apub:time'

/** What the page's first `<meta>` of that property, name or itemprop says; '' where there is none. */
export const metaOf = (page: Document, name: string): string =>
  page
    .querySelector<HTMLMetaElement>(`meta:is([property="${name}"], [name="${name}"], [itemprop="${name}"])`)
    ?.content.trim() ?? ''

/** The date that a text begins with ("2026-01-07T…", "20260107", "2026/1/7", "2026年1月7日"), if there is such a day. */
export function isoDate(text: string): string | null {
  const match = /^\s*((?:19|20)\d{2})(?:(\d{2})(\d{2})|[-/.年년] ?(\d{1,2})[-/.月월] ?(\d{1,2}))(?!\d)/.exec(text)
  if (!match) return null
  const date = [match[1], match[2] ?? match[4], match[3] ?? match[5]]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  const time = new Date(`${date}T00:00:00Z`)
  // A day that does not exist is moved on by some engines and refused by others; neither comes back the same.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date) ? date : null
}

/** Every object of the page's JSON-LD, graphs and lists opened. Broken JSON counts as none. */
export function linkedData(page: Document): Record<string, unknown>[] {
  const objects: Record<string, unknown>[] = []
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const queue: unknown[] = [JSON.parse(script.textContent ?? '')]
      // Taking each from the front would move all behind it: a page with long lists stood still for minutes.
      for (const item of queue) {
        if (objects.length >= 50) break
        if (Array.isArray(item)) queue.push(...item)
        else if (typeof item === 'object' && item !== null) {
          objects.push(item as Record<string, unknown>)
          if ('@graph' in item) queue.push(item['@graph'])
        }
      }
    } catch {
      // Publishers ship broken JSON-LD; the rest of the page still tells.
    }
  }
  return objects
}

/** A date with the time of day, which news puts under its headline; a day that a text tells of has none. */
const PUBLISHED =
  /(?:((?:19|20)\d\d[-/.年년] ?\d\d?[-/.月월] ?\d\d?)(?!\d)|([A-Z][a-z]{2})[a-z]{0,6}\.? (\d\d?), ((?:19|20)\d\d))[日일]?\D{0,6}\d\d?:\d\d/
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec'
/** It stands no further behind the headline (UTF-16 units), in an element that holds both and is at most so far above. */
const PUBLISHED_WITHIN = 300
const MOST_ABOVE = 4

/** The date that stands under the headline for the reader to see; null where there is none. */
function shownDate(page: Document): string | null {
  const heading = page.querySelector('h1')
  let above: Element | null = heading
  for (let tries = 0; tries < MOST_ABOVE && above; tries++) {
    above = above.parentElement
    const behind = above?.textContent?.split(heading?.textContent || '\n', 2)[1]
    const [, numeric, month = '', day, year] = PUBLISHED.exec(behind?.slice(0, PUBLISHED_WITHIN) ?? '') ?? []
    const date = isoDate(numeric ?? `${year}-${MONTHS.indexOf(month) / 3 + 1}-${day}`)
    if (date !== null) return date
  }
  return null
}

/** Where a page may state its date, the surest first; what is expensive to read is read only when it is reached. */
function* statedDates(page: Document, isDateStale: boolean): Generator<unknown> {
  if (!isDateStale) {
    for (const name of DATES.split(' ')) yield metaOf(page, name)
    for (const { datePublished } of linkedData(page)) yield datePublished
  }
  const time = page.querySelector('time[datetime], [itemprop="datePublished"]')
  yield time?.getAttribute('datetime') ?? time?.getAttribute('content')
  yield shownDate(page)
}

function dateOf(page: Document, isDateStale: boolean): string | null {
  for (const stated of statedDates(page, isDateStale)) {
    const date = typeof stated === 'string' ? isoDate(stated) : null
    if (date !== null) return date
  }
  return null
}

/** What a page calls its article. */
export interface Head {
  /** In its metadata; '' where they do not say. */
  told: string
  /** For its reader. */
  shown: string
}

export const headOf = (page: Document): Head => ({
  told: metaOf(page, 'og:title'),
  shown: page.querySelector('h1')?.textContent?.trim() || page.title.trim(),
})

/** Reads what the page says its article is about; the lead is at most {@link LEAD_LENGTH} UTF-16 units long. */
export function readArticleWords(page: Document, isHeadStale = false): ArticleWords {
  const { told, shown } = headOf(page)
  const headline = isHeadStale ? shown : told || shown
  const scope = page.querySelector('article') ?? page.querySelector('main') ?? page.body
  let lead = ''
  for (const paragraph of scope?.querySelectorAll('p') ?? []) {
    lead += `${paragraph.textContent ?? ''}\n`
    if (lead.length >= LEAD_LENGTH) break
  }
  const declared = [page.documentElement.lang, metaOf(page, 'og:locale')].map((tag) => tag.slice(0, TAG_LENGTH))
  return { headline, lead: lead.slice(0, LEAD_LENGTH), declared }
}

/**
 * Reads what the page says about its article, headline or date from its text alone where the metadata belong to another. Never
 * throws on bad markup; costs no layout.
 */
export function readArticle(page: Document, isHeadStale = false, isDateStale = false): Article {
  return { ...readArticleWords(page, isHeadStale), date: dateOf(page, isDateStale) }
}
