/** The only request that Tradegloss ever makes: one file over https, without credentials, cache or redirect, within limits. */

import { fault, type Fault, type Outcome } from './fault.ts'

export interface Limits {
  /** Most bytes of the file, decompressed. */
  maxBytes: number
  /** Longest time in all (ms). */
  totalMs: number
  /** Longest time without a byte (ms). */
  stallMs: number
}

/** Called with the bytes read so far, decompressed. */
export type OnBytes = (bytes: number) => void

/** What came of a request, for the log as well. */
export type Downloaded = Outcome<{ bytes: Uint8Array<ArrayBuffer> }> & { /** Bytes read, decompressed. */ read: number }

type Fetch = (address: string, init: RequestInit) => Promise<Response>

/** JSON by any of its names; a page that says "not found" with status 200 is none. */
const JSON_TYPE = /^(?:application|text)\/(?:[\w.-]+\+)?json(?:$|[;\s])/i

const SECOND_MS = 1000

/** Why an answer is not read, or null. */
function faultOfAnswer(response: Response, host: string, { maxBytes }: Limits): Fault | null {
  const { status } = response
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) return fault('redirected', { host })
  if (status === 404 || status === 410) return fault('not-found', { host, status })
  if (status === 429) return fault('too-many', { host, status })
  if (status >= 500) return fault('server-error', { host, status })
  if (status !== 200) return fault('bad-status', { host, status })
  const type = response.headers.get('content-type') ?? ''
  if (!JSON_TYPE.test(type)) return fault('content-type', { host, type: type || '—' })
  if (Number(response.headers.get('content-length')) > maxBytes) return fault('too-large', { host, bytes: maxBytes })
  return null
}

/**
 * Downloads a JSON file. Redirects are not followed ("manual" and not "error", which could not be told from a host that
 * is not there). Never rejects: what went wrong is a fault, and nothing of the file is kept then.
 */
export async function download(
  address: string,
  limits: Limits,
  { fetch = globalThis.fetch.bind(globalThis), onBytes = () => {} }: { fetch?: Fetch; onBytes?: OnBytes } = {},
): Promise<Downloaded> {
  const { host } = new URL(address)
  const controller = new AbortController()
  /** Why we gave up ourselves, or null. */
  let gaveUp: Fault | null = null
  const giveUp = (reason: Fault) => () => {
    gaveUp ??= reason
    controller.abort()
  }
  const total = setTimeout(giveUp(fault('too-slow', { host, seconds: limits.totalMs / SECOND_MS })), limits.totalMs)
  const stalled = giveUp(fault('stalled', { host, seconds: limits.stallMs / SECOND_MS }))
  let stall = setTimeout(stalled, limits.stallMs)
  let read = 0
  const failed = (reason: Fault): Downloaded => ({ ok: false, fault: gaveUp ?? reason, read })
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: controller.signal,
    })
    const refused = faultOfAnswer(response, host, limits)
    if (refused !== null) return failed(refused)
    const reader = response.body?.getReader()
    if (reader === undefined) return failed(fault('cut-off', { host }))
    const chunks: Uint8Array[] = []
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        clearTimeout(stall)
        stall = setTimeout(stalled, limits.stallMs)
        read += value.byteLength
        if (read > limits.maxBytes) return failed(fault('too-large', { host, bytes: limits.maxBytes }))
        chunks.push(value)
        onBytes(read)
      }
    } catch {
      return failed(fault('cut-off', { host }))
    }
    return { ok: true, bytes: joined(chunks, read), read }
  } catch {
    return failed(fault('unreachable', { host }))
  } finally {
    clearTimeout(total)
    clearTimeout(stall)
    // Whatever still comes is not wanted.
    controller.abort()
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
