/** What a renderer's main thread does, from Chromium's own tracing. Times are of the processor, which other work on the machine hardly changes. */

import type { CDPSession } from 'puppeteer-core'

/** An event of the trace; times in µs. */
export interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args?: { data?: { url?: string }; beginData?: { url?: string } }
}

/** Events of the whole browser while `work` goes on. Once a session: it keeps listening. */
export async function traced(
  session: CDPSession,
  categories: readonly string[],
  work: () => Promise<void>,
): Promise<TraceEvent[]> {
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: [...categories], excludedCategories: ['*'] },
  })
  await work()
  await session.send('Tracing.end')
  await complete
  return events
}

/** Processor time of an event in ms. */
export const msOf = ({ tdur, dur }: TraceEvent): number => (tdur ?? dur ?? 0) / 1000
