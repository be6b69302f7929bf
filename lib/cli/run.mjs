/**
 * Starts every npm script: installs packages where they are missing or older than the lockfile, then runs the command
 * on the project's own Node. Plain JavaScript, since it must run before anything is installed.
 */

import { spawnSync } from 'node:child_process'
import { existsSync, lstatSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMANDS = ['start', 'test', 'build', 'annotate', 'dataset', 'check', 'score', 'bench', 'zip']
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const at = (...parts) => join(root, ...parts)
const isWindows = process.platform === 'win32'

const [command = '', ...args] = process.argv.slice(2)
if (!COMMANDS.includes(command)) {
  console.error(`Unknown command "${command}"; there are: ${COMMANDS.join(', ')}.`)
  process.exit(2)
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Tradegloss needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`)
  process.exit(1)
}

/** npm writes this file last, so its age tells whether the lockfile changed since. */
const installed = at('node_modules', '.package-lock.json')
const isInstalled =
  existsSync(installed) &&
  existsSync(at('node_modules', 'node', 'bin')) &&
  statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs
if (!isInstalled) {
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm would first empty the folder behind it, which is another clone's.
    console.error('node_modules is a link: run npm ci where it leads, or remove the link, then run the command again.')
    process.exit(1)
  }
  console.error('Installing packages (once) …')
  // What npm prints goes to stderr: stdout belongs to the command.
  const { status } = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  })
  if (status !== 0) {
    console.error(
      'The packages could not be installed: check the connection to the npm registry, then run the command again.',
    )
    process.exit(1)
  }
}

const node = at('node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')
const { status, signal } = spawnSync(
  node,
  ['--disable-warning=ExperimentalWarning', at('lib', 'cli', `${command}.ts`), ...args],
  // Compiled code is kept, so that the next command starts sooner.
  { stdio: 'inherit', env: { NODE_COMPILE_CACHE: at('node_modules', '.cache', 'compiled'), ...process.env } },
)
if (signal) process.kill(process.pid, signal)
process.exit(status ?? 1)
