/** A page while it is annotated with one edition: finds, marks and counts its mentions; its card is made once there is one to open it on. */

import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { EditionPointer } from '../../lib/editions/keys.ts'
import { readWords } from '../../lib/editions/read.ts'
import type { ListedMention, ReportOfPage } from '../../lib/messaging/protocol.ts'
import { Annotator, type Counts } from '../../lib/page/annotator.ts'
import type { Article } from '../../lib/page/article.ts'
import { createHighlightPainter } from '../../lib/page/painter.ts'
import { quotesOf } from '../../lib/page/quotes.ts'
import { noting } from '../../lib/platform/errors.ts'
import { createOnce } from '../../lib/platform/turns.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { isUnwanted } from '../../lib/settings/not-this.ts'
import { CardController } from './card-controller.ts'
import { Finding } from './finding.ts'
import { readNumbers } from './numbers.ts'

interface Parts {
  pointer: EditionPointer
  article: Article
  settings: Settings
}

interface Listeners {
  /** What is marked has changed. */
  onChange(): void
  /** All is read. */
  onRead(): void
  /** Text came or changed since. */
  onNews(): void
  /** The article is in another language than was searched in: all this is to be started anew. */
  onOtherLanguage(): void
}

const shownCategories = ({ categories }: Settings): ReadonlySet<Category> =>
  new Set(CATEGORIES.filter((category) => categories[category]))

export class AnnotatedPage {
  readonly #parts: Parts
  readonly #finding: Finding
  readonly #annotator: Annotator
  #card: CardController | null = null
  #isStopped = false
  /** The page's card, made when it is first asked for; null where all this was stopped, or the edition has no words. */
  readonly card = createOnce(() => this.#makeCard())

  /** Starts at once. */
  constructor(parts: Parts, { onChange, onRead, onNews, onOtherLanguage }: Listeners) {
    this.#parts = parts
    const { pointer, article, settings } = parts
    this.#finding = new Finding(pointer, article, () => this.#isStopped || onOtherLanguage())
    this.#annotator = new Annotator({
      find: (...question) => this.#finding.find(...question),
      painter: createHighlightPainter(
        async () => (await readWords(pointer))?.marks ?? '',
        settings.markStyle === 'tint',
      ),
      categories: shownCategories(settings),
      density: settings.density,
      isUnwanted: (mention) => isUnwanted(this.#parts.settings.notThis, location.hostname)(mention),
      onMarks: (marks) => {
        onChange()
        this.card().catch(noting('card'))
        void readNumbers(marks, this.#finding).then(() => this.#card?.renew(marks))
      },
      onRead,
      onNews,
      onDropped: (mark) => {
        this.#card?.drop(mark)
        onChange()
      },
      onError: noting('annotator'),
    })
    this.#annotator.start()
  }

  get article(): Article {
    return this.#finding.article
  }

  counts(): Counts {
    return this.#annotator.counts()
  }

  async #makeCard(): Promise<CardController | null> {
    const { pointer } = this.#parts
    const words = await readWords(pointer)
    if (words === null || this.#isStopped) return null
    const { settings } = this.#parts
    const annotator = this.#annotator
    return (this.#card = new CardController({
      annotator,
      words,
      pointer,
      settings,
      finding: this.#finding,
    }))
  }

  closeCard(): void {
    this.#card?.close()
  }

  /** The reader changed a setting that needs no other reading. */
  apply(settings: Settings): void {
    this.#parts.settings = settings
    this.#card?.apply(settings)
    this.#annotator.show(shownCategories(settings), settings.density)
  }

  /** The page shows another article, or with `isOtherPath` false the same one with other words about it. */
  turnTo(article: Article, isOtherPath: boolean): void {
    this.#finding.turnTo(article, isOtherPath)
    this.#annotator.reconsider()
  }

  /** Every mention shown, with the figure that its card would open on. */
  async list(): Promise<ListedMention[]> {
    return (await (await this.card())?.list()) ?? []
  }

  /** What a report needs; null where the background does not answer. */
  async report(): Promise<ReportOfPage | null> {
    const [card, language] = await Promise.all([this.card(), this.#finding.language()])
    if (language === null) return null
    // Quotes and list are of the same moment.
    const quotes = quotesOf(this.#annotator.marks().map(({ span }) => span))
    const listed = (await card?.list()) ?? []
    const mentions = quotes.flatMap((quote, at) => {
      const mention = listed[at]
      return mention ? [{ ...mention, ...quote }] : []
    })
    return { date: this.article.date, language, mentions }
  }

  stop(): void {
    this.#isStopped = true
    this.#card?.destroy()
    this.#annotator.stop()
  }
}
