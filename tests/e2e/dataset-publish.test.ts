/** The maintainer's tool publishes editions: a feed that any host can serve, never lower, never at fault. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { rawPublicKey, readPublicKey } from '../../lib/cli/dataset/keys.ts'
import { parseSigned } from '../../lib/dataset/signed.ts'
import { contents, dataset, FIGURE, spoil, workplace } from './dataset-tool.ts'

const { at, copy } = workplace()

describe('publish', () => {
  const keys = at('feed-keys')
  const key = join(keys, 'private.pem')
  const feed = at('feed')
  const publish = (from: string, ...args: string[]) => dataset('publish', feed, '--key', key, '--from', from, ...args)
  const setVersion = (folder: string, version: string) => {
    const file = join(folder, 'datapackage.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]+"/, `"version": "${version}"`))
    return folder
  }
  beforeAll(() => {
    dataset('keygen', keys)
  })

  it('writes nothing in a dry run', () => {
    expect(publish(setVersion(copy(), '2030.1.1'), '--dry-run').stdout).toContain('index.json')
    expect(existsSync(feed)).toBe(false)
  })

  it('writes a feed that any host can serve', async () => {
    const { status, stderr, stdout } = publish(setVersion(copy(), '2030.1.1'))
    expect([status, stderr.split('\n').filter((line) => !line.endsWith('…') && line !== '')]).toEqual([0, []])
    expect(stdout).toContain('index.json')
    const index = JSON.parse(readFileSync(join(feed, 'index.json'), 'utf8'))
    const edition = readFileSync(join(feed, 'edition-2030.1.1.json'))
    expect(index).toEqual({
      tradegloss: 1,
      edition: '2030.1.1',
      file: 'edition-2030.1.1.json',
      bytes: edition.length,
      sha256: createHash('sha256').update(edition).digest('hex'),
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      publicKey: rawPublicKey(await readPublicKey(join(keys, 'public.pem'))).toString('base64'),
    })
    expect(readFileSync(join(feed, 'notes-2030.1.1.md'), 'utf8')).toContain('The first edition here: 1,235 figures')
    for (const name of ['_headers', 'vercel.json', '.htaccess', 'nginx.conf.txt'])
      expect(readFileSync(join(feed, name), 'utf8')).toContain('Access-Control-Allow-Origin')
    JSON.parse(readFileSync(join(feed, 'vercel.json'), 'utf8'))
    expect(dataset('verify', join(feed, index.file), '--key', join(keys, 'public.pem')).status).toBe(0)
  })

  it('does nothing the second time', () => {
    const before = contents(feed)
    const { status, stdout } = publish(setVersion(copy(), '2030.1.1'))
    expect(stdout).toContain('is published')
    expect(status).toBe(0)
    expect(contents(feed)).toEqual(before)
  })

  it('refuses a lower edition, and another one of the same number', () => {
    const before = contents(feed)
    expect(publish(setVersion(copy(), '2029.12.9'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('edition 2029.12.9 is lower than 2030.1.1'),
    })
    const other = setVersion(copy(), '2030.1.1')
    spoil(other, 'figures', FIGURE, 'value', '62')
    expect(publish(other)).toMatchObject({ status: 1, stderr: expect.stringContaining('raise "version"') })
    expect(contents(feed)).toEqual(before)
  })

  it('refuses a dataset at fault', () => {
    const broken = setVersion(copy(), '2030.1.5')
    const row = spoil(broken, 'figures', FIGURE, 'value', '620')
    const { status, stdout, stderr } = publish(broken)
    expect(stdout).toContain(`figures row ${row}, column value: 620 % is no share`)
    expect(stderr).toContain('Not published: 1 fault')
    expect(status).toBe(1)
  })

  it('publishes the next edition with notes on what changed, and keeps the one before', () => {
    const next = setVersion(copy(), '2030.1.2')
    spoil(next, 'figures', FIGURE, 'value', '62')
    writeFileSync(at('notes.md'), 'Japan’s customs revised 2024.\n')
    expect(publish(next, '--notes', at('notes.md')).stdout).toContain('71% → 62%')
    const text = readFileSync(join(feed, 'notes-2030.1.2.md'), 'utf8')
    expect(text).toMatch(/^# Edition 2030\.1\.2\n\nJapan’s customs revised 2024\.\n\n## Changes since 2030\.1\.1\n/)
    expect(text).toMatch(/\n### Figures: 1 revised\n\n- revised: Japan, from China .+71% → 62%/)
    expect(JSON.parse(readFileSync(join(feed, 'index.json'), 'utf8')).edition).toBe('2030.1.2')
    expect(existsSync(join(feed, 'edition-2030.1.1.json'))).toBe(true)
    expect(readdirSync(feed).filter((name) => /tmp|old|journal/.test(name))).toEqual([])
    const signed = parseSigned(readFileSync(join(feed, 'edition-2030.1.2.json'), 'utf8'))
    expect(signed.ok && JSON.parse(signed.signed.edition)).toMatchObject({ notes: 'Japan’s customs revised 2024.' })
  })

  it('hands over to another key inside an edition, and says later which edition that was', () => {
    const next = at('next-keys')
    dataset('keygen', next)
    const successor = ['--next-key', join(next, 'public.pem')]
    expect(publish(setVersion(copy(), '2030.1.3'), '--next-key', at('notes.md')).stderr).toContain('no public key')
    expect(publish(setVersion(copy(), '2030.1.3'), ...successor).status).toBe(0)
    const signed = parseSigned(readFileSync(join(feed, 'edition-2030.1.3.json'), 'utf8'))
    const { keys: handedTo } = signed.ok ? JSON.parse(signed.signed.edition) : { keys: [] }
    expect(handedTo).toEqual([expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/)])
    const nextKey = join(next, 'private.pem')
    dataset('publish', feed, '--key', nextKey, '--from', setVersion(copy(), '2030.1.4'))
    expect(JSON.parse(readFileSync(join(feed, 'index.json'), 'utf8'))).toMatchObject({
      edition: '2030.1.4',
      publicKey: handedTo[0],
      handover: 'edition-2030.1.3.json',
    })
  })
})
