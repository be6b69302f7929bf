/** Files that are either wholly written or not at all. Node only. */

import { open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The content of a UTF-8 file, or null where there is none. Throws where it is there and cannot be read. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Writes a file and waits until it is on the disk. `mode` is that of a new file. */
export async function writeThrough(file: string, text: string, mode = 0o666): Promise<void> {
  const handle = await open(file, 'w', mode)
  try {
    await handle.writeFile(text, 'utf8')
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A rename is on the disk once its folder is; Windows cannot open folders and needs no such step. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Puts `text` (UTF-8) in the place of `file`; whoever reads meanwhile sees the old content or the new. */
export async function replaceFile(file: string, text: string, mode?: number): Promise<void> {
  const beside = join(dirname(file), `.${basename(file)}.tmp-${process.pid}`)
  try {
    await writeThrough(beside, text, mode)
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await syncFolder(dirname(file))
}
