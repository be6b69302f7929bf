/** Reads a feed as `dataset publish` writes it: its index, then the edition that the index names. */

import { isEditionNumber } from '../dataset/edition-number.ts'
import { ENVELOPE } from '../dataset/signed.ts'
import { sha256Of } from '../editions/store.ts'
import { browser } from '../platform/browser.ts'
import { noteError } from '../platform/errors.ts'
import { isRecord } from '../unknown/record.ts'
import { besideIndex, patternOfFeed } from './address.ts'
import { download, type Limits, type OnBytes } from './download.ts'
import { exactText } from './exact-text.ts'
import { refused, type Outcome } from './fault.ts'
import { parseHandovers, type Handover } from './handovers.ts'
import { EDITION_LIMITS, INDEX_LIMITS } from './limits.ts'
import { logRequest } from './log.ts'

/** `index.json` of a feed; what else is in it is not read. */
export interface FeedIndex {
  edition: string
  /** Name of the edition's file beside the index, its size (bytes) and its SHA-256 (hex). */
  file: string
  bytes: number
  sha256: string
  /** Raw public key (base64) that signed it, for readers who do not have it yet; '' where the feed does not say. */
  publicKey: string
  /** Editions that handed over to another key, the oldest first. */
  handovers: readonly Handover[]
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** The index in a text, or null where it is none. */
export function parseIndex(text: string | null): FeedIndex | null {
  let value: unknown = null
  try {
    value = JSON.parse(text ?? '')
  } catch {
    // Said by the result.
  }
  if (!isRecord(value)) return null
  const { tradegloss, edition, file, bytes, sha256, publicKey = '' } = value
  const handovers = parseHandovers(value)
  const isSound =
    tradegloss === ENVELOPE &&
    isText(edition) &&
    isEditionNumber(edition) &&
    isText(file) &&
    Number.isSafeInteger(bytes) &&
    isText(sha256) &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    isText(publicKey) &&
    handovers !== null
  return isSound ? { edition, file, bytes: bytes as number, sha256, publicKey, handovers } : null
}

/** Downloads, and writes it into the log. Where nothing answers, the missing permission is named: then CORS is needed. */
async function request(address: string, limits: Limits, onBytes?: OnBytes): Promise<Outcome<{ bytes: Uint8Array }>> {
  const at = Date.now()
  const answer = await download(address, limits, onBytes ? { onBytes } : {})
  let outcome: Outcome<{ bytes: Uint8Array }> = answer
  if (!answer.ok && answer.fault.code === 'unreachable') {
    const origins = [patternOfFeed(address)]
    const isGranted = await browser.permissions.contains({ origins }).catch(() => false)
    if (!isGranted) outcome = refused('no-access', answer.fault.values)
  }
  const told = outcome.ok
    ? { outcome: 'ok' as const, values: {} }
    : { outcome: outcome.fault.code, values: outcome.fault.values }
  await logRequest({ at, url: address, bytes: answer.read, ...told }).catch((error: unknown) =>
    noteError('network log', error),
  )
  return outcome
}

/** Reads the index at `address`. */
export async function readIndex(address: string): Promise<Outcome<{ index: FeedIndex }>> {
  const answer = await request(address, INDEX_LIMITS)
  if (!answer.ok) return answer
  const index = parseIndex(exactText(answer.bytes))
  return index === null ? refused('not-index', { host: new URL(address).host }) : { ok: true, index }
}

/** Reads a file beside the index, whatever text it holds; `length` in bytes. */
export async function readBeside(
  address: string,
  name: string,
  onBytes?: OnBytes,
): Promise<Outcome<{ text: string; length: number }>> {
  const { host } = new URL(address)
  const file = besideIndex(address, name)
  if (file === null) return refused('not-index', { host })
  const answer = await request(file, EDITION_LIMITS, onBytes)
  if (!answer.ok) return answer
  const text = exactText(answer.bytes)
  return text === null ? refused('not-text') : { ok: true, text, length: answer.bytes.length }
}

/** Reads the edition that the index names, and makes sure that it is that very file. */
export async function readEditionOf(
  address: string,
  index: FeedIndex,
  onBytes?: OnBytes,
): Promise<Outcome<{ text: string }>> {
  const { host } = new URL(address)
  if (index.bytes > EDITION_LIMITS.maxBytes) return refused('too-large', { host, bytes: EDITION_LIMITS.maxBytes })
  const answer = await readBeside(address, index.file, onBytes)
  if (!answer.ok) return answer
  if (answer.length < index.bytes) return refused('cut-off', { host })
  return (await sha256Of(answer.text)) === index.sha256 ? { ok: true, text: answer.text } : refused('changed', { host })
}
