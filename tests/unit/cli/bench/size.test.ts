/** What a build weighs, as the bench and the check count it: every file of a part and no other, beside its limit. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { sizesOfBuild } from '../../../../lib/cli/bench/size.ts'

const folder = mkdtempSync(join(tmpdir(), 'tradegloss-'))
afterAll(() => rmSync(folder, { recursive: true }))

const FILES: Record<string, string> = {
  'scout.js': 'a'.repeat(10),
  'annotate.js': 'ab'.repeat(200),
  'assets/highlight.css': 'abc'.repeat(30),
  'article.js': 'article check',
  'popup.html': '<script src="/chunks/popup-1.js"></script><link href="/assets/shared-2.css">',
  'chunks/popup-1.js': 'popup',
  'assets/shared-2.css': 'styles of two pages',
  'chunks/options-3.js': 'options',
  'background.js': Array.from({ length: 200_000 }, (_, at) => (at * at).toString(36)).join(''),
  'licences.txt': 'licences',
}
const kilobytesOf = (...files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(FILES[file] as string).length, 0) / 1000

describe('sizesOfBuild', () => {
  it('says that an empty folder is no build', () =>
    expect(() => sizesOfBuild(folder)).toThrow(`The build in ${folder} holds nothing of this: scripts of a page.`))

  it('gives a row for what a page, an added site, the popup and the background load', () => {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, file, '..'), { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    const page = ['scout.js', 'annotate.js', 'assets/highlight.css']
    const popup = ['popup.html', 'chunks/popup-1.js', 'assets/shared-2.css']
    const row = (what: string, files: string[], limit: number | null) => ({
      what,
      measured: { value: expect.closeTo(kilobytesOf(...files), 6), unit: 'kB' },
      limit: limit && { kind: 'at most', value: limit },
      peers: {},
    })
    expect(sizesOfBuild(folder).rows).toEqual([
      row('scripts of a page', page, 35),
      row('scripts of a page on an added site', ['article.js', ...page], null),
      row('popup', popup, 25),
      row('background', ['background.js'], 250),
    ])
  })
})
