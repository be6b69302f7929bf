/** A session: everything Tradegloss does on one page, from reading settings to the last mark taken away. */

import type { Lexicon } from '../../lib/detect/lexicon.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { Pointer } from '../../lib/editions/keys.ts'
import { readPageData, readPointer, watchPointer, type Words } from '../../lib/editions/read.ts'
import { askBackground } from '../../lib/messaging/client.ts'
import type { ReportOfPage } from '../../lib/messaging/protocol.ts'
import { servePage } from '../../lib/messaging/server.ts'
import { Annotator } from '../../lib/page/annotator.ts'
import { readArticle, type Article } from '../../lib/page/article.ts'
import { createJudge } from '../../lib/page/judging.ts'
import { watchNavigation } from '../../lib/page/navigation.ts'
import { quotesOf } from '../../lib/page/quotes.ts'
import { canHighlight, createHighlightPainter, createNonePainter } from '../../lib/page/painter.ts'
import { whenSettled, whenVisible } from '../../lib/page/settled.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { isGateOpen, watchGate } from '../../lib/platform/gate.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { isSiteOff } from '../../lib/settings/site.ts'
import { readSettings, watchSettings } from '../../lib/settings/store.ts'
import { CardController } from './card-controller.ts'
import highlightCss from '../highlight.css?inline'
import { judgeDoubts, readNumbers } from './sentences.ts'

/** One annotated state of the page: an edition, an article, a lexicon. */
interface Running {
  annotator: Annotator
  /** To be called for every other article. */
  turnPage(): void
  card: CardController
  article: Article
}

/** The toolbar button and the side panel are told of changes at most this often (ms). */
const TELL_MS = 250

const shownCategories = ({ categories }: Settings): ReadonlySet<Category> =>
  new Set(CATEGORIES.filter((category) => categories[category]))
const isOnHere = (settings: Settings): boolean => !settings.isPaused && !isSiteOff(settings, location.hostname)

/** Runs until `signal` aborts (the extension was updated or removed, or a newer copy took over). */
export async function runSession(signal: AbortSignal): Promise<void> {
  let settings: Settings | null = null
  let pointer: Pointer | null = null
  let running: Running | null = null
  let isRead = false
  /** Each start has a number; one that was overtaken while it waited gives up. */
  let turn = 0

  let telling: ReturnType<typeof setTimeout> | undefined
  const tellChanged = () => {
    clearTimeout(telling)
    telling = setTimeout(() => void askBackground({ type: 'page.changed' }), TELL_MS)
  }

  const isOn = () => settings !== null && isOnHere(settings)
  const stop = () => {
    turn++
    running?.card.destroy()
    running?.annotator.stop()
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
    const article = readArticle(document)
    const data = await readPageData(pointer, article.language)
    if (data === null || mine !== turn || signal.aborted) return
    running = annotate(pointer, article, data, settings, () => {
      isRead = true
      tellChanged()
    })
  }
  const restart = () => void start().catch((error: unknown) => noteError('start', error))

  const applySettings = async (): Promise<void> => {
    const [before, next] = [settings, await readSettings()]
    const wasOn = isOn()
    settings = next
    if (isOn() !== wasOn || next.markStyle !== before?.markStyle) return start()
    running?.card.apply(next)
    running?.annotator.show(shownCategories(next), next.density)
    tellChanged()
  }
  /** The page became another article: its metadata follows a moment after its address, its text by the observer. */
  const navigated = async (isOtherPath: boolean): Promise<void> => {
    await whenSettled(document, signal)
    if (running === null) return
    const article = readArticle(document)
    if (article.language !== running.article.language) return start()
    running.article = article
    if (isOtherPath) running.turnPage()
    running.annotator.setLead(leadOf(article))
  }
  const quietly = (work: () => Promise<void>) => () =>
    void work().catch((error: unknown) => noteError('session', error))

  // Whatever the reader does while the tab waits to be seen must not be missed.
  let hasBegun = false
  const stops = [
    servePage({
      'page.state': () => ({
        host: location.hostname,
        isOn: settings === null || isOn(),
        isRead,
        isArticle: isGateOpen(),
        counts: running?.annotator.counts() ?? {},
        edition: pointer?.edition ?? null,
        canDraw: canHighlight(),
      }),
      'page.mentions': async () => ({ mentions: (await running?.card.list()) ?? [] }),
      'page.report': async () => ({ report: running && (await reportOf(running)) }),
      'page.show': ({ index }) => (running?.card.goTo(index), {}),
      'page.next': () => (running?.card.go(1), {}),
      'page.previous': () => (running?.card.go(-1), {}),
      'page.toggle': () => (running?.card.toggle(), {}),
      'page.explain': ({ text }) => ({ isExplained: isRead && (running?.card.explain(text) ?? false) }),
    }),
    watchPointer(() => hasBegun && restart()),
    watchSettings(quietly(async () => (hasBegun ? applySettings() : undefined))),
    watchNavigation(window, (isOtherPath) => {
      if (isOtherPath) running?.card.close()
      quietly(() => navigated(isOtherPath))()
    }),
  ]
  watchGate(() => hasBegun && restart())
  // A page from the back/forward cache has missed what was switched meanwhile; a page that only says so has not.
  window.addEventListener('pageshow', ({ isTrusted, persisted }) => isTrusted && persisted && restart(), { signal })
  signal.addEventListener(
    'abort',
    () => {
      stop()
      for (const each of stops) {
        try {
          each()
        } catch {
          // The API to say it to went with the extension, and the listener with it.
        }
      }
    },
    { once: true },
  )

  await whenVisible(document, signal)
  await whenSettled(document, signal)
  hasBegun = true
  if (!signal.aborted) await start()
}

/** What a report needs; quotes and list are of the same moment. */
async function reportOf({ annotator, card, article: { date, language } }: Running): Promise<ReportOfPage> {
  const quotes = quotesOf(annotator.marks().map(({ span }) => span))
  const listed = await card.list()
  const mentions = quotes.flatMap((quote, at) => {
    const mention = listed[at]
    return mention ? [{ ...mention, ...quote }] : []
  })
  return { date, language, mentions }
}

const leadOf = ({ headline, lead }: Article) => `${headline}\n${lead}`

function annotate(
  pointer: Pointer,
  article: Article,
  { lexicon, words }: { lexicon: Lexicon; words: Words },
  settings: Settings,
  onChange: () => void,
): Running {
  const { judge, turnPage } = createJudge(judgeDoubts, () => annotator.reconsider())
  const annotator = new Annotator({
    lexicon,
    painter: canHighlight() ? createHighlightPainter(highlightCss, settings.markStyle === 'tint') : createNonePainter(),
    lead: leadOf(article),
    categories: shownCategories(settings),
    density: settings.density,
    isUnwanted: (mention) => running.card.isUnwanted(mention),
    judge,
    onMarks(marks) {
      onChange()
      void readNumbers(marks, lexicon.lang)
    },
    onDropped(mark) {
      running.card.drop(mark)
      onChange()
    },
    onError: (error) => noteError('annotator', error),
  })
  const card = new CardController({ annotator, lexicon, words, pointer, settings, article: () => running.article })
  const running: Running = { annotator, turnPage, card, article }
  annotator.start()
  return running
}
