/** Looking for a mention on one page: has what is read of it searched, now and when it changes. */

import { askBackground } from '../../lib/messaging/client.ts'
import { MAX_TEXT } from '../../lib/messaging/protocol.ts'
import { readWords } from '../../lib/page/article.ts'
import { Asking } from '../../lib/page/asking.ts'
import { Follower } from '../../lib/page/follower.ts'
import { piecesOf } from '../../lib/page/pieces.ts'
import { noteError } from '../../lib/platform/errors.ts'

/** Null where nobody answers, or nobody brings what is to be brought. */
async function look(texts: readonly string[]): Promise<null[] | null> {
  const { headline, lead, declared } = readWords(document)
  const answer = await askBackground({
    type: 'texts.scout',
    texts,
    headline: headline.slice(0, MAX_TEXT),
    lead,
    declared,
  })
  return answer && texts.map(() => null)
}

export class Looking {
  readonly #asking: Asking
  readonly #follower: Follower

  /** Starts at once; `onRead` hears once that all is read, and there was no mention. */
  constructor(onRead: () => void) {
    const onError = (error: unknown) => noteError('scout', error)
    this.#asking = new Asking(look, () => this.#follower.wake(), onError)
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

  stop(): void {
    this.#follower.stop()
    this.#asking.stop()
  }
}
