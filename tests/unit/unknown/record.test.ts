/** What has fields to look at. */

import { expect, it } from 'vitest'
import { isRecord } from '../../../lib/unknown/record.ts'

it.each([[{}], [{ a: 1 }], [Object.create(null)]])('a record is %j', (value) => expect(isRecord(value)).toBe(true))
it.each([[null], [undefined], [[]], [[{ a: 1 }]], ['{}'], [1], [() => ({})]])('none is %j', (value) =>
  expect(isRecord(value)).toBe(false),
)
