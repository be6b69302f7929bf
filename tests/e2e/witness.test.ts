/** The witness of the saved pages does see: an extension that touches, moves, prints and asks is noticed in both browsers. */

import { expect, it } from 'vitest'
import { pageOf } from './article.ts'
import { type BrowserName, startDriver } from './driver.ts'
import { eventually } from './waiting.ts'
import { otherExtension } from '../../lib/cli/bench/pages/other-extension.ts'
import { testimonyOf, WITNESS } from './witness.ts'

const ASKED = 'https://www.reuters.com/asked-by-an-extension'
const LOUD = `setTimeout(() => {
  console.log('a line of another world')
  fetch('${ASKED}').catch(() => {})
  document.querySelector('p').setAttribute('data-touched', '')
  document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 80px' }))
  throw new Error('an error of another world')
}, 500)`

it.each(['chromium', 'firefox'] satisfies BrowserName[])(
  'an extension that is not harmless is noticed in %s',
  async (name) => {
    const driver = await startDriver(name, true)
    try {
      await driver.browser.installExtension(otherExtension(LOUD))
      const article = await driver.open(pageOf('<p>One.</p><p>Two.</p>'), undefined, { before: WITNESS })
      const before = await testimonyOf(article)
      const after = await eventually(
        () => testimonyOf(article),
        ({ mutations, lines, requests }) => mutations.length >= 2 && lines.length >= 2 && requests.includes(ASKED),
      )
      expect(before.mutations).toEqual([])
      expect(after.mutations).toEqual(['attributes P data-touched', 'childList BODY '])
      expect(after.lines.join('\n')).toMatch(/a line of another world[^]*an error of another world/)
      expect(after.requests).toContain(ASKED)
      expect(after.html).not.toBe(before.html)
      expect(after.boxes.slice(0, before.boxes.length)).not.toEqual(before.boxes)
      // Firefox does not measure shifts; there the boxes tell.
      expect(after.shift > before.shift).toBe(name === 'chromium')
    } finally {
      await driver.close()
    }
  },
)
