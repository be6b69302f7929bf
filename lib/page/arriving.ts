/** The article that a page shows by now: after an address comes its text, and its metadata last or never. */

import { headOf, readArticle, type Article, type Head } from './article.ts'

/** So long after its address what a page says of its article may still be on its way (ms). */
const ARRIVES_MS = 10_000

export class Arriving {
  readonly #page: Document
  #head: Head
  /** Head of the article before this one; a router that leaves it as it is has metadata that say nothing. */
  #before: Head | null = null
  #since = performance.now()

  constructor(page: Document) {
    this.#page = page
    this.#head = headOf(page)
  }

  /** True while it may still change, for reasons of the page's own. */
  get isArriving(): boolean {
    return performance.now() - this.#since < ARRIVES_MS
  }

  /** The page has another address; with `isOther` that of another article. */
  turned(isOther: boolean): void {
    this.#since = performance.now()
    if (isOther) this.#before = this.#head
  }

  /** The article as the page shows it now. */
  read(): Article {
    const head = headOf(this.#page)
    this.#head = head
    const before = this.#before
    const isStale = before !== null && head.told !== '' && head.told === before.told && head.shown !== before.shown
    return readArticle(this.#page, isStale)
  }
}
