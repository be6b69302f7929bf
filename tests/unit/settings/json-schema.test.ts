/** The schema of managed settings that ships is the one that the table makes. */

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { managedSchema } from '../../../lib/settings/json-schema.ts'
import { POLICY } from '../../../lib/settings/policy-definition.ts'

const shipped = JSON.parse(
  readFileSync(new URL('../../../public/managed-storage.json', import.meta.url), 'utf8'),
) as unknown

it('ships as the table says', () => expect(shipped).toEqual(managedSchema()))

it('names every key with its kind', () => {
  const { properties } = managedSchema() as { properties: Record<string, Record<string, unknown>> }
  expect(Object.keys(properties)).toEqual(Object.keys(POLICY))
  expect(properties.updatesOff).toMatchObject({ type: 'boolean' })
  expect(properties.feedUrl).toMatchObject({ type: 'string' })
  expect(properties.language).toMatchObject({ type: 'string' })
  expect(properties.sitesOff).toMatchObject({ type: 'array', items: { type: 'string' } })
  expect(properties.categories).toMatchObject({ type: 'object', properties: { senkaku: { type: 'boolean' } } })
})

it('lets values through that we cannot use, for us to name: Chromium keeps back what its schema forbids, and says nothing', () =>
  expect(JSON.stringify(managedSchema())).not.toMatch(/"(?:pattern|enum)":/))
