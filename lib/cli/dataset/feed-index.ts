/** `index.json` of a feed, as `dataset publish` writes it and finds it in a folder. Node only. */

import { join } from 'node:path'
import { PUBLIC_KEY } from '../../dataset/public-key.ts'
import { ENVELOPE } from '../../dataset/signed.ts'
import { parseHandovers, type Handover } from '../../updates/handovers.ts'
import { recoverFolder } from './exchange-files.ts'
import { readIfThere } from './write-file.ts'

/** Which edition is current, and what its file must be. */
export interface FeedIndex {
  tradegloss: number
  edition: string
  /** Name beside index.json. */
  file: string
  /** Size of the file. */
  bytes: number
  /** SHA-256 of the file, in hex. */
  sha256: string
  /** ISO 8601, UTC. */
  created: string
  /** Raw public key that signed it, in base64: what a new reader confirms by its fingerprint. */
  publicKey: string
  /** File of the last hand-over, for extensions that know no list of them; none where there was none. */
  handover?: string
  /** Editions that handed over to another key, for readers who missed them, the oldest first; none where there was none. */
  handovers?: readonly Handover[]
}

/** The hand-overs that an index lists, whatever its form. */
export const handoversOf = (index: FeedIndex): readonly Handover[] => parseHandovers(index) ?? []

/** The index of a feed, or null where the folder has none yet. Throws an Error where it cannot be read. */
async function readIndex(folder: string): Promise<FeedIndex | null> {
  const text = await readIfThere(join(folder, 'index.json'))
  if (text === null) return null
  try {
    const index = JSON.parse(text) as FeedIndex
    const isSound =
      index.tradegloss === ENVELOPE &&
      typeof index.edition === 'string' &&
      typeof index.file === 'string' &&
      PUBLIC_KEY.test(index.publicKey) &&
      parseHandovers(index) !== null
    if (isSound) return index
  } catch {
    // Said below.
  }
  throw new Error(`${join(folder, 'index.json')} is no index of a Tradegloss feed.`)
}

/** The index of a feed that may have been left half-written, or null where there is none yet. Throws an Error where it cannot be read. */
export async function readIndexOf(folder: string): Promise<FeedIndex | null> {
  const index = await readIndex(folder)
  if (index === null) return null
  await recoverFolder(folder)
  return readIndex(folder)
}
