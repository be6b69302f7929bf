/** Arguments of commands that take none: they run for minutes, so that a slip is said at once. */

import { parseArgs } from 'node:util'
import { fail } from './fail.ts'

/** Ends the command with `help` where it is asked for, and with one line at anything else. */
export function takeNoArguments(help: string): void {
  try {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } })
    if (!values.help) return
  } catch (error) {
    fail(error)
  }
  console.log(help)
  process.exit(0)
}
