/** `dataset diff`: what changed between two editions, in words. */

import { readArguments } from './command.ts'
import { openEdition } from './open-edition.ts'
import { diffText } from './print-diff.ts'

const HELP = `npm run -s dataset -- diff A B

Says in words what B adds, revises and removes against A. Each is a folder with the Data Package, an edition file
(dataset build) or a signed one (dataset sign, publish). Exits 0 also where they differ.`

export async function run(args: string[]): Promise<number> {
  const parsed = readArguments(HELP, args, {}, [2, 2])
  if (parsed === null) return 0
  const [before, after] = parsed.positionals as [string, string]
  const [from, to] = [await openEdition(before), await openEdition(after)]
  console.log(diffText(from.tables, to.tables))
  return 0
}
