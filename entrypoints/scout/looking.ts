/** Looking for a mention on one page: has what is read of it searched, now and when it changes. */

import type { Language } from '../../lib/detect/types.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { MAX_TEXT } from '../../lib/messaging/protocol.ts'
import { readArticleWords } from '../../lib/page/article.ts'
import { Asking } from '../../lib/page/asking.ts'
import { Follower } from '../../lib/page/follower.ts'
import { piecesOf } from '../../lib/page/pieces.ts'
import { noteError } from '../../lib/platform/errors.ts'

export class Looking {
  readonly #asking: Asking
  readonly #follower: Follower
  /** What the page said of itself when it was last asked about, and what was taken to be its language. */
  #words = ''
  #language: Language | undefined
  /** A term was met that may be a mention under another headline. */
  #isDoubtful = false

  /** Starts at once; `onRead` hears once that all is read, and there was no mention. */
  constructor(onRead: () => void) {
    const onError = (error: unknown) => noteError('scout', error)
    this.#asking = new Asking(
      (texts) => this.#look(texts),
      () => this.#follower.wake(),
      onError,
    )
    const send = () => this.#asking.send([], 0)
    this.#follower = new Follower({
      onText: (_, blocks) => {
        for (const block of blocks) for (const piece of piecesOf(block)) this.#asking.add(piece)
        if (this.#asking.isFull) send()
      },
      onPart: send,
      after() {
        send()
        return []
      },
      isBusy: () => this.#asking.isBusy,
      onRead,
      onSeen: () => this.#asking.retry(),
      onError,
    })
    this.#follower.start()
  }

  /** True where what was read is to be searched again, because the page says something else of itself by now. */
  async isOutdated(): Promise<boolean> {
    const [words, language] = [this.#words, this.#language]
    if (JSON.stringify(readArticleWords(document)) === words) return false
    await this.#look([])
    return this.#isDoubtful || this.#language !== language
  }

  stop(): void {
    this.#follower.stop()
    this.#asking.stop()
  }

  /** Null where nobody answers, or nobody brings what is to be brought. */
  async #look(texts: readonly string[]): Promise<null[] | null> {
    const words = readArticleWords(document)
    const { headline, lead, declared } = words
    this.#words = JSON.stringify(words)
    const answer = await askBackground({
      type: 'texts.scout',
      texts,
      headline: headline.slice(0, MAX_TEXT),
      lead,
      declared,
    })
    if (answer === null) return null
    this.#language = answer.language
    this.#isDoubtful ||= answer.isDoubtful
    return texts.map(() => null)
  }
}
