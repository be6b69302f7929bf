/** Has the background find the mentions of a page's texts, and remembers what it said of the article: its language and economy. */

import type { ArticleNumber, Category, Found, FoundMention, Language } from '../../lib/detect/types.ts'
import type { EditionPointer } from '../../lib/editions/keys.ts'
import { askAgain, askBackground } from '../../lib/messaging/client.ts'
import { MAX_TEXT, type PassageQuestion } from '../../lib/messaging/protocol.ts'
import type { Article } from '../../lib/page/article.ts'

/** Second looks at doubtful sentences that one article may ask for. */
const MAX_LOOKS = 20

/** A reader who asked is answered after so many tries, or not at all. */
const TRIES = { tries: 3, againMs: 300 }

export class Finding {
  readonly #pointer: EditionPointer
  #article: Article
  readonly #onOtherLanguage: () => void
  #language: Language | null = null
  #economy: string | null = null
  #looks = MAX_LOOKS
  /** Counts the articles shown: looks that were taken for an earlier one are not counted for this one. */
  #page = 0

  /** `onOtherLanguage` hears that the article turned out to be in another language than what was found so far. */
  constructor(pointer: EditionPointer, article: Article, onOtherLanguage: () => void) {
    this.#pointer = pointer
    this.#article = article
    this.#onOtherLanguage = onOtherLanguage
  }

  get article(): Article {
    return this.#article
  }

  /** The economy that the article is about, as far as it is known; null where none stands out. */
  get economy(): string | null {
    return this.#economy
  }

  /** The language of the article; asked for where nothing was yet, and null where nobody answers. */
  async language(): Promise<Language | null> {
    if (this.#language === null) await this.find([], [])
    return this.#language
  }

  /** The page shows another article, or with `isOtherPath` false the same one with other words about it. */
  turnTo(article: Article, isOtherPath: boolean): void {
    this.#article = article
    if (isOtherPath) {
      this.#page++
      this.#looks = MAX_LOOKS
      this.#economy = null
    }
    // Language and economy come with every answer; where no text is asked about again, nothing else would bring them.
    void this.find([], [])
  }

  /** What each of `texts` holds, on a page that is about `topics` as far as it was read; null where nobody answered. */
  async find(texts: readonly string[], topics: readonly Category[]): Promise<readonly (Found | null)[] | null> {
    const [article, page] = [this.#article, this.#page]
    const { headline, lead, declared } = article
    const answer = await askBackground({
      type: 'texts.find',
      pointer: this.#pointer,
      texts,
      headline: headline.slice(0, MAX_TEXT),
      lead,
      declared,
      topics,
      looks: this.#looks,
    })
    if (answer === null) return null
    this.#language ??= answer.language
    if (answer.language !== this.#language) {
      if (article === this.#article) this.#onOtherLanguage()
      return null
    }
    if (article === this.#article) this.#economy = answer.economy
    if (page === this.#page) this.#looks = Math.max(0, this.#looks - answer.looks)
    return answer.found
  }

  /** The longest term in a selection, whatever its context; null where there is none, undefined where nobody answered. */
  async ask(text: string): Promise<FoundMention | null | undefined> {
    const language = await this.language()
    if (language === null) return undefined
    return (await askAgain({ type: 'text.ask', pointer: this.#pointer, language, text }, TRIES))?.mention
  }

  /** The number that each sentence ties to its mention; null where nobody answered. */
  async numbers(passages: readonly PassageQuestion[]): Promise<readonly (ArticleNumber | null)[] | null> {
    const language = await this.language()
    if (language === null) return null
    const answer = await askBackground({ type: 'numbers.read', pointer: this.#pointer, language, passages })
    return answer && answer.numbers
  }
}
