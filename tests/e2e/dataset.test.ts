/** The maintainer's tool as a person types it, on copies of the dataset: sound, broken, signed, published and killed. */

import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recoverFolder } from '../../lib/cli/dataset/exchange-files.ts'
import { isSignedBy, rawPublicKey, readPublicKey } from '../../lib/cli/dataset/keys.ts'
import { csvText } from '../../lib/cli/dataset/write-package.ts'
import { PACKAGE_FOLDER } from '../../lib/cli/dataset/package-files.ts'
import { parseSigned } from '../../lib/dataset/signed.ts'

const RUN = fileURLToPath(new URL('../../lib/cli/run.mjs', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'tradegloss-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))
const at = (...parts: string[]) => join(work, ...parts)

function dataset(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [RUN, 'dataset', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return { status, stdout, stderr, lines: stdout.trim().split('\n') }
}

let copies = 0
/** A copy of the bundled package. */
function copy(): string {
  const folder = at(`copy-${++copies}`)
  cpSync(PACKAGE_FOLDER, folder, { recursive: true })
  return folder
}

type Table = { columns: string[]; rows: string[][] }

/** Changes a table of a package and gives back what `change` does. */
function edit<Result>(folder: string, name: string, change: (table: Table) => Result): Result {
  const file = join(folder, `${name}.csv`)
  const [columns = [], ...rows] = parse(readFileSync(file, 'utf8')) as string[][]
  const table = { columns, rows }
  const result = change(table)
  writeFileSync(file, csvText(table))
  return result
}

/** Writes `cell` into the row of figures.csv (or another table) whose first cell is `id`; gives its line in the file. */
const spoil = (folder: string, table: string, id: string, column: string, cell: string): number =>
  edit(folder, table, ({ columns, rows }) => {
    const index = rows.findIndex(([first]) => first === id)
    const row = rows[index] as string[]
    row[columns.indexOf(column)] = cell
    return index + 2
  })

const contents = (folder: string) =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]))

const FIGURE = 'rare-earths-import-share-jpn-chn-2024'

describe('every command', () => {
  let help: string
  beforeAll(() => {
    help = dataset('--help').stdout
  })

  it.each(['check', 'diff', 'stale', 'summary', 'import', 'build', 'keygen', 'sign', 'verify', 'publish'])(
    '%s explains itself',
    (name) => {
      const { status, stdout } = dataset(name, '--help')
      expect(status).toBe(0)
      expect(stdout).toContain(`npm run -s dataset -- ${name}`)
      expect(help).toContain(`\n  ${name}`)
    },
  )

  it.each([
    [[], 2, 'Say a command: check, diff'],
    [['frobnicate'], 2, 'Unknown command "frobnicate"; there are: check'],
    [['constructor'], 2, 'Unknown command'],
    [['check', '--wrong'], 2, "Unknown option '--wrong'"],
    [['check', 'a', 'b'], 2, 'Usage: npm run -s dataset -- check [FOLDER]'],
    [['diff', 'a'], 2, 'Usage: npm run -s dataset -- diff A B'],
    [['stale', '--date', '2026-02-30'], 2, '--date 2026-02-30 is no date'],
    [['summary', '--top', 'all'], 2, '--top all is no whole number'],
    [['sign', 'x'], 2, '--key is missing'],
    [['check', '/no/such/folder'], 1, 'There is no folder /no/such/folder.'],
    [['check', '/'], 1, 'holds no datapackage.json'],
    [['diff', '/no/a', '/no/b'], 1, 'There is no file /no/a.'],
    [['verify', 'x', '--key', '/no/key'], 1, 'There is no file /no/key.'],
  ])('answers %j with exit code %i and one line', (args, code, message) => {
    const { status, stderr, stdout } = dataset(...(args as string[]))
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(message as string)])
    expect(status).toBe(code)
  })
})

describe('check', () => {
  it('passes the bundled dataset and prints totals', () => {
    const { status, lines, stderr } = dataset('check')
    expect(lines.at(-1)).toMatch(/^Edition [\d.]+ is sound: 1,235 figures, 305 sources, 180 events, 68 entries, /)
    expect(lines.filter((line) => !line.startsWith('warning: sources row'))).toHaveLength(1)
    expect(stderr).toContain('Compiling the lexicon of es')
    expect(status).toBe(0)
  })

  // What a table may hold is looked at before what its rows say together; a run finds all faults of a kind, each in a row of its own.
  describe.each<[of: string, faults: [name: string, table: string, column: string, cell: string, message: string][]]>([
    [
      'in a table',
      [
        ['a missing source', 'figures', 'source_id', 'nobody', '"nobody" is not in sources.source_id'],
        ['no source', 'figures', 'source_id', '', 'is empty'],
        ['a wrong type', 'figures', 'value', 'about 60', '"about 60" is no number'],
        ['an unknown entry', 'figures', 'entry', 'unobtainium', '"unobtainium" is not in entries.id'],
        ['an unknown measure', 'figures', 'measure', 'feeling', '"feeling" is not in measures.id'],
        ['an unknown unit', 'figures', 'unit', 'furlong', '"furlong" is not in units.id'],
      ],
    ],
    [
      'of a row',
      [
        ['a share over 100 %', 'figures', 'value', '101', '101 % is no share: it must be 0 to 100'],
        ['a unit of another family', 'figures', 'unit', 't', '"t" is no unit of share'],
        ['a day that is none', 'figures', 'period_end', '2024-02-30', '"2024-02-30" is no day of a calendar'],
        ['an unknown source in a list', 'texts', 'sources', 'nobody', '"nobody" is not in sources.source_id'],
        ['an unknown rule', 'terms', 'rule', 'loud', 'unknown rule "loud"'],
        ['a mail host', 'news-sites', 'host', 'mail.reuters.com', 'serves mail'],
        ['an address of no kind', 'sources', 'url', 'javascript:alert(1)', 'is no http or https'],
      ],
    ],
  ])('finds what is wrong %s:', (_, faults) => {
    let found: ReturnType<typeof dataset>
    const rowOf = new Map<string, number>()
    beforeAll(() => {
      const folder = copy()
      const shares = edit(folder, 'figures', ({ columns, rows }) => {
        const isShare = (row: string[]) =>
          row[columns.indexOf('measure')] === 'import-share' && /^[^,]*-20\d\d$/.test(row[0] ?? '')
        return rows.filter(isShare).map(([id]) => id as string)
      })
      const ids: Record<string, string> = {
        texts: 'gallium',
        terms: 'rare-earths',
        'news-sites': 'reuters.com',
        sources: 'usgs-mcs2026-data',
      }
      for (const [name, table, column, cell] of faults)
        rowOf.set(name, spoil(folder, table, ids[table] ?? (shares.pop() as string), column, cell))
      found = dataset('check', folder)
    })

    it.each(faults)('%s', (name, table, column, _cell, message) => {
      const place = `${table} row ${rowOf.get(name)}, column ${column}: `
      expect(found.lines.filter((line) => line.startsWith(place)).join()).toContain(message)
      expect(found.lines.at(-1)).toMatch(/^\d+ faults? in /)
      expect(found.status).toBe(1)
    })
  })

  it('finds a duplicate key and names both rows', () => {
    const folder = copy()
    const rows = edit(folder, 'figures', ({ rows: all }) => all.push([...(all[7] as string[])]))
    const { status, lines } = dataset('check', folder)
    expect(lines[0]).toMatch(new RegExp(`^figures row ${rows + 1}, column id: ".+" stands already in row 9$`))
    expect(status).toBe(1)
  })

  it('finds a term that names two entries', () => {
    const folder = copy()
    const rows = edit(folder, 'terms', ({ columns, rows: all }) => {
      const cells: Record<string, string> = { entry: 'gallium', lang: 'en', form: 'DYSPROSIUM', status: 'seen' }
      return all.push(columns.map((column) => cells[column] ?? ''))
    })
    const { status, stdout } = dataset('check', folder)
    expect(stdout).toMatch(
      new RegExp(`^terms row ${rows + 1}, column form: "DYSPROSIUM" names gallium and, in row \\d+, dysprosium`, 'm'),
    )
    expect(status).toBe(1)
  })

  it.each([
    ['terms', 'is an element without a term'],
    ['figures', 'is an element without a figure'],
  ])('finds an element without %s', (table, message) => {
    const folder = copy()
    edit(folder, table, (all) => {
      const column = all.columns.indexOf('entry')
      all.rows = all.rows.filter((row) => row[column] !== 'holmium')
    })
    const row = edit(folder, 'entries', ({ rows }) => rows.findIndex(([id]) => id === 'holmium') + 2)
    const { status, lines } = dataset('check', folder)
    expect(lines).toContain(`entries row ${row}, column id: "holmium" ${message}`)
    expect(status).toBe(1)
  })

  it('names the file and line of a table that is no CSV', () => {
    const folder = copy()
    writeFileSync(join(folder, 'events.csv'), 'id,date\n"open,2024\n')
    const { status, stderr } = dataset('check', folder)
    expect(stderr).toMatch(/events\.csv: .*line 2/)
    expect(status).toBe(1)
  })

  it('stops after fifty faults of a table, but counts them all', () => {
    const folder = copy()
    edit(folder, 'figures', ({ columns, rows }) => {
      for (const row of rows) row[columns.indexOf('unit')] = 'furlong'
    })
    const { lines } = dataset('check', folder)
    expect(lines).toHaveLength(52)
    expect(lines.slice(-2)).toEqual(['figures: and 1185 more.', `1,235 faults in ${folder}.`])
    expect(dataset('check', folder, '--all').lines).toHaveLength(1236)
  })
})

describe('diff', () => {
  it('says in words what was added, revised and removed', () => {
    const folder = copy()
    spoil(folder, 'figures', FIGURE, 'value', '62')
    const removed = edit(folder, 'events', ({ rows }) => rows.pop() as string[])
    const { status, lines } = dataset('diff', PACKAGE_FOLDER, folder)
    expect(lines).toEqual([
      'Figures: 1 revised',
      expect.stringMatching(
        /^ {2}revised: Japan, from China · Rare earths .*· import share · 2024: 71% → 62% \(source /,
      ),
      'Events: 1 removed',
      expect.stringContaining(removed[4] as string),
    ])
    expect(status).toBe(0)
  })

  it('compares folders and edition files', () => {
    const out = at('edition.json')
    expect(dataset('build', '--out', out).status).toBe(0)
    expect(dataset('diff', out, PACKAGE_FOLDER)).toMatchObject({ status: 0, stdout: 'Nothing changed.\n' })
    writeFileSync(at('other.json'), '{"format":1}')
    expect(dataset('diff', out, at('other.json'))).toMatchObject({ status: 1 })
  })
})

describe('stale and summary', () => {
  it('lists headlines past their time, oldest first', () => {
    const { status, lines } = dataset('stale', '--date', '2026-11-21')
    expect(lines[0]).toMatch(/^period\s+entry\s+economy\s+measure\s+figure\s+nearest newer reading$/)
    expect(lines.join('\n')).toMatch(
      /2023\s+heavy-rare-earths \(and 8 more\)\s+JPN\s+import-share\s+almost all\s+2026-01, part only: du-074/,
    )
    expect(lines.at(-1)).toMatch(/^\d+ headline figures past their time on 2026-11-21\.$/)
    expect(status).toBe(0)
    expect(dataset('stale', '--date', '2009-01-01').stdout).toBe('No headline figure is past its time on 2009-01-01.\n')
  })

  it('prints a table for the README', () => {
    const { status, lines } = dataset('summary')
    expect(status).toBe(0)
    expect(new Set(lines.map((line) => line.split('|').length))).toEqual(new Set([9]))
    expect(lines[2]).toBe('| All | 1,235 | 882 | 278 | 75 | 1971-01 | 2030-12 |')
    expect(dataset('summary', '--top', '0').lines.length).toBeGreaterThan(100)
  })
})

describe('build', () => {
  it('writes the same bytes to a file as to stdout, and says what changes against the file that is there', () => {
    const out = at('built.json')
    const first = dataset('build', '--out', out)
    expect(first.lines[0]).toMatch(/^New, edition .+: 1,235 figures/)
    expect(readFileSync(out, 'utf8')).toBe(dataset('build').stdout)
    const folder = copy()
    spoil(folder, 'figures', FIGURE, 'value', '62')
    const dry = dataset('build', folder, '--out', out, '--dry-run')
    expect(dry.stdout).toContain('71% → 62%')
    expect(dry.stdout).toContain('is not written')
    expect(readFileSync(out, 'utf8')).toBe(dataset('build').stdout)
    expect(dataset('build', folder, '--out', out).stdout).toContain('71% → 62%')
    expect(readFileSync(out, 'utf8')).toBe(dataset('build', folder).stdout)
  })

  it('builds nothing from a package at fault', () => {
    const folder = copy()
    spoil(folder, 'figures', FIGURE, 'value', 'many')
    const out = at('never.json')
    expect(dataset('build', folder, '--out', out)).toMatchObject({ status: 1, stdout: '' })
    expect(existsSync(out)).toBe(false)
  })
})

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

describe('a write that is killed', () => {
  const module = (path: string) => JSON.stringify(pathToFileURL(join(RUN, '..', path)).href)
  /** Removes the first row of two tables and kills itself before step `last` (0-based); prints the steps. */
  const script = at('kill.mjs')
  beforeAll(() => {
    mkdirSync(work, { recursive: true })
    writeFileSync(
      script,
      `import { writeTables } from ${module('dataset/write-package.ts')}
      import { readEditionFile } from ${module('dataset/package-files.ts')}
      const [folder, last] = process.argv.slice(2)
      const { tables: { figures, sources } } = await readEditionFile(folder)
      const cut = ({ columns, rows }) => ({ columns, rows: rows.slice(1) })
      let step = 0
      await writeTables(folder, { figures: cut(figures), sources: cut(sources) }, { version: '2031.1.1' }, (name) => {
        if (step++ === Number(last)) process.kill(process.pid, 'SIGKILL')
        process.stdout.write(name + '\\n')
      })`,
    )
  })
  const node = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url))
  const write = (folder: string, last: number) =>
    spawnSync(node, ['--disable-warning=ExperimentalWarning', script, folder, String(last)], { encoding: 'utf8' })

  it('leaves the dataset as it was, whatever the step', async () => {
    const whole = copy()
    const { stdout, status } = write(whole, Infinity)
    expect(status).toBe(0)
    const steps = stdout.trim().split('\n')
    expect(steps).toContain('exchange sources.csv')
    const [before, after] = [contents(PACKAGE_FOLDER), contents(whole)]
    expect(after).not.toEqual(before)
    for (const [index, step] of steps.entries()) {
      const folder = copy()
      expect([step, write(folder, index).signal]).toEqual([step, 'SIGKILL'])
      // What every command does first, in this process: eleven commands would take half a minute.
      const restored = await recoverFolder(folder)
      // Once the journal is gone the write counts; what was left is tidying.
      expect([step, contents(folder)]).toEqual([step, step === 'tidy' ? after : before])
      const isHalfWritten = step.startsWith('exchange') || step === 'end'
      expect([step, restored.includes('figures.csv')]).toEqual([step, isHalfWritten])
    }
    const folder = copy()
    write(folder, steps.indexOf('exchange sources.csv'))
    expect(dataset('stale', folder).stderr).toContain('put back as it was: figures.csv')
    expect(contents(folder)).toEqual(before)
  })

  it('is not disturbed while the other process still runs', () => {
    const folder = copy()
    writeFileSync(join(folder, '.write-journal.json'), JSON.stringify({ pid: process.pid, files: [] }))
    expect(dataset('check', folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`is being written by process ${process.pid}`),
    })
  })
})
