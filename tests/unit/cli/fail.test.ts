/** Errors as people read them: what the system says of files, and Node of arguments, in words and on one line. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { inWords } from '../../../lib/cli/fail.ts'

const folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function saidOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return inWords(error)
  }
  return ''
}

describe('inWords', () => {
  const file = join(folder, 'a.txt')
  writeFileSync(file, '')

  it('tells a missing file from a missing folder', () => {
    const missing = join(folder, 'none.txt')
    expect(saidOf(() => readFileSync(missing))).toBe(`There is no file ${missing}.`)
    expect(saidOf(() => writeFileSync(join(folder, 'none', 'a.txt'), ''))).toBe(`There is no folder ${folder}/none.`)
  })

  it('tells a folder from a file', () => {
    expect(saidOf(() => readFileSync(folder))).toBe('A folder was given where a file is read.')
    expect(saidOf(() => writeFileSync(folder, ''))).toBe(`${folder} is a folder, not a file.`)
    expect(saidOf(() => mkdirSync(file, { recursive: true }))).toBe(`${file} is a file, not a folder.`)
    expect(saidOf(() => readFileSync(join(file, 'index.json')))).toBe(`${file} is a file, not a folder.`)
  })

  it('names the file that was asked for, not the one written beside it', () => {
    const error = Object.assign(new Error('EACCES: permission denied'), {
      code: 'EACCES',
      path: '/feed/.e.json.tmp-17',
    })
    expect(inWords(error)).toBe('/feed/e.json may not be read or written here (EACCES).')
  })

  it('points at --help where an argument is wrong', () => {
    const options = { out: { type: 'string' } } as const
    const said = (...args: string[]) => saidOf(() => parseArgs({ args, options, allowPositionals: true }))
    expect(said('--bogus')).toBe("Unknown option '--bogus'; --help lists what there is.")
    expect(said('--out')).toBe("Option '--out <value>' argument missing; --help lists what there is.")
    expect(saidOf(() => parseArgs({ args: ['x'], options }))).toBe(
      "Unexpected argument 'x'; --help lists what there is.",
    )
  })

  it('says anything else as it is', () => {
    expect(inWords(new Error('The edition has no tables.'))).toBe('The edition has no tables.')
    expect(inWords('text')).toBe('text')
  })
})
