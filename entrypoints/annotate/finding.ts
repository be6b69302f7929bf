/** Has the background find the mentions of a page's texts, and remembers what it said of the article. */

import type { Found, FoundMention, Category } from '../../lib/detect/types.ts'
import type { Pointer } from '../../lib/editions/keys.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { MAX_TEXT } from '../../lib/messaging/protocol.ts'
import type { Article } from '../../lib/page/article.ts'

/** Second looks at doubtful sentences that one article may ask for. */
const MAX_LOOKS = 20

export class Finding {
  readonly #pointer: Pointer
  #article: Article
  #looks = MAX_LOOKS
  #economy: string | null = null

  constructor(pointer: Pointer, article: Article) {
    this.#pointer = pointer
    this.#article = article
  }

  get article(): Article {
    return this.#article
  }

  /** The economy that the article is about, as far as it was asked; null where none stands out. */
  get economy(): string | null {
    return this.#economy
  }

  /** The page shows another article, or with `isOther` false the same one with other words about it. */
  async turnTo(article: Article, isOther: boolean): Promise<void> {
    this.#article = article
    if (isOther) this.#looks = MAX_LOOKS
    await this.find([], [])
  }

  /** What each of `texts` holds on a page of which `strong` is known to be a topic; null where nobody answered. */
  async find(texts: readonly string[], strong: readonly Category[]): Promise<readonly (Found | null)[] | null> {
    const article = this.#article
    const { language } = article
    const [headline, lead] = [article.headline, article.lead].map((text) => text.slice(0, MAX_TEXT)) as [string, string]
    const looks = this.#looks
    const question = { pointer: this.#pointer, language, texts, headline, lead, strong, looks }
    const answer = await askBackground({ type: 'texts.find', ...question })
    if (answer === null) return null
    if (article === this.#article) {
      this.#economy = answer.economy
      this.#looks = Math.max(0, looks - answer.looks)
    }
    return answer.found
  }

  /** The longest term in a selection, whatever its context; null where there is none, or nobody answered. */
  async ask(text: string): Promise<FoundMention | null> {
    const { language } = this.#article
    return (await askBackground({ type: 'text.ask', pointer: this.#pointer, language, text }))?.mention ?? null
  }
}
