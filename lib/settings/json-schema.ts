/**
 * The tables' shapes as JSON Schema: what browsers want to know of managed settings. Types only: a value that Chromium finds
 * at fault never reaches us, and nobody would be told which it was. Pure.
 */

import { POLICY } from './policy-definition.ts'
import type { Shape } from './shape.ts'

type JsonSchema = Readonly<Record<string, unknown>>

function schemaOf(shape: Shape): JsonSchema {
  if (shape === true) return { type: 'boolean' }
  if (shape instanceof RegExp || Array.isArray(shape)) return { type: 'string' }
  if ('list' in shape) return { type: 'array', items: schemaOf(shape.list) }
  const { fields } = shape as Extract<Shape, { fields: unknown }>
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])),
  }
}

/** The schema of `storage.managed`, as `public/managed-storage.json` has to hold it. */
export const managedSchema = (): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-03/schema#',
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(POLICY).map(([key, { title, description, shape }]) => [
      key,
      { title, description, ...schemaOf(shape) },
    ]),
  ),
})
