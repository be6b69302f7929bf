/** The article check: on sites that the reader added, keeps the gate of scout and content script, and opens it for articles only. */

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { gatherEvidence } from '../../lib/page/evidence.ts'
import { watchNavigation } from '../../lib/page/navigation.ts'
import { whenSettled } from '../../lib/page/settled.ts'
import { isAlive } from '../../lib/platform/browser.ts'
import { hasGate, setGate, tellGateChanged } from '../../lib/platform/article-gate.ts'
import { hasCopy, isOwnPage, stopCopy, undoOnAbort } from '../../lib/platform/lifetime.ts'
import { isAdded, readAdded, watchAdded } from '../../lib/sites/added.ts'
import { ARTICLE_FROM, scoreArticle } from '../../lib/sites/article-score.ts'

/** Pages that draw themselves have no text at first: looked at again so long (ms) after they were loaded. */
const LOOK_AGAIN_MS = [1000, 3000, 8000]

const isArticle = () => scoreArticle(gatherEvidence(document, location)) >= ARTICLE_FROM

function keepGate(): void {
  const controller = new AbortController()
  const { signal } = controller
  // Where one of ours runs already, the reader has asked for this page.
  let isOpen = hasCopy() || isArticle()
  const turn = (open: boolean) => {
    if (open === isOpen) return
    isOpen = open
    tellGateChanged()
  }
  /** A closed gate opens when the page becomes an article; an open one closes with another page only. */
  const look = () => {
    if (!isAlive()) return controller.abort()
    if (!isOpen) turn(isArticle())
  }
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const forget = () => {
    for (const timer of timers) clearTimeout(timer)
    timers.clear()
  }
  const lookAgain = () => {
    forget()
    for (const ms of LOOK_AGAIN_MS) timers.add(setTimeout(look, ms))
  }
  const stops = [
    forget,
    watchNavigation(window, (isOtherPath) => {
      void whenSettled(document, signal).then(() => {
        if (signal.aborted) return
        if (isOtherPath && isAlive()) turn(isArticle())
        look()
        lookAgain()
      })
    }),
    watchAdded(() => {
      void readAdded().then((added) => {
        if (!isAdded(added, location.href)) leave()
      })
    }),
  ]
  /** The site was removed or withdrawn: nothing of ours stays on the page. */
  const leave = () => {
    controller.abort()
    stopCopy()
    setGate(undefined)
  }
  undoOnAbort(signal, stops)
  setGate({ isOpen: () => isOpen, isAlive: () => !signal.aborted && isAlive(), insist: () => turn(true) })
  lookAgain()
}

export default defineUnlistedScript(() => {
  if (isOwnPage() && !hasGate()) keepGate()
})
