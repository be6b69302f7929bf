/** What cards say on this page: reads stored cards, once each, and asks them for a mention's economy and date. */

import { comparable, figureLine } from '../../lib/card/figure-view.ts'
import { buildCard, nothingOn, type CardModel } from '../../lib/card/model.ts'
import { reasonOf, type Reason } from '../../lib/card/reason.ts'
import type { StoredCard } from '../../lib/card/stored.ts'
import type { Mention } from '../../lib/detect/types.ts'
import type { EditionPointer } from '../../lib/editions/keys.ts'
import { readCard, type Words } from '../../lib/editions/read.ts'
import { createTranslate, type Translate } from '../../lib/i18n/t.ts'
import type { ListedMention } from '../../lib/messaging/protocol.ts'
import type { Mark } from '../../lib/page/marks.ts'
import type { AskedEntry } from '../../lib/platform/panel.ts'
import { today } from '../../lib/platform/today.ts'
import type { Finding } from './finding.ts'

/** What a card can be opened for: a mark of the page, or a selection that the reader asked about. */
export type Subject = Pick<Mark, 'mention' | 'text' | 'range'> & Partial<Mark>

export interface CardContentOptions {
  words: Words
  pointer: EditionPointer
  finding: Finding
}

/** Words shown around a mention in a list (UTF-16 units to either side). */
const AROUND = 30
const oneLine = (text: string) => text.replace(/\s+/g, ' ')

export class CardContent {
  readonly t: Translate
  /** Whose dependence to show where neither sentence nor article names one; '' for the world. */
  economy = ''
  readonly #options: CardContentOptions
  readonly #cards = new Map<string, Promise<StoredCard | null>>()

  constructor(options: CardContentOptions) {
    this.#options = options
    this.t = createTranslate(options.words.messages, options.pointer.locale)
  }

  /** The stored card of an entry; null where the edition has none, or storage does not answer. */
  read(entry: string): Promise<StoredCard | null> {
    const known = this.#cards.get(entry)
    if (known) return known
    const reading = readCard(this.#options.pointer, entry).catch(() => {
      // Storage may answer the next time.
      this.#cards.delete(entry)
      return null
    })
    this.#cards.set(entry, reading)
    return reading
  }

  /** The card of `entry` as `subject` asks for it: its own, or one opened from it. Null where there is none. */
  async modelOf(subject: Subject, entry = subject.mention.entry): Promise<CardModel | null> {
    if (entry === '') return nothingOn(subject.mention.text, this.t)
    const stored = await this.read(entry)
    return stored && this.#build(stored, subject, this.economyOf(subject))
  }

  /** Marks as a list shows them, with the figure that each card would open on. */
  list(marks: readonly Mark[]): Promise<ListedMention[]> {
    // Few entries fill most lists, and a whole card is built for a line.
    const lines = new Map<string, string>()
    const lineOf = (stored: StoredCard, mark: Mark, economy: string): string => {
      const key = `${stored.id} ${economy}`
      let line = lines.get(key)
      if (line === undefined) {
        const { figure } = this.#build(stored, mark, economy)
        line = figure ? figureLine(figure) : ''
        lines.set(key, line)
      }
      return line
    }
    return Promise.all(
      marks.map(async (mark) => {
        const { category, entry, confidence, term, start, end } = mark.mention
        const economy = this.economyOf(mark)
        const stored = await this.read(entry)
        return {
          category,
          entry,
          text: oneLine(mark.mention.text),
          before: oneLine(mark.text.slice(0, start)).trimStart().slice(-AROUND),
          after: oneLine(mark.text.slice(end)).trimEnd().slice(0, AROUND),
          figure: stored ? lineOf(stored, mark, economy) : '',
          economy,
          confidence,
          term,
        }
      }),
    )
  }

  /** Why a mention was marked. */
  reasonFor(mention: Mention): Reason {
    return reasonOf(mention, this.t, this.#options.pointer.locale)
  }

  #build(stored: StoredCard, subject: Subject, economy: string): CardModel {
    const { finding, words } = this.#options
    const request = {
      economy,
      articleDate: finding.article.date,
      today: today(),
      number: stored.id === subject.mention.entry ? comparable(subject.number ?? null, subject.economy ?? null) : null,
    }
    return buildCard(stored, request, { t: this.t, economies: words.economies })
  }

  /** What another place must be told to show the card of `subject` as it is here. */
  askedOf(subject: Subject): Omit<AskedEntry, 'entry'> {
    return { economy: this.economyOf(subject), articleDate: this.#options.finding.article.date }
  }

  /** Named in the sentence, else what the article is about, else the reader's own, else the world. */
  economyOf({ economy }: Subject): string {
    return economy ?? this.#options.finding.economy ?? (this.economy || 'WLD')
  }
}
