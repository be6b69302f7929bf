/** The maintainer's tool makes keys, signs and verifies: what was changed by one byte is refused. */

import { chmodSync, cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isSignedBy, readPublicKey } from '../../lib/cli/dataset/keys.ts'
import { parseSigned } from '../../lib/dataset/signed.ts'
import { dataset, workplace } from './dataset-tool.ts'

const { at } = workplace()

describe('keygen, sign and verify', () => {
  const keys = at('keys')
  const signed = at('signed.json')
  beforeAll(() => {
    dataset('build', '--out', at('to-sign.json'))
    dataset('keygen', keys)
    dataset('sign', at('to-sign.json'), '--key', join(keys, 'private.pem'), '--out', signed)
  })

  it('keeps the private key to its owner and never overwrites it unasked', () => {
    expect(statSync(join(keys, 'private.pem')).mode & 0o777).toBe(0o600)
    const before = readFileSync(join(keys, 'private.pem'), 'utf8')
    expect(dataset('keygen', keys)).toMatchObject({ status: 1, stderr: expect.stringContaining('--force') })
    expect(readFileSync(join(keys, 'private.pem'), 'utf8')).toBe(before)
    cpSync(keys, at('forced'), { recursive: true })
    expect(dataset('keygen', at('forced'), '--force').status).toBe(0)
    expect(readFileSync(at('forced', 'private.pem'), 'utf8')).not.toBe(before)
    expect(statSync(at('forced', 'private.pem')).mode & 0o777).toBe(0o600)
    expect(dataset('keygen', at('dry'), '--dry-run').status).toBe(0)
    expect(existsSync(at('dry'))).toBe(false)
  })

  it('verifies what it signed', () => {
    const { status, stdout } = dataset('verify', signed, '--key', join(keys, 'public.pem'))
    expect(stdout).toMatch(/^Edition [\d.]+, signed with key [0-9a-f]{16}, unchanged: 1,235 figures/)
    expect(status).toBe(0)
    const envelope = JSON.parse(readFileSync(signed, 'utf8'))
    expect(Object.keys(envelope)).toEqual(['tradegloss', 'keyId', 'signature', 'edition'])
    expect(envelope.edition).toBe(readFileSync(at('to-sign.json'), 'utf8'))
    expect(stdout).toContain(envelope.keyId)
  })

  it('takes JWK as well as PEM', () => {
    expect(dataset('keygen', at('jwk'), '--jwk').status).toBe(0)
    const { stdout } = dataset('sign', signed, '--key', at('jwk', 'private.jwk'))
    writeFileSync(at('jwk', 'signed.json'), stdout)
    expect(dataset('verify', at('jwk', 'signed.json'), '--key', at('jwk', 'public.jwk')).status).toBe(0)
    expect(dataset('verify', at('jwk', 'signed.json'), '--key', join(keys, 'public.pem'))).toMatchObject({ status: 1 })
  })

  it('refuses other keys in words', () => {
    writeFileSync(at('none.pem'), 'no key')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    writeFileSync(at('rsa.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    expect(dataset('sign', signed, '--key', at('none.pem')).stderr).toContain('holds no private key')
    expect(dataset('sign', signed, '--key', at('rsa.pem')).stderr).toContain('signed with Ed25519')
    expect(dataset('sign', signed, '--key', join(keys, 'public.pem')).stderr).toContain('holds no private key')
  })

  it('warns where others may read the private key', () => {
    cpSync(keys, at('open-keys'), { recursive: true })
    chmodSync(at('open-keys', 'private.pem'), 0o644)
    expect(dataset('sign', signed, '--key', at('open-keys', 'private.pem')).stderr).toContain('chmod 600')
  })

  it('refuses the file after any change of one byte', async () => {
    const key = await readPublicKey(join(keys, 'public.pem'))
    const bytes = readFileSync(signed)
    // What `verify` does, in this process: a thousand files would take minutes.
    const holds = (changed: Buffer) => {
      const parsed = parseSigned(changed.toString('utf8'))
      return parsed.ok && isSignedBy(parsed.signed, key)
    }
    expect(holds(bytes)).toBe(true)
    const head = fc.integer({ min: 0, max: 220 })
    const anywhere = fc.integer({ min: 0, max: bytes.length - 1 })
    fc.assert(
      fc.property(fc.oneof(head, anywhere), fc.integer({ min: 1, max: 255 }), (index, difference) => {
        const changed = Buffer.from(bytes)
        changed[index] = (changed[index] as number) ^ difference
        expect(holds(changed)).toBe(false)
      }),
      { numRuns: 300 },
    )
    const changed = Buffer.from(bytes)
    changed[bytes.length - 40] = (changed[bytes.length - 40] as number) ^ 1
    writeFileSync(at('changed.json'), changed)
    expect(dataset('verify', at('changed.json'), '--key', join(keys, 'public.pem')).status).toBe(1)
  })
})
