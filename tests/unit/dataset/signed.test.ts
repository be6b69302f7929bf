/** The envelope of a signed edition: one text for one edition, and nothing else is taken. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSigned, signedText } from '../../../lib/dataset/signed.ts'

const signature = `${'A'.repeat(83)}+/g==`
const sound = { keyId: '0123456789abcdef', signature, edition: '{"format":1,"text":"希土類 \\"…\\""}' }
const text = signedText(sound)
const problem = (changed: string) => {
  const parsed = parseSigned(changed)
  return parsed.ok ? null : parsed.problem
}

describe('parseSigned', () => {
  it('gives back what was written, the edition to the letter', () =>
    expect(parseSigned(text)).toEqual({ ok: true, signed: sound }))

  it('takes any text as edition', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (edition) => {
        expect(parseSigned(signedText({ ...sound, edition }))).toEqual({ ok: true, signed: { ...sound, edition } })
      }),
    )
  })

  it.each([
    ['', 'not JSON'],
    ['null', 'not a signed edition'],
    ['[]', 'not a signed edition'],
    ['{}', 'not a signed edition'],
    ['{"format":1,"tables":{}}', 'not a signed edition'],
    [text.replace('"tradegloss":1', '"tradegloss":2'), 'of format 1'],
    [text.replace('0123456789abcdef', '0123456789ABCDEF'), 'names its key'],
    [text.replace('0123456789abcdef', '0123'), 'names its key'],
    [text.replace('0123456789abcdef', '00123456789abcdef'), 'names its key'],
    [JSON.stringify({ ...(JSON.parse(text) as object), edition: {} }), 'not a signed edition'],
    [text.replace(signature, 'AAAA'), 'not 64 bytes'],
    [text.replace('g==', 'h=='), 'not 64 bytes'],
    [text.replace('g==', 'g==g'), 'not 64 bytes'],
    [`${text}\n`, 'changed after signing'],
    [` ${text}`, 'changed after signing'],
    [text.replace('{', '{"more":1,'), 'changed after signing'],
    [text.replace('"tradegloss":1', '"tradegloss":1.0'), 'changed after signing'],
  ])('refuses %j', (changed, expected) => expect(problem(changed)).toContain(expected))

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (any) => {
        expect(parseSigned(any).ok).toBe(false)
      }),
    )
  })
})
