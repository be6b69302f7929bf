/** What updates remember, as far as it is sound: storage may go bad, and one value that did must not take the others along. Pure. */

import { isRecord } from '../unknown/record.ts'
import { FAULT_CODES } from './fault.ts'

type Guard = (value: unknown) => boolean

const isText: Guard = (value) => typeof value === 'string'
const isTime: Guard = (value) => typeof value === 'number' && !Number.isNaN(new Date(value).getTime())
/** Of an edition, or '' for none. */
const isNumber: Guard = (value) => typeof value === 'string' && /^(?:\d{4}\.\d{1,2}\.\d{1,6})?$/.test(value)
const listOf =
  (isOne: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(isOne)
const orNull =
  (isOne: Guard): Guard =>
  (value) =>
    value === null || isOne(value)
const withFields =
  (fields: Readonly<Record<string, Guard>>): Guard =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, isOne]) => isOne(value[name]))

const CHANGES: Readonly<Record<string, Guard>> = {
  locale: isText,
  from: isText,
  to: isText,
  notes: isText,
  lines: listOf(isText),
  more: Number.isSafeInteger,
}

const GUARDS: Readonly<Record<string, Guard>> = {
  highest: isNumber,
  skipUpTo: isNumber,
  confirmed: listOf(withFields({ publicKey: isText, feed: isText })),
  successions: (value) => isRecord(value) && Object.values(value).every(listOf(isText)),
  refused: listOf(isText),
  last: orNull(
    withFields({
      at: isTime,
      fault: orNull(withFields({ code: (code) => FAULT_CODES.some((each) => each === code), values: isRecord })),
    }),
  ),
  succeededAt: isTime,
  offer: orNull(
    withFields({
      ...CHANGES,
      sha256: isText,
      isUnsigned: (value) => typeof value === 'boolean',
      signer: isText,
      source: isText,
      handsOverTo: listOf(isText),
    }),
  ),
  changes: orNull(withFields({ ...CHANGES, at: isTime })),
}

/** The sound values among what is stored; those that we do not know are of a later release, and handed on. */
export function soundIn(stored: unknown): Record<string, unknown> {
  if (!isRecord(stored)) return {}
  const isSound = ([key, value]: [string, unknown]) => !Object.hasOwn(GUARDS, key) || GUARDS[key]?.(value) === true
  return Object.fromEntries(Object.entries(stored).filter(isSound))
}
