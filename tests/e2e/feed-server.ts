/** A web host for feeds, over https with a certificate of its own making, that can be told to fail in every way a host can. */

import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { rawPublicKey, signEdition } from '../../lib/cli/dataset/keys.ts'
import { ENVELOPE, signedText } from '../../lib/dataset/signed.ts'

/** A DER element: tag, length, content. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const bytes = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...bytes]), content])
}

/** A certificate that a key signs for itself; browsers take it only where they are told to (X.509 v1, RFC 5280). */
function selfSigned(publicKey: KeyObject, privateKey: KeyObject): string {
  const ecdsaWithSha256 = der(0x30, der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
  const commonName = der(0x30, der(0x06, Buffer.from('550403', 'hex')), der(0x0c, Buffer.from('Tradegloss test')))
  const name = der(0x30, der(0x31, commonName))
  const time = (text: string) => der(0x17, Buffer.from(text))
  const body = der(
    0x30,
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    der(0x30, time('200101000000Z'), time('491231235959Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey))
  const whole = der(0x30, body, ecdsaWithSha256, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${whole.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`
}

/** Answers a request for a file of the feed in its own way; false leaves it to the server. */
export type Behave = (file: string, response: ServerResponse, request: IncomingMessage) => boolean

/** Text of a signed edition and of the index that names it. */
export function feedOf(edition: string, json: string, key: KeyObject, more: object = {}): Map<string, string> {
  const signed = signedText(signEdition(json, key))
  const file = `edition-${edition}.json`
  const index = {
    tradegloss: ENVELOPE,
    edition,
    file,
    bytes: Buffer.byteLength(signed),
    sha256: createHash('sha256').update(signed).digest('hex'),
    created: '2027-01-01T00:00:00.000Z',
    publicKey: rawPublicKey(key).toString('base64'),
    ...more,
  }
  return new Map([
    ['index.json', JSON.stringify(index)],
    [file, signed],
  ])
}

export class FeedServer {
  readonly #server: Server
  /** Files of the feed, by name. */
  files = new Map<string, string>()
  /** How it fails; null where it does not. */
  behave: Behave | null = null
  /** Header lines of every request, for tests of what is sent. */
  readonly requests: { file: string; headers: IncomingMessage['headers'] }[] = []
  isCorsAllowed = false

  private constructor(server: Server) {
    this.#server = server
  }

  static async start(): Promise<FeedServer> {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const server = createServer({
      cert: selfSigned(publicKey, privateKey),
      key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    })
    const feed = new FeedServer(server)
    server.on('request', (request, response) => feed.#answer(request, response))
    // Whoever hangs up does so on purpose.
    server.on('tlsClientError', () => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return feed
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const file = (request.url ?? '').split('/').at(-1) ?? ''
    this.requests.push({ file, headers: request.headers })
    if (this.isCorsAllowed) response.setHeader('Access-Control-Allow-Origin', '*')
    if (this.behave?.(file, response, request)) return
    const text = this.files.get(file)
    if (text === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/json' }).end(text)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

const isEdition = (file: string) => file.startsWith('edition-')
const onEdition =
  (answer: (response: ServerResponse) => void): Behave =>
  (file, response) => {
    if (!isEdition(file)) return false
    answer(response)
    return true
  }
/** 100 MB of spaces in half a megabyte; made before any host is watched for how fast it answers. */
const BOMB = gzipSync(Buffer.alloc(100_000_000, 32), { level: 1 })
const JSON_TYPE = { 'content-type': 'application/json' }

/** Every way in which a host was seen to fail; each on the edition's file, after a sound index. */
export const FAULTS = {
  status: (status: number): Behave => onEdition((response) => void response.writeHead(status).end('no')),
  redirect: (to: string): Behave => onEdition((response) => void response.writeHead(302, { location: to }).end()),
  contentType: onEdition((response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello')),
  /** Says how much will come, and sends less. */
  truncated: onEdition((response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': 100_000 }).write('{"tradegloss":1')
    setTimeout(() => response.destroy(), 100)
  }),
  zeros: onEdition((response) => void response.writeHead(200, JSON_TYPE).end(Buffer.alloc(10_000_000))),
  gzipBomb: onEdition((response) => {
    response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }).end(BOMB)
  }),
  /** One byte, and nothing more. */
  stalled: onEdition((response) => void response.writeHead(200, JSON_TYPE).write('{')),
  /** A byte now and then, for ever. */
  drip: onEdition((response) => {
    response.writeHead(200, JSON_TYPE)
    const timer = setInterval(() => response.write(' '), 200)
    response.on('close', () => clearInterval(timer))
  }),
  noText: onEdition((response) => void response.writeHead(200, JSON_TYPE).end(Buffer.from([0xff, 0xfe, 0x00]))),
}
