/** `npm run build [-- -b BROWSER]`: the extension for one browser, in `.output/<browser>-mv3/`. */

import { parseArgs } from 'node:util'
import { buildExtension, TARGETS, type Target } from './browser/extension.ts'
import { fail } from './fail.ts'

const { values } = parseArgs({
  options: { browser: { type: 'string', short: 'b', default: 'chrome' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  console.log(`npm run build [-- -b ${TARGETS.join('|')}]\n\nBuilds the extension into .output/<browser>-mv3/.`)
} else if (!TARGETS.includes(values.browser as Target)) {
  fail(`Unknown browser "${values.browser}"; there are: ${TARGETS.join(', ')}.`)
} else {
  console.log(await buildExtension(values.browser as Target).catch((error: unknown) => fail(error)))
}
