/** What people read of something that was thrown. */

import { expect, it } from 'vitest'
import { messageOf } from '../../../lib/unknown/message.ts'

it.each([
  [new TypeError('no such key'), 'no such key'],
  ['gone', 'gone'],
  [undefined, 'undefined'],
  [404, '404'],
])('is in plain words of %s: %s', (thrown, said) => expect(messageOf(thrown)).toBe(said))
