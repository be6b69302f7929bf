/** Asks the UN Comtrade API for annual imports, patiently: limits, failures and half answers are tried again. Node only. */

import { setTimeout as wait } from 'node:timers/promises'
import { messageOf } from '../../../unknown/message.ts'
import { recordsOfJson } from './comtrade-rows.ts'
import type { SourceRecord } from './records.ts'

/** Where the API lives. */
export const COMTRADE_API = 'https://comtradeapi.un.org/data/v1/get/C/A/HS'

/** Most years that the API takes in one request. */
const MOST_YEARS = 12
/** Most rows in one answer; an answer that full may lack the rest. */
const MOST_ROWS = 250_000
const ATTEMPTS = 6
const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 60_000
/** Who is asked to wait longer than this had better come back later. */
const LONGEST_ASKED_MS = 10 * 60_000

export interface ComtradeQuery {
  /** UN Comtrade's numbers. */
  reporters: { economy: string; number: number }[]
  /** HS codes without dots. */
  goods: string[]
  years: number[]
}

export interface ComtradeAccess {
  key: string
  base?: string
  /** Longest time that one answer may take. */
  timeoutMs?: number
  /** First pause before trying again; doubles each time. */
  firstWaitMs?: number
  /** Most rows in one answer. */
  mostRows?: number
  onProgress?: (line: string) => void
}

/** A failure that another try may cure; `waitMs` where the server says how long to wait. */
class Passing extends Error {
  readonly waitMs: number | null
  constructor(message: string, waitMs: number | null = null) {
    super(message)
    this.waitMs = waitMs
  }
}

/**
 * All rows that answer the query, one request for each economy and good and at most twelve years; an answer at the
 * API's limit is asked for again in halves. Throws an Error in words where the key is refused, or where an answer
 * stays away, is cut short or is no JSON after six tries.
 */
export async function fetchComtrade(query: ComtradeQuery, access: ComtradeAccess): Promise<SourceRecord[]> {
  const records: SourceRecord[] = []
  const parts: { reporter: ComtradeQuery['reporters'][number]; hs: string; years: number[] }[] = []
  for (const reporter of query.reporters)
    for (const hs of query.goods)
      for (let at = 0; at < query.years.length; at += MOST_YEARS)
        parts.push({ reporter, hs, years: query.years.slice(at, at + MOST_YEARS) })
  let done = 0
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const { reporter, hs, years } = part
    const what = `HS ${hs}, ${reporter.economy}, ${years.join(', ')}`
    access.onProgress?.(`Asking UN Comtrade for ${what} (${++done} of ${done + parts.length}) …`)
    const answer = await ask(reporter.number, hs, years, what, access)
    if (answer.length >= (access.mostRows ?? MOST_ROWS)) {
      if (years.length === 1) throw new Error(`UN Comtrade: ${what} is more than one answer can hold.`)
      const half = Math.ceil(years.length / 2)
      parts.unshift({ reporter, hs, years: years.slice(0, half) }, { reporter, hs, years: years.slice(half) })
      continue
    }
    for (const record of answer) records.push({ ...record, row: records.length + 1 })
  }
  return records
}

async function ask(
  reporter: number,
  hs: string,
  years: number[],
  what: string,
  access: ComtradeAccess,
): Promise<SourceRecord[]> {
  const url = new URL(access.base ?? COMTRADE_API)
  for (const [name, value] of Object.entries({
    reporterCode: String(reporter),
    period: years.join(','),
    cmdCode: hs,
    flowCode: 'M',
    partner2Code: '0',
    customsCode: 'C00',
    motCode: '0',
    maxRecords: String(access.mostRows ?? MOST_ROWS),
    includeDesc: 'true',
  }))
    url.searchParams.set(name, value)
  for (let attempt = 1; ; attempt++) {
    try {
      return await askOnce(url, what, access)
    } catch (error) {
      if (!(error instanceof Passing)) throw error
      if (attempt === ATTEMPTS)
        throw new Error(`UN Comtrade: ${what}: ${error.message} (${ATTEMPTS} tries)`, { cause: error })
      if ((error.waitMs ?? 0) > LONGEST_ASKED_MS)
        throw new Error(
          `UN Comtrade: ${what}: ${error.message} Come back in ${Math.ceil((error.waitMs ?? 0) / 60_000)} minutes.`,
          { cause: error },
        )
      const pause =
        error.waitMs ?? Math.min(LONGEST_WAIT_MS, (access.firstWaitMs ?? FIRST_WAIT_MS) * 2 ** (attempt - 1))
      // Jitter, so that several who were turned away do not come back together; never sooner than asked.
      const waitMs = Math.round(pause * (1 + Math.random() / 2))
      access.onProgress?.(`${error.message} Trying again in ${(waitMs / 1000).toFixed(1)} s …`)
      await wait(waitMs)
    }
  }
}

async function askOnce(url: URL, what: string, { key, timeoutMs = 60_000 }: ComtradeAccess): Promise<SourceRecord[]> {
  let response: Response
  let body: string
  try {
    response = await fetch(url, {
      headers: { 'Ocp-Apim-Subscription-Key': key, accept: 'application/json' },
      // The key goes to this address and to no other.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    body = await response.text()
  } catch (error) {
    throw new Passing(failure(error, timeoutMs))
  }
  const { status } = response
  if (status === 429 || status >= 500)
    throw new Passing(
      status === 429 ? 'The limit of requests is reached.' : `The server failed (${status}).`,
      askedWait(response, body),
    )
  if (status === 401 || status === 403) throw new Error(`UN Comtrade refused the key in COMTRADE_KEY (${status}).`)
  if (!response.ok)
    throw new Error(`UN Comtrade: ${what}: answer ${status}. ${body.replaceAll(/\s+/g, ' ').slice(0, 200)}`.trim())
  try {
    return recordsOfJson(body, 'The answer')
  } catch (error) {
    throw new Passing((error as Error).message)
  }
}

function failure(error: unknown, timeoutMs: number): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `No answer within ${timeoutMs / 1000} s.`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : ''
  return `No answer (${cause || messageOf(error)}).`
}

/** How long the server asks to wait, by the header Retry-After (seconds or a date) or in the body's words. */
function askedWait(response: Response, body: string): number | null {
  const header = response.headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  if (!Number.isNaN(date)) return Math.max(0, date - Date.now())
  const seconds = /try again in (\d+) seconds?/i.exec(body)?.[1]
  return seconds === undefined ? null : Number(seconds) * 1000
}
