/** The one request, against a real https server that fails in every way a host can: each fault has its name, nothing is kept. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { download, type Limits } from '../../../lib/updates/download.ts'
import type { FaultCode } from '../../../lib/updates/fault.ts'
import { FAULTS, FeedServer, type Behave } from '../../e2e/feed-server.ts'

const ADDRESS = 'https://data.example/edition-2027.1.1.json'
const LIMITS: Limits = { maxBytes: 8_000_000, totalMs: 8000, stallMs: 4000 }

let server: FeedServer
const before = process.env.NODE_TLS_REJECT_UNAUTHORIZED
beforeAll(async () => {
  // The server's certificate is its own.
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  server = await FeedServer.start()
})
afterAll(async () => {
  if (before === undefined) delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  else process.env.NODE_TLS_REJECT_UNAUTHORIZED = before
  await server.stop()
})
beforeEach(() => {
  server.behave = null
  server.requests.length = 0
  server.files.set('edition-2027.1.1.json', '{"tradegloss":1}')
})

const there = (address: string, init: RequestInit) =>
  fetch(address.replace('data.example', `127.0.0.1:${server.port}`), init)
const get = (limits: Partial<Limits> = {}) => download(ADDRESS, { ...LIMITS, ...limits }, { fetch: there })

describe('download', () => {
  it('gives the exact bytes, and says how many', async () => {
    const seen: number[] = []
    const answer = await download(ADDRESS, LIMITS, { fetch: there, onBytes: (bytes) => seen.push(bytes) })
    expect(answer).toMatchObject({ ok: true, read: 16 })
    expect(answer.ok && new TextDecoder().decode(answer.bytes)).toBe('{"tradegloss":1}')
    expect(seen.at(-1)).toBe(16)
  })

  it('asks without credentials, cache, redirect or referrer', async () => {
    const inits: RequestInit[] = []
    await download(ADDRESS, LIMITS, {
      fetch: (address, init) => {
        inits.push(init)
        return there(address, init)
      },
    })
    expect(inits).toEqual([
      expect.objectContaining({
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'manual',
        referrerPolicy: 'no-referrer',
      }),
    ])
    expect(server.requests[0]?.headers).not.toHaveProperty('cookie')
  })

  it.each<[name: string, behave: Behave, code: FaultCode, values?: object]>([
    ['404', FAULTS.status(404), 'not-found', { status: 404 }],
    ['410', FAULTS.status(410), 'not-found'],
    ['429', FAULTS.status(429), 'too-many'],
    ['500', FAULTS.status(500), 'server-error', { status: 500 }],
    ['503', FAULTS.status(503), 'server-error'],
    ['403', FAULTS.status(403), 'bad-status'],
    ['204', FAULTS.status(204), 'bad-status'],
    ['a redirect to http', FAULTS.redirect('http://data.example/edition.json'), 'redirected'],
    ['a redirect to another host', FAULTS.redirect('https://evil.example/edition.json'), 'redirected'],
    ['a page instead of JSON', FAULTS.contentType, 'content-type', { type: 'text/html' }],
    ['a file cut off', FAULTS.truncated, 'cut-off'],
    ['10 MB of zeros', FAULTS.zeros, 'too-large', { bytes: 8_000_000 }],
    ['a gzip bomb', FAULTS.gzipBomb, 'too-large'],
  ])('names %s', async (_, behave, code, values = {}) => {
    server.behave = behave
    const answer = await get()
    expect(answer).toMatchObject({ ok: false, fault: { code, values: { host: 'data.example', ...values } } })
    expect(answer.read).toBeLessThan(8_200_000)
    // A redirect was not followed.
    expect(server.requests).toHaveLength(1)
  })

  it('gives up on a host that sends nothing more', async () => {
    server.behave = FAULTS.stalled
    expect(await get({ stallMs: 300 })).toMatchObject({ ok: false, read: 1, fault: { code: 'stalled' } })
  })

  it('gives up on a host that never answers', async () => {
    server.behave = () => true
    expect(await get({ stallMs: 300 })).toMatchObject({ ok: false, read: 0, fault: { code: 'stalled' } })
  })

  it('gives up on a slow drip, however steady', async () => {
    server.behave = FAULTS.drip
    expect(await get({ totalMs: 1200, stallMs: 1000 })).toMatchObject({
      ok: false,
      fault: { code: 'too-slow', values: { seconds: 1.2 } },
    })
  })

  it('says so where nobody answers', async () => {
    const dead = (address: string, init: RequestInit) => fetch(address.replace('data.example', '127.0.0.1:9'), init)
    expect(await download(ADDRESS, LIMITS, { fetch: dead })).toMatchObject({
      ok: false,
      fault: { code: 'unreachable' },
    })
  })
})
