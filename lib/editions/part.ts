/** A part of an edition as it lies in `storage.local`: as text, which Firefox stores, and hands to every listener, about three times as fast as objects. */

import { browser } from '../platform/browser.ts'

/** What is stored of `value`, which must be plain data. */
export const packPart = (value: unknown): string => JSON.stringify(value)

/** The part under `key`; null where the edition lacks it. What an older version left as an object serves until it is stored anew. */
export async function readPart<Part>(key: string): Promise<Part | null> {
  const { [key]: stored } = await browser.storage.local.get(key)
  return typeof stored === 'string' ? (JSON.parse(stored) as Part) : ((stored as Part | undefined) ?? null)
}
