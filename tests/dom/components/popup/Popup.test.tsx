/** The popup as it is drawn: a switch per category, this site, pause, and why nothing is shown. */

import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Popup, type PopupProps } from '../../../../components/popup/Popup.tsx'
import { CATEGORIES } from '../../../../lib/detect/types.ts'
import type { PageState } from '../../../../lib/messaging/protocol.ts'
import { DEFAULTS, type Settings } from '../../../../lib/settings/definition.ts'
import type { Standing } from '../../../../lib/sites/standing.ts'
import { listed } from '../active-page/listed.ts'
import { press } from '../buttons.ts'
import { t } from '../words.ts'

const settings: Settings = DEFAULTS
const page: PageState = {
  host: 'www.reuters.com',
  isOn: true,
  isRead: true,
  isArticle: true,
  isScout: false,
  counts: { 'rare-earths': 3, 'dual-use': 0, senkaku: 12, 'one-china': 1 },
  canDraw: true,
}

const HOST = 'www.reuters.com'
/** How the popup stands on a listed site; `change` says what is different. */
const standing = (change: Partial<Standing> = {}): Standing => ({
  why: null,
  host: HOST,
  missing: [],
  ...change,
  switches: { site: true, always: null, everywhere: null, ...change.switches },
})
const switches = (site: boolean | null, always: boolean | null, everywhere: boolean | null) => ({
  switches: { site, always, everywhere },
})

const edition = { name: '2026.11.1', age: 'this month', isUnsigned: false }

function draw(
  change: Partial<
    Pick<
      PopupProps,
      'settings' | 'policy' | 'page' | 'mentions' | 'lang' | 'problem' | 'edition' | 'standing' | 'onPanel'
    >
  > = {},
) {
  const calls = {
    onCategory: vi.fn<PopupProps['onCategory']>(),
    onSite: vi.fn<PopupProps['onSite']>(),
    onAlways: vi.fn<PopupProps['onAlways']>(),
    onEverywhere: vi.fn<PopupProps['onEverywhere']>(),
    onPause: vi.fn<PopupProps['onPause']>(),
    onAnnotate: vi.fn<() => void>(),
    onAllow: vi.fn<PopupProps['onAllow']>(),
    onShow: vi.fn<PopupProps['onShow']>(),
    onPanel: vi.fn<() => void>(),
    onOptions: vi.fn<PopupProps['onOptions']>(),
  }
  const props = {
    settings,
    policy: {},
    page,
    mentions: [],
    lang: '',
    problem: null,
    edition,
    standing: standing(),
    t,
    ...calls,
    ...change,
  }
  render(<Popup {...props} />, document.body)
  return calls
}
afterEach(() => render(null, document.body))

const LABELS = ['Rare earths', 'Dual-use goods', 'Senkaku/Diaoyu incident', 'One-China policy']
const drawn = () => [...document.querySelectorAll<HTMLButtonElement>('[role="switch"]')]
const named = (name: string) => {
  const found = drawn().find((each) => each.getAttribute('aria-label') === name)
  if (!found) throw new Error(`There is no switch "${name}".`)
  return found
}
/** What is told of a switch besides its name. */
const describedBy = (element: Element) =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
const isOn = (name: string) => named(name).getAttribute('aria-checked')
const reason = () => document.querySelector('[role="status"] p')?.textContent ?? null

it('has one heading and one main part', () => {
  draw()
  expect(document.querySelectorAll('main')).toHaveLength(1)
  expect([...document.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual(['Tradegloss'])
})

it('says that a switch was not saved, and why', () => {
  draw({ problem: 'quota exceeded' })
  expect(document.querySelector('[role="alert"]')?.textContent).toBe('The browser could not save this: quota exceeded')
})

describe('switches', () => {
  it('are one per category, named by its label, then this site, then pause', () => {
    draw()
    expect(drawn().map((each) => each.getAttribute('aria-label'))).toEqual([
      ...LABELS,
      'Marks on www.reuters.com',
      'Pause everywhere',
    ])
    expect(drawn().every(({ type, nodeName }) => type === 'button' && nodeName === 'BUTTON')).toBe(true)
  })

  it('show how the settings stand', () => {
    draw({
      settings: { ...settings, categories: { ...settings.categories, senkaku: false } },
      standing: standing(switches(false, null, null)),
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
      settings: { ...settings, categories: { ...settings.categories, senkaku: false } },
      standing: standing(switches(false, null, null)),
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
    const { onSite } = draw({ settings: { ...settings, isPaused: true } })
    expect(isOn('Pause everywhere')).toBe('true')
    const site = named('Marks on www.reuters.com')
    expect(site.disabled).toBe(true)
    site.click()
    ;[...document.querySelectorAll<HTMLElement>('.switch-label')]
      .find((label) => label.textContent?.includes('reuters'))
      ?.click()
    expect(onSite).not.toHaveBeenCalled()
  })

  it('are locked where the organisation has set them, and say so', () => {
    const { onCategory, onSite } = draw({
      policy: { categories: { senkaku: false }, sitesOff: ['*.reuters.com'] },
      settings: { ...settings, categories: { ...settings.categories, senkaku: false } },
      standing: standing(switches(false, null, null)),
    })
    for (const name of ['Senkaku/Diaoyu incident', 'Marks on www.reuters.com']) {
      const locked = named(name)
      expect(locked.disabled).toBe(true)
      expect(describedBy(locked)).toContain('Set by your organisation')
      locked.click()
    }
    expect(named('Rare earths').disabled).toBe(false)
    expect(onCategory).not.toHaveBeenCalled()
    expect(onSite).not.toHaveBeenCalled()
  })

  it('offer no site where there is none', () => {
    draw({ page: null, standing: standing(switches(null, null, null)) })
    expect(drawn().map((each) => each.getAttribute('aria-label'))).toEqual([...LABELS, 'Pause everywhere'])
    // Nor does anything stand on a page then.
    expect(document.querySelector('header p')).toBeNull()
    draw()
    expect(document.querySelector('header p')?.textContent).toBe(t('popup_on_page'))
  })
})

describe('counts', () => {
  const counts = () => [...document.querySelectorAll('.count')].map(({ textContent }) => textContent)
  it('stand beside each category, and are told in words with its switch', () => {
    draw()
    expect(counts()).toEqual(['3', '0', '12', '1'])
    expect(LABELS.map((label) => describedBy(named(label)))).toEqual([
      ['3 mentions'],
      ['0 mentions'],
      ['12 mentions'],
      ['1 mention'],
    ])
    // A name on what has no role is none.
    expect(document.querySelector('span[aria-label]')).toBe(null)
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

describe('sites that the reader adds', () => {
  const names = () => drawn().map((each) => each.getAttribute('aria-label'))
  const unlisted = (always: boolean, everywhere: boolean | null) =>
    standing({ host: 'blog.example', ...switches(null, always, everywhere) })

  it('can be added one by one or all at once', () => {
    const { onAlways, onEverywhere } = draw({ standing: unlisted(false, false) })
    expect(names().slice(4)).toEqual([
      'Always annotate blog.example',
      'Annotate articles on all sites',
      'Pause everywhere',
    ])
    named('Always annotate blog.example').click()
    expect(onAlways).toHaveBeenCalledExactlyOnceWith('blog.example', true)
    named('Annotate articles on all sites').click()
    expect(onEverywhere).toHaveBeenCalledExactlyOnceWith(true)
  })

  it('can be removed', () => {
    const { onAlways, onEverywhere } = draw({ standing: unlisted(true, true) })
    named('Always annotate blog.example').click()
    expect(onAlways).toHaveBeenCalledExactlyOnceWith('blog.example', false)
    named('Annotate articles on all sites').click()
    expect(onEverywhere).toHaveBeenCalledExactlyOnceWith(false)
  })

  it('are not offered on listed ones', () => {
    draw()
    expect(names().slice(4)).toEqual(['Marks on www.reuters.com', 'Pause everywhere'])
  })
})

describe('why nothing is shown', () => {
  it('is said, and done about what the reader can do', () => {
    const missing = ['https://blog.example/*']
    const { onAnnotate } = draw({ page: null, standing: standing({ why: 'unlisted', host: 'blog.example' }) })
    expect(reason()).toBe('blog.example is not on the list of news sites.')
    press('Annotate this page')
    expect(onAnnotate).toHaveBeenCalledOnce()
    const { onAllow } = draw({ page: null, standing: standing({ why: 'withheld', host: 'blog.example', missing }) })
    press('Allow on this site')
    expect(onAllow).toHaveBeenCalledExactlyOnceWith(missing)
  })

  it('is not said where something is', () => {
    draw()
    expect(reason()).toBeNull()
    expect(document.querySelector('.notice')).toBeNull()
  })

  it('comes to where assistive technology listened before', () => {
    draw()
    const places = [...document.querySelectorAll('[role="status"]')]
    draw({ standing: standing({ why: 'paused' }) })
    expect(reason()).toBe('Paused: nothing is marked on any site.')
    expect(places).toContain(document.querySelector('.notice')?.parentElement)
  })
})

describe('mentions', () => {
  it('are listed, in the language of the page, and lead to their place on it', () => {
    const { onShow } = draw({ mentions: [listed({ text: '稀土' })], lang: 'zh-Hans' })
    const mention = document.querySelector<HTMLButtonElement>('.mention')
    expect([mention?.textContent, mention?.getAttribute('lang')]).toEqual(['稀土', 'zh-Hans'])
    mention?.click()
    expect(onShow).toHaveBeenCalledExactlyOnceWith(0)
  })

  it('take no room where there are none', () => {
    draw()
    expect(document.querySelector('.found')).toBeNull()
  })
})

describe('the foot', () => {
  it('says which edition is in use and how old it is, if any', () => {
    draw()
    expect(document.querySelector('.edition')?.textContent).toBe('Dataset 2026.11.1 · this month')
    draw({ edition: null })
    expect(document.querySelector('.edition')).toBeNull()
  })
  it('says where nobody signed it', () => {
    draw({ edition: { ...edition, isUnsigned: true } })
    expect(document.querySelector('.edition')?.textContent).toBe('Dataset 2026.11.1 · this month · unsigned')
  })
  it('opens the side panel and the settings', () => {
    const { onPanel, onOptions } = draw()
    press('Side panel')
    expect(onPanel).toHaveBeenCalledOnce()
    press('Settings')
    expect(onOptions).toHaveBeenCalledOnce()
  })
  it('offers no side panel where the browser has none', () => {
    draw({ onPanel: null })
    expect(document.querySelector('footer')?.textContent).not.toContain('Side panel')
  })
})
