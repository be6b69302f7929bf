/** The maintainer's tool as a person types it: every command says what it does, what changed, what is stale, and builds. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { PACKAGE_FOLDER } from '../../lib/cli/dataset/package-files.ts'
import { dataset, edit, FIGURE, spoil, workplace } from './dataset-tool.ts'

const { at, copy } = workplace()

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
