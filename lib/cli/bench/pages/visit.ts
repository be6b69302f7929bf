/** One visit to a page in Chromium: what its main thread has to do for scripts and for layout until it is still. */

import { setTimeout as wait } from 'node:timers/promises'
import type { Browser, CDPSession } from 'puppeteer-core'
import { openBareTab } from './bare-tab.ts'
import { msOf, traced, type TraceEvent } from './trace.ts'

/** Processor time (ms), counts, and bytes. The scripts of the page itself are off. */
export interface Visit {
  /** Running and compiling scripts, what they are handed by the browser, and taking their garbage out. */
  scriptMs: number
  /** Style, layout and paint. */
  layoutMs: number
  /** The longest task of all. */
  longestMs: number
  /** The longest turn of work that waited for an idle moment: with scripts of the page off, a slice of ours. */
  sliceMs: number
  nodes: number
  heapBytes: number
}

/** Where time goes to scripts, by the names of the trace; what an extension is handed comes as a reply. */
const SCRIPT =
  /^(?:EvaluateScript|FunctionCall|FireIdleCallback|FireAnimationFrame|TimerFire|EventDispatch|BlinkScheduler_PerformMicrotaskCheckpoint|RunMicrotasks|Receive mojo reply|MinorGC|MajorGC)$/
const SLICE = 'FireIdleCallback'
const LAYOUT = /^(?:UpdateLayoutTree|Layout|PrePaint|Paint|Layerize|Commit)$/

/** How long (ms) nothing but ticks may happen before a page counts as still, and what a tick may take. */
const STILL_MS = 300
const TICK_MS = 3
/** A page that moves by itself never rests: it is still after so many rests of which no more than so much (ms) was work. */
const MOVING = 10
const MOVING_MS = 60
const AT_MOST_MS = 120_000

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const all = await session.send('Performance.getMetrics')
  return new Map(all.metrics.map(({ name, value }) => [name, value]))
}

/** Waits until the main thread has rested a while, or does no more than what makes the page move. */
export async function still(session: CDPSession): Promise<void> {
  const end = Date.now() + AT_MOST_MS
  const spent = async () => ((await metrics(session)).get('TaskDuration') ?? 0) * 1000
  let moving = 0
  for (let before = -Infinity; Date.now() < end;) {
    const now = await spent()
    moving = now - before < MOVING_MS ? moving + 1 : 0
    if (now - before < TICK_MS || moving === MOVING) return
    before = now
    await wait(STILL_MS)
  }
}

/** Sums the outermost events that match, without what matches `without` inside them. Events of one thread, in order. */
export function timeIn(events: readonly TraceEvent[], what: RegExp, without: RegExp | null): number {
  let sum = 0
  let end = -Infinity
  let endWithout = -Infinity
  for (const event of events) {
    const until = event.ts + (event.dur ?? 0)
    if (event.ts >= end && what.test(event.name)) {
      sum += msOf(event)
      end = until
    }
    if (without?.test(event.name) && until <= end && event.ts >= endWithout) {
      sum -= msOf(event)
      endWithout = until
    }
  }
  return sum
}

/** Events of the thread that parsed the page at `address`, outer ones before those inside them. */
export function mainThread(events: readonly TraceEvent[], address: string): TraceEvent[] {
  const parse = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === address)
  return events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === parse?.pid && tid === parse?.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
}

const TASK = 'ThreadControllerImpl::RunTask'
const REPLY = 'Receive mojo reply'

/** The tasks of a thread; or what extensions do in them: run a script, or are handed something. Layout of the page's own is neither. */
function tasksOf(thread: readonly TraceEvent[], isOurs: boolean): TraceEvent[] {
  if (!isOurs) return thread.filter(({ name }) => name === TASK)
  return thread.filter(({ name, args }) => name === REPLY || args?.data?.url?.startsWith('chrome-extension://'))
}

const longest = (events: readonly TraceEvent[]): number => Math.max(0, ...events.map(msOf))

/** Opens a page, waits until it is still, and closes it. With `isOurs` only tasks of extensions count as long. */
export async function visit(browser: Browser, html: string, address: string, isOurs = false): Promise<Visit> {
  const { session, close } = await openBareTab(browser, address, html)
  try {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const events = await traced(session, ['devtools.timeline', 'toplevel'], async () => {
      const { errorText } = await session.send('Page.navigate', { url: address })
      if (errorText !== undefined) throw new Error(`${address} did not open: ${errorText}`)
      await wait(STILL_MS)
      await still(session)
    })
    const thread = mainThread(events, address)
    // A page that did not come would be the quickest of all.
    if (thread.length === 0) throw new Error(`${address} was not read`)
    const last = await metrics(session)
    return {
      scriptMs: timeIn(thread, SCRIPT, LAYOUT),
      layoutMs: timeIn(thread, LAYOUT, null),
      longestMs: longest(tasksOf(thread, isOurs)),
      sliceMs: longest(thread.filter(({ name }) => name === SLICE)),
      nodes: last.get('Nodes') ?? 0,
      heapBytes: last.get('JSHeapUsedSize') ?? 0,
    }
  } finally {
    await close()
  }
}
