/** The network log: every request that was made, on this machine only, the newest first, and cleared by the reader at will. */

import { browser } from '../platform/browser.ts'
import { isRecord } from '../unknown/record.ts'
import { FAULT_CODES, type Fault, type FaultCode } from './fault.ts'

export interface Request {
  /** ms since 1970 */
  at: number
  url: string
  /** Bytes received, decompressed. */
  bytes: number
  outcome: 'ok' | FaultCode
  /** What fills the fault's line. */
  values: Fault['values']
}

export const LOG_KEY = 'updates.log'

/** A weekly feed fills it in a year. */
export const MAX_REQUESTS = 100

/** What came of a request, as far as this release has a line for it. */
const OUTCOMES: ReadonlySet<unknown> = new Set(['ok', ...FAULT_CODES])

/** Only what can be shown: another release, or storage that went bad, may have left something else. */
function isRequest(value: unknown): value is Request {
  if (!isRecord(value)) return false
  const { at, url, bytes, outcome, values } = value
  return (
    typeof at === 'number' &&
    !Number.isNaN(new Date(at).getTime()) &&
    typeof url === 'string' &&
    typeof bytes === 'number' &&
    OUTCOMES.has(outcome) &&
    isRecord(values)
  )
}

/** Requests of the log, the newest first; none where nothing sound is stored. */
export async function readLog(): Promise<Request[]> {
  const { [LOG_KEY]: stored } = await browser.storage.local.get(LOG_KEY)
  return Array.isArray(stored) ? stored.filter(isRequest) : []
}

/** Puts a request on top of the log; the oldest beyond {@link MAX_REQUESTS} goes. Rejects where storage does. */
export async function logRequest(request: Request): Promise<void> {
  await browser.storage.local.set({ [LOG_KEY]: [request, ...(await readLog())].slice(0, MAX_REQUESTS) })
}

/** Empties the log, at the reader's word. */
export const clearLog = (): Promise<void> => browser.storage.local.remove(LOG_KEY)
