/** Reads an official file from disk as text: gzip opened, UTF-8 or Windows-1252 told apart, anything else refused. Node only. */

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { badFile } from './faults.ts'

/** Larger than any file read here; stops a gzip file that would fill the memory. */
const MAX_BYTES = 512 * 1024 * 1024

/** The bytes of a file. Throws an Error in words where it is missing, a folder or empty. */
export async function readBytes(path: string): Promise<Buffer> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`There is no file ${path}.`, { cause: error })
    if (code === 'EISDIR') throw new Error(`${path} is a folder, not a file.`, { cause: error })
    throw error
  }
  if (bytes.length === 0) throw badFile(basename(path), 'the file is empty.')
  return bytes
}

/** Text of a file, without a byte order mark. Throws an Error in words where it is no text that can be trusted. */
export async function readText(path: string): Promise<string> {
  return decode(await readBytes(path), basename(path))
}

/** The same for bytes at hand; `file` names them in errors. */
export function decode(raw: Buffer, file: string): string {
  let bytes = raw
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: MAX_BYTES })
    } catch (error) {
      throw badFile(file, `cannot be unpacked (${(error as Error).message}); is the download complete?`)
    }
  }
  if (bytes.length === 0) throw badFile(file, 'the file is empty.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw badFile(file, 'is a workbook or another zip archive; expected text.')
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw badFile(file, 'is UTF-16; expected UTF-8 or Windows-1252.')
  const text = decodeText(bytes)
  // oxlint-disable-next-line no-control-regex -- control characters are what tells a wrong encoding
  const odd = /[\u0000-\u0008\u000e-\u001f\u0080-\u009f]/.exec(text)
  if (odd !== null)
    throw badFile(file, 'is neither UTF-8 nor Windows-1252.', { row: text.slice(0, odd.index).split('\n').length })
  return text
}

/** What is valid UTF-8 is UTF-8: text in Windows-1252 with letters beyond ASCII almost never is. */
function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
