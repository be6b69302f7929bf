/** `dataset publish` and keys: what readers of the feed would not take is refused, nothing is written then, and hand-overs are listed. */

import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keyIdOf } from '../../../../lib/cli/dataset/keys.ts'
import { run } from '../../../../lib/cli/dataset/publish.ts'
import { datasetCopy, emptyFolder } from './import/paths.ts'

interface Pair {
  id: string
  privateFile: string
  publicFile: string
}

beforeEach(() => void vi.spyOn(console, 'log').mockImplementation(() => {}))
afterEach(() => vi.restoreAllMocks())

function pair(): Pair {
  const folder = emptyFolder()
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const write = (name: string, key: KeyObject, type: 'pkcs8' | 'spki') => {
    const file = join(folder, name)
    writeFileSync(file, key.export({ type: type as 'spki', format: 'pem' }), { mode: 0o600 })
    return file
  }
  return {
    id: keyIdOf(publicKey),
    privateFile: write('private.pem', privateKey, 'pkcs8'),
    publicFile: write('public.pem', publicKey, 'spki'),
  }
}

/** A feed to be, and how to publish the next edition into it. */
function newFeed() {
  const [feed, dataset] = [emptyFolder(), datasetCopy()]
  let version = 0
  const publish = (
    by: Pair,
    { to, isDry = false, as, notes }: { to?: Pair; isDry?: boolean; as?: string; notes?: string } = {},
  ) => {
    const file = join(dataset, 'datapackage.json')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, text.replace(/"version": "[^"]+"/, `"version": "${as ?? `2030.1.${++version}`}"`))
    const next = to === undefined ? [] : ['--next-key', to.publicFile]
    const words = notes === undefined ? [] : ['--notes', notes]
    return run([feed, '--key', by.privateFile, '--from', dataset, ...next, ...words, ...(isDry ? ['--dry-run'] : [])])
  }
  const contents = () => new Map(readdirSync(feed).map((name) => [name, readFileSync(join(feed, name), 'utf8')]))
  const index = () => JSON.parse(contents().get('index.json') ?? '') as Record<string, unknown>
  return { feed, publish, contents, index }
}

describe('dataset publish', () => {
  it(
    'takes only the key that readers take next, and lists the hand-overs from the oldest on',
    { timeout: 180_000 },
    async () => {
      const { publish, contents, index } = newFeed()
      const [ours, next, last] = [pair(), pair(), pair()]
      const refused = async (by: Pair, how: object, message: string) => {
        const before = contents()
        await expect(publish(by, how)).rejects.toThrow(message)
        expect(contents()).toEqual(before)
      }
      await publish(ours)
      expect(index()).not.toHaveProperty('handovers')
      await refused(next, {}, `edition 2030.1.1 is signed with key ${ours.id}`)
      await refused(next, { isDry: true }, `--key is ${next.id}`)
      await refused(ours, { to: ours }, `--next-key is ${ours.id}`)

      await publish(ours, { to: next })
      await refused(ours, {}, `edition 2030.1.5 hands over to key ${next.id}`)
      expect(await publish(next, { to: last })).toBe(0)
      expect(await publish(last)).toBe(0)
      expect(index()).toMatchObject({
        edition: '2030.1.8',
        handover: 'edition-2030.1.7.json',
        handovers: [
          { file: 'edition-2030.1.5.json', keyId: ours.id },
          { file: 'edition-2030.1.7.json', keyId: next.id },
        ],
      })
    },
  )

  it(
    'goes on from an index of the older form, and lists no more hand-overs than readers take',
    { timeout: 180_000 },
    async () => {
      const { feed, publish, index } = newFeed()
      const [ours, next] = [pair(), pair()]
      await publish(ours)
      const rewrite = (more: object) => writeFileSync(join(feed, 'index.json'), JSON.stringify({ ...index(), ...more }))
      rewrite({ handover: 'edition-2029.1.1.json' })
      await publish(ours, { to: next })
      const newest = { file: 'edition-2030.1.2.json', keyId: ours.id }
      expect(index()).toMatchObject({ handovers: [{ file: 'edition-2029.1.1.json', keyId: '' }, newest] })

      const many = Array.from({ length: 16 }, (_, at) => ({ file: `edition-2029.1.${at}.json`, keyId: '' }))
      rewrite({ handovers: many })
      await publish(next, { to: pair() })
      const { handovers } = index()
      expect(handovers).toEqual([...many.slice(1), { file: 'edition-2030.1.3.json', keyId: next.id }])
    },
  )

  it('publishes no number twice, however it is written, and none that is no number', { timeout: 180_000 }, async () => {
    const { publish, contents } = newFeed()
    const ours = pair()
    await publish(ours)
    const before = contents()
    await expect(publish(ours, { as: '2030.01.1' })).rejects.toThrow('holds another edition 2030.01.1')
    await expect(publish(ours, { as: '2030.1.01' })).rejects.toThrow('Not published: 1 fault')
    await expect(publish(ours, { as: '2030.13.1' })).rejects.toThrow('Not published: 1 fault')
    expect(contents()).toEqual(before)
  })

  it('writes nothing into a site that has header files of its own', { timeout: 60_000 }, async () => {
    const { feed, publish, contents } = newFeed()
    writeFileSync(join(feed, '.htaccess'), 'Require all denied\n')
    await expect(publish(pair())).rejects.toThrow(
      `Not published: ${feed} has a .htaccess of its own; give the feed a folder for itself.`,
    )
    expect([...contents()]).toEqual([['.htaccess', 'Require all denied\n']])
  })

  it('names notes that readers would refuse', async () => {
    const { feed, publish, contents } = newFeed()
    const notes = join(emptyFolder(), 'notes.md')
    writeFileSync(notes, 'x'.repeat(20_001))
    await expect(publish(pair(), { notes })).rejects.toThrow(
      `${notes} has 20,001 characters; notes have 20,000 at most.`,
    )
    writeFileSync(notes, Buffer.from('\u00fcber', 'latin1'))
    await expect(publish(pair(), { notes })).rejects.toThrow(`${notes} is not UTF-8; save it as UTF-8.`)
    expect([feed, ...contents()]).toEqual([feed])
  })
})
