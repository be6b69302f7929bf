/** Commands in words: ours in the interface's language, others as the browser tells them. */

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandInWords } from '../../../lib/i18n/commands.ts'

const key = (message: string) => message

it('are said by us where we know them', () => {
  expect(commandInWords('next', 'Next', key)).toBe('command_next')
  expect(commandInWords('later', 'Later', key)).toBe('Later')
  expect(commandInWords('later', '', key)).toBe('later')
})

it('are all known that the manifest names', () => {
  const config = readFileSync(new URL('../../../wxt.config.ts', import.meta.url), 'utf8')
  const named = [...config.matchAll(/__MSG_(command_\w+?)__/g)].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(4)
  for (const name of named) expect(commandInWords(name.replace('command_', ''), '', key)).toBe(name)
})
