/** What a value must look like: one small description serves storage, files and the organisation's policy. Pure. */

/** `true`: yes or no. A list of words: one of them. A pattern: a text that it matches. */
export type Shape =
  | true
  | readonly string[]
  | RegExp
  | { list: Shape }
  | { orNull: Shape }
  /** All of these fields; others are nobody's business. */
  | { fields: Readonly<Record<string, Shape>> }

/** True where a value from outside has the shape. Written short: every page loads it. */
export function fits(value: unknown, shape: Shape): boolean {
  if (shape === true) return typeof value === 'boolean'
  if (Array.isArray(shape)) return shape.includes(value)
  if (shape instanceof RegExp) return typeof value === 'string' && shape.test(value)
  const { list, orNull, fields = {} } = shape as { list?: Shape; orNull?: Shape; fields?: Record<string, Shape> }
  if (list) return Array.isArray(value) && value.every((each) => fits(each, list))
  if (orNull) return value === null || fits(value, orNull)
  return (
    Object(value) === value &&
    Object.entries(fields).every(([name, field]) => fits((value as Record<string, unknown>)[name], field))
  )
}

/** A value that fits, without the fields that the shape does not name. */
export function trimmed(value: unknown, shape: Shape): unknown {
  if (value === null || shape === true || Array.isArray(shape) || shape instanceof RegExp) return value
  if ('list' in shape) return (value as unknown[]).map((each) => trimmed(each, shape.list))
  if ('orNull' in shape) return trimmed(value, shape.orNull)
  const { fields } = shape as { fields: Readonly<Record<string, Shape>> }
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, trimmed((value as Record<string, unknown>)[name], field)]),
  )
}
