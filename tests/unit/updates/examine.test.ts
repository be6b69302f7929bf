/** What may become the dataset: signed editions unchanged to the byte, sound ones, and unsigned ones under their own name. */

import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { rawPublicKey, signEdition } from '../../../lib/cli/dataset/keys.ts'
import { readEditionFile } from '../../../lib/cli/dataset/package-files.ts'
import type { EditionFile } from '../../../lib/dataset/edition.ts'
import { signedText } from '../../../lib/dataset/signed.ts'
import { describeKey, type PublicKey } from '../../../lib/updates/keys.ts'

vi.mock('../../../lib/platform/browser.ts', () => ({ browser: { i18n: { getUILanguage: () => 'en' } } }))
const { examine } = await import('../../../lib/updates/examine.ts')
const { exactText } = await import('../../../lib/updates/exact-text.ts')
const { canVerify, verifySigned } = await import('../../../lib/updates/verify.ts')

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const key = (await describeKey(rawPublicKey(publicKey).toString('base64'))) as PublicKey
const whole = await readEditionFile()
const sign = (file: object) => signedText(signEdition(JSON.stringify(file), privateKey))
const edition = (change: Partial<EditionFile> = {}): EditionFile => ({ ...whole, edition: '2027.1.1', ...change })

const SURROUNDINGS = { locale: 'en', messages: {}, styles: { style: '', marks: '' }, code: '1' } as const
const ORIGIN = { kind: 'file', name: 'edition.json' } as const
const judge = (text: string, keys = [key]) => examine(text, ORIGIN, keys, SURROUNDINGS)
const codeOf = async (text: string, keys?: PublicKey[]) => {
  const outcome = await judge(text, keys)
  return outcome.ok ? null : outcome.fault.code
}
/** What a file of these bytes comes to; null where it is taken. */
async function codeOfBytes(bytes: Uint8Array): Promise<string | null> {
  const text = exactText(bytes)
  return text === null ? 'not-text' : codeOf(text)
}

const text = sign(edition())

describe('a signed edition', () => {
  it('is taken, with its exact text and its signer', async () => {
    const outcome = await judge(text)
    expect(outcome).toMatchObject({
      ok: true,
      signer: { id: key.id },
      stored: { edition: '2027.1.1', isUnsigned: false, text: JSON.stringify(edition()), origin: ORIGIN },
    })
  })

  it('of another key, or none in force, is refused', async () => {
    expect(await codeOf(text, [])).toBe('unknown-key')
    const other = generateKeyPairSync('ed25519').publicKey
    const stranger = (await describeKey(rawPublicKey(other).toString('base64'))) as PublicKey
    expect(await codeOf(text, [stranger])).toBe('unknown-key')
    // A key that only calls itself by the right name.
    expect(await codeOf(text, [{ ...stranger, id: key.id }])).toBe('forged')
  })

  it('is refused with any single byte changed, wherever that is', async () => {
    const bytes = new TextEncoder().encode(text)
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = bytes.slice()
        changed[at] = (changed[at] as number) ^ flip
        expect(await codeOfBytes(changed)).not.toBeNull()
      }),
      { numRuns: 150 },
    )
  })

  it('is refused with any byte left out, added or cut off', async () => {
    const bytes = Buffer.from(text)
    const space = Buffer.from(' ')
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.constantFrom('out', 'in', 'off'), async (at, how) => {
        const before = bytes.subarray(0, at)
        const after = { out: [bytes.subarray(at + 1)], in: [space, bytes.subarray(at)], off: [] }[how]
        expect(await codeOfBytes(Buffer.concat([before, ...after]))).not.toBeNull()
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('a small signed text', () => {
  const signed = signEdition('{"format":1,"text":"希土類"}', privateKey)

  it('verifies', async () => expect(await verifySigned(signed, [key])).toEqual({ ok: true, key }))

  it('does not with any one of its bytes changed to any other of a sample: every position', async () => {
    const bytes = new TextEncoder().encode(signedText(signed))
    for (let at = 0; at < bytes.length; at++) {
      for (const flip of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const changed = bytes.slice()
        changed[at] = (changed[at] as number) ^ flip
        const code = await codeOfBytes(changed)
        // Not even as an unsigned edition, and never as a sound signature over something else.
        expect([at, flip, ['not-text', 'not-signed', 'unknown-key', 'forged'].includes(code ?? '')]).toEqual([
          at,
          flip,
          true,
        ])
      }
    }
  })

  it('does not with another signature of the same length', async () => {
    const other = signEdition('{"format":1,"text":"other"}', privateKey)
    expect(await verifySigned({ ...signed, signature: other.signature }, [key])).toMatchObject({ code: 'forged' })
  })
})

describe('an unsigned edition', () => {
  it('is told apart', async () =>
    expect(await judge(JSON.stringify(edition()))).toMatchObject({
      ok: true,
      signer: null,
      stored: { isUnsigned: true, signature: null },
      pages: { pointer: { isUnsigned: true } },
    }))

  it('cannot hand over to keys', async () => {
    const outcome = await judge(JSON.stringify(edition({ keys: [key.publicKey] })))
    expect(outcome.ok && outcome.stored.handsOverTo).toEqual([])
  })
})

describe('what is no edition, or an unsound one', () => {
  const VALUE = (whole.tables.figures?.columns ?? []).indexOf('value')
  const table = (name: string, change: (row: string[]) => string[], rows = 1) => {
    const { columns, rows: old } = whole.tables[name] as EditionFile['tables'][string]
    return edition({
      tables: { ...whole.tables, [name]: { columns, rows: [...old.slice(0, rows).map(change), ...old.slice(rows)] } },
    })
  }
  it.each<[name: string, text: string, code: string]>([
    ['nothing', '', 'not-signed'],
    ['a page', '<!doctype html>', 'not-signed'],
    ['other JSON', '{"hello":1}', 'not-signed'],
    ['an edition without tables', sign({ ...edition(), tables: {} }), 'unsound'],
    ['a newer format', sign({ ...edition(), format: 99 }), 'unsound'],
    ['a cell at fault', sign(table('figures', (row) => row.with(VALUE, 'about 60'))), 'unsound'],
    ['a statement without a source', sign(table('texts', (row) => row.with(4, ''))), 'unsound'],
    ['a term that cannot be compiled', sign(table('terms', (row) => row.with(4, 'no-such-rule:'))), 'unsound'],
    ['keys that are none', sign({ ...edition(), keys: ['hello'] }), 'unsound'],
    ['notes that are no text', sign({ ...edition(), notes: 7 }), 'unsound'],
    ['a cell too long', sign(table('events', (row) => row.with(4, 'x'.repeat(17000)))), 'over-limit'],
    ['a number without end', sign(table('figures', (row) => row.with(VALUE, '9'.repeat(400)))), 'unsound'],
    [
      'words that no browser has room for',
      sign(table('texts', (row) => (row[1] === 'en' ? row.with(3, 'x '.repeat(7500)) : row), 5000)),
      'over-limit',
    ],
    ['a file too large', sign({ ...edition(), notes: 'x', more: 'x'.repeat(8_000_000) }), 'too-large'],
  ])('%s is refused', async (_, file, code) => expect(await codeOf(file)).toBe(code))

  it('is told in a line that can be read, whatever the file writes into a cell', async () => {
    const outcome = await judge(sign(table('figures', (row) => row.with(VALUE, 'x'.repeat(1_000_000)))))
    const problem = outcome.ok ? '' : String(outcome.fault.values.problem)
    expect(problem).toMatch(/^The edition has 1 fault.*figures row 2, column value: "x+…$/)
    expect(problem.length).toBe(300)
  })
})

describe('a browser without Ed25519', () => {
  it('is found out', async () => {
    expect(await canVerify()).toBe(true)
    const importKey = vi
      .spyOn(crypto.subtle, 'importKey')
      .mockRejectedValue(new DOMException('no', 'NotSupportedError'))
    expect(await canVerify()).toBe(false)
    importKey.mockRestore()
  })
})
