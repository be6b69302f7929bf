/** What is found by some of its words. */

import { expect, it } from 'vitest'
import { everyWordOf } from '../../../components/ui/every-word.ts'

it.each([
  ['', 'Nikkei Asia', true],
  ['  ', '', true],
  ['asia NIKKEI', 'Nikkei Asia', true],
  ['kei  as', 'Nikkei Asia', true],
  ['nikkei europe', 'Nikkei Asia', false],
  ['尖閣', '尖閣諸島 Senkaku', true],
])('%j is looked for in %j: %s', (asked, text, isFound) => expect(everyWordOf(asked)(text)).toBe(isFound))
