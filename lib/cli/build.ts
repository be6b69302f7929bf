/** `npm run build [-- -b BROWSER]`: the extension for one browser, in `.output/<browser>-mv3/`. */

import { parseArgs } from 'node:util'
import { buildExtension, TARGETS, type Target } from './browser/extension.ts'
import { fail } from './fail.ts'

const HELP = `npm run build [-- -b ${TARGETS.join('|')}]

Builds the extension into .output/<browser>-mv3/.`

const options = {
  browser: { type: 'string', short: 'b', default: 'chrome' },
  help: { type: 'boolean', short: 'h' },
} as const

try {
  const { values } = parseArgs({ options })
  if (values.help) console.log(HELP)
  else if (!TARGETS.includes(values.browser as Target))
    throw new Error(`Unknown browser "${values.browser}"; there are: ${TARGETS.join(', ')}.`)
  else console.log(await buildExtension(values.browser as Target))
} catch (error) {
  fail(error)
}
