/** What every `dataset` command shares: its options read, its help printed, wrong usage told from bad input. */

import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { inWords } from '../fail.ts'

/** A command of the dataset tool. `run` resolves to the exit code; what it throws is told on one line. */
export interface Command {
  run: (args: string[]) => Promise<number>
}

/** The command was called wrongly (exit code 2), in contrast to files or data that are at fault (1). */
export class WrongUsage extends Error {}

const HELP_OPTION = { help: { type: 'boolean', short: 'h' } } as const

/**
 * Reads the arguments of a command that takes `least` to `most` file names. Where help was asked for it is printed and
 * the result is null. Throws {@link WrongUsage} where an option is unknown or a name is missing or too many.
 */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  help: string,
  args: string[],
  options: Options,
  [least, most]: readonly [least: number, most: number],
) {
  const { values, positionals } = parse(args, options)
  if ((values as { help?: boolean }).help) {
    console.log(help)
    return null
  }
  if (positionals.length < least || positionals.length > most) {
    const [usage = ''] = help.split('\n')
    throw new WrongUsage(`Usage: ${usage}`)
  }
  return { values, positionals }
}

function parse<Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, ...HELP_OPTION } })
  } catch (error) {
    throw new WrongUsage(inWords(error))
  }
}

/** The value of an option that must be given. Throws {@link WrongUsage} naming it. */
export function required(value: string | undefined, option: string): string {
  if (value === undefined) throw new WrongUsage(`--${option} is missing.`)
  return value
}

/** "1 fault", "2 faults", "1,235 figures". */
export const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
