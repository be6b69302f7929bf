/** Managed policy: in Chromium a build with an id of its own, in both browsers the file that an administrator would write. */

import { createHash, generateKeyPairSync } from 'node:crypto'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const FOLDER = '/etc/chromium/policies/managed'
const FILE = join(FOLDER, 'tradegloss-test.json')

/** True where this user may write policies. */
export function canWritePolicy(): boolean {
  try {
    // Chromium watches the folder only if it is there when the browser starts.
    mkdirSync(FOLDER, { recursive: true })
    accessSync(FOLDER, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A copy of a build whose id is known: Chromium derives it from the manifest's key. */
export function buildWithId(build: string): { folder: string; id: string } {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const der = publicKey.export({ type: 'spki', format: 'der' })
  const id = Array.from(
    createHash('sha256').update(der).digest('hex').slice(0, 32),
    (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)],
  ).join('')
  const folder = mkdtempSync(join(tmpdir(), 'tradegloss-managed-'))
  cpSync(build, folder, { recursive: true })
  const manifest = join(folder, 'manifest.json')
  const content = JSON.parse(readFileSync(manifest, 'utf8')) as object
  writeFileSync(manifest, JSON.stringify({ ...content, key: der.toString('base64') }))
  return { folder, id }
}

let writing: ReturnType<typeof setInterval> | undefined

/** Sets the extension's policy; a running browser takes it up within seconds. */
export function setPolicy(id: string, policy: object): void {
  const write = () => writeFileSync(FILE, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }))
  clearInterval(writing)
  write()
  // Chromium has been seen to miss that its folder changed, and then to know nothing of it for minutes.
  writing = setInterval(write, 10_000)
}

export function removePolicy(): void {
  clearInterval(writing)
  rmSync(FILE, { force: true })
}

/** Where Firefox looks, by the name that a distribution gives it. */
const FIREFOX_FOLDERS = ['/etc/firefox/policies', '/etc/firefox-esr/policies']

/** True where this user may write policies for Firefox, and none are there that would be lost. */
export function canWriteFirefoxPolicy(): boolean {
  try {
    for (const folder of FIREFOX_FOLDERS) {
      mkdirSync(folder, { recursive: true })
      accessSync(folder, constants.W_OK)
    }
    return FIREFOX_FOLDERS.every((folder) => !existsSync(join(folder, 'policies.json')))
  } catch {
    return false
  }
}

/** Sets the extension's policy for every Firefox that is started from now on. */
export function setFirefoxPolicy(policy: object): void {
  const policies = { '3rdparty': { Extensions: { 'tradegloss@tradegloss.org': policy } } }
  for (const folder of FIREFOX_FOLDERS) writeFileSync(join(folder, 'policies.json'), JSON.stringify({ policies }))
}

export function removeFirefoxPolicy(): void {
  for (const folder of FIREFOX_FOLDERS) rmSync(join(folder, 'policies.json'), { force: true })
}
