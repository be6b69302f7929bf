/** Finds the browsers that commands need, and installs them where there is none. Node only. */

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, dirname } from 'node:path'
import { chromium } from 'playwright-core'

export type BrowserName = 'chromium' | 'firefox'

const CANDIDATES: Record<BrowserName, string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
}
const OVERRIDES: Record<BrowserName, string> = { chromium: 'TRADEGLOSS_CHROMIUM', firefox: 'TRADEGLOSS_FIREFOX' }
const DEBIAN: Record<BrowserName, string> = { chromium: 'chromium', firefox: 'firefox-esr' }

const isRoot = process.getuid?.() === 0
const say = (line: string) => process.stderr.write(`${line}\n`)
const runs = (command: string, args: string[]) =>
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** Path of an installed browser, or null. The environment variable of {@link OVERRIDES} wins. */
export function findBrowser(name: BrowserName): string | null {
  const override = process.env[OVERRIDES[name]]
  if (override) return existsSync(override) ? override : null
  const own = name === 'chromium' ? [chromium.executablePath()] : []
  return [...CANDIDATES[name], ...own].find((path) => existsSync(path)) ?? null
}

/** True where Debian's packages could be installed; elsewhere, or without the right to, nothing was done. */
function installPackages(name: string, packages: readonly string[]): boolean {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false
  say(`Installing ${name} from Debian's packages (once) …`)
  return (
    runs('apt-get', ['update', '-qq']) &&
    runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages])
  )
}

function install(name: BrowserName): string | null {
  // Fonts for the four East Asian locales, without which screenshots show boxes.
  if (installPackages(DEBIAN[name], [DEBIAN[name], 'fonts-noto-cjk'])) return findBrowser(name)
  if (name === 'chromium') {
    say("Downloading Playwright's Chromium (once) …")
    const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
    if (runs(process.execPath, [cli, 'install', 'chromium'])) return findBrowser(name)
  }
  return null
}

/** Path of the browser, installing it if need be. Throws an Error whose message is the one line that says what to do. */
export function needBrowser(name: BrowserName): string {
  const override = process.env[OVERRIDES[name]]
  if (override && !existsSync(override))
    throw new Error(`${OVERRIDES[name]} is ${override}, and there is no such file.`)
  const path = findBrowser(name) ?? install(name)
  if (path === null)
    throw new Error(
      `No ${name === 'chromium' ? 'Chromium' : 'Firefox'} was found or could be installed: install it (Debian: apt-get install ${DEBIAN[name]}) or set ${OVERRIDES[name]} to its path.`,
    )
  return path
}

/** A screen and a hand for the few tests that answer a browser's own prompts; where they cannot be installed those tests say so and skip. */
export function wantDisplay(): void {
  const tools = ['/usr/bin/Xvfb', '/usr/bin/xdotool']
  if (!tools.every((path) => existsSync(path))) installPackages('Xvfb and xdotool', ['xvfb', 'xdotool'])
}
