/** The command `dataset import` as the dispatcher calls it: what it prints, writes, returns and throws. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WrongUsage } from '../../../../lib/cli/dataset/command.ts'
import { run } from '../../../../lib/cli/dataset/import.ts'
import { inWords } from '../../../../lib/cli/fail.ts'
import { datasetCopy, emptyFolder, fixture } from './import/paths.ts'

let out: string[]

beforeEach(() => {
  out = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(...String(line).split('\n')))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

/** What the dispatcher says of a command that it ends with exit code 1, or 2 for wrong usage. */
async function refusal(args: string[], isWrongUsage = false): Promise<string> {
  const thrown: unknown = await run(args).catch((error: unknown) => error)
  expect([typeof thrown, thrown instanceof WrongUsage]).toEqual(['object', isWrongUsage])
  return inWords(thrown)
}

const filesIn = (folder: string) =>
  ['figures.csv', 'sources.csv', 'datapackage.json'].map((name) => readFileSync(join(folder, name), 'utf8'))
const USGS = fixture('MCS2031_Commodities_Data.csv')

describe('dataset import', () => {
  it('takes in an edition, says what changed and wrote, and has nothing to do the second time', async () => {
    const folder = datasetCopy()
    expect(await run(['usgs', USGS, '--history', fixture('MCS2031_versionHist.txt'), '--folder', folder])).toBe(0)
    expect(out[0]).toBe('MCS 2031: 37 rows read, 37 figures.')
    expect(out).toContain('  Abrasives (Manufactured): 1 (Price 1)')
    expect(out.find((line) => line.startsWith('Figures: '))).toMatch(/^Figures: \d+ added/)
    expect(out.join('\n')).toMatch(/added: .*antimony.* · 2030: .*41,000 .*antimony-mine-production-chn-wld-2030/)
    expect(out.at(-1)).toBe('Written: figures.csv, sources.csv.')
    const after = filesIn(folder)
    out = []
    expect(await run(['usgs', USGS, '--history', fixture('MCS2031_versionHist.txt'), '--folder', folder])).toBe(0)
    expect(out.at(-1)).toBe('Nothing changes: the dataset has all of this.')
    expect(filesIn(folder)).toEqual(after)
  })

  it('says which new source has no address that a card could link to', async () => {
    const said = async (...more: string[]) => {
      out = []
      await run(['usgs', USGS, '--folder', datasetCopy(), '--dry-run', ...more])
      return out.filter((line) => line.startsWith('Source '))
    }
    expect(await said()).toEqual([
      'Source usgs-mcs2031-data has no address: give it one in sources.csv, since cards link to it.',
    ])
    expect(await said('--url', 'https://doi.org/x')).toEqual([])
  })

  it('reads a gzipped file alike', async () => {
    const file = join(emptyFolder(), 'MCS2031_Commodities_Data.csv.gz')
    writeFileSync(file, gzipSync(readFileSync(USGS)))
    expect(await run(['usgs', file, '--folder', datasetCopy(), '--dry-run'])).toBe(0)
    expect(out[0]).toBe('MCS 2031: 37 rows read, 35 figures.')
  })

  it.each([
    ['usgs', USGS],
    ['comtrade', fixture('comtrade.csv')],
    ['dataweb', fixture('dataweb.xlsx')],
  ])('writes nothing in a dry run of %s', async (kind, file) => {
    const folder = datasetCopy()
    const before = filesIn(folder)
    expect(await run([kind, file, '--folder', folder, '--dry-run'])).toBe(0)
    expect(out.at(-1)).toBe('Nothing was written (--dry-run).')
    expect(filesIn(folder)).toEqual(before)
  })

  it.each([
    ['usgs', fixture('comtrade.csv'), 'comtrade.csv row 1: has no column "MCS chapter"'],
    ['usgs', fixture('ds140.xlsx'), 'ds140.xlsx: is a workbook or another zip archive; expected text.'],
    ['usgs', '/none/such.csv', 'There is no file /none/such.csv.'],
    ['comtrade', USGS, 'MCS2031_Commodities_Data.csv row 1: has no column "freqCode"'],
    ['comtrade', fixture('ds140.xlsx'), 'ds140.xlsx sheet Rare earths, row 1: has no column "freqCode"'],
    ['dataweb', USGS, 'MCS2031_Commodities_Data.csv: is not an Excel workbook (.xlsx).'],
    ['ds140', fixture('dataweb.xlsx'), 'dataweb.xlsx: has no sheet "Rare earths"'],
  ])(
    '%s: a file that is not what it should be gives one line, exit code 1 and no change',
    async (kind, file, message) => {
      const folder = datasetCopy()
      const before = filesIn(folder)
      const said = await refusal([kind, file, '--folder', folder])
      expect(said).toContain(message)
      expect(said).not.toContain('\n')
      expect(filesIn(folder)).toEqual(before)
    },
  )

  it('names a folder without a dataset', async () => {
    const folder = emptyFolder()
    const said = await refusal(['usgs', USGS, '--folder', folder])
    expect(said).toContain(folder)
  })

  it('writes nothing where the result would be unsound', async () => {
    const folder = datasetCopy()
    const entries = readFileSync(join(folder, 'entries.csv'), 'utf8')
    writeFileSync(join(folder, 'entries.csv'), entries.replace(/^antimony,.*\n/m, ''))
    const before = filesIn(folder)
    const said = await refusal(['usgs', USGS, '--folder', folder])
    expect(said).toMatch(/nothing was written.*"antimony" is not in entries\.id/s)
    expect(filesIn(folder)).toEqual(before)
  })

  it.each([
    ['171', 'figures row \\d+, column value: 171 % is no share: it must be 0 to 100'],
    ['-5', 'figures row \\d+, column value: -5 % is no share: it must be 0 to 100'],
  ])('writes nothing where check would find a fault: a share of %s %', async (share, fault) => {
    const folder = datasetCopy()
    const before = filesIn(folder)
    const file = join(emptyFolder(), 'MCS2031_Commodities_Data.csv')
    writeFileSync(file, readFileSync(USGS, 'latin1').replace(/,41,(?=Includes Hong Kong)/, `,${share},`), 'latin1')
    const said = await refusal(['usgs', file, '--folder', folder])
    expect(said).toMatch(
      new RegExp(
        `nothing was written\\. ${fault} \\(antimony-import-share-usa-chn-2026-2029: MCS2031_Commodities_Data\\.csv row 13\\)$`,
      ),
    )
    expect(filesIn(folder)).toEqual(before)
  })

  it.each([
    ['months', /^C,A,/gm, 'C,M,', 'Not carried: 11 rows. HS 2846: 8 (not annual 8)'],
    ['exports', /,M,Import,/g, ',X,Export,', 'HS 2846: 8 (flow X 8)'],
    ['shares of no world', /^.*,World,0,W00,World,.*\n/gm, '', 'HS 2846, JPN, 2030: no row for the partner World (0)'],
  ])('says that nothing of a file of %s could be used, and why', async (_, from, to, why) => {
    const folder = datasetCopy()
    const before = filesIn(folder)
    const file = join(emptyFolder(), 'comtrade.csv')
    writeFileSync(file, readFileSync(fixture('comtrade.csv'), 'utf8').replaceAll('\r', '').replace(from, to))
    const said = await refusal(['comtrade', file, '--folder', folder])
    expect(out.at(-1)).not.toContain('Nothing changes')
    expect(said).toMatch(/^Nothing of UN Comtrade could be used\. [^\n]+$/)
    expect(said).toContain(why)
    expect(filesIn(folder)).toEqual(before)
  })

  it('says what is to be put into other languages, which is refused only when it is published', async () => {
    const folder = datasetCopy()
    const wordings = readFileSync(join(folder, 'wordings.csv'), 'utf8')
    writeFileSync(join(folder, 'wordings.csv'), wordings.replace(/^antimony content,ja,.*\n/m, ''))
    expect(await run(['usgs', USGS, '--folder', folder])).toBe(0)
    expect(out.at(-2)).toBe('To be put into other languages before it is published: 1 wording; check names them.')
    expect(out.at(-1)).toBe('Written: figures.csv, sources.csv.')
  })

  it.each([
    [[], 'Say what to import: usgs, comtrade, dataweb, ds140.'],
    [['eurostat', 'f'], 'Unknown kind "eurostat": usgs, comtrade, dataweb, ds140.'],
    [['toString'], 'Unknown kind "toString": usgs, comtrade, dataweb, ds140.'],
    [['usgs'], 'Usage: npm run -s dataset -- import usgs FILE'],
    [['usgs', 'a', 'b'], 'Usage: npm run -s dataset -- import usgs FILE'],
    [['usgs', 'a', '--what'], "Unknown option '--what'"],
    [['usgs', 'a', '--published', 'May'], '--published "May" is no day of the form YYYY-MM-DD.'],
    [['usgs', 'a', '--published', '2026-02-31'], '--published "2026-02-31" is no day of the form YYYY-MM-DD.'],
    [['usgs', 'a', '--url', 'x'], '--url "x" is no web address.'],
    [['usgs', 'f', '--published', '2026'], '--published "2026" is no day of the form YYYY-MM-DD.'],
    [['comtrade'], 'Give at least one FILE, or --fetch.'],
    [['comtrade', 'f', '--hs', '2846'], '--hs goes with --fetch.'],
    [['comtrade', 'f', '--fetch'], 'Give either FILE or --fetch, not both.'],
    [['comtrade', '--fetch', '--reporter', 'JPN', '--hs', '2846'], '--fetch needs --years.'],
    [
      ['comtrade', '--fetch', '--reporter', 'ATL', '--hs', '2846', '--years', '2030'],
      '--reporter "ATL" is no economy of the dataset.',
    ],
    [
      ['comtrade', '--fetch', '--reporter', 'JPN', '--hs', '1234', '--years', '2030'],
      '--hs "1234" has no entry; there are: ',
    ],
    [
      ['comtrade', '--fetch', '--reporter', 'JPN', '--hs', '2846', '--years', '2030-2020'],
      '--years "2030-2020" is neither a year nor years from–to',
    ],
    [
      ['comtrade', '--fetch', '--reporter', 'JPN', '--hs', '2846', '--years', '2030', '--timeout', 'x'],
      '--timeout "x" is no number of seconds.',
    ],
    [
      ['comtrade', '--fetch', '--reporter', 'JPN', '--hs', '2846', '--years', '2030', '--base-url', 'x'],
      '--base-url "x" is no web address.',
    ],
    [
      ['comtrade', '--fetch', '--reporter', 'JPN', '--hs', '2846', '--years', '2030'],
      'Set the environment variable COMTRADE_KEY',
    ],
  ])('%j is wrong usage', async (args, message) => {
    vi.stubEnv('COMTRADE_KEY', '')
    expect(await refusal(args, true)).toContain(message)
  })

  it.each([['--help'], ['usgs', '--help'], ['comtrade', '--help'], ['dataweb', '-h'], ['ds140', '--help']])(
    'explains itself: %s %s',
    async (...args) => {
      expect(await run(args.filter(Boolean))).toBe(0)
      expect(out.join('\n')).toContain('Exit codes: 0 done')
      expect(out.join('\n')).toContain('--dry-run')
    },
  )
})
