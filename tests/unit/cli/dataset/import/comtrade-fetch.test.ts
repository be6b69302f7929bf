/** The live API of UN Comtrade, played by a server here: limits, failures, half and slow answers. */

import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  fetchComtrade,
  type ComtradeAccess,
  type ComtradeQuery,
} from '../../../../../lib/cli/dataset/import/comtrade-fetch.ts'

type Answer = (response: ServerResponse, query: URLSearchParams) => unknown

const QUERY: ComtradeQuery = { reporters: [{ economy: 'JPN', number: 392 }], goods: ['2846'], years: [2029, 2030] }

const rowsFor = (query: URLSearchParams) =>
  (query.get('period') ?? '').split(',').flatMap((year) =>
    [0, 156].map((partnerCode) => ({
      freqCode: 'A',
      refYear: Number(year),
      reporterCode: Number(query.get('reporterCode')),
      flowCode: 'M',
      partnerCode,
      cmdCode: query.get('cmdCode'),
      netWgt: 10,
      primaryValue: partnerCode === 0 ? 200 : 100,
    })),
  )
const whole = (query: URLSearchParams) => {
  const data = rowsFor(query)
  return JSON.stringify({ elapsedTime: '0.02 secs', count: data.length, data, error: '' })
}
const good: Answer = (response, query) => response.end(whole(query))
const status =
  (code: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body)

/** Answers in turn; the last one stays. */
async function serve(...answers: Answer[]) {
  const seen: { query: URLSearchParams; request: IncomingMessage; at: number }[] = []
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams
    seen.push({ query, request, at: performance.now() })
    void answers[Math.min(seen.length, answers.length) - 1]?.(response, query)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/v1/get/C/A/HS`, seen }
}

const ask = async (answers: Answer[], access: Partial<ComtradeAccess> = {}, query = QUERY) => {
  const { base, seen } = await serve(...answers)
  const lines: string[] = []
  const records = fetchComtrade(query, {
    key: 'secret',
    base,
    firstWaitMs: 5,
    onProgress: (line) => lines.push(line),
    ...access,
  })
  return { records: await records.catch((error: unknown) => error as Error), seen, lines }
}

describe('fetchComtrade', () => {
  it('asks for imports by all partners, with the key in its header', async () => {
    const { records, seen, lines } = await ask([good])
    expect(records).toHaveLength(4)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.request.headers['ocp-apim-subscription-key']).toBe('secret')
    expect(Object.fromEntries(seen[0]?.query ?? [])).toMatchObject({
      reporterCode: '392',
      period: '2029,2030',
      cmdCode: '2846',
      flowCode: 'M',
    })
    expect(lines).toEqual(['Asking UN Comtrade for HS 2846, JPN, 2029, 2030 (1 of 1) …'])
    expect(lines.join()).not.toContain('secret')
  })

  it('asks once for each economy and good, and for at most twelve years', async () => {
    const years = Array.from({ length: 14 }, (_, index) => 2010 + index)
    const { seen } = await ask([good], {}, { ...QUERY, goods: ['2846', '2504'], years })
    expect(seen.map(({ query }) => [query.get('cmdCode'), query.get('period')?.split(',').length])).toEqual([
      ['2846', 12],
      ['2846', 2],
      ['2504', 12],
      ['2504', 2],
    ])
  })

  it('asks again in halves where an answer is as long as an answer may be', async () => {
    const { records, seen } = await ask([good], { mostRows: 4 })
    expect(seen.map(({ query }) => query.get('period'))).toEqual(['2029,2030', '2029', '2030'])
    expect(records).toMatchObject([{ row: 1 }, { row: 2 }, { row: 3 }, { row: 4 }])
    expect((await ask([good], { mostRows: 2 })).records).toMatchObject({
      message: 'UN Comtrade: HS 2846, JPN, 2029 is more than one answer can hold.',
    })
  })

  it('waits at a limit as long as Retry-After says', async () => {
    const { records, seen, lines } = await ask([status(429, 'Too many', { 'retry-after': '1' }), good])
    expect(records).toHaveLength(4)
    expect((seen[1]?.at ?? 0) - (seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(990)
    expect(lines[1]).toMatch(/^The limit of requests is reached\. Trying again in 1\.\d s …$/)
  })

  it('waits as long as the words in the answer say, or until a date', async () => {
    const words = await ask([status(429, '{"message":"Rate limit is exceeded. Try again in 1 seconds."}'), good])
    expect((words.seen[1]?.at ?? 0) - (words.seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(990)
    const past = await ask([status(429, '', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }), good])
    expect(past.records).toHaveLength(4)
  })

  it('does not sit out a wait of hours', async () =>
    expect((await ask([status(429, '', { 'retry-after': '7200' })])).records).toMatchObject({
      message: 'UN Comtrade: HS 2846, JPN, 2029, 2030: The limit of requests is reached. Come back in 120 minutes.',
    }))

  it.each<[string, Answer]>([
    ['a failing server', status(500, 'oops')],
    ['a server that is away', status(503, '')],
    ['half an answer', (response, query) => response.end(whole(query).slice(0, 200))],
    ['fewer rows than counted', (response) => response.end('{"count":9,"data":[],"error":""}')],
    ['a page in place of JSON', (response) => response.end('<html>maintenance</html>')],
    ['a connection that breaks', (response) => response.destroy()],
    [
      'a body that breaks off',
      async (response, query) => {
        response.writeHead(200, { 'content-length': '100000' })
        response.write(whole(query).slice(0, 50))
        await wait(10)
        response.destroy()
      },
    ],
  ])('tries again after %s', async (_, answer) => {
    const { records, seen } = await ask([answer, answer, good])
    expect(records).toHaveLength(4)
    expect(seen).toHaveLength(3)
  })

  it('waits longer each time, with jitter', async () => {
    const { lines } = await ask([status(500, '')], { firstWaitMs: 40 })
    const waits = lines.flatMap((line) => /in ([\d.]+) s/.exec(line)?.[1] ?? []).map(Number)
    expect(waits).toHaveLength(5)
    waits.forEach((seconds, at) => {
      expect(seconds).toBeGreaterThanOrEqual(Math.floor(0.4 * 2 ** at) / 10)
      expect(seconds).toBeLessThanOrEqual(0.06 * 2 ** at + 0.05)
    })
  })

  it('gives up after six tries, in one line', async () => {
    const { records, seen } = await ask([(response) => response.end('{"count":1,')])
    expect(seen).toHaveLength(6)
    expect(records).toBeInstanceOf(Error)
    expect((records as Error).message).toMatch(
      /^UN Comtrade: HS 2846, JPN, 2029, 2030: The answer: is no JSON, or was cut short \(.+\)\. \(6 tries\)$/,
    )
  })

  it('gives up on an answer that is too slow', async () => {
    const slow: Answer = async (response, query) => {
      await wait(300)
      response.end(whole(query))
    }
    const { records, lines } = await ask([slow, good], { timeoutMs: 60 })
    expect(records).toHaveLength(4)
    expect(lines[1]).toMatch(/^No answer within 0\.06 s\./)
  })

  it.each([401, 403])('does not try a refused key again (%d)', async (code) => {
    const { records, seen } = await ask([status(code, 'Access denied due to invalid subscription key.')])
    expect(seen).toHaveLength(1)
    expect(records).toMatchObject({ message: `UN Comtrade refused the key in COMTRADE_KEY (${code}).` })
  })

  it('does not try a wrong request again, and says what the server says', async () => {
    const { records, seen } = await ask([status(400, '{"message": "period is wrong"}')])
    expect(seen).toHaveLength(1)
    expect(records).toMatchObject({
      message: 'UN Comtrade: HS 2846, JPN, 2029, 2030: answer 400. {"message": "period is wrong"}',
    })
  })

  it('carries the key to no other address', async () => {
    const other = await serve(good)
    const { seen } = await ask([status(302, '', { location: other.base })])
    expect(seen).toHaveLength(6)
    expect(other.seen).toHaveLength(0)
  })
})
