/** A session: everything Tradegloss does on one page, from reading settings to the last mark taken away. */

import type { Pointer } from '../../lib/editions/keys.ts'
import { readPointer, watchPointer } from '../../lib/editions/read.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import { servePage } from '../../lib/messaging/server.ts'
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
import { Running } from './running.ts'

/** The toolbar button and the side panel are told of changes at most this often (ms). */
const TELL_MS = 250

/** Where text comes in, what the page says of its article is read again at most this often (ms). */
const READ_AGAIN_MS = 500

/** Runs until `signal` aborts (the extension was updated or removed, or a newer copy took over). */
export async function runSession(signal: AbortSignal): Promise<void> {
  let settings: Settings | null = null
  let pointer: Pointer | null = null
  let running: Running | null = null
  let isRead = false
  const arriving = new Arriving(document)
  /** Each start has a number; one that was overtaken while it waited gives up. */
  let turn = 0

  let telling: ReturnType<typeof setTimeout> | undefined
  const tellChanged = () => {
    clearTimeout(telling)
    telling = setTimeout(() => void askBackground({ type: 'page.changed' }), TELL_MS)
  }

  const isOn = () => settings !== null && isOnAt(settings, location.hostname)
  const stop = () => {
    turn++
    running?.stop()
    running = null
    isRead = false
    tellChanged()
  }
  /** Reads settings, edition and article anew, and starts over. */
  const start = async (): Promise<void> => {
    stop()
    const mine = turn
    await whenVisible(document, signal)
    const [nextSettings, nextPointer] = await Promise.all([readSettings(), readPointer()])
    if (mine !== turn || signal.aborted) return
    settings = nextSettings
    pointer = nextPointer
    if (pointer === null || !isOn() || !isGateOpen()) return
    running = new Running(
      { pointer, article: arriving.read(), settings },
      {
        onChange: tellChanged,
        onRead() {
          isRead = true
          tellChanged()
        },
        onNews: () => readAgainSoon(),
        onOtherLanguage: restart,
      },
    )
  }
  const quietly = (work: () => Promise<void>) => () => void work().catch(noting('session'))
  const restart = quietly(start)

  const applySettings = async (): Promise<void> => {
    const [before, next] = [settings, await readSettings()]
    const wasOn = isOn()
    settings = next
    if (isOn() !== wasOn || next.markStyle !== before?.markStyle) return start()
    running?.apply(next)
    tellChanged()
  }
  /** Reads again what the page says of its article; with `isOtherPath` it is known to be another one. */
  const turnOver = async (isOtherPath: boolean): Promise<void> => {
    if (running === null) return
    const article = arriving.read()
    if (isOtherPath || JSON.stringify(article) !== JSON.stringify(running.article)) running.turnTo(article, isOtherPath)
  }
  let reading: ReturnType<typeof setTimeout> | undefined
  const readAgainSoon = () => {
    if (!arriving.isArriving()) return
    reading ??= setTimeout(() => {
      reading = undefined
      quietly(() => turnOver(false))()
    }, READ_AGAIN_MS)
  }
  /** The page became another article, or with `isOtherPath` false perhaps only got another address. */
  const navigated = async (isOtherPath: boolean): Promise<void> => {
    arriving.turned(isOtherPath)
    await whenSettled(document, signal)
    return turnOver(isOtherPath)
  }

  // Whatever the reader does while the tab waits to be seen must not be missed.
  let hasBegun = false
  const stops = [
    servePage({
      'page.state': () => ({
        host: location.hostname,
        isOn: settings === null || isOn(),
        isRead,
        isScout: false,
        isArticle: isGateOpen(),
        counts: running?.counts() ?? {},
        canDraw: canHighlight(),
      }),
      'page.mentions': async () => ({ mentions: (await running?.list()) ?? [], date: running?.article.date ?? null }),
      'page.report': async () => ({ report: (await running?.report()) ?? null }),
      'page.show': async ({ index }) => ((await running?.card())?.walk.goTo(index), {}),
      'page.next': async () => ((await running?.card())?.walk.go(1), {}),
      'page.previous': async () => ((await running?.card())?.walk.go(-1), {}),
      'page.toggle': async () => ((await running?.card())?.toggle(), {}),
      'page.explain': async ({ text }) => ({
        isExplained: isRead && ((await (await running?.card())?.explain(text)) ?? false),
      }),
    }),
    watchPointer(() => hasBegun && restart()),
    watchSettings(quietly(async () => (hasBegun ? applySettings() : undefined))),
    watchNavigation(window, (isOtherPath) => {
      if (isOtherPath) running?.closeCard()
      quietly(() => navigated(isOtherPath))()
    }),
  ]
  watchGate(() => hasBegun && restart())
  // What was switched before we listened was missed.
  watchRenewal(window, restart, signal)
  undoOnAbort(signal, [stop, ...stops])

  await whenVisible(document, signal)
  await whenSettled(document, signal)
  hasBegun = true
  if (!signal.aborted) await start()
}
