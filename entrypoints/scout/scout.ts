/** Scouting: follows a page until there is a mention, for which the background brings the content script. Marks nothing, remembers nothing. */

import { POINTER_KEY } from '../../lib/editions/keys.ts'
import { askAgain, askBackground } from '../../lib/messaging/client.ts'
import { servePage } from '../../lib/messaging/server.ts'
import { watchNavigation, watchRenewal } from '../../lib/page/navigation.ts'
import { canHighlight } from '../../lib/page/painter.ts'
import { whenSettled, whenVisible } from '../../lib/page/settled.ts'
import { browser, type Storage } from '../../lib/platform/browser.ts'
import { noteError } from '../../lib/platform/errors.ts'
import { isGateOpen, watchGate } from '../../lib/platform/article-gate.ts'
import { undoOnAbort } from '../../lib/platform/lifetime.ts'
import { POLICY_KEY, SETTING_PREFIX } from '../../lib/settings/keys.ts'
import { Looking } from './looking.ts'

/** A background that is starting may not answer at once. */
const TRIES = { tries: 6, againMs: 500 }

/** Runs until `signal` aborts: the content script is there, or the extension was updated or removed. */
export async function scout(signal: AbortSignal): Promise<void> {
  let standing: { isOn: boolean; hasEdition: boolean } | null = null
  let looking: Looking | null = null
  let isRead = false
  /** Somebody asked before there was an answer, and is told of it. */
  let isAwaited = false
  /** Each beginning has a number; one that was overtaken while it waited gives up. */
  let turn = 0

  const tellChanged = () => void askBackground({ type: 'page.changed' })
  const stop = () => {
    turn++
    looking?.stop()
    looking = null
    isRead = false
  }
  const readStanding = () => askAgain({ type: 'page.begin' }, { ...TRIES, signal })
  const begin = async (): Promise<void> => {
    stop()
    const mine = turn
    await whenVisible(document, signal)
    // About a page that is no article nothing is asked.
    if (mine !== turn || signal.aborted || !isGateOpen()) return
    const next = await readStanding()
    if (mine !== turn || signal.aborted) return
    // The toolbar button shows a page as on until it is told otherwise.
    if ((next?.isOn ?? true) !== (standing?.isOn ?? true)) tellChanged()
    standing = next
    if (!next?.isOn || !next.hasEdition || !isGateOpen()) return
    looking = new Looking(() => {
      isRead = true
      if (isAwaited) tellChanged()
      isAwaited = false
    })
  }
  let hasBegun = false
  /** Begins again where `isDue` says so; whatever happens before the first time is met by that. */
  const beginAgain = async (isDue: () => Promise<boolean | undefined> = async () => true): Promise<void> => {
    try {
      if (hasBegun && (await isDue())) await begin()
    } catch (error) {
      noteError('scout', error)
    }
  }
  /** A setting changed: a page that is being looked at begins again only where it is switched off by that. */
  const check = () => void beginAgain(async () => looking === null || (await readStanding())?.isOn === false)
  /** A setting changed while nobody saw the page. */
  let isStale = false
  // Which settings there are need not be known here, nor what they mean.
  const onStored = (changes: Record<string, Storage.StorageChange>) => {
    const keys = Object.keys(changes)
    if (keys.includes(POINTER_KEY)) void beginAgain()
    else if (!keys.some((key) => key === POLICY_KEY || key.startsWith(SETTING_PREFIX))) return
    else if (document.hidden) isStale = true
    else check()
  }
  const onSeen = () => {
    if (document.hidden) return
    if (isStale || (standing === null && isGateOpen())) check()
    isStale = false
  }

  browser.storage.onChanged.addListener(onStored)
  document.addEventListener('visibilitychange', onSeen, { signal })
  const stops = [
    () => browser.storage?.onChanged.removeListener(onStored),
    servePage({
      'page.state': () => {
        isAwaited ||= !isRead
        return {
          host: location.hostname,
          isOn: standing?.isOn ?? true,
          isRead,
          isScout: true,
          isArticle: isGateOpen(),
          counts: {},
          canDraw: canHighlight(),
        }
      },
    }),
    // What the page says of itself follows a moment after its address.
    watchNavigation(window, () => {
      void whenSettled(document, signal).then(() => beginAgain(async () => looking?.isOutdated() ?? standing === null))
    }),
  ]
  watchGate(() => void beginAgain())
  const onRenewal = () => {
    // The button has forgotten how the page stands.
    standing = null
    void beginAgain()
  }
  watchRenewal(window, onRenewal, signal)
  undoOnAbort(signal, [stop, tellChanged, ...stops])

  await whenVisible(document, signal)
  hasBegun = true
  if (!signal.aborted) await begin()
}
