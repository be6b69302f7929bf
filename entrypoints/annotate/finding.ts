/** Has the background find the mentions of a page's texts, and remembers what it said of the article. */

import type { Found, FoundMention, Category } from '../../lib/detect/types.ts'
import type { Pointer } from '../../lib/editions/keys.ts'
import { askAgain, askBackground } from '../../lib/messaging/client.ts'
import { MAX_TEXT } from '../../lib/messaging/protocol.ts'
import type { Article } from '../../lib/page/article.ts'

/** Second looks at doubtful sentences that one article may ask for. */
const MAX_LOOKS = 20

/** A reader who asked is answered after so many tries, or not at all. */
const TRIES = { tries: 3, againMs: 300 }

export class Finding {
  readonly #pointer: Pointer
  #article: Article
  #economy: string | null = null
  #looks = MAX_LOOKS
  /** Counts the articles. */
  #page = 0

  constructor(pointer: Pointer, article: Article) {
    this.#pointer = pointer
    this.#article = article
  }

  get article(): Article {
    return this.#article
  }

  /** The economy that the article is about, as far as it is known; null where none stands out. */
  get economy(): string | null {
    return this.#economy
  }

  /** The page shows another article, or with `isOther` false the same one with other words about it. */
  turnTo(article: Article, isOther: boolean): void {
    this.#article = article
    if (!isOther) return
    this.#page++
    this.#looks = MAX_LOOKS
    this.#economy = null
  }

  /** What each of `texts` holds on a page of which `strong` is known to be a topic; null where nobody answered. */
  async find(texts: readonly string[], strong: readonly Category[]): Promise<readonly (Found | null)[] | null> {
    const [article, page] = [this.#article, this.#page]
    const { language } = article
    const answer = await askBackground({
      type: 'texts.find',
      pointer: this.#pointer,
      language,
      texts,
      headline: article.headline.slice(0, MAX_TEXT),
      lead: article.lead.slice(0, MAX_TEXT),
      strong,
      looks: this.#looks,
    })
    if (answer === null) return null
    if (article === this.#article) this.#economy = answer.economy
    if (page === this.#page) this.#looks = Math.max(0, this.#looks - answer.looks)
    return answer.found
  }

  /** The longest term in a selection, whatever its context; null where there is none, undefined where nobody answered. */
  async ask(text: string): Promise<FoundMention | null | undefined> {
    const { language } = this.#article
    return (await askAgain({ type: 'text.ask', pointer: this.#pointer, language, text }, TRIES))?.mention
  }
}
