/** Swaps one edition for another so that a browser killed at any step comes back with the old one or the new one, whole. */

import { removeLeftOvers, writeParts, type PageParts } from './install.ts'
import type { EditionPointer } from './keys.ts'
import { readPointer } from './read.ts'
import { clearSlot, promoteIncoming, readSlot, writeSlot } from './store.ts'
import type { StoredEdition } from './stored.ts'

/** True where pages read this very edition. */
export const pointsAt = (
  pointer: EditionPointer | null,
  stored: Pick<StoredEdition, 'edition' | 'isUnsigned'>,
): boolean =>
  pointer !== null && pointer.edition === stored.edition && (pointer.isUnsigned ?? false) === stored.isUnsigned

/**
 * Puts `incoming` in the place of the current edition, which becomes the previous one. The pointer decides: before it
 * moves the old edition counts, after it the new one does, and {@link settle} brings the rest in line with it.
 * Rejects where storage is full or broken; the old edition is whole then.
 */
export async function swapIn(incoming: StoredEdition, pages: PageParts): Promise<void> {
  try {
    await writeSlot('incoming', { ...incoming, isAccepted: true })
    await writeParts(pages)
  } catch (error) {
    // What can be tidied now need not wait for the next start.
    await settle().catch(() => {})
    throw error
  }
  await settle()
}

/** True where a swap was begun and not finished. */
export const isSwapPending = async (): Promise<boolean> => (await readSlot('incoming'))?.isAccepted === true

/**
 * Finishes or undoes a swap that was cut short, and removes what is left of it. Does nothing where there is nothing to
 * do. An edition that waits for the reader's decision stays.
 */
export async function settle(): Promise<void> {
  const incoming = await readSlot('incoming')
  if (incoming === null) await clearSlot('incoming')
  else if (incoming.isAccepted) {
    if (pointsAt(await readPointer(), incoming)) await promoteIncoming()
    else await clearSlot('incoming')
  }
  await removeLeftOvers()
}
