/** `npm run bench`: what the README's numbers are taken from, each measurement beside its limit and its peers; exits 1 where one is missed. */

import { parseArgs } from 'node:util'
import { jsonOf, printSection } from './bench/print.ts'
import { isMet, type Measured, type Section } from './bench/section.ts'
import { measurePages } from './bench/pages.ts'
import { measureSize } from './bench/size.ts'
import { measureText } from './bench/text.ts'
import { fail } from './fail.ts'

const SECTIONS: readonly Measured[] = [
  { name: 'text', run: measureText },
  { name: 'size', run: measureSize },
  { name: 'pages', run: measurePages },
]

const HELP = `npm run -s bench -- [SECTION …] [--every N] [--json]

  Sections: ${SECTIONS.map(({ name }) => name).join(', ')}; all of them where none is named.

  --every N  pages: every Nth saved page only, for a quick look
  --json     one JSON object on stdout, numbers unrounded`

async function run(names: readonly string[], every: number, isJson: boolean): Promise<void> {
  const unknown = names.find((name) => SECTIONS.every((section) => section.name !== name))
  if (unknown !== undefined)
    throw new Error(`There is no section "${unknown}"; there are: ${SECTIONS.map(({ name }) => name).join(', ')}.`)
  const done: { name: string; section: Section }[] = []
  for (const { name, run: measure } of SECTIONS) {
    if (names.length > 0 && !names.includes(name)) continue
    const section = await measure(every)
    done.push({ name, section })
    if (!isJson) console.log(printSection(name, section))
  }
  if (isJson) console.log(jsonOf(done))
  if (!done.every(({ section }) => section.rows.every(isMet))) process.exitCode = 1
}

const options = {
  every: { type: 'string', default: '1' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  if (values.help) console.log(HELP)
  else if (!/^[1-9]\d*$/.test(values.every))
    throw new Error(`--every wants a whole number from 1 on, not "${values.every}".`)
  else await run(positionals, Number(values.every), values.json ?? false)
} catch (error) {
  fail(error)
}
