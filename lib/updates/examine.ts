/** Decides whether a file may become the dataset: signature, schema, limits and rules, in this order, and nothing is stored. */

import { loadEdition, type EditionFile } from '../dataset/edition.ts'
import { checkRules } from '../dataset/rules.ts'
import { tableFaultLine } from '../dataset/check.ts'
import { parseSigned, type SignedEdition } from '../dataset/signed.ts'
import { pointerTo, type CompileContext } from '../editions/ensure.ts'
import { bytesOf, compileForPages, MAX_PARTS_BYTES, TooLarge, type PageParts } from '../editions/install.ts'
import { sha256Of } from '../editions/store.ts'
import type { Origin, StoredEdition } from '../editions/stored.ts'
import { messageOf } from '../unknown/message.ts'
import { isRecord } from '../unknown/record.ts'
import { refused, type Outcome } from './fault.ts'
import type { PublicKey } from './keys.ts'
import { MAX_EDITION_BYTES, overLimit } from './limits.ts'
import { verifySigned } from './verify.ts'

export interface Examined {
  stored: StoredEdition
  file: EditionFile
  /** Who signed; null for an edition without a signature. */
  signer: PublicKey | null
  /** Compiled, ready to be stored. */
  pages: PageParts
}

/** A fault names the cell, which may hold all of the file; its first letters (UTF-16 units) tell. */
const LONGEST = 300
const unsound = (problem: string) =>
  refused('unsound', { problem: problem.length > LONGEST ? `${problem.slice(0, LONGEST - 1)}…` : problem })
const noRoom = () => refused('over-limit', { what: 'storage.local', limit: MAX_PARTS_BYTES })

/** JSON that has tables and no signature around them. */
function isBareEdition(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) && 'tables' in value
  } catch {
    return false
  }
}

/** Whose edition it is: of a signed one only the signed text counts. */
async function authenticate(
  text: string,
  keys: readonly PublicKey[],
): Promise<Outcome<{ signed: SignedEdition | null; json: string; signer: PublicKey | null }>> {
  const parsed = parseSigned(text)
  if (!parsed.ok)
    return isBareEdition(text)
      ? { ok: true, signed: null, json: text, signer: null }
      : refused('not-signed', { problem: parsed.problem })
  const { signed } = parsed
  const verified = await verifySigned(signed, keys)
  if (!verified.ok) return refused(verified.code, { key: signed.keyId })
  return { ok: true, signed, json: signed.edition, signer: verified.key }
}

/**
 * Examines the exact text of a file. `keys` are those that may sign. The edition of an unsigned file is examined like any
 * other; whether it may be used is for the reader to say.
 */
export async function examine(
  text: string,
  origin: Origin,
  keys: readonly PublicKey[],
  context: CompileContext,
): Promise<Outcome<Examined>> {
  if (new TextEncoder().encode(text).length > MAX_EDITION_BYTES)
    return refused('too-large', { host: '', bytes: MAX_EDITION_BYTES })
  const authentic = await authenticate(text, keys)
  if (!authentic.ok) return authentic
  const { signed, json, signer } = authentic
  const loaded = loadEdition(json)
  if (!loaded.ok) return unsound(loaded.problem)
  const { edition, file } = loaded
  const over = overLimit(file.tables)
  if (over !== null) return refused('over-limit', { what: `${over.table}: ${over.what}`, limit: over.limit })
  // An edition never widens where we run, so that public suffixes need not be known here.
  const { faults } = checkRules(edition, { isPublicSuffix: () => false, isCompiledElsewhere: true })
  const [first] = faults
  if (first !== undefined) return unsound(tableFaultLine(first))
  const isUnsigned = signed === null
  let pages: PageParts
  try {
    pages = compileForPages(
      edition,
      pointerTo({ edition: edition.edition, isUnsigned }, context),
      context.messages,
      context.styles,
    )
  } catch (error) {
    return error instanceof TooLarge ? noRoom() : unsound(messageOf(error))
  }
  if (bytesOf(pages.parts) > MAX_PARTS_BYTES) return noRoom()
  const stored: StoredEdition = {
    edition: edition.edition,
    isUnsigned,
    signature: signed === null ? null : { keyId: signed.keyId, signature: signed.signature },
    text: json,
    sha256: await sha256Of(json),
    handsOverTo: signed === null ? [] : (file.keys ?? []),
    origin,
    addedAt: Date.now(),
  }
  return { ok: true, stored, file, signer, pages }
}
