/** From a resting pointer to a card on the screen, beside an empty popover of the same size. */

import { setTimeout as wait } from 'node:timers/promises'
import type { Browser } from 'puppeteer-core'
import { REST_MS } from '../../../card/machine.ts'
import { serve } from '../../browser/chromium.ts'
import { DEFAULT_ADDRESS } from '../../browser/news-page.ts'
import { hoverMark } from '../../browser/page-marks.ts'

/** Shows an empty popover below the pointer once it has rested as long as ours waits; away when it moves far. */
export const EMPTY_POPOVER = `{
  const host = document.createElement('tradegloss-card')
  host.style.cssText = 'position: fixed; inset: 0 auto auto 0; width: 0; height: 0'
  const frame = document.createElement('div')
  frame.popover = 'manual'
  host.attachShadow({ mode: 'closed' }).append(frame)
  let timer
  document.addEventListener('pointermove', ({ clientY, movementX, movementY }) => {
    // Ours lets a resting hand tremble, too.
    if (Math.hypot(movementX, movementY) < 2) return
    clearTimeout(timer)
    if (clientY > 300) return frame.isConnected && frame.hidePopover()
    timer = setTimeout(() => {
      if (!host.isConnected) document.documentElement.append(host)
      frame.style.cssText = 'margin: 0; width: 360px; height: 300px; left: 0; top: ' + (clientY + 20) + 'px'
      frame.showPopover()
    }, ${REST_MS})
  })
}`

/** Runs in the page: \`shownAfter\` is the time (ms) from the last move to the first frame with something of ours under the words. */
const WATCH = `
  let moved = 0
  window.shownAfter = null
  addEventListener('pointermove', ({ movementX, movementY }) => {
    if (Math.hypot(movementX, movementY) < 2) return
    moved = performance.now()
    shownAfter = null
  }, true)
  const look = (now) => {
    const [words] = CSS.highlights.get('tradegloss-rare-earths') ?? []
    const { left, bottom } = words?.getBoundingClientRect() ?? {}
    const host = words && document.elementFromPoint(left + 30, bottom + 60)
    if (shownAfter === null && host?.localName === 'tradegloss-card') shownAfter = now - moved
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)`

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title><body style="margin:20px"><p style="margin:60px 0">Japan imports about 60% of its rare earths from China.</p>
<style>::highlight(tradegloss-rare-earths) { color: inherit }</style><script>${WATCH}</script></body></html>`

/** Rests on the words `rounds` times, and gives how long each took beyond the rest (ms). */
export async function hoverTimes(browser: Browser, rounds: number): Promise<number[]> {
  const page = await browser.newPage()
  try {
    await serve(page, new Map([[DEFAULT_ADDRESS, PAGE]]), '')
    await page.goto(DEFAULT_ADDRESS, { waitUntil: 'domcontentloaded' })
    await page.bringToFront()
    // What the peer has no highlight for, the page marks itself.
    await page
      .waitForFunction(`CSS.highlights.get('tradegloss-rare-earths')?.size`, { timeout: 3000 })
      .catch(() => page.evaluate(MARK))
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      // Beside the card too, which stays while the pointer is on it.
      await page.mouse.move(1050, 850, { steps: 4 })
      await wait(600)
      if (!(await hoverMark(page, 0))) throw new Error('There is no mark to point at.')
      await page.waitForFunction('shownAfter !== null', { timeout: 10_000 })
      times.push(((await page.evaluate('shownAfter')) as number) - REST_MS)
    }
    return times
  } finally {
    await page.close()
  }
}

const MARK = `{
  const text = document.querySelector('p').firstChild
  const range = new Range()
  range.setStart(text, 31)
  range.setEnd(text, 42)
  CSS.highlights.set('tradegloss-rare-earths', new Highlight(range))
}`
