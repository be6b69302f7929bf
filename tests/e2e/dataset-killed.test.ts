/** The maintainer's tool killed in the middle of a write: the dataset is as it was. */

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { recoverFolder } from '../../lib/cli/dataset/exchange-files.ts'
import { PACKAGE_FOLDER } from '../../lib/cli/dataset/package-files.ts'
import { contents, dataset, RUN, workplace } from './dataset-tool.ts'

const { at, copy } = workplace()

describe('a write that is killed', () => {
  const module = (path: string) => JSON.stringify(pathToFileURL(join(RUN, '..', path)).href)
  /** Removes the first row of two tables and kills itself before step `last` (0-based); prints the steps. */
  const script = at('kill.mjs')
  beforeAll(() => {
    writeFileSync(
      script,
      `import { exchangeFiles } from ${module('dataset/exchange-files.ts')}
      import { csvText } from ${module('dataset/write-package.ts')}
      import { readEditionFile } from ${module('dataset/package-files.ts')}
      const [folder, last] = process.argv.slice(2)
      const { tables: { figures, sources } } = await readEditionFile(folder)
      const cut = ({ columns, rows }) => csvText({ columns, rows: rows.slice(1) })
      let step = 0
      const texts = new Map([['figures.csv', cut(figures)], ['sources.csv', cut(sources)]])
      await exchangeFiles(folder, texts, (name) => {
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
