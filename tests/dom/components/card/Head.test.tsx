/** The head of the card: what keeps it open, closes it, moves it, and leads back. */

import { describe, expect, it } from 'vitest'
import { buttons, press } from '../buttons.ts'
import { draw, full } from './sample-card.tsx'

describe('the head', () => {
  it('has a button to keep it open, which says how it stands, and one to close', () => {
    const { onPin, onClose } = draw(full)
    expect(press('Keep open').getAttribute('aria-pressed')).toBe('false')
    expect(onPin).toHaveBeenCalledTimes(1)
    press('Close')
    expect(onClose).toHaveBeenCalledTimes(1)
  })

  it('says that it is kept open', () => {
    draw(full, { isPinned: true })
    // Another name as well would say the opposite: "do not keep open, pressed".
    expect(press('Keep open').getAttribute('aria-pressed')).toBe('true')
  })

  it('has a way back from an entry that was opened in the card', () => {
    const { onBack } = draw(full, { canGoBack: true })
    expect(press('Back')).toBe(buttons()[0])
    expect(onBack).toHaveBeenCalledTimes(1)
  })
})

describe('moving', () => {
  it('is by arrow keys, finer with Shift, and by a click', () => {
    const { onMove, onDock } = draw(full)
    const button = press('Move (arrow keys; click for the next corner)')
    expect(onDock).toHaveBeenCalledTimes(1)
    const arrow = (key: string, shiftKey = false) => {
      const event = new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true })
      button.dispatchEvent(event)
      return event.defaultPrevented
    }
    expect([arrow('ArrowLeft'), arrow('ArrowDown', true), arrow('a')]).toEqual([true, true, false])
    expect(onMove.mock.calls).toEqual([
      [-20, 0],
      [0, 2],
    ])
  })
})
