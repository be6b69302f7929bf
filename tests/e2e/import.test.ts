/** `npm run dataset -- import` as a maintainer types it: killed half-way, and against a server that plays UN Comtrade. */

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openPackage } from '../../lib/cli/dataset/open-edition.ts'
import { PACKAGE_FOLDER } from '../../lib/cli/dataset/package-files.ts'
import { contents, RUN, workplace } from './dataset-tool.ts'
import { wait } from './waiting.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const TOOL = at('../../lib/cli/dataset.ts')
const FIXTURES = at('../unit/cli/dataset/import/fixtures/')
const RAW = at('../../../shared/facts/raw/')

const { copy } = workplace()
const run = (args: string[]) => spawnSync(process.execPath, [RUN, 'dataset', 'import', ...args], { encoding: 'utf8' })

describe('dataset import usgs', () => {
  it.skipIf(!existsSync(RAW))('finds nothing to change in MCS 2026 (skipped without ../shared)', () => {
    const files = [join(RAW, 'MCS2026_Commodities_Data.csv.gz'), '--history', join(RAW, 'MCS2026_versionHist.txt')]
    const { status, stdout, stderr } = run(['usgs', ...files, '--dry-run'])
    expect([status, stderr]).toEqual([0, expect.stringContaining('Reading ')])
    expect(stdout).toContain('MCS 2026: 8,886 rows read')
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('Nothing changes: the dataset has all of this.')
  })

  it('exits 1 at a bad file and 2 at wrong usage, in one line each', () => {
    const bad = run(['usgs', join(FIXTURES, 'comtrade.csv'), '--folder', copy()])
    expect([bad.status, bad.stderr.trimEnd().split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/^comtrade\.csv row 1: has no column "MCS chapter"/),
    ])
    expect(run(['usgs']).status).toBe(2)
  })

  const file = join(FIXTURES, 'MCS2031_Commodities_Data.csv')
  const start = (folder: string) =>
    spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', TOOL, 'import', 'usgs', file, '--folder', folder],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    )

  it('writes what it says also where the reader of its output goes early, as head does', async () => {
    const [whole, folder] = [copy(), copy()]
    const read = start(whole)
    read.stdout.resume()
    expect((await once(read, 'exit'))[0]).toBe(0)
    const unread = start(folder)
    unread.stdout.destroy()
    expect((await once(unread, 'exit'))[0]).toBe(0)
    expect(contents(folder)).toEqual(contents(whole))
  })

  it.skipIf(!existsSync('/dev/full'))('says that its output cannot be written, and writes nothing', () => {
    const folder = copy()
    const full = openSync('/dev/full', 'w')
    const { status, stderr } = spawnSync(
      process.execPath,
      [RUN, 'dataset', 'import', 'usgs', file, '--folder', folder],
      {
        encoding: 'utf8',
        stdio: ['ignore', full, 'pipe'],
      },
    )
    closeSync(full)
    expect([status, stderr.trimEnd().split('\n').at(-1)]).toEqual([
      1,
      expect.stringMatching(/^The output cannot be written: ENOSPC/),
    ])
    expect(contents(folder)).toEqual(contents(PACKAGE_FOLDER))
  })

  it('leaves the dataset as it was when it is killed while it reads', async () => {
    const folder = copy()
    const child = start(folder)
    await wait(60)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    expect(contents(folder)).toEqual(contents(PACKAGE_FOLDER))
  })

  it('leaves the dataset as it was, or wholly changed, when it is killed around the write', async () => {
    const whole = copy()
    const child = start(whole)
    child.stdout.resume()
    expect((await once(child, 'exit'))[0]).toBe(0)
    const states = [contents(PACKAGE_FOLDER), contents(whole)].map((state) => JSON.stringify([...state]))
    expect(states[0]).not.toBe(states[1])
    const signals: unknown[] = []
    for (const delayMs of [0, 20, 40, 60, 80, 120, 200]) {
      const folder = copy()
      const victim = start(folder)
      const ended = once(victim, 'exit')
      await new Promise<void>((resolve) => {
        victim.stdout.on('data', (text) => String(text).includes('Figures: ') && resolve())
        victim.stdout.on('end', resolve)
      })
      await wait(delayMs)
      victim.kill('SIGKILL')
      const [code, signal] = (await ended) as [number | null, string | null]
      expect([0, null]).toContain(code)
      signals.push(signal)
      // What the next command does first: it puts back what a killed write left.
      await openPackage(folder)
      expect(states).toContain(JSON.stringify([...contents(folder)]))
    }
    expect(signals).toContain('SIGKILL')
  })
})

describe('dataset import comtrade --fetch', () => {
  const rows = [
    { partnerCode: 0, primaryValue: 1000 },
    { partnerCode: 156, primaryValue: 640 },
    { partnerCode: 704, primaryValue: 360 },
  ].map((row) => ({
    freqCode: 'A',
    refYear: 2030,
    reporterCode: 392,
    flowCode: 'M',
    cmdCode: '2846',
    netWgt: null,
    ...row,
  }))
  const body = JSON.stringify({ count: rows.length, data: rows, error: '' })

  async function serve(listener: RequestListener) {
    const server = createServer(listener).listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/data/v1/get/C/A/HS`
  }

  async function fetchInto(folder: string, base: string) {
    const query = ['--reporter', 'JPN', '--hs', '2846', '--years', '2030', '--base-url', base, '--folder', folder]
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', TOOL, 'import', 'comtrade', '--fetch', ...query],
      {
        env: { ...process.env, COMTRADE_KEY: 'top-secret' },
      },
    )
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (text) => (stdout += String(text)))
    child.stderr.on('data', (text) => (stderr += String(text)))
    const [status] = (await once(child, 'close')) as [number]
    return { status, stdout, stderr }
  }

  it('gets past a limit, a failure and half an answer, and writes shares', async () => {
    let requests = 0
    const base = await serve((_request, response) => {
      requests++
      if (requests === 1) response.writeHead(429, { 'retry-after': '1' }).end('Rate limit is exceeded.')
      else if (requests === 2) response.writeHead(500).end()
      else response.end(requests === 3 ? body.slice(0, 80) : body)
    })
    const folder = copy()
    const { status, stdout, stderr } = await fetchInto(folder, base)
    expect([status, stderr]).toEqual([0, expect.stringContaining('Trying again in')])
    expect(requests).toBe(4)
    expect(stdout).toMatch(/added: .*China · Rare earths.* · 2030: 64%/)
    expect(stdout).toContain('Written: figures.csv.')
    expect(stdout + stderr).not.toContain('top-secret')
    expect(readFileSync(join(folder, 'figures.csv'), 'utf8')).toContain('rare-earths-import-share-jpn-vnm-2030,')
  })

  it('leaves the dataset alone where the key is refused', async () => {
    const base = await serve((_request, response) => response.writeHead(401).end('Access denied'))
    const folder = copy()
    const before = contents(folder)
    const { status, stderr } = await fetchInto(folder, base)
    expect(status).toBe(1)
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('UN Comtrade refused the key in COMTRADE_KEY (401).')
    expect(contents(folder)).toEqual(before)
  })
})
