/** Replaces several files of a folder together, all or none, also where the process is killed half-way. Node only. */

import { copyFile, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { readIfThere, syncFolder, writeThrough } from './write-file.ts'

/** Stands in the folder only while files change places; whoever finds it without its process puts the old files back. */
const JOURNAL = '.write-journal.json'
const LEFTOVER = /^\..+\.(?:tmp|old)-(\d+)$/

interface Journal {
  pid: number
  /** Names of the files that change; `isNew` where there was none before. */
  files: { name: string; isNew: boolean }[]
}

/** Told before every step that touches the disk, so that a test can end the process at each of them. */
export type OnStep = (step: string) => void

const besides = (folder: string, name: string, kind: 'tmp' | 'old', pid = process.pid) =>
  join(folder, `.${name}.${kind}-${pid}`)

/**
 * Replaces files of `folder` by `texts` (name to content, UTF-8) in their order, all or none: new files and copies of
 * the old ones are on the disk before a journal names them, and only then do they change places. The change counts
 * once the journal is gone. Files whose bytes would not change are left alone. Returns the names of the files written.
 * Throws where a disk operation fails; the folder is then as it was.
 */
export async function exchangeFiles(
  folder: string,
  texts: ReadonlyMap<string, string>,
  onStep: OnStep = () => {},
): Promise<string[]> {
  await recoverFolder(folder)
  const files: Journal['files'] = []
  try {
    for (const [name, text] of texts) {
      const old = await readIfThere(join(folder, name))
      if (old === text) continue
      onStep(`write ${name}`)
      await writeThrough(besides(folder, name, 'tmp'), text)
      onStep(`keep ${name}`)
      if (old !== null) await copyThrough(join(folder, name), besides(folder, name, 'old'))
      files.push({ name, isNew: old === null })
    }
    if (files.length === 0) return []
    onStep('write journal')
    const journal = besides(folder, JOURNAL, 'tmp')
    await writeThrough(journal, JSON.stringify({ pid: process.pid, files } satisfies Journal))
    onStep('begin')
    await rename(journal, join(folder, JOURNAL))
    await syncFolder(folder)
    for (const { name } of files) {
      onStep(`exchange ${name}`)
      await rename(besides(folder, name, 'tmp'), join(folder, name))
    }
    await syncFolder(folder)
    onStep('end')
    await rm(join(folder, JOURNAL))
    await syncFolder(folder)
  } catch (error) {
    if ((await readIfThere(join(folder, JOURNAL))) !== null) await putBack(folder, { pid: process.pid, files })
    await sweep(folder)
    throw error
  }
  onStep('tidy')
  await sweep(folder)
  return files.map(({ name }) => name)
}

/**
 * Puts a folder right whose last {@link exchangeFiles} was killed: the old files come back, leftovers go. Returns the
 * names of the files put back. Throws where the process that writes them is still running, or another hand wrote the journal.
 */
export async function recoverFolder(folder: string): Promise<string[]> {
  const text = await readIfThere(join(folder, JOURNAL))
  const journal = text === null ? null : journalIn(text, folder)
  if (journal !== null) {
    if (isElsewhere(journal.pid))
      throw new Error(`${folder} is being written by process ${journal.pid}; try again when it has ended.`)
    await putBack(folder, journal)
  }
  await sweep(folder)
  return journal?.files.map(({ name }) => name) ?? []
}

/** The journal in a text. A folder may come from anybody: one that names what lies elsewhere would have it deleted. */
function journalIn(text: string, folder: string): Journal {
  try {
    const journal = JSON.parse(text) as Journal
    const isOurs = journal.files.every(({ name }) => name !== '..' && basename(name) === name && !name.includes('\\'))
    if (isOurs && Number.isInteger(journal.pid)) return journal
  } catch {
    // Said below.
  }
  throw new Error(`${join(folder, JOURNAL)} was not written by this tool; delete it.`)
}

/** May be killed itself and run again: a copy that is gone has been put back already. */
async function putBack(folder: string, { pid, files }: Journal): Promise<void> {
  for (const { name, isNew } of files) {
    const old = besides(folder, name, 'old', pid)
    if (isNew) await rm(join(folder, name), { force: true })
    else if ((await readIfThere(old)) !== null) await rename(old, join(folder, name))
  }
  await syncFolder(folder)
  await rm(join(folder, JOURNAL))
  await syncFolder(folder)
}

/** Removes what no running process is still to use. Only to be called without a journal. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = LEFTOVER.exec(name)?.[1]
    if (pid !== undefined && !isElsewhere(Number(pid))) await rm(join(folder, name), { force: true })
  }
}

/** True where another process of that number runs. */
function isElsewhere(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function copyThrough(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  const handle = await open(to, 'r+')
  await handle.sync().finally(() => handle.close())
}
