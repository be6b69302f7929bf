/** The popup as it is drawn: a switch per category, this site, pause, and why nothing is shown. */

import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Popup, type PopupProps } from '../../../../components/popup/Popup.tsx'
import { CATEGORIES } from '../../../../lib/detect/types.ts'
import type { ListedMention, PageState } from '../../../../lib/messaging/protocol.ts'
import { DEFAULTS, type Settings } from '../../../../lib/settings/definition.ts'
import type { Standing, Why } from '../../../../lib/sites/standing.ts'
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
  const host = 'blog.example'
  it.each<[Why, string]>([
    ['paused', 'Paused: nothing is marked on any site.'],
    ['site-off', 'Marks are switched off on blog.example.'],
    ['no-dataset', 'The dataset is being prepared. Reload the page in a moment.'],
    ['reading', 'Reading the page…'],
    ['nothing-found', 'No mention of these four topics on this page.'],
    ['no-drawing', 'This browser cannot draw marks; the mentions are counted here.'],
    ['browser-page', 'This page belongs to the browser. Extensions cannot read it.'],
    ['store', 'Browsers keep extensions off the pages of their extension stores.'],
    ['reader-view', 'Extensions cannot read the browser’s reader view. Leave it to see marks.'],
    ['pdf', 'Tradegloss reads web pages. It cannot read PDF files.'],
    ['file', 'Tradegloss reads pages of the web, not files on this computer.'],
    ['refused', 'The browser does not let extensions read this page.'],
  ])('%s: says so, and that is all there is to do', (why, text) => {
    draw({ standing: standing({ why, host }) })
    expect(reason()).toBe(text)
    expect(document.querySelector('.notice button')).toBeNull()
  })

  it.each<[Why, string]>([
    ['not-article', 'This page does not look like an article, so it is left alone.'],
    ['unlisted', 'blog.example is not on the list of news sites.'],
    ['insecure', 'blog.example has no secure connection. Pages without one are marked one at a time only.'],
    ['not-started', 'Tradegloss has not started on this page.'],
    ['unknown', 'Tradegloss does not run on this page. It runs on a list of news sites, and on sites that you add.'],
  ])('%s: says so and offers to annotate this page', (why, text) => {
    const { onAnnotate, onAllow } = draw({ page: null, standing: standing({ why, host }) })
    expect(reason()).toBe(text)
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.notice button')]
    expect(buttons.map(({ textContent }) => textContent)).toEqual(['Annotate this page'])
    buttons[0]?.click()
    expect(onAnnotate).toHaveBeenCalledOnce()
    expect(onAllow).not.toHaveBeenCalled()
  })

  it.each<[Why, string, string]>([
    ['withheld', 'Your browser does not let Tradegloss read blog.example by itself.', 'Allow on this site'],
    [
      'withheld-everywhere',
      'Your browser does not let Tradegloss read any news site by itself.',
      'Allow on the news sites',
    ],
    [
      'withdrawn',
      'You added blog.example, but your browser no longer lets Tradegloss read it by itself.',
      'Allow on this site',
    ],
    [
      'withdrawn-everywhere',
      'You added all sites, but your browser no longer lets Tradegloss read them by itself.',
      'Allow on all sites',
    ],
  ])('%s: says so and asks for exactly what is missing', (why, text, button) => {
    const missing = ['https://blog.example/*']
    const { onAnnotate, onAllow } = draw({ page: null, standing: standing({ why, host, missing }) })
    expect(reason()).toBe(text)
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.notice button')]
    expect(buttons.map(({ textContent }) => textContent)).toEqual([button])
    buttons[0]?.click()
    expect(onAllow).toHaveBeenCalledExactlyOnceWith(missing)
    expect(onAnnotate).not.toHaveBeenCalled()
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
  it('are read, and written, as the language of the page wants it', () => {
    draw({ mentions: [mention('稀土', 'rare-earths', '')], lang: 'zh-Hans' })
    const words = document.querySelector('.mention')
    expect([words?.getAttribute('lang'), words?.getAttribute('dir')]).toEqual(['zh-Hans', 'auto'])
  })

  const mention = (text: string, category: ListedMention['category'], figure: string): ListedMention => ({
    category,
    text,
    figure,
    before: 'some of its ',
    after: ' from China',
    entry: category,
    economy: 'JPN',
    confidence: 0.95,
    term: text,
  })
  const FIGURE = 'Japan buys 60–72% of its rare earths from China (2024, sources differ)'
  const mentions = [
    mention('one-China policy', 'one-china', ''),
    mention('rare earths', 'rare-earths', FIGURE),
    mention('Rare-earth elements', 'rare-earths', FIGURE),
  ]
  const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('.mention')]

  it('stand under their categories, each with its words, and the figure that they share once', () => {
    draw({ mentions })
    expect(document.querySelector('.mention')?.hasAttribute('lang')).toBe(false)
    expect([...document.querySelectorAll('h3')].map(({ textContent }) => textContent)).toEqual([
      'Rare earths2',
      'One-China policy1',
    ])
    expect(buttons().map(({ textContent }) => textContent)).toEqual([
      'some of its rare earths from China',
      'some of its Rare-earth elements from China',
      'some of its one-China policy from China',
    ])
    expect([...document.querySelectorAll('.run-figure')].map(({ textContent }) => textContent)).toEqual([FIGURE])
  })

  it('go to their place in the list of the page, however they are grouped', () => {
    const { onShow } = draw({ mentions })
    for (const button of buttons()) button.click()
    expect(onShow.mock.calls).toEqual([[1], [2], [0]])
  })

  it('are shown among whole words, with dots where a sentence goes on', () => {
    const before = 'kers that buy the greater part of '
    draw({
      mentions: [{ ...mention('rare earths', 'rare-earths', ''), before, after: ' from China and a little from Aus' }],
    })
    expect(buttons().map(({ textContent }) => textContent)).toEqual([
      '…that buy the greater part of rare earths from China and a little from…',
    ])
  })

  it('take no room where there are none', () => {
    draw()
    expect(document.querySelector('.found')).toBeNull()
  })
})

describe('the rest', () => {
  const button = (words: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('footer button')].find(({ textContent }) => textContent === words)

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
    button('Side panel')?.click()
    expect(onPanel).toHaveBeenCalledOnce()
    button('Settings')?.click()
    expect(onOptions).toHaveBeenCalledOnce()
  })
  it('offers no side panel where the browser has none', () => {
    draw({ onPanel: null })
    expect(button('Side panel')).toBeUndefined()
  })
  it('has one heading and one main part', () => {
    draw()
    expect(document.querySelectorAll('main')).toHaveLength(1)
    expect([...document.querySelectorAll('h1')].map(({ textContent }) => textContent)).toEqual(['Tradegloss'])
  })
})
