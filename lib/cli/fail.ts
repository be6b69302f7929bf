/** How every command ends badly: one clear line on stderr and exit code 1. */

import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** What a command writes beside the file that it replaces carries the name of that one. */
const BESIDE = /^\.(.+)\.(?:tmp|old)-\d+$/

/** What went wrong with a file or folder, told without the system's names; null for what is no such error. */
function fileFault({ code, path }: NodeJS.ErrnoException): string | null {
  // Reading a folder says no more than that.
  if (path === undefined) return code === 'EISDIR' ? 'A folder was given where a file is read.' : null
  const folder = dirname(path)
  const name = path.replace(basename(path), basename(path).replace(BESIDE, '$1'))
  switch (code) {
    case 'ENOENT':
      return existsSync(folder) ? `There is no file ${name}.` : `There is no folder ${folder}.`
    case 'ENOTDIR':
      return `${folder} is a file, not a folder.`
    case 'EEXIST':
      return `${path} is a file, not a folder.`
    case 'EISDIR':
      return `${name} is a folder, not a file.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${name} may not be read or written here (${code}).`
    case 'ENOSPC':
      return `${name} cannot be written: the disk is full.`
    default:
      return null
  }
}

/** What Node says of wrong arguments, without its advice on names that begin with a dash. */
const argumentFault = ({ code, message }: NodeJS.ErrnoException): string | null =>
  code?.startsWith('ERR_PARSE_ARGS')
    ? `${message.split('. ', 1)[0]?.replace(/\.$/, '')}; --help lists what there is.`
    : null

/** Whatever was thrown, as one line for people. */
export function inWords(reason: unknown): string {
  if (!(reason instanceof Error)) return String(reason)
  return argumentFault(reason) ?? fileFault(reason) ?? reason.message
}

export function fail(reason: unknown): never {
  process.stderr.write(`${inWords(reason)}\n`)
  process.exit(1)
}

/** Output that cannot be written ends a command badly. A pipe that its reader closes (head) is no fault: then `onClosed` decides. */
export function tellUnwritable(onClosed: () => void): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') onClosed()
    else fail(`The output cannot be written: ${error.message}.`)
  })
}
