/** A session: everything Tradegloss does on one page, from reading settings to the last mark taken away. */

import { readPointer, watchPointer } from '../../lib/editions/read.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import type { ToPage } from '../../lib/messaging/protocol.ts'
import { servePage, type Handlers } from '../../lib/messaging/server.ts'
import { Arriving } from '../../lib/page/arriving.ts'
import { watchNavigation, watchRenewal } from '../../lib/page/navigation.ts'
import { canHighlight } from '../../lib/page/painter.ts'
import { whenSettled, whenVisible } from '../../lib/page/settled.ts'
import { noting } from '../../lib/platform/errors.ts'
import { isGateOpen, watchGate } from '../../lib/platform/article-gate.ts'
import { undoOnAbort } from '../../lib/platform/lifetime.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { isOnAt } from '../../lib/settings/site.ts'
import { readSettings, watchSettings } from '../../lib/settings/store.ts'
import { AnnotatedPage } from './annotated-page.ts'

/** The toolbar button and the side panel are told of changes at most this often (ms). */
const TELL_MS = 250

/** Where text comes in, what the page says of its article is read again at most this often (ms). */
const READ_AGAIN_MS = 500

const quietly = (work: Promise<void>): void => void work.catch(noting('session'))

export class Session {
  readonly #signal: AbortSignal
  readonly #arriving = new Arriving(document)
  #settings: Settings | null = null
  #annotated: AnnotatedPage | null = null
  #isRead = false
  /** False while the tab waits to be seen first; whatever the reader does meanwhile is met by the first start. */
  #hasBegun = false
  /** Each start has a number; one that was overtaken while it waited gives up. */
  #turn = 0
  #tellTimer: ReturnType<typeof setTimeout> | undefined
  #readTimer: ReturnType<typeof setTimeout> | undefined

  /** Lasts until `signal` aborts: the extension was updated or removed, or a newer copy took over. */
  constructor(signal: AbortSignal) {
    this.#signal = signal
  }

  /** Listens at once, and marks the page as soon as it is seen and settled. Called once. */
  async begin(): Promise<void> {
    const signal = this.#signal
    const restart = () => this.#hasBegun && this.#restart()
    const stops = [
      servePage(this.#answers()),
      watchPointer(restart),
      watchSettings(() => this.#hasBegun && quietly(this.#applySettings())),
      watchNavigation(window, (isOtherPath) => {
        if (isOtherPath) this.#annotated?.closeCard()
        quietly(this.#navigated(isOtherPath))
      }),
    ]
    watchGate(restart)
    // What was switched before we listened was missed.
    watchRenewal(window, () => this.#restart(), signal)
    undoOnAbort(signal, [() => this.#stop(), ...stops])

    await whenVisible(document, signal)
    await whenSettled(document, signal)
    this.#hasBegun = true
    if (!signal.aborted) await this.#start()
  }

  #isOn(): boolean {
    return this.#settings !== null && isOnAt(this.#settings, location.hostname)
  }

  #answers(): Handlers<ToPage> {
    const card = async () => this.#annotated?.card()
    return {
      'page.state': () => ({
        host: location.hostname,
        isOn: this.#settings === null || this.#isOn(),
        isRead: this.#isRead,
        isScout: false,
        isArticle: isGateOpen(),
        counts: this.#annotated?.counts() ?? {},
        canDraw: canHighlight(),
      }),
      'page.mentions': async () => ({
        mentions: (await this.#annotated?.list()) ?? [],
        date: this.#annotated?.article.date ?? null,
      }),
      'page.report': async () => ({ report: (await this.#annotated?.report()) ?? null }),
      'page.show': async ({ index }) => ((await card())?.walk.goTo(index), {}),
      'page.next': async () => ((await card())?.walk.go(1), {}),
      'page.previous': async () => ((await card())?.walk.go(-1), {}),
      'page.toggle': async () => ((await card())?.toggle(), {}),
      'page.explain': async ({ text }) => ({
        isExplained: this.#isRead && ((await (await card())?.explain(text)) ?? false),
      }),
    }
  }

  #tellChanged(): void {
    clearTimeout(this.#tellTimer)
    this.#tellTimer = setTimeout(() => void askBackground({ type: 'page.changed' }), TELL_MS)
  }

  #stop(): void {
    this.#turn++
    this.#annotated?.stop()
    this.#annotated = null
    this.#isRead = false
    this.#tellChanged()
  }

  #restart(): void {
    quietly(this.#start())
  }

  /** Reads settings, edition and article anew, and starts over. */
  async #start(): Promise<void> {
    this.#stop()
    const mine = this.#turn
    await whenVisible(document, this.#signal)
    const [settings, pointer] = await Promise.all([readSettings(), readPointer()])
    if (mine !== this.#turn || this.#signal.aborted) return
    this.#settings = settings
    if (pointer === null || !this.#isOn() || !isGateOpen()) return
    this.#annotated = new AnnotatedPage(
      { pointer, article: this.#arriving.read(), settings },
      {
        onChange: () => this.#tellChanged(),
        onRead: () => {
          this.#isRead = true
          this.#tellChanged()
        },
        onNews: () => this.#readAgainSoon(),
        onOtherLanguage: () => this.#restart(),
      },
    )
  }

  async #applySettings(): Promise<void> {
    const settings = await readSettings()
    const [before, wasOn] = [this.#settings, this.#isOn()]
    this.#settings = settings
    if (this.#isOn() !== wasOn || settings.markStyle !== before?.markStyle) return this.#start()
    this.#annotated?.apply(settings)
    this.#tellChanged()
  }

  /** The page became another article, or with `isOtherPath` false perhaps only got another address. */
  async #navigated(isOtherPath: boolean): Promise<void> {
    this.#arriving.turned(isOtherPath)
    await whenSettled(document, this.#signal)
    return this.#turnOver(isOtherPath)
  }

  /** Reads again what the page says of its article; with `isOtherPath` it is known to be another one. */
  async #turnOver(isOtherPath: boolean): Promise<void> {
    const annotated = this.#annotated
    if (annotated === null) return
    const article = this.#arriving.read()
    if (isOtherPath || JSON.stringify(article) !== JSON.stringify(annotated.article))
      annotated.turnTo(article, isOtherPath)
  }

  #readAgainSoon(): void {
    if (this.#readTimer !== undefined || !this.#arriving.isArriving()) return
    this.#readTimer = setTimeout(() => {
      this.#readTimer = undefined
      quietly(this.#turnOver(false))
    }, READ_AGAIN_MS)
  }
}
