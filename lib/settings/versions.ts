/** The forms in which settings were ever stored, and how one becomes the next. Pure. */

import { isRecord } from '../unknown/record.ts'
import { itemsOf, storageKey, type Settings } from './definition.ts'

/** Stored settings by storage key, as they lie in one area. */
export type Stored = Readonly<Record<string, unknown>>

/**
 * From the form before to its own. It knows the old form by its keys, which no later form may use again, hands on what it
 * does not know, and lets what is there in the new form win: storage is synced key by key, so that old and new keys of
 * two devices meet at any time, and no version number says which are there. Must not throw.
 */
export type Migration = (stored: Stored) => Stored

/** 1 → 2: each category is a key of its own; all four were one, and two devices undid each other's changes. */
function splitCategories({ [storageKey('categories')]: together, ...rest }: Stored): Stored {
  if (!isRecord(together)) return rest
  const off = Object.entries(together).filter(([, isOn]) => isOn === false)
  return { ...itemsOf('categories', Object.fromEntries(off) as Settings['categories']), ...rest }
}

/** How to come to form 2, 3 and so on; the first entry makes 2 of 1. */
export const MIGRATIONS: readonly Migration[] = [splitCategories]

/** Settings of any form in the present one; those of a later release are handed on as they are. */
export const migrate = (stored: Stored, migrations: readonly Migration[] = MIGRATIONS): Stored =>
  migrations.reduce((settings, step) => step(settings), stored)
