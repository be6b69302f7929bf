/** `npm run -s dataset`: the maintainer's tool. Finds the command and turns what it throws into one line and an exit code. */

import { WrongUsage, type Command } from './dataset/command.ts'
import { endProgress } from './dataset/progress.ts'
import { inWords, tellUnwritable } from './fail.ts'

const COMMANDS: Record<string, [summary: string, load: () => Promise<Command>]> = {
  check: ['every fault by table, row and column; totals where there is none', () => import('./dataset/check.ts')],
  diff: ['what changed between two editions, in words', () => import('./dataset/diff.ts')],
  stale: ['headline figures past their time, and what is newer', () => import('./dataset/stale.ts')],
  summary: ['figures by category, measure and economy, in Markdown', () => import('./dataset/summary.ts')],
  import: ['take in official figures: usgs, comtrade, dataweb, ds140', () => import('./dataset/import.ts')],
  build: ['the package as one edition file', () => import('./dataset/build.ts')],
  keygen: ['a new pair of keys', () => import('./dataset/keygen.ts')],
  sign: ['sign an edition', () => import('./dataset/sign.ts')],
  verify: ['verify a signed edition', () => import('./dataset/verify.ts')],
  publish: ['a signed edition as a static feed', () => import('./dataset/publish.ts')],
}

const HELP = `npm run -s dataset -- COMMAND …

${Object.entries(COMMANDS)
  .map(([name, [summary]]) => `  ${name.padEnd(9)}${summary}`)
  .join('\n')}

"COMMAND --help" says more of each. Exits 0 where all is well, 1 at a fault or bad input, 2 at wrong usage.`

async function main([name = '', ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    console.log(HELP)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) {
    const known = Object.keys(COMMANDS).join(', ')
    throw new WrongUsage(name === '' ? `Say a command: ${known}.` : `Unknown command "${name}"; there are: ${known}.`)
  }
  const [, load] = command
  return (await load()).run(args)
}

// What was asked for is done also where nobody reads on: the exit code says of a write that it was made.
tellUnwritable(() => {})

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  endProgress()
  process.stderr.write(`${inWords(error)}\n`)
  process.exitCode = error instanceof WrongUsage ? 2 : 1
}
