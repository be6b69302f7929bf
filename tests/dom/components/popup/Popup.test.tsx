/** The popup as it is drawn: a switch per category, this site, pause, and why nothing is shown. */

import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Popup, type PopupProps } from '../../../../components/popup/Popup.tsx'
import { CATEGORIES } from '../../../../lib/detect/types.ts'
import type { PageState } from '../../../../lib/messaging/protocol.ts'
import { SETTINGS, type Settings } from '../../../../lib/settings/definition.ts'
import { t } from '../words.ts'

const settings: Settings = {
  categories: SETTINGS.categories.default,
  isPaused: false,
  sitesOff: [],
}
const page: PageState = {
  host: 'www.reuters.com',
  isOn: true,
  isRead: true,
  counts: { 'rare-earths': 3, 'dual-use': 0, senkaku: 12, 'one-china': 1 },
  edition: '2026.11.1',
  canDraw: true,
}

function draw(change: Partial<Pick<PopupProps, 'settings' | 'page' | 'edition'>> = {}) {
  const calls = {
    onCategory: vi.fn<PopupProps['onCategory']>(),
    onSite: vi.fn<PopupProps['onSite']>(),
    onPause: vi.fn<PopupProps['onPause']>(),
  }
  render(<Popup settings={settings} page={page} edition="2026.11.1" t={t} {...calls} {...change} />, document.body)
  return calls
}
afterEach(() => render(null, document.body))

const LABELS = ['Rare earths', 'Dual-use goods', 'Senkaku/Diaoyu incident', 'One-China policy']
const switches = () => [...document.querySelectorAll<HTMLButtonElement>('[role="switch"]')]
const named = (name: string) => {
  const found = switches().find((each) => each.getAttribute('aria-label') === name)
  if (!found) throw new Error(`There is no switch "${name}".`)
  return found
}
const isOn = (name: string) => named(name).getAttribute('aria-checked')
const reason = () => document.querySelector('[role="status"]')?.textContent ?? null

describe('switches', () => {
  it('are one per category, named by its label, then this site, then pause', () => {
    draw()
    expect(switches().map((each) => each.getAttribute('aria-label'))).toEqual([
      ...LABELS,
      'Marks on www.reuters.com',
      'Pause everywhere',
    ])
    expect(switches().every(({ type, nodeName }) => type === 'button' && nodeName === 'BUTTON')).toBe(true)
  })

  it('show how the settings stand', () => {
    draw({
      settings: { ...settings, categories: { ...settings.categories, senkaku: false }, sitesOff: ['www.reuters.com'] },
    })
    expect(LABELS.map(isOn)).toEqual(['true', 'true', 'false', 'true'])
    expect(isOn('Marks on www.reuters.com')).toBe('false')
    expect(isOn('Pause everywhere')).toBe('false')
  })

  it.each(CATEGORIES.map((category, at) => [category, LABELS[at] as string] as const))(
    'switch %s',
    (category, label) => {
      const { onCategory } = draw()
      named(label).click()
      expect(onCategory).toHaveBeenCalledExactlyOnceWith(category, false)
    },
  )

  it('switch back on', () => {
    const { onCategory, onSite } = draw({
      settings: { ...settings, categories: { ...settings.categories, senkaku: false }, sitesOff: ['www.reuters.com'] },
    })
    named('Senkaku/Diaoyu incident').click()
    expect(onCategory).toHaveBeenCalledExactlyOnceWith('senkaku', true)
    named('Marks on www.reuters.com').click()
    expect(onSite).toHaveBeenCalledExactlyOnceWith('www.reuters.com', true)
  })

  it('switch this site off, and pause', () => {
    const { onSite, onPause } = draw()
    named('Marks on www.reuters.com').click()
    expect(onSite).toHaveBeenCalledExactlyOnceWith('www.reuters.com', false)
    named('Pause everywhere').click()
    expect(onPause).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('take a click on their label too, which assistive technology does not hear twice', () => {
    const { onCategory } = draw()
    const label = document.querySelector<HTMLElement>('.switch-label')
    expect(label?.getAttribute('aria-hidden')).toBe('true')
    label?.click()
    expect(onCategory).toHaveBeenCalledExactlyOnceWith('rare-earths', false)
  })

  it('leave the site alone while all is paused', () => {
    const { onSite } = draw({ settings: { ...settings, isPaused: true }, page: { ...page, isOn: false } })
    expect(isOn('Pause everywhere')).toBe('true')
    const site = named('Marks on www.reuters.com')
    expect(site.disabled).toBe(true)
    site.click()
    ;[...document.querySelectorAll<HTMLElement>('.switch-label')]
      .find((label) => label.textContent?.includes('reuters'))
      ?.click()
    expect(onSite).not.toHaveBeenCalled()
  })

  it('offer no site where there is none', () => {
    draw({ page: null })
    expect(switches().map((each) => each.getAttribute('aria-label'))).toEqual([...LABELS, 'Pause everywhere'])
  })
})

describe('counts', () => {
  const counts = () => [...document.querySelectorAll('.count')].map(({ textContent }) => textContent)
  it('stand beside each category, with words', () => {
    draw()
    expect(counts()).toEqual(['3', '0', '12', '1'])
    expect(document.querySelector('.count')?.getAttribute('aria-label')).toBe('3 mentions')
  })
  it('wait until the page is read', () => {
    draw({ page: { ...page, isRead: false } })
    expect(counts()).toEqual([])
  })
  it('are nought for a category that the page does not know', () => {
    draw({ page: { ...page, counts: {} } })
    expect(counts()).toEqual(['0', '0', '0', '0'])
  })
})

describe('why nothing is shown', () => {
  const none = { 'rare-earths': 0, 'dual-use': 0, senkaku: 0, 'one-china': 0 }
  it.each<[string, Parameters<typeof draw>[0], string | null]>([
    ['something is', {}, null],
    ['not a news site', { page: null }, 'Tradegloss does not run on this page. It runs on a list of news sites.'],
    ['no dataset yet', { edition: null }, 'The dataset is being prepared. Reload the page in a moment.'],
    ['still reading', { page: { ...page, isRead: false } }, 'Reading the page…'],
    ['no mention', { page: { ...page, counts: none } }, 'No mention of these four topics on this page.'],
    [
      'no highlights',
      { page: { ...page, canDraw: false } },
      'This browser cannot draw marks; the mentions are counted here.',
    ],
    [
      'paused, as the switch says',
      { settings: { ...settings, isPaused: true }, page: { ...page, counts: none } },
      null,
    ],
    ['off on this site, as the switch says', { page: { ...page, isOn: false, counts: none } }, null],
  ])('%s', (_, change, expected) => {
    draw(change)
    expect(reason()).toBe(expected)
  })
})

describe('the rest', () => {
  it('says which edition is in use, if any', () => {
    draw()
    expect(document.querySelector('footer')?.textContent).toBe('Dataset 2026.11.1')
    draw({ edition: null })
    expect(document.querySelector('footer')).toBeNull()
  })
  it('has one heading and one main part', () => {
    draw()
    expect(document.querySelectorAll('main')).toHaveLength(1)
    expect([...document.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual(['Tradegloss'])
  })
})
