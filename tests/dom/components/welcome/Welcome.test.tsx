/** The welcome page as it is drawn: a sample to try, what stays private, and where to go on. */

import { render } from 'preact'
import { afterEach, expect, it, vi } from 'vitest'
import { Welcome, type WelcomeProps } from '../../../../components/welcome/Welcome.tsx'
import { t } from '../words.ts'

function draw(change: Partial<WelcomeProps> = {}) {
  const actions = { onSettings: vi.fn<() => void>(), onSites: vi.fn<() => void>() }
  const props: WelcomeProps = {
    t,
    sites: 1521,
    shortcuts: [{ does: 'Next mention', keys: 'Alt+Shift+J' }],
    nextKeys: 'Alt+Shift+J',
    isReady: true,
    isTouch: false,
    ...actions,
    ...change,
  }
  render(<Welcome {...props} />, document.body)
  return actions
}
afterEach(() => render(null, document.body))
const words = () => document.body.textContent ?? ''

it('has one heading for the page, and a sample as an article', () => {
  draw()
  expect(document.querySelectorAll('h1').length).toBe(1)
  expect(document.querySelector('article')?.textContent).toContain('dysprosium')
  for (const section of document.querySelectorAll('section'))
    expect(document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.tagName).toBe('H2')
})

it('says how to try it, by pointer, keyboard or touch, once there is something to try', () => {
  draw()
  expect(document.querySelector('[role=status]')?.textContent).toBe(
    'Try it: rest the pointer on an underlined word. Or press Alt+Shift+J.',
  )
  draw({ nextKeys: '' })
  expect(document.querySelector('[role=status]')?.textContent).not.toContain('press')
  draw({ isTouch: true })
  expect(document.querySelector('[role=status]')?.textContent).toContain('tap')
  draw({ isReady: false })
  expect(document.querySelector('[role=status]')?.textContent).toContain('being prepared')
})

it('counts the sites as the language writes numbers, and shows the shortcuts that are set', () => {
  draw()
  expect(words()).toContain('1,521 news sites')
  expect(document.querySelector('kbd')?.textContent).toBe('Alt+Shift+J')
  draw({ shortcuts: [] })
  expect(document.querySelector('kbd')).toBeNull()
})

it('leads to the settings and to the list of sites', () => {
  const { onSettings, onSites } = draw()
  for (const button of document.querySelectorAll('button')) button.click()
  expect(onSettings).toHaveBeenCalledOnce()
  expect(onSites).toHaveBeenCalledOnce()
})
