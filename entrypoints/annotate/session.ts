/** A session: everything Tradegloss does on one page, from reading settings to the last mark taken away. */

import { economyOfArticle } from '../../lib/detect/economy.ts'
import type { Lexicon } from '../../lib/detect/lexicon.ts'
import { CATEGORIES, type Category } from '../../lib/detect/types.ts'
import type { Pointer } from '../../lib/editions/keys.ts'
import { readPageData, readPointer, watchPointer } from '../../lib/editions/read.ts'
import { servePage } from '../../lib/messaging/server.ts'
import { Annotator } from '../../lib/page/annotator.ts'
import { readArticle, type Article } from '../../lib/page/article.ts'
import { watchNavigation } from '../../lib/page/navigation.ts'
import { canHighlight, createHighlightPainter, createNonePainter } from '../../lib/page/painter.ts'
import { whenSettled, whenVisible } from '../../lib/page/settled.ts'
import { noteError } from '../../lib/platform/errors.ts'
import type { Settings } from '../../lib/settings/definition.ts'
import { readSettings, watchSettings } from '../../lib/settings/store.ts'
import { CardController } from './card-controller.ts'
import highlightCss from '../highlight.css?inline'
import { readNumbers } from './numbers.ts'

/** One annotated state of the page: an edition, an article, a lexicon. */
interface Running {
  annotator: Annotator
  card: CardController
  lexicon: Lexicon
}

const shownCategories = ({ categories }: Settings): ReadonlySet<Category> =>
  new Set(CATEGORIES.filter((category) => categories[category]))
const isOnHere = ({ isPaused, sitesOff }: Settings): boolean => !isPaused && !sitesOff.includes(location.hostname)

/** Runs until `signal` aborts (the extension was updated or removed, or a newer copy took over). */
export async function runSession(signal: AbortSignal): Promise<void> {
  let settings = await readSettings()
  let pointer = await readPointer()
  let running: Running | null = null
  let isRead = false
  /** Each start has a number; one that was overtaken while it waited gives up. */
  let turn = 0

  const stop = () => {
    turn++
    running?.card.destroy()
    running?.annotator.stop()
    running = null
    isRead = false
  }
  const start = async (): Promise<void> => {
    stop()
    if (signal.aborted || pointer === null || !isOnHere(settings)) return
    const mine = ++turn
    const article = readArticle(document)
    const data = await readPageData(pointer, article.language)
    if (data === null || mine !== turn) return
    running = annotate(pointer, article, data, settings, () => (isRead = true))
  }
  const restart = () => void start().catch((error: unknown) => noteError('start', error))

  await whenVisible(document, signal)
  await whenSettled(document, signal)
  if (signal.aborted) return
  const stops = [
    servePage({
      'page.state': () => ({
        host: location.hostname,
        isOn: isOnHere(settings),
        isRead,
        counts: running?.annotator.counts() ?? {},
        edition: pointer?.edition ?? null,
        canDraw: canHighlight(),
      }),
      'page.mentions': async () => ({ mentions: (await running?.card.list()) ?? [] }),
    }),
    watchPointer((next) => {
      pointer = next
      restart()
    }),
    watchSettings(() => {
      void readSettings().then((next) => {
        const wasOn = isOnHere(settings)
        settings = next
        if (isOnHere(next) !== wasOn) restart()
        else running?.annotator.setCategories(shownCategories(next))
        running?.card.close()
      })
    }),
    watchNavigation(window, () => {
      running?.card.close()
      // Another article may be of another date and language; its text comes by itself, through the observer.
      restart()
    }),
  ]
  signal.addEventListener('abort', () => {
    stop()
    for (const each of stops) each()
  })
  await start()
}

function annotate(
  pointer: Pointer,
  article: Article,
  { lexicon, economies }: { lexicon: Lexicon; economies: Record<string, string> },
  settings: Settings,
  onRead: () => void,
): Running {
  const annotator = new Annotator({
    page: document,
    lexicon,
    painter: canHighlight() ? createHighlightPainter(highlightCss) : createNonePainter(),
    lead: `${article.headline}\n${article.lead}`,
    categories: shownCategories(settings),
    onMarks(marks) {
      onRead()
      if (lexicon.lang === 'en') void readNumbers(marks)
    },
    onError: (error) => noteError('annotator', error),
  })
  let articleEconomy: string | null | undefined
  const card = new CardController({
    annotator,
    lexicon,
    economies,
    pointer,
    articleDate: article.date,
    articleEconomy: () =>
      articleEconomy === undefined
        ? (articleEconomy = economyOfArticle(lexicon, article.headline, article.lead))
        : articleEconomy,
  })
  annotator.start()
  return { annotator, card, lexicon }
}
