/** The versions of stored and exported settings, and how one becomes the next. Pure. */

/** Stored settings by storage key, as they lie in one area. */
export type Stored = Readonly<Record<string, unknown>>

/** What a version changed: from settings of the version before to its own. Keys it does not know it hands on. Must not throw. */
export type Migration = (stored: Stored) => Stored

/** How to come to version 2, 3 and so on; the first entry makes 2 of 1. */
export const MIGRATIONS: readonly Migration[] = []

/** The version that this release writes. */
export const VERSION = MIGRATIONS.length + 1

export const versionOf = (value: unknown): number =>
  Number.isInteger(value) && (value as number) > 0 ? (value as number) : 1

/** Settings of version `from` in the present form; those of a later release are handed on as they are. */
export const migrate = (stored: Stored, from: number, migrations: readonly Migration[] = MIGRATIONS): Stored =>
  migrations.slice(from - 1).reduce((settings, step) => step(settings), stored)
