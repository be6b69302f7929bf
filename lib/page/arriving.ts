/** The article that a page shows by now: after an address comes its text, and its metadata last or never. */

import { headOf, metaOf, readArticle, type Article, type Head } from './article.ts'

/** How long after its address what a page says of its article may still be on its way (ms). */
const ARRIVES_MS = 10_000

/** What a page said of its article, and when that was published. */
type Said = Head & { date: string }

export class Arriving {
  readonly #page: Document
  #last: Said | null = null
  /** The last earlier article whose metadata were its own: a router may leave them in place for later ones, of which they say nothing. */
  #before: Said | null = null
  #isStale = false
  #lang: string
  #since = performance.now()

  constructor(page: Document) {
    this.#page = page
    this.#lang = page.documentElement.lang
  }

  /** True where it may still change, for reasons of the page's own: its address is new, or the language that it declares. */
  isArriving(): boolean {
    const { lang } = this.#page.documentElement
    if (lang !== this.#lang) this.turned(false)
    this.#lang = lang
    return performance.now() - this.#since < ARRIVES_MS
  }

  /** The page has another address; with `isOtherPath` that of another article. */
  turned(isOtherPath: boolean): void {
    this.#since = performance.now()
    if (isOtherPath && !this.#isStale) this.#before = this.#last
  }

  /** The article as the page shows it now. */
  read(): Article {
    const { told, shown } = headOf(this.#page)
    const date = metaOf(this.#page, 'article:published_time')
    this.#last = { told, shown, date }
    const before = this.#before
    const isHeadStale =
      before !== null && told !== '' && told === before.told && shown !== before.shown && !told.includes(shown)
    // Some tell the name of the site instead of a headline, and the date of each article all the same.
    this.#isStale = isHeadStale && date === before.date
    return readArticle(this.#page, isHeadStale, this.#isStale)
  }
}
